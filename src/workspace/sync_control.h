// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/verbs.h"

#include <QMutex>

namespace dosirak::fetch {
class DownloadQueue;
}

namespace dosirak::workspace {

/// The steering wheel of a sync: hands each wish to the queue while there is one, and may outlive it. Thread: any.
class QueueControl : public SyncControl
{
public:
    void attach(fetch::DownloadQueue *queue); ///< null: it is over

    void pauseAll() override;
    void resumeAll() override;
    void pause(const QString &id) override;
    void resume(const QString &id) override;
    void retry(const QString &id) override;
    void prefer(const QString &id) override;

private:
    QMutex m_mutex;
    fetch::DownloadQueue *m_queue = nullptr;
};

} // namespace dosirak::workspace
