// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

/// "+ numpy 1.26.4  (torch → numpy)", one line a change.
[[nodiscard]] QString changesText(const QList<lock::Change> &changes);
/// How many files of each kind, how large, under which licences.
[[nodiscard]] QString summaryText(const lock::LockFile &lock);
[[nodiscard]] Json lockJson(const workspace::LockReport &report);

} // namespace dosirak::cli
