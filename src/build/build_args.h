// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/engine.h"

namespace dosirak::build {

/// What one call of an engine's build command is made of.
struct BuildCall {
    QString dockerfile;     ///< absolute path
    QString ignoreFile;     ///< absolute path: only podman and buildah take it as an option
    QString contextFolder;  ///< absolute path
    QString idFile;         ///< absolute path: where the client writes the image's id
    QString tag;
    bool noCache = false;
    QStringList extraArguments;
};

/// Arguments after the engine's own leading ones. Pure. Never --pull; always --network=none.
[[nodiscard]] QStringList buildArguments(Builder builder, const BuildCall &call);

/// What the environment must say beside the engine's own.
[[nodiscard]] QMap<QString, QString> buildEnvironment(Builder builder);

} // namespace dosirak::build
