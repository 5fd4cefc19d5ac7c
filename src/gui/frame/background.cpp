// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/background.h"

#include "gui/work/session.h"

#include <QApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace dosirak::gui {

Background::Background(Session &session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(&session, &Session::notified, this, &Background::notify);
    connect(&session.jobs(), &JobRunner::changed, this, &Background::look);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(icon(Shape::Bundles), this);
    auto *menu = new QMenu(window);
    menu->addAction(tr("Show Dosirak"), this, &Background::leave);
    menu->addAction(icon(Shape::Stop), tr("Cancel all that runs"), &session.jobs(), &JobRunner::cancelAll);
    m_tray->setContextMenu(menu);
    connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            leave();
    });
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &Background::leave);
}

void Background::enter()
{
    m_entered = true;
    if (m_tray) {
        m_tray->show();
        m_window->hide();
    } else {
        m_window->showMinimized();
    }
}

void Background::leave()
{
    const bool was = std::exchange(m_entered, false);
    if (m_tray)
        m_tray->setVisible(m_session.jobs().visibleCount() > 0);
    if (was && m_window->isMinimized())
        m_window->showNormal();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Background::notify(const QString &title, const QString &text, bool good)
{
    if (m_window->isActiveWindow())
        return; // the window itself says it
    if (m_tray)
        m_tray->showMessage(title, text, good ? QSystemTrayIcon::Information : QSystemTrayIcon::Warning);
    QApplication::alert(m_window);
}

void Background::look()
{
    const int running = m_session.jobs().visibleCount();
    if (m_tray) {
        m_tray->setToolTip(running > 0 ? tr("Dosirak: %n running", nullptr, running) : tr("Dosirak"));
        m_tray->setVisible(running > 0 || m_entered);
    }
    if (m_entered && running == 0) {
        m_entered = false;
        Q_EMIT workEnded();
    }
}

} // namespace dosirak::gui
