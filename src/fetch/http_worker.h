// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/host_slots.h"
#include "fetch/http_job.h"

#include <QHash>
#include <QList>
#include <map>
#include <thread>
#include <vector>

namespace dosirak::fetch {

/// The network thread: takes jobs, keeps to the limits, follows redirects, tries again.
class HttpWorker
{
public:
    explicit HttpWorker(HttpContext &context);
    /// shutDown().
    ~HttpWorker();
    HttpWorker(const HttpWorker &) = delete;
    HttpWorker &operator=(const HttpWorker &) = delete;

    /// Thread: any.
    void start(const HttpJobPtr &job);
    /// Ends every job with Cancelled and waits for the thread. Nothing may be started afterwards.
    void shutDown();

private:
    using Clock = std::chrono::steady_clock;

    void post(std::function<void()> command);
    void run();
    bool takeCommands();
    void startDue();
    void transfer();
    void takeEnded();
    void checkSilence();
    [[nodiscard]] std::chrono::milliseconds untilNext();

    void enqueue(const HttpJobPtr &job);
    void pump();
    void launch(const HttpJobPtr &job);
    bool onHead(HttpJob &job);
    bool onBody(HttpJob &job, QByteArrayView bytes);
    void onEnd(const HttpJobPtr &job, CURLcode code);
    void follow(const HttpJobPtr &job);
    void retryStatus(const HttpJobPtr &job);
    void retryFault(const HttpJobPtr &job, const Error &error, bool curable);
    void relaunchAfter(const HttpJobPtr &job, std::chrono::milliseconds pause);
    void dropExchange(const HttpJobPtr &job);
    void finish(const HttpJobPtr &job, Result<void> outcome);

    HttpContext &m_context;
    MultiHandle m_multi;
    std::vector<std::unique_ptr<EasyHandle>> m_handles; ///< not in use
    HostSlots m_slots;
    QHash<QString, QList<HttpJobPtr>> m_waiting;        ///< by "host:port"
    std::multimap<Clock::time_point, HttpJobPtr> m_later;
    QList<HttpJobPtr> m_jobs;                           ///< all that are not over
    bool m_down = false;                                ///< on its way out

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_commands;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace dosirak::fetch
