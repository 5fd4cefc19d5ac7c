// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "base/text.h"
#include "base/tr.h"
#include "build/record.h"
#include "workspace/services.h"

#include <QDir>
#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

using State = StageStatus::State;

StageStatus checkStatus(const Workspace &workspace, const QString &presetName, const Services &services)
{
    const auto report = check(workspace, presetName, services);
    if (!report)
        return {State::Bad, coreTr("cannot be read")};
    const int errors = report->count(compat::Severity::Error);
    const int warnings = report->count(compat::Severity::Warning);
    if (errors > 0)
        return {State::Bad, coreTr("%n error(s)", nullptr, errors)};
    return {State::Good, warnings > 0 ? coreTr("valid, %n warning(s)", nullptr, warnings) : coreTr("valid")};
}

StageStatus syncStatus(const QString &folder, const lock::LockFile &lock)
{
    qint64 here = 0;
    qsizetype files = 0;
    for (const lock::Artifact &artifact : lock.artifacts) {
        // Of an image the manifest is looked at; `dosirak verify` reads its layers.
        const bool isImage = artifact.kind == lock::ArtifactKind::Image;
        const QString path = isImage ? u"images/blobs/sha256/"_s + artifact.version.section(u':', 1) : artifact.relativePath();
        const QFileInfo file(folder + u'/' + path);
        if (!file.isFile() || (!isImage && artifact.size >= 0 && file.size() != artifact.size))
            continue;
        ++files;
        here += std::max<qint64>(0, artifact.size);
    }
    if (files == lock.artifacts.size())
        return {State::Good, coreTr("all here, %1").arg(bytesText(here))};
    if (files == 0)
        return {};
    return {State::Partial, coreTr("%1 of %2 files").arg(files).arg(lock.artifacts.size())};
}

StageStatus bundleStatus(const Workspace &workspace, const QString &presetName)
{
    const QFileInfoList files = QDir(workspace.bundlesFolder()).entryInfoList({presetName + u".dosirak.tar*"_s}, QDir::Files);
    if (files.isEmpty())
        return {};
    qint64 bytes = 0;
    QDateTime oldest = files.first().lastModified();
    for (const QFileInfo &file : files) {
        bytes += file.size();
        oldest = std::min(oldest, file.lastModified());
    }
    const bool stale = QFileInfo(workspace.lockPath(presetName)).lastModified() > oldest;
    return {stale ? State::Stale : State::Good, stale ? coreTr("older than the lock") : bytesText(bytes)};
}

StageStatus buildStatus(const Workspace &workspace, const QString &presetName)
{
    if (!QFileInfo(workspace.buildsFolder()).isDir())
        return {};
    const auto records = build::listRecords(workspace.buildsFolder(), presetName);
    if (!records || records->isEmpty())
        return {};
    const build::BuildRecord &last = records->first();
    switch (last.state) {
    case build::BuildState::Succeeded: return {State::Good, bytesText(last.imageBytes)};
    case build::BuildState::Failed: return {State::Bad, coreTr("the last one failed")};
    case build::BuildState::Cancelled: return {State::None, coreTr("the last one was cancelled")};
    case build::BuildState::Running: break;
    }
    return {State::Partial, coreTr("running, or cut off")};
}

} // namespace

PresetStatus status(const Workspace &workspace, const QString &presetName, const Services &services)
{
    PresetStatus status;
    status.check = checkStatus(workspace, presetName, services);
    status.bundle = bundleStatus(workspace, presetName);
    status.build = buildStatus(workspace, presetName);
    const auto state = lockState(workspace, presetName);
    if (!state || *state == LockState::None)
        return status;
    const auto lock = lock::readLock(workspace.lockPath(presetName));
    if (!lock)
        return status;
    status.lock = {*state == LockState::Fresh ? State::Good : State::Stale,
                   coreTr("%n files, %1", nullptr, int(lock->artifacts.size())).arg(bytesText(lock->totalBytes()))};
    status.sync = syncStatus(workspace.artifactsFolder(presetName), *lock);
    return status;
}

} // namespace dosirak::workspace
