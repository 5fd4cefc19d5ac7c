// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/stream_hash.h"

#include <atomic>

namespace dosirak::fetch {

namespace {
constexpr qint64 worthAThread = 2 << 20;
constexpr qint64 mostWaiting = 16 << 20; ///< of one file
constexpr qint64 mostInAll = 32 << 20;   ///< of all files that come at the same time

std::atomic<qint64> waitingInAll = 0;
} // namespace

StreamHash::~StreamHash()
{
    endThread();
}

void StreamHash::add(const QByteArray &bytes)
{
    m_size += bytes.size();
    if (m_size < worthAThread && !m_thread.joinable())
        return m_hash.add(bytes);
    if (!m_thread.joinable()) {
        m_end = false;
        m_thread = std::thread([this] { work(); });
    }
    std::unique_lock lock(m_mutex);
    // With nothing of its own waiting it always goes on, so nobody waits for another's hash.
    m_changed.wait(lock, [this] { return m_waiting == 0 || (m_waiting < mostWaiting && waitingInAll < mostInAll); });
    m_waiting += bytes.size();
    waitingInAll += bytes.size();
    m_blocks.push_back(bytes);
    m_changed.notify_all();
}

void StreamHash::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return !m_blocks.empty() || m_end; });
        if (m_blocks.empty())
            return;
        const QByteArray block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_busy = true;
        lock.unlock();
        m_hash.add(block);
        lock.lock();
        m_busy = false;
        m_waiting -= block.size();
        waitingInAll -= block.size();
        m_changed.notify_all();
    }
}

void StreamHash::waitUntilDone()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_blocks.empty() && !m_busy; });
}

void StreamHash::endThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void StreamHash::reset()
{
    (void)finish();
}

QByteArray StreamHash::finish()
{
    if (m_thread.joinable())
        waitUntilDone();
    m_size = 0;
    return m_hash.finish();
}

} // namespace dosirak::fetch
