// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace dosirak::preset {

/// Turns a patch (RFC 6902) that was made for a preset with all that it inherits into one for the preset's own document,
/// so that afterwards the resolved preset is what the patch wanted. A child's list takes the place of its parent's, so an
/// inherited list that is changed is copied first; objects on the way are made. The own file of a parent is never touched.
/// @p own is the preset's own document, @p resolved the folded one.
/// Errors: Invalid (malformed, an operation on something that is not there), Unsupported (an inherited member cannot be
/// taken out from here: only its parent can; operations other than add, replace, remove and test).
[[nodiscard]] Result<Json> ownPatch(const Json &patch, const Json &own, const Json &resolved);

} // namespace dosirak::preset
