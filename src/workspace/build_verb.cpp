// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "build/build_job.h"
#include "image/inspect.h"
#include "preset/load.h"
#include "python/names.h"
#include "workspace/services.h"

#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

/// Compares what is in an image with what the lock put there, by name and version.
void compare(const lock::LockFile &lock, const image::InspectReport &image, InspectedBuild &result)
{
    QMap<QString, QString> debs;
    for (const image::InstalledPackage &deb : image.debs)
        debs.insert(deb.name, deb.version);
    QMap<QString, QString> wheels;
    for (const image::InstalledPackage &wheel : image.wheels)
        wheels.insert(fromStd(python::normalizeName(toStd(wheel.name))), wheel.version);
    for (const lock::Artifact &artifact : lock.artifacts) {
        const bool isDeb = artifact.kind == lock::ArtifactKind::Deb && (artifact.stages & lock::Stage::Runtime);
        const bool isWheel = artifact.kind == lock::ArtifactKind::Wheel;
        if (!isDeb && !isWheel)
            continue;
        const auto &there = isDeb ? debs : wheels;
        if (!there.contains(artifact.name))
            result.missing.append(artifact.name + u' ' + artifact.version);
        else if (there.value(artifact.name) != artifact.version)
            result.different.append(coreTr("%1: %2 instead of %3").arg(artifact.name, there.value(artifact.name), artifact.version));
    }
}

} // namespace

Result<build::BuildRecord> build(const Workspace &workspace, const QString &presetName, const BuildOptions &options,
                                 Services &services, const std::stop_token &stop, const ProgressSink &progress,
                                 const BuildSink &events)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    // Which engine there is comes first: nobody wants to download for an hour and then hear that there is none.
    DOSIRAK_TRY(engines, build::findEngines({}, stop));
    DOSIRAK_TRY(engine, build::chooseEngine(engines, options.engine));
    SyncOptions syncOptions;
    syncOptions.offline = options.offline;
    syncOptions.lockIfNeeded = !options.offline;
    DOSIRAK_CHECK(sync(workspace, presetName, syncOptions, services, stop, progress, {}));

    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    DOSIRAK_TRY(bytes, readFile(workspace.lockPath(presetName), lock::maxLockBytes));
    DOSIRAK_TRY(lockFile, lock::parseLock(bytes, workspace.lockPath(presetName)));
    build::BuildJob job;
    job.preset = loaded.preset;
    job.lock = lockFile;
    job.lockSha256 = Sha256::of(bytes);
    job.artifactsFolder = workspace.artifactsFolder(presetName);
    job.sharedImagesFolder = services.imagesFolder();
    job.buildsFolder = workspace.buildsFolder();
    job.engine = engine;
    job.tag = options.tag;
    job.noCache = options.noCache;
    job.smokeTest = options.smokeTest;
    return build::runBuild(job, stop, progress, events);
}

Result<InspectedBuild> inspect(const Workspace &workspace, const QString &presetName, const QString &tag,
                               const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    QString reference = tag;
    if (reference.isEmpty()) {
        // The newest build that succeeded says what its image is called.
        const auto records = build::listRecords(workspace.buildsFolder(), presetName);
        for (const build::BuildRecord &record : records.value_or(QList<build::BuildRecord>()))
            if (record.state == build::BuildState::Succeeded && reference.isEmpty())
                reference = record.tag;
    }
    if (reference.isEmpty())
        reference = loaded.preset.image.tag;
    DOSIRAK_TRY(engines, build::findEngines({}, stop));
    DOSIRAK_TRY(engine, build::chooseEngine(engines, {}));
    InspectedBuild result;
    DOSIRAK_TRY(report, image::inspectInEngine(engine.images, reference, {}, stop, progress));
    result.image = report;
    // A lock that is there and cannot be read is told: to take it for none would say that nothing is missing.
    if (QFileInfo::exists(workspace.lockPath(presetName))) {
        DOSIRAK_TRY(lockFile, lock::readLock(workspace.lockPath(presetName)));
        compare(lockFile, report, result);
        result.compared = true;
    }
    return result;
}

} // namespace dosirak::workspace
