// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"
#include "lock/target.h"
#include "preset/preset.h"
#include "python/wheel_resolver.h"

namespace dosirak::lock {

/// The request, and what it was read from.
struct WheelWish {
    python::WheelRequest request;
    QList<InputFile> inputs;      ///< the requirements files, with those that they name
    QStringList notices;          ///< for people: what in those files means nothing here
};

/// What the preset asks of the wheel resolver: its own requirements and requirement files, PyTorch's family with the local
/// version of its build, TensorRT's real parts where they come as wheels. @p folder is the preset's working folder;
/// @p old gives the versions that are kept when they still fit. Errors: NotFound, Invalid (requirement files).
[[nodiscard]] Result<WheelWish> wheelWish(const preset::Preset &preset, const Target &target, const QString &folder,
                                          const LockFile *old);

/// The resolver's answer as artifacts.
[[nodiscard]] QList<Artifact> wheelArtifacts(const python::WheelResolution &resolution);

/// The requirements files of a preset as they are now. Errors: NotFound, Io, Invalid.
[[nodiscard]] Result<QList<InputFile>> inputFiles(const preset::Preset &preset, const QString &folder);

} // namespace dosirak::lock
