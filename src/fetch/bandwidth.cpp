// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/bandwidth.h"

#include <algorithm>
#include <cmath>

namespace dosirak::fetch {

using namespace std::chrono_literals;

namespace {
constexpr double burst = 0.1; ///< seconds whose share may be saved up
}

Bandwidth::Bandwidth(qint64 bytesPerSecond) : m_rate(double(bytesPerSecond))
{
    m_clock.start();
}

std::chrono::milliseconds Bandwidth::pause()
{
    if (m_rate <= 0)
        return 0ms;
    const std::lock_guard lock(m_mutex);
    m_credit = std::min(m_credit + m_rate * double(m_clock.nsecsElapsed()) / 1e9, m_rate * burst);
    m_clock.restart();
    if (m_credit > 0)
        return 0ms;
    return std::chrono::milliseconds(1 + qint64(std::ceil(-m_credit / m_rate * 1000.0)));
}

void Bandwidth::spend(qint64 bytes)
{
    if (m_rate <= 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_credit -= double(bytes);
}

qint64 Bandwidth::portion() const
{
    return m_rate <= 0 ? std::numeric_limits<qint64>::max() : std::max<qint64>(1024, qint64(m_rate * burst / 2));
}

} // namespace dosirak::fetch
