// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dosirak {

/// Makes coreTr() and tr() answer in @p language ("ko", "ko_KR"; empty: what LANGUAGE, LC_ALL, LC_MESSAGES and LANG say),
/// and with it the dialogs and the command line parser of Qt where its own translations are installed. Where there is no
/// translation the text is English, with its plurals. Numbers and dates follow a language that is named.
/// Call once, after the application object is made and before any visible text. Thread: the main thread.
void installTranslations(const QString &language);

/// For output that other programs read: English, whatever the user's language is, and numbers as in the C locale.
void installNoTranslations();

/// The value of the option --language in a command line that is not parsed yet; empty: not given.
[[nodiscard]] QString languageOption(const QStringList &arguments);

} // namespace dosirak
