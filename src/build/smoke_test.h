// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/engine.h"
#include "build/record.h"
#include "lock/lock_file.h"
#include "preset/preset.h"

namespace dosirak::build {

/// What is asked of a finished image: the preset's imports and commands, every wheel and Debian package in the locked
/// version, dpkg --audit, and that TensorRT's libraries load and are on LD_LIBRARY_PATH.
struct SmokeRequest {
    Engine engine;
    QString image;              ///< tag or id
    QString containerName;      ///< so that it can be stopped; unique
    preset::Preset preset;
    lock::LockFile lock;
    QStringList libraryFolders; ///< of the recipe
};

/// Runs it in a container without network, as the image's user, with the preset's time-out. That something failed is in
/// the result; what needs a driver (libcuda.so.1) and cannot be tested here passes and says so.
/// Errors: MissingTool, Cancelled (the container is stopped then).
[[nodiscard]] Result<SmokeResult> runSmokeTest(const SmokeRequest &request, const std::stop_token &stop = {});

/// Arguments of the engine's client. Pure.
[[nodiscard]] QStringList smokeArguments(const SmokeRequest &request, const QString &program, const QStringList &arguments);

/// The JSON that docker/smoke_test.py takes. Pure.
[[nodiscard]] Json smokeSpec(const SmokeRequest &request);

/// Reads what it printed. Errors: Invalid (no answer in it).
[[nodiscard]] Result<QList<SmokeCheck>> readSmokeAnswer(const QByteArray &output);

} // namespace dosirak::build
