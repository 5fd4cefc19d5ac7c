// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "workspace/change_preset.h"

namespace dosirak::cli {

/// Declares --yes and -n.
void declareChangeOptions(QCommandLineParser &parser);

/// Asks on the terminal. Errors: Usage where nobody can answer (standard input is no terminal): @p hint says what to do.
[[nodiscard]] Result<bool> confirmed(const QString &question, const QString &hint, Context &context);

/// Shows what would be written and writes it when the user says so (asked, or --yes); with -n it is only shown. Says
/// whether it was written.
[[nodiscard]] Result<bool> showAndWrite(const workspace::PresetChange &change, const QCommandLineParser &parser, Context &context);

} // namespace dosirak::cli
