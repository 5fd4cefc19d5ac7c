// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace dosirak::cli {

/// `dosirak completion bash|zsh|fish` prints a script; the script calls `dosirak __complete WORD…`, which prints what
/// may stand for the last word, one a line. So the commands and options are known in one place only.
[[nodiscard]] int runCompletion(const QString &verb, const QStringList &words, QTextStream &out, QTextStream &err);

} // namespace dosirak::cli
