// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "base/files.h"
#include "base/sha256.h"
#include "build/build_job.h"
#include "preset/load.h"

namespace dosirak::workspace {

Result<build::BuildRecord> build(const Workspace &workspace, const QString &presetName, const BuildOptions &options,
                                 const std::stop_token &stop, const ProgressSink &progress, const BuildSink &events)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    DOSIRAK_TRY(bytes, readFile(workspace.lockPath(presetName), 64LL << 20));
    DOSIRAK_TRY(lock, lock::parseLock(bytes, workspace.lockPath(presetName)));
    DOSIRAK_TRY(engines, build::findEngines({}, stop));
    DOSIRAK_TRY(engine, build::chooseEngine(engines, options.engine));
    build::BuildJob job;
    job.preset = loaded.preset;
    job.lock = lock;
    job.lockSha256 = Sha256::of(bytes);
    job.artifactsFolder = workspace.artifactsFolder(presetName);
    job.buildsFolder = workspace.buildsFolder();
    job.engine = engine;
    job.tag = options.tag;
    job.noCache = options.noCache;
    job.smokeTest = options.smokeTest;
    return build::runBuild(job, stop, progress, events);
}

} // namespace dosirak::workspace
