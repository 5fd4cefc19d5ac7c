// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace dosirak::gui {

/// Why requirements do not go together, as rich text to read: what, the chain step by step, and the way out. Everything
/// from outside is escaped.
[[nodiscard]] QString conflictHtml(const Error &error);

} // namespace dosirak::gui
