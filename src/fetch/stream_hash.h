// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"

#include <QByteArray>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dosirak::fetch {

/// SHA-256 of a stream, in a thread of its own once the stream is large enough to pay for one, so that hashing runs
/// beside receiving and writing. The blocks are shared, not copied; at most about 16 MiB wait.
/// Thread: add(), reset() and finish() from one thread at a time.
class StreamHash
{
public:
    StreamHash() = default;
    ~StreamHash();
    StreamHash(const StreamHash &) = delete;
    StreamHash &operator=(const StreamHash &) = delete;

    void add(const QByteArray &bytes);
    /// Forgets all that was added.
    void reset();
    /// The digest (64 hex digits) of all that was added. The stream is empty again afterwards.
    [[nodiscard]] QByteArray finish();
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    void work();
    void waitUntilDone();
    void endThread();

    Sha256 m_hash;
    qint64 m_size = 0;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_blocks;
    qint64 m_waiting = 0;
    bool m_busy = false;
    bool m_end = false;
};

} // namespace dosirak::fetch
