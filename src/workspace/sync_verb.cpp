// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "fetch/verify.h"
#include "workspace/artifact_folder.h"
#include "workspace/base_images.h"
#include "workspace/known_workspaces.h"
#include "workspace/services.h"
#include "workspace/store_verbs.h"
#include "workspace/sync_board.h"
#include "workspace/sync_job.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

Result<lock::LockFile> freshLock(const Workspace &workspace, const QString &presetName, const SyncOptions &options,
                                 Services &services, const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(state, lockState(workspace, presetName));
    if (state == LockState::Fresh)
        return lock::readLock(workspace.lockPath(presetName));
    if (!options.lockIfNeeded)
        return fail(ErrorCode::Incomplete, coreTr("The lock of “%1” does not answer the preset.").arg(presetName),
                    coreTr("Run “dosirak lock %1”.").arg(presetName));
    LockOptions lockOptions;
    lockOptions.offline = options.offline;
    DOSIRAK_TRY(made, workspace::lock(workspace, presetName, lockOptions, services, stop, progress));
    return made.lock;
}

/// What a fetch of a base image that broke off has left: work to go on with, not a foreign file.
bool isUnfinishedBlob(const QString &path)
{
    return path.startsWith(u"images/blobs/"_s) && path.section(u'/', -1).startsWith(u".part"_s);
}

/// What the lock does not know, by paths relative to @p folder.
Result<QStringList> foreignFiles(const QString &folder, const lock::LockFile &lock)
{
    DOSIRAK_TRY(expected, expectedFiles(folder, lock));
    QStringList paths;
    for (const ExpectedFile &file : expected)
        paths.append(file.path);
    QStringList foreign = fetch::extraFiles(folder, paths);
    foreign.removeIf(isUnfinishedBlob);
    return foreign;
}

/// A sync may have made the store larger than it should be. That it cannot be cleaned now does not undo the sync.
void keepBudget(const Workspace &workspace, Services &services, const std::stop_token &stop)
{
    if (services.storeBudget() <= 0)
        return;
    if (const auto usage = storeUsage(services); usage && usage->isOverBudget())
        (void)collectStore(workspace, {}, services, stop);
}

/// Brings the base images. Each is one of the lock's files, however many blobs it has.
Result<SyncReport> withImages(const Workspace &workspace, const lock::LockFile &lockFile, SyncJob &job, bool offline, Services &services,
                              const std::stop_token &stop, const ProgressSink &progress)
{
    const TransferSink rows = [&job](const QList<TransferRow> &changed, const TransferTotals &) { job.showImages(changed); };
    DOSIRAK_TRY(images, ensureLockedImages(workspace, lockFile, offline, services, stop, progress, rows));
    SyncReport report = job.report();
    report.files += int(images.size());
    for (const BaseImageState &image : images) {
        ++(image.made ? report.downloaded : report.alreadyThere);
        report.bytesDownloaded += image.made ? image.size : 0;
        job.showImages({{u"images/"_s + image.reference, lock::ArtifactKind::Image, image.reference, image.digest, image.size, image.size, 0,
                         image.made ? TransferRow::State::Done : TransferRow::State::Reused, {image.reference}, {}}});
    }
    return report;
}

QString listed(const QList<TransferRow> &rows)
{
    QStringList lines;
    for (const TransferRow &row : rows)
        lines.append(row.id + u": "_s + row.message);
    return lines.join(u'\n');
}

} // namespace

Result<SyncReport> sync(const Workspace &workspace, const QString &presetName, const SyncOptions &options, Services &services,
                        const std::stop_token &stop, const ProgressSink &progress, const TransferSink &transfers)
{
    QElapsedTimer clock;
    clock.start();
    DOSIRAK_TRY(lockFile, freshLock(workspace, presetName, options, services, stop, progress));
    const QString folder = workspace.artifactsFolder(presetName);
    DOSIRAK_CHECK(makeFolder(folder));

    // Before the first byte: a gc of another process must not take what is about to be linked. A home that cannot be
    // written to is no reason not to sync.
    (void)rememberUse(services.stateFolder(), workspace, lockFile);
    SyncJob job(lockFile,
                {.folder = folder, .http = services.http(options.offline), .store = services.store(), .stateFolder = services.stateFolder(),
                 .readsFromStore = services.readsFromStore(), .keepPauses = options.keepPauses},
                transfers);
    if (options.onStarted)
        options.onStarted(job.control());
    DOSIRAK_CHECK(job.run(stop));
    DOSIRAK_TRY(done, withImages(workspace, lockFile, job, options.offline, services, stop, progress));
    done.presetName = presetName;

    DOSIRAK_CHECK(writeGenerated(folder, lockFile));
    DOSIRAK_TRY(foreign, foreignFiles(folder, lockFile));
    DOSIRAK_CHECK(moveAside(folder, foreign));
    done.movedAside += foreign;
    if (done.downloaded > 0)
        keepBudget(workspace, services, stop);
    done.took = std::chrono::milliseconds(clock.elapsed());
    const QList<TransferRow> left = done.failed + done.byHand;
    if (!left.isEmpty())
        return fail(ErrorCode::Incomplete, coreTr("%1 of %2 files of “%3” are not here.").arg(left.size()).arg(done.files).arg(presetName),
                    coreTr("Run it again to go on; files that need a person go in with “dosirak inbox add”."), listed(left));
    return done;
}

} // namespace dosirak::workspace
