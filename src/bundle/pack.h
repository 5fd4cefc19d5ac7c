// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "bundle/manifest.h"
#include "bundle/parts.h"

#include <stop_token>

namespace dosirak::bundle {

/// One file to pack.
struct PlannedFile {
    QString source;     ///< where it is now; empty: the bytes below are its content
    QByteArray content;
    QString path;       ///< where it goes
    QString sha256;     ///< what it must be; empty: whatever it is (it is then read twice: keep such files small)
};

struct PackPlan {
    QString presetName;
    QString lockSha256;
    QList<PlannedFile> files;
};

struct Packed {
    std::vector<Part> parts;
    QString manifestSha256;
    int files = 0;
    qint64 bytes = 0;   ///< of the parts
};

/// Writes the bundle: a plain tar (POSIX ustar with GNU long names, so that any tar unpacks it; what it holds is
/// compressed already), its manifest first, with SHA256SUMS and verify.sh for a place without Dosirak; cut into parts of
/// @p partSize bytes (0: one file). Beside the parts goes "<target>.sha256", their hashes for `sha256sum -c`.
/// Every byte is read once, and checked against the hash that the lock promised while it is packed.
/// Thread: a worker. Errors: NotFound (a file is gone), Integrity (a file is not what the lock says), Io, DiskFull,
/// Unsupported (a file of 8 GiB or more, which this tar form cannot hold), Cancelled. Nothing is left of a failed bundle.
[[nodiscard]] Result<Packed> pack(const PackPlan &plan, const QString &target, qint64 partSize,
                                  const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::bundle
