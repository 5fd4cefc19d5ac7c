// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

/// Findings of one preset for a terminal.
[[nodiscard]] QString findingsText(const workspace::CheckReport &report);
[[nodiscard]] Json findingsJson(const QList<workspace::CheckReport> &reports);

/// SARIF 2.1.0 (OASIS), one run with every preset's findings.
[[nodiscard]] Json sarif(const QList<workspace::CheckReport> &reports, const workspace::Workspace &workspace);

} // namespace dosirak::cli
