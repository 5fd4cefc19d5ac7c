// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

namespace dosirak {

/// How far a piece of work is. A plain value.
struct Progress {
    enum class Unit { Steps, Bytes };

    QString stage;          ///< what is being done now, for people ("Reading package lists")
    QString item;           ///< what it is done to now (a file name); may be empty
    qint64 done = 0;
    qint64 total = 0;       ///< 0: not known
    Unit unit = Unit::Steps;
};

/// Receives progress on whatever thread does the work; must be quick, must not throw. May be empty (= nobody listens).
using ProgressSink = std::function<void(const Progress &)>;

inline void report(const ProgressSink &sink, const Progress &progress)
{
    if (sink)
        sink(progress);
}

} // namespace dosirak
