// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace dosirak::build {

/// What a failed build's output means, in words: the first cause that is known in it. @p output is what the client and the
/// failing step said (their last lines are enough), @p exitCode the client's own. Always an Error with a sentence; one of
/// code ToolFailed without a hint when the text is not known. Pure.
[[nodiscard]] Error explainBuildFailure(const QString &output, int exitCode);

} // namespace dosirak::build
