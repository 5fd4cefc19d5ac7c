// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

struct Colours {
    QRgb window, base, alternate, text, button, line, highlight, highlightText, faint, link;
};
constexpr Colours light{0xfff3f4f7, 0xffffffff, 0xfff8f9fb, 0xff1a1d23, 0xfffdfdfe, 0xffd3d7de,
                        0xff1f5fbf, 0xffffffff, 0xff656d7a, 0xff1a56b0};
constexpr Colours dark{0xff202328, 0xff17191d, 0xff1c1f23, 0xffe6e8ec, 0xff2b2f36, 0xff3b4049,
                       0xff2f6fd0, 0xffffffff, 0xff9aa2af, 0xff7db0ff};

QPalette paletteOf(const Colours &c)
{
    QPalette palette{QColor(c.button), QColor(c.window)};
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.alternate));
    palette.setColor(QPalette::Button, QColor(c.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(c.text));
    palette.setColor(QPalette::ToolTipBase, QColor(c.button));
    palette.setColor(QPalette::PlaceholderText, QColor(c.faint));
    palette.setColor(QPalette::Highlight, QColor(c.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(c.highlightText));
    palette.setColor(QPalette::Link, QColor(c.link));
    palette.setColor(QPalette::LinkVisited, QColor(c.link));
    palette.setColor(QPalette::Mid, QColor(c.line));
    palette.setColor(QPalette::Midlight, QColor(c.line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(c.faint));
    return palette;
}

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Before 6.5 the only word of the platform is the palette that it began with.
    static const bool dark = isDark(QGuiApplication::palette());
    return dark;
#endif
}

/// Fusion with room to breathe: rows of lists, trees and tables are taller than their letters.
class AiryStyle : public QProxyStyle
{
public:
    AiryStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override
    {
        QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (type == CT_ItemViewItem)
            wanted.rheight() += rowAir;
        return wanted;
    }

private:
    static constexpr int rowAir = 8; // pixels, above and below together
};

QString styleSheet(const Tones &tones)
{
    return uR"(
        #navigation { background: palette(window); border: none; outline: 0; padding: 6px 0; }
        #navigation::item { padding: 8px 10px; margin: 1px 8px; border-radius: 6px; color: palette(window-text); }
        #navigation::item:hover { background: palette(alternate-base); }
        #navigation::item:selected { background: palette(highlight); color: palette(highlighted-text); }
        #navigationLine { background: palette(mid); border: none; }
        QSplitter::handle { background: palette(mid); }
        QSplitter::handle:horizontal { width: 1px; }
        QSplitter::handle:vertical { height: 1px; }
        QStatusBar::item { border: none; }
        QLabel[role="title"] { font-weight: 600; }
        QLabel[role="faint"] { color: palette(placeholder-text); }
        QLabel[role="problem"] { color: %1; }
        QLabel[role="warning"] { color: %2; }
        QLabel[role="heading"] { font-size: 15pt; font-weight: 600; }
    )"_s.arg(tones.bad.name(), tones.warning.name());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Tones &tonesFor(const QPalette &palette)
{
    static const Tones onLight{QColor(0x19, 0x7a, 0x3d), QColor(0x9a, 0x5b, 0x00), QColor(0xbf, 0x22, 0x2c), QColor(0x1f, 0x5f, 0xbf),
                               QColor(0x1f, 0x5f, 0xbf), QColor(light.faint), QColor(light.line), QColor(0xfb, 0xfb, 0xfd)};
    static const Tones onDark{QColor(0x5c, 0xc9, 0x83), QColor(0xf0, 0xb4, 0x4c), QColor(0xff, 0x7b, 0x7b), QColor(0x7d, 0xb0, 0xff),
                              QColor(0x7d, 0xb0, 0xff), QColor(dark.faint), QColor(dark.line), QColor(0x25, 0x28, 0x2e)};
    return isDark(palette) ? onDark : onLight;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    const bool wantsDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
    // Once: with a style sheet set, the program's style is a wrapper that does not say what it wraps.
    if (!application.property("dosirakStyle").toBool()) {
        QApplication::setStyle(new AiryStyle);
        application.setProperty("dosirakStyle", true);
    }
    QApplication::setPalette(paletteOf(wantsDark ? dark : light));
    application.setStyleSheet(styleSheet(tonesFor(QGuiApplication::palette())));
}

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return u"light"_s;
    case ThemeChoice::Dark: return u"dark"_s;
    case ThemeChoice::System: break;
    }
    return u"system"_s;
}

ThemeChoice themeFromName(const QString &name)
{
    return name == u"light"_s ? ThemeChoice::Light : name == u"dark"_s ? ThemeChoice::Dark : ThemeChoice::System;
}

} // namespace dosirak::gui
