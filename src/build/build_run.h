// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/build_args.h"
#include "build/events.h"
#include "build/recipe.h"

#include <stop_token>

namespace dosirak::build {

/// One call of an engine's build command.
struct RunRequest {
    Engine engine;
    Recipe recipe;              ///< written to `folder` by writeRecipe()
    QString folder;             ///< for Dockerfile, iid file, log.txt and, for the legacy builder, the staged context
    QString artifactsFolder;
    QString tag;
    bool noCache = false;
    QStringList extraArguments;
    std::function<void(const QStringList &)> onCommandLine; ///< told the exact command line before it runs; may be empty
};

struct RunOutcome {
    QStringList commandLine;
    QString imageId;            ///< as the engine knows it
    qint64 imageBytes = 0;
};

/// Runs the client in a session of its own; a stop ends its whole group (SIGTERM, after 10 s SIGKILL), and what had
/// finished stays in the engine's cache. log.txt gets "#ID text" lines. Success is exit code 0, no stop, and an image that
/// the engine knows under the id that the client wrote: podman 4.3 ends with 0 after SIGTERM.
/// Errors: as explainBuildFailure() says, MissingTool, Io, DiskFull, Cancelled.
[[nodiscard]] Result<RunOutcome> runEngine(const RunRequest &request, const std::stop_token &stop, const BuildSink &events);

/// Makes a folder that holds exactly the recipe's part of the artifacts, by hard links (copies where that fails): docker's
/// legacy builder sends all it finds, and takes .dockerignore only from inside. Errors: NotFound, Io, DiskFull.
[[nodiscard]] Result<void> stageContext(const QString &artifactsFolder, const QStringList &paths, const QString &target);

} // namespace dosirak::build
