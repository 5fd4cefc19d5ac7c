// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "compat/matrix.h"
#include "preset/preset.h"

namespace dosirak::compat {

/// Where a preset sits in the matrix.
[[nodiscard]] Combination valuesOf(const preset::Preset &preset);

/// The JSON patch (RFC 6902) that brings a preset to a combination; free axes are left as they are. PyTorch brings its
/// torchvision, torchaudio and build, where the facts know them.
[[nodiscard]] Json patchOf(const Combination &combination, const Facts &facts);

} // namespace dosirak::compat
