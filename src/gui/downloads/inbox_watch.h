// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

namespace dosirak::fetch {
class InboxWatcher;
}

namespace dosirak::gui {

/// Watches the folders that the user picked, on a thread of its own: a full Downloads folder must not stop the window.
/// Thread: UI.
class InboxWatch : public QObject
{
    Q_OBJECT

public:
    explicit InboxWatch(QObject *parent = nullptr);
    ~InboxWatch() override;

    void setFolders(const QStringList &folders);

Q_SIGNALS:
    void arrived(const QString &path); ///< a file with a vendor's name that has stopped growing

private:
    QThread m_thread;
    fetch::InboxWatcher *m_watcher; ///< lives on m_thread
};

} // namespace dosirak::gui
