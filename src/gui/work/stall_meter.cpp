// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/stall_meter.h"

#include <algorithm>

namespace dosirak::gui {

StallMeter::StallMeter(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest = std::max(m_longest, m_clock.nsecsElapsed());
        m_clock.restart();
        ++m_turns;
    });
}

void StallMeter::start()
{
    m_longest = 0;
    m_turns = 0;
    m_clock.start();
    m_timer.start();
}

void StallMeter::stop()
{
    m_timer.stop();
}

} // namespace dosirak::gui
