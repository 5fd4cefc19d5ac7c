// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/host_slots.h"

#include <algorithm>

namespace dosirak::fetch {

HostSlots::HostSlots(int perHost, int total) : m_perHost(perHost), m_total(total) {}

HostSlots::Host &HostSlots::hostOf(const QString &name)
{
    Host &host = m_hosts[name];
    if (host.limit == 0)
        host.limit = m_perHost;
    return host;
}

bool HostSlots::takeLocked(const QString &name)
{
    Host &host = hostOf(name);
    if (host.active >= host.limit || m_active >= m_total)
        return false;
    ++host.active;
    ++m_active;
    return true;
}

bool HostSlots::tryTake(const QString &host)
{
    const std::lock_guard lock(m_mutex);
    return takeLocked(host);
}

Result<void> HostSlots::take(const QString &host, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (m_changed.wait(lock, stop, [&] { return takeLocked(host); }))
        return {};
    return cancelled();
}

void HostSlots::give(const QString &host)
{
    const std::lock_guard lock(m_mutex);
    --hostOf(host).active;
    --m_active;
    m_changed.notify_all();
}

void HostSlots::wasBusy(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    Host &host = hostOf(name);
    host.limit = std::max(1, host.limit / 2);
    host.goodInARow = 0;
}

void HostSlots::wasGood(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    Host &host = hostOf(name);
    if (host.limit < m_perHost && ++host.goodInARow >= host.limit) {
        ++host.limit;
        host.goodInARow = 0;
        m_changed.notify_all();
    }
}

} // namespace dosirak::fetch
