// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "image/engine_images.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <stop_token>

namespace dosirak::build {

/// The ways to build that are told apart: by what they print, what they can do and how they are called.
enum class Builder {
    Buildx,         ///< docker buildx build --progress=rawjson
    BuildKit,       ///< DOCKER_BUILDKIT=1 docker build --progress=plain: clients before 23 without buildx
    Buildah,        ///< buildah build
    Podman,         ///< podman build
    Legacy,         ///< DOCKER_BUILDKIT=0 docker build
};

/// One way to build on this machine.
struct Engine {
    QString id;             ///< "buildx", "buildkit", "buildah", "podman", "legacy"; a second one of a kind has its program's
                            ///< path after a colon. What settings and `--engine` take
    Builder builder = Builder::Legacy;
    image::EngineCommand command; ///< for building
    image::EngineCommand images; ///< for loading, saving, inspecting and running: podman where buildah builds
    QString clientVersion;  ///< "20.10.24"
    QString serverVersion;  ///< empty where there is no daemon
    QString buildxVersion;  ///< empty: no buildx
    QString dataFolder;     ///< where the engine keeps images, on its machine; empty: not told
    QString imageStore;     ///< "overlay2", "containerd", …
    bool nvidiaRuntime = false; ///< can hand a GPU to a container
    bool remote = false;    ///< its daemon is on another machine: dataFolder is not here

    /// Whether RUN --mount=type=bind works, and so no artifact ever enters a layer.
    [[nodiscard]] bool bindMounts() const { return builder != Builder::Legacy; }
    /// "docker 20.10.24 (BuildKit), /usr/bin/docker" for people.
    [[nodiscard]] QString title() const;
};

/// A client that was found and cannot be used, or not fully.
struct EngineProblem {
    QString program;
    Error error;            ///< what, and what to do: not running, socket denied, …
};

/// What is here, best first.
struct EngineReport {
    QList<Engine> engines;
    QList<EngineProblem> problems;
    QString why;            ///< one sentence: which is taken and why
};

/// Where to look. The defaults are this machine's.
struct EngineSearch {
    QStringList folders;    ///< as PATH; empty: PATH itself
    QStringList leading;    ///< for docker: {"--context", "NAME"}
    QMap<QString, QString> environment; ///< DOCKER_HOST and so on
};

/// Asks every docker client in PATH (several may stand on one machine, and an older one with BuildKit inside is better than
/// a newer one without its plugin), podman and buildah. Takes under a second per client; blocks.
/// Errors: Cancelled. That nothing is there is a report with no engines.
[[nodiscard]] Result<EngineReport> findEngines(const EngineSearch &search = {}, const std::stop_token &stop = {});

/// The one of that id, or the best when it is empty. Errors: MissingTool (none is there, or none of that id; names those
/// that are).
[[nodiscard]] Result<Engine> chooseEngine(const EngineReport &report, const QString &id = {});

/// What a docker client answered, for ranking; pure, so that every combination is tested.
struct ClientFacts {
    QString program;
    QString clientVersion;
    QString serverVersion;  ///< empty: no daemon answered
    QString buildxVersion;  ///< empty: no plugin
    bool isPodman = false;  ///< podman's shim under docker's name
};
/// The ways to build that such a client offers, best first.
[[nodiscard]] QList<Builder> buildersOf(const ClientFacts &facts);

[[nodiscard]] QString builderName(Builder builder); ///< "buildx", "buildkit", …

} // namespace dosirak::build
