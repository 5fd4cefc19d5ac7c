// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace dosirak::gui {

/// Measures how long the event loop was away: the longest time between two turns of a timer that is always due.
/// Lives on the thread that it measures. It keeps that thread's processor busy, so it runs in tests and on request only.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    explicit StallMeter(QObject *parent = nullptr);

    void start();
    void stop();
    [[nodiscard]] qint64 longestNs() const { return m_longest; }
    [[nodiscard]] qint64 turns() const { return m_turns; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    qint64 m_turns = 0;
};

} // namespace dosirak::gui
