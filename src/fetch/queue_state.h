// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/queue.h"

namespace dosirak::fetch {

/// A queue as it is kept on disk: what is left to do. Without secrets (no headers, no user and password in URLs).
struct QueueState {
    struct Kept {
        QueueItem item;
        ItemState state = ItemState::Waiting; ///< Waiting, Paused or Failed
    };
    bool paused = false;
    QList<Kept> items;
};

/// Reads and writes it, one canonical JSON file. A missing file is an empty queue. Errors: Invalid, Io, DiskFull.
[[nodiscard]] Result<QueueState> readQueueState(const QString &path);
[[nodiscard]] Result<void> writeQueueState(const QString &path, const QueueState &state);

} // namespace dosirak::fetch
