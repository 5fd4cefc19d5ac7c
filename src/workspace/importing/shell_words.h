// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace dosirak::workspace::importing {

/// Words as a POSIX shell splits them: quotes and backslashes are taken away, nothing is expanded. A quote without end goes
/// to the end of the text.
[[nodiscard]] QStringList shellWords(const QString &text);

/// The simple commands of a script, between "&&", "||", ";", "|", "&" and line ends. Redirections are left out; words that
/// open and close a compound command ("if", "then", "{", "(" …) are left out too.
[[nodiscard]] QList<QStringList> shellCommands(const QString &script);

} // namespace dosirak::workspace::importing
