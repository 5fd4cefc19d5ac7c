// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "bundle/manifest.h"

#include <stop_token>

namespace dosirak::bundle {

/// What reading a whole bundle found.
struct BundleCheck {
    Manifest manifest;
    QStringList damaged; ///< paths whose bytes are not what the manifest says
    QStringList missing; ///< in the manifest, not in the archive
    QStringList extra;   ///< in the archive, not in the manifest (also links and devices, which never belong)

    [[nodiscard]] bool good() const { return damaged.isEmpty() && missing.isEmpty() && extra.isEmpty(); }
};

/// Reads the manifest alone. Errors: NotFound, Invalid, Unsupported, Io.
[[nodiscard]] Result<Manifest> readManifest(const QString &path);

/// Reads every byte of a bundle (@p path: the file, or any of its parts) and writes nothing.
/// Thread: a worker. Errors: NotFound (a part), Invalid, Unsupported, Io, Cancelled.
[[nodiscard]] Result<BundleCheck> checkBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress);

/// Unpacks a bundle into @p folder, which must not exist yet, hashing while it writes. Only regular files that the
/// manifest names are written. Errors: those of checkBundle(), Integrity (something is damaged, missing or extra: the
/// folder is removed again), DiskFull.
[[nodiscard]] Result<Manifest> unpackBundle(const QString &path, const QString &folder, const std::stop_token &stop,
                                            const ProgressSink &progress);

} // namespace dosirak::bundle
