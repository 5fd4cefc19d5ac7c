// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace dosirak::fetch {

/// How many requests run at a time, per "host:port" and in all. A host that says that it is too busy gets half as many,
/// and slowly more again while its answers are good. Thread: any.
class HostSlots
{
public:
    HostSlots(int perHost, int total);

    [[nodiscard]] bool tryTake(const QString &host);
    /// Waits for one. Errors: Cancelled.
    [[nodiscard]] Result<void> take(const QString &host, const std::stop_token &stop);
    void give(const QString &host);

    void wasBusy(const QString &host); ///< it said 429 or 503
    void wasGood(const QString &host);

private:
    struct Host {
        int active = 0;
        int limit = 0;
        int goodInARow = 0;
    };
    [[nodiscard]] bool takeLocked(const QString &host);
    Host &hostOf(const QString &name);

    const int m_perHost;
    const int m_total;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    QHash<QString, Host> m_hosts;
    int m_active = 0;
};

} // namespace dosirak::fetch
