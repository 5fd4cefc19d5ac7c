// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lock/lock_file.h"

#include <QList>
#include <QString>

namespace dosirak::workspace {

/// One file that artifacts/<preset-name>/ must hold.
struct ExpectedFile {
    QString path;         ///< relative
    qint64 size = -1;     ///< bytes; -1: not known
    QString sha256;
    bool byHand = false;
    QString page;
};

/// Every file that the folder must hold by its lock: wheels, debs, sources, the blobs of base images (read from the
/// layout that is there), and what is generated (requirements.txt, the local repository's index, the lock itself).
/// Errors: Invalid (a malformed layout), Io.
[[nodiscard]] Result<QList<ExpectedFile>> expectedFiles(const QString &folder, const lock::LockFile &lock);

/// Moves what does not belong below @p folder to `<folder>.aside/<time>/…`, keeping their relative paths. Errors: Io.
[[nodiscard]] Result<void> moveAside(const QString &folder, const QStringList &relativePaths);

/// Writes what is generated from a lock: requirements.txt, debs/Packages, debs/Release, the lock. Files that have the
/// right bytes already are left alone, so that a sync with nothing to do writes nothing. Errors: Io, DiskFull.
[[nodiscard]] Result<void> writeGenerated(const QString &folder, const lock::LockFile &lock);

} // namespace dosirak::workspace
