// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "build/engine.h"
#include "build/record.h"
#include "lock/lock_file.h"
#include "preset/preset.h"

#include <stop_token>

namespace dosirak::build {

/// One build of a preset, from artifacts to a checked image.
struct BuildJob {
    preset::Preset preset;
    lock::LockFile lock;
    QByteArray lockSha256;      ///< 64 hex digits of the lock file's bytes
    QString artifactsFolder;    ///< artifacts/<preset-name>, complete (verify it before)
    QString sharedImagesFolder;    ///< a layout with base images that are not among the artifacts; may be empty
    QString buildsFolder;       ///< where records go
    Engine engine;
    QString tag;                ///< empty: the preset's, or defaultTag()
    bool noCache = false;
    bool smokeTest = true;
    QStringList extraArguments; ///< for the engine's build command, before the context
};

/// Renders the recipe, lints it, checks free space, loads base images that the engine lacks from artifacts/…/images,
/// builds with the network cut, runs the smoke test, and records it all below buildsFolder, also when it fails or is
/// cancelled: error.detail of every error of the build itself begins with "build " and the record's id.
/// Success is: the client ended with 0, it was not cancelled, and the image it names exists in the engine, and the smoke
/// test (where it ran) passed. Blocks; thread: any but the UI thread.
/// Errors: Invalid, NotFound (base image), MissingTool, ToolFailed (known causes in words), DiskFull, Incomplete (built,
/// and the smoke test failed), Cancelled, Io.
[[nodiscard]] Result<BuildRecord> runBuild(const BuildJob &job, const std::stop_token &stop, const ProgressSink &progress,
                                           const BuildSink &events);

/// Renders the recipe of a job without running anything: for looking at it.
[[nodiscard]] Result<QByteArray> previewRecipe(const BuildJob &job);

} // namespace dosirak::build
