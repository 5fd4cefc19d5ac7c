// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <stop_token>
#include <string>

namespace dosirak::python {

/// The index that the installed pip has built in, asked of it by a short python3 call: only it knows its own default, and
/// this program has none. Starting python takes longer than a whole warm lock, so the answer is kept in @p cacheFile for a
/// day, for that very python3. Errors: MissingTool (no python3), NotFound (no pip, no answer), Cancelled.
[[nodiscard]] Result<std::string> indexOfPip(const QString &cacheFile, const std::stop_token &stop);

} // namespace dosirak::python
