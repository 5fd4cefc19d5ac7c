// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"
#include "preset/preset.h"

namespace dosirak::compat {

/// The TensorRT that a preset means: its own version, or for "auto" (or none) the newest release of the facts that
/// supported_versions and cuda_compatibility allow with the preset's CUDA and that has a build for it, as far as is known.
/// Empty: TensorRT is off, or nothing fits.
[[nodiscard]] QString chosenTensorRt(const preset::Preset &preset, const Facts &facts);

/// Whether the preset's own mapping allows @p version with its CUDA. A version that no entry names is not forbidden.
[[nodiscard]] bool mappingAllows(const preset::TensorRt &block, const QString &version, const QString &cuda);

/// The entry of the mapping that speaks of @p version; the longest pattern wins. Empty: none.
[[nodiscard]] QString mappedCuda(const preset::TensorRt &block, const QString &version);

/// Whether @p cuda ("12.4") lies in one of NVIDIA's ranges ("12.0-12.4", "12.0u1", "11.8").
[[nodiscard]] bool inVendorRanges(const QStringList &ranges, const QString &cuda);

/// The exact debs of this release for a runtime image with this CUDA: "libnvinfer8=8.6.1.6-1+cuda11.8". Development
/// packages are left out. Empty: not known.
[[nodiscard]] QStringList tensorRtDebs(const QString &version, const QString &cuda, const Facts &facts);

} // namespace dosirak::compat
