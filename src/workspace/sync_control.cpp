// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sync_control.h"

#include "fetch/queue.h"

namespace dosirak::workspace {

void QueueControl::attach(fetch::DownloadQueue *queue)
{
    const QMutexLocker lock(&m_mutex);
    m_queue = queue;
}

void QueueControl::pauseAll()
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->pauseAll();
}

void QueueControl::resumeAll()
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->resumeAll();
}

void QueueControl::pause(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->pause({id});
}

void QueueControl::resume(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->resume({id});
}

void QueueControl::retry(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->retry({id});
}

void QueueControl::prefer(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_queue)
        m_queue->moveToFront({id});
}

} // namespace dosirak::workspace
