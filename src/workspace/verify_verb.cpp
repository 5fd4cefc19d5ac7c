// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/artifact_folder.h"
#include "workspace/verbs.h"

#include "base/sha256.h"
#include "base/tr.h"
#include "bundle/unpack.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QtConcurrentMap>
#include <algorithm>
#include <atomic>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

using Verdict = VerifiedFile::Verdict;

VerifiedFile judge(const QString &folder, const ExpectedFile &expected, const std::stop_token &stop,
                   const std::function<void(qint64)> &onBytes)
{
    const QString path = folder + u'/' + expected.path;
    const QFileInfo info(path);
    if (!info.exists())
        return {expected.path, Verdict::Missing,
                expected.byHand ? coreTr("a person must fetch it: %1").arg(expected.page) : coreTr("not there")};
    if (!info.isFile() || info.isSymLink())
        return {expected.path, Verdict::Damaged, coreTr("not a plain file")};
    if (expected.size >= 0 && info.size() != expected.size)
        return {expected.path, Verdict::Damaged, coreTr("%1 bytes instead of %2").arg(info.size()).arg(expected.size)};
    const auto hash = sha256OfFile(path, stop, onBytes);
    if (!hash)
        return {expected.path, Verdict::Damaged, hash.error().what};
    if (QString::fromLatin1(*hash) != expected.sha256)
        return {expected.path, Verdict::Damaged, coreTr("SHA-256 %1 instead of %2").arg(QString::fromLatin1(*hash), expected.sha256)};
    return {expected.path, Verdict::Good, {}};
}

void badFirst(QList<VerifiedFile> &files)
{
    std::stable_sort(files.begin(), files.end(), [](const VerifiedFile &a, const VerifiedFile &b) {
        return (a.verdict != Verdict::Good) > (b.verdict != Verdict::Good);
    });
}

} // namespace

int VerifyReport::count(VerifiedFile::Verdict verdict) const
{
    return int(std::count_if(files.begin(), files.end(), [&](const VerifiedFile &file) { return file.verdict == verdict; }));
}

bool VerifyReport::good() const
{
    return count(Verdict::Good) == int(files.size()) && !files.isEmpty();
}

Result<VerifyReport> verify(const Workspace &workspace, const QString &presetName, const std::stop_token &stop,
                            const ProgressSink &progress)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    QElapsedTimer clock;
    clock.start();
    DOSIRAK_TRY(lock, lock::readLock(workspace.lockPath(presetName)));
    const QString folder = workspace.artifactsFolder(presetName);
    DOSIRAK_TRY(expected, expectedFiles(folder, lock));

    qint64 total = 0;
    for (const ExpectedFile &file : expected)
        total += std::max<qint64>(file.size, 0);
    std::atomic<qint64> done = 0;
    const auto onBytes = [&](qint64 bytes) {
        const qint64 now = done.fetch_add(bytes) + bytes;
        report(progress, {coreTr("Verifying"), {}, now, total, Progress::Unit::Bytes});
    };
    VerifyReport verified;
    verified.files = QtConcurrent::blockingMapped<QList<VerifiedFile>>(
        expected, [&](const ExpectedFile &file) { return judge(folder, file, stop, onBytes); });
    if (stop.stop_requested())
        return cancelled();
    for (const QString &path : foreignFiles(folder, expected))
        verified.files.append({path, Verdict::Extra, coreTr("the lock does not know it")});
    badFirst(verified.files);
    verified.bytes = done;
    verified.took = std::chrono::milliseconds(clock.elapsed());
    return verified;
}

Result<VerifyReport> verifyBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    QElapsedTimer clock;
    clock.start();
    DOSIRAK_TRY(check, bundle::checkBundle(path, stop, progress));
    VerifyReport verified;
    for (const bundle::BundledFile &file : check.manifest.files) {
        const bool damaged = check.damaged.contains(file.path);
        const bool missing = check.missing.contains(file.path);
        verified.files.append({file.path, damaged ? Verdict::Damaged : missing ? Verdict::Missing : Verdict::Good, {}});
    }
    for (const QString &extra : check.extra)
        verified.files.append({extra, Verdict::Extra, coreTr("the manifest does not know it")});
    badFirst(verified.files);
    verified.bytes = check.manifest.totalBytes();
    verified.took = std::chrono::milliseconds(clock.elapsed());
    return verified;
}

} // namespace dosirak::workspace
