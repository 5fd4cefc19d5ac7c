// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>

namespace dosirak::fetch {

/// Takes a file that is being written back out of the page cache, some MiB behind its end, so that the memory which holds
/// it is used over and over. Taking memory that was not used before can cost more than receiving the bytes: in a virtual
/// machine it has to come from the host (the figures are in docs/decisions/0008).
///
/// Only what comes faster than a line of 1 Gbit/s brings it is treated so. All else stays in the cache, for the build or
/// the bundle that may follow; so does what the disk cannot write quickly, which would be slow to read again.
/// Thread: one at a time.
class DropBehind
{
public:
    using Clock = std::chrono::steady_clock;

    /// The file ends at @p size; what is before that is left alone.
    void begin(qint64 size, Clock::time_point now = Clock::now());
    /// The file @p fd has been appended to and has @p size bytes now. There are no errors: it only spares memory.
    void grown(int fd, qint64 size, Clock::time_point now = Clock::now());

private:
    qint64 m_from = 0;
    Clock::time_point m_since;
};

} // namespace dosirak::fetch
