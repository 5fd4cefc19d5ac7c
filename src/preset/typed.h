// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "preset/preset.h"

namespace dosirak::preset {

/// Reads the typed view of a preset whose `extends` is resolved. What the schema would refuse is refused here too, at its
/// JSON pointer: a wrong type is never turned into a default. Unknown keys are left alone.
/// Errors: Invalid.
[[nodiscard]] Result<Preset> typedPreset(const Json &resolved, const QString &presetName, const QString &file);

} // namespace dosirak::preset
