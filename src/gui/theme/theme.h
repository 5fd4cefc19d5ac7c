// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QWidget;

namespace dosirak::gui {

enum class ThemeChoice { System, Light, Dark };

/// Colours with a meaning, beside those of QPalette. None is ever the only signal: a shape and a word go with each.
struct Tones {
    QColor good, warning, bad, note, running, faint, line, panel;
};

/// Sets style, palette and the small style sheet of the whole program. Thread: UI.
void applyTheme(QApplication &application, ThemeChoice choice);

/// The tones that go with a palette (light or dark by its window colour).
[[nodiscard]] const Tones &tonesFor(const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QString themeName(ThemeChoice choice); ///< for settings: "system", "light", "dark"
[[nodiscard]] ThemeChoice themeFromName(const QString &name);

} // namespace dosirak::gui
