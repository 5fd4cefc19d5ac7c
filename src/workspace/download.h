// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lock/lock_file.h"

#include <functional>
#include <stop_token>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::workspace {

/// Streams one artifact to @p path: into `<path>.part`, hashed on the way, named only when length and SHA-256 are the
/// lock's. A part that is there is gone on with. @p onBytes tells of each piece (bytes).
/// Thread: a worker. Errors: Network, Refused, NotFound, Integrity (the server has other bytes), Io, DiskFull, Cancelled.
[[nodiscard]] Result<void> download(const lock::Artifact &artifact, const QString &path, fetch::HttpClient &http,
                                    const std::stop_token &stop, const std::function<void(qint64)> &onBytes);

} // namespace dosirak::workspace
