// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <chrono>
#include <mutex>

namespace dosirak::fetch {

/// The bytes that all requests of a client together may take in a second. Thread: any.
class Bandwidth
{
public:
    /// @p bytesPerSecond 0: no limit.
    explicit Bandwidth(qint64 bytesPerSecond);

    /// How long to wait before more is read; 0: not at all.
    [[nodiscard]] std::chrono::milliseconds pause();
    void spend(qint64 bytes);
    /// The most that should be read at once, so that the limit also holds over a short time.
    [[nodiscard]] qint64 portion() const;

private:
    const double m_rate;
    std::mutex m_mutex;
    QElapsedTimer m_clock;
    double m_credit = 0; ///< bytes; below zero: more was read than there was
};

} // namespace dosirak::fetch
