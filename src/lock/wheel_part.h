// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"
#include "lock/target.h"
#include "preset/preset.h"
#include "python/wheel_resolver.h"

namespace dosirak::lock {

/// What the preset asks of the wheel resolver: its own requirements and requirement files, PyTorch's family with the local
/// version of its build, TensorRT's real parts where they come as wheels. @p folder is the preset's working folder;
/// @p old gives the versions that are kept when they still fit. Errors: NotFound, Invalid (requirement files).
[[nodiscard]] Result<python::WheelRequest> wheelRequest(const preset::Preset &preset, const Target &target,
                                                        const QString &folder, const LockFile *old);

/// The resolver's answer as artifacts.
[[nodiscard]] QList<Artifact> wheelArtifacts(const python::WheelResolution &resolution);

} // namespace dosirak::lock
