// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/drop_behind.h"

#include <fcntl.h>

namespace dosirak::fetch {

using namespace std::chrono_literals;

namespace {

constexpr qint64 window = 8 << 20;
constexpr auto quick = 62ms;           ///< for one window: above 1 Gbit/s, which is 119 MiB/s
constexpr qint64 distance = 4 * window; ///< what the disk may still be writing

} // namespace

void DropBehind::begin(qint64 size, Clock::time_point now)
{
    m_from = size;
    m_since = now;
}

void DropBehind::grown(int fd, qint64 size, Clock::time_point now)
{
    const qint64 length = size - m_from;
    if (length < window)
        return;
    if (now - m_since <= quick) {
        // Begins to write and does not wait; pages that are still dirty below stay, and are asked for again.
        (void)::sync_file_range(fd, m_from, length, SYNC_FILE_RANGE_WRITE);
        if (m_from > distance)
            (void)::posix_fadvise(fd, 0, m_from - distance, POSIX_FADV_DONTNEED);
    }
    begin(size, now);
}

} // namespace dosirak::fetch
