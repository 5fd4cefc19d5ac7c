// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace dosirak::preset {

/// A preset-name is the base name of a preset's file and part of paths and image labels: lower-case letters, digits,
/// ".", "_", "+" and "-", beginning with a letter or digit, at most 100 characters, no ".." and not ending in ".".
/// Errors: Usage, saying which rule is broken.
[[nodiscard]] Result<QString> parsePresetName(const QString &text);

} // namespace dosirak::preset
