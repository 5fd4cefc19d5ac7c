// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace dosirak::gui {

class Session;

/// Lets the window go while work goes on: into the tray where there is one, else minimised, so that it can always be
/// called back. Also says a word of the desktop when long work has ended and nobody looks. Thread: UI.
class Background : public QObject
{
    Q_OBJECT

public:
    Background(Session &session, QWidget *window);

    void enter();
    void leave(); ///< the window is wanted again
    [[nodiscard]] bool isEntered() const { return m_entered; }

Q_SIGNALS:
    void workEnded(); ///< in the background, and nothing runs any more

private:
    void notify(const QString &title, const QString &text, bool good);
    void look();

    Session &m_session;
    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr; ///< nullptr: this desktop has none
    bool m_entered = false;
};

} // namespace dosirak::gui
