// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/inbox_watch.h"

#include "fetch/inbox.h"

namespace dosirak::gui {

InboxWatch::InboxWatch(QObject *parent) : QObject(parent), m_watcher(new fetch::InboxWatcher)
{
    m_watcher->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(m_watcher, &fetch::InboxWatcher::fileArrived, this, &InboxWatch::arrived);
    m_thread.start();
}

InboxWatch::~InboxWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void InboxWatch::setFolders(const QStringList &folders)
{
    QMetaObject::invokeMethod(m_watcher, [watcher = m_watcher, folders] { watcher->setFolders(folders); });
}

} // namespace dosirak::gui
