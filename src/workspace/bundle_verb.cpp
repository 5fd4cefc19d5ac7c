// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/artifact_folder.h"
#include "workspace/verbs.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "bundle/pack.h"
#include "bundle/unpack.h"
#include "preset/load.h"
#include "preset/preset_name.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

/// The preset and all that it extends or names as files: without them the far side could not read it.
Result<void> addPreset(const Workspace &workspace, const QString &presetName, bundle::PackPlan &plan)
{
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    for (const QString &file : loaded.files)
        plan.files.append({file, {}, u"presets/"_s + QFileInfo(file).fileName(), {}});
    return {};
}

Result<bundle::PackPlan> planOf(const Workspace &workspace, const QString &presetName)
{
    const QString lockPath = workspace.lockPath(presetName);
    DOSIRAK_TRY(lockBytes, readFile(lockPath, lock::maxLockBytes));
    DOSIRAK_TRY(lock, lock::parseLock(lockBytes, lockPath));
    bundle::PackPlan plan{presetName, QString::fromLatin1(Sha256::of(lockBytes)), {}};
    DOSIRAK_CHECK(addPreset(workspace, presetName, plan));
    const QString folder = workspace.artifactsFolder(presetName);
    DOSIRAK_TRY(expected, expectedFiles(folder, lock));
    for (const ExpectedFile &file : expected)
        plan.files.append({folder + u'/' + file.path, {}, u"artifacts/%1/%2"_s.arg(presetName, file.path), file.sha256});
    return plan;
}

QString targetOf(const Workspace &workspace, const QString &presetName, const QString &wanted)
{
    const QString name = presetName + u".dosirak.tar"_s;
    if (wanted.isEmpty())
        return workspace.bundlesFolder() + u'/' + name;
    if (QFileInfo(wanted).isDir() || wanted.endsWith(u'/'))
        return QDir(wanted).absoluteFilePath(name);
    return QFileInfo(wanted).absoluteFilePath();
}

/// Puts @p from in the place of @p to. What is there is moved aside first: nothing of the user's is lost.
Result<void> moveIntoPlace(const QString &from, const QString &to)
{
    DOSIRAK_CHECK(makeFolder(QFileInfo(to).absolutePath()));
    if (QFileInfo::exists(to)) {
        const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
        if (!QDir().rename(to, u"%1.before-import-%2"_s.arg(to, stamp)))
            return Failure(ioError(to, EIO));
    }
    if (!QDir().rename(from, to))
        return Failure(ioError(to, EIO));
    return {};
}

Result<void> placePresets(const Workspace &workspace, const QString &unpacked)
{
    for (const QString &file : QDir(unpacked + u"/presets"_s).entryList(QDir::Files)) {
        const QString from = unpacked + u"/presets/"_s + file;
        const QString to = workspace.presetsFolder() + u'/' + file;
        const auto mine = readFile(to, 16LL << 20);
        const auto theirs = readFile(from, 16LL << 20);
        if (mine && theirs && *mine == *theirs)
            continue;
        DOSIRAK_CHECK(moveIntoPlace(from, to));
    }
    return {};
}

} // namespace

Result<BundleReport> bundle(const Workspace &workspace, const QString &presetName, const BundleOptions &options,
                            const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(state, lockState(workspace, presetName));
    if (state != LockState::Fresh)
        return fail(ErrorCode::Incomplete, coreTr("“%1” has no lock that answers it.").arg(presetName),
                    coreTr("Run “dosirak sync %1” first.").arg(presetName));
    DOSIRAK_TRY(plan, planOf(workspace, presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    const qint64 partSize = options.partSize >= 0 ? options.partSize : loaded.preset.bundle.partSize;
    DOSIRAK_TRY(packed, bundle::pack(plan, targetOf(workspace, presetName, options.target), partSize, stop, progress));
    BundleReport made;
    for (const bundle::Part &part : packed.parts)
        made.parts.append(part.path);
    made.bytes = packed.bytes;
    made.files = packed.files;
    made.sha256 = packed.manifestSha256;
    return made;
}

Result<ImportReport> importBundle(const Workspace &workspace, const QString &path, const std::stop_token &stop,
                                  const ProgressSink &progress)
{
    DOSIRAK_CHECK(makeFolder(workspace.root()));
    // Unpacked beside its place, so that the last step is a rename on the same disk.
    QTemporaryDir beside(workspace.root() + u"/.import-XXXXXX"_s);
    if (!beside.isValid())
        return fail(ErrorCode::Io, coreTr("“%1” cannot be written.").arg(workspace.root()), {}, beside.errorString());
    const QString unpacked = beside.filePath(u"bundle"_s);
    DOSIRAK_TRY(manifest, bundle::unpackBundle(path, unpacked, stop, progress));
    // It becomes part of paths below.
    if (const auto named = preset::parsePresetName(manifest.presetName); !named)
        return Failure(named.error());

    const QString from = unpacked + u"/artifacts/"_s + manifest.presetName;
    DOSIRAK_TRY(lock, lock::readLock(from + u"/dosirak.lock.json"_s));
    if (lock.presetName != manifest.presetName)
        return fail(ErrorCode::Invalid, coreTr("The bundle's lock is for “%1”, not for “%2”.").arg(lock.presetName, manifest.presetName));
    DOSIRAK_CHECK(placePresets(workspace, unpacked));
    DOSIRAK_CHECK(moveIntoPlace(from, workspace.artifactsFolder(manifest.presetName)));
    return ImportReport{{manifest.presetName}, int(manifest.files.size()), manifest.totalBytes()};
}

} // namespace dosirak::workspace
