// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>

namespace dosirak::python {

/// Brings what other threads have finished back to the one thread that owns the state, so that the state needs no locks.
/// post() may come from any thread; runUntil() only from the owner. Shared by std::shared_ptr with the work on its way,
/// which may end after the owner has lost interest.
class Inbox
{
public:
    void post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_work.push_back(std::move(work));
        }
        m_arrived.notify_one();
    }

    /// Runs what arrives, in the order of arrival, until @p done or a stop. True: done.
    template<class Done>
    bool runUntil(const Done &done, const std::stop_token &stop)
    {
        while (!done()) {
            std::unique_lock lock(m_mutex);
            if (!m_arrived.wait(lock, stop, [this] { return !m_work.empty(); }))
                return false;
            std::function<void()> work = std::move(m_work.front());
            m_work.pop_front();
            lock.unlock();
            work();
        }
        return true;
    }

    /// Runs what has arrived, without waiting.
    void runArrived()
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            if (m_work.empty())
                return;
            std::function<void()> work = std::move(m_work.front());
            m_work.pop_front();
            lock.unlock();
            work();
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<std::function<void()>> m_work;
};

} // namespace dosirak::python
