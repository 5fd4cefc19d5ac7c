// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "lock/lock_file.h"

#include <stop_token>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::lock {

/// Some indexes say no SHA-256 of their files, and a lock must have one: such files are downloaded into the store
/// (@p storeFolder), where a sync finds them again, and hashed on the way. What they are is taken on trust once: what
/// @p old says of the same address is kept.
/// Errors: Network, Refused, NotFound, Io, DiskFull, Cancelled.
[[nodiscard]] Result<void> fillMissingHashes(QList<Artifact> &artifacts, const LockFile *old, const QString &storeFolder,
                                             fetch::HttpClient &http, const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::lock
