// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/session.h"

#include <QStatusBar>

class QToolButton;

namespace dosirak::gui {

/// The line at the foot: what runs, how fast, what the store holds, which engines answer. Each part can be clicked.
class StatusParts : public QObject
{
    Q_OBJECT

public:
    StatusParts(Session &session, QStatusBar *bar);

    void setStore(qint64 bytes, qint64 budget); ///< bytes; @p budget 0: none
    void setEngines(const QString &text, bool usable);

private:
    QToolButton *part(const QString &name);
    void showJobs();
    void fillJobsMenu();

    Session &m_session;
    QStatusBar *m_bar;
    QToolButton *m_jobs;
    QToolButton *m_speed;
    QToolButton *m_store;
    QToolButton *m_engines;
    QHash<QString, qint64> m_speeds;
};

} // namespace dosirak::gui
