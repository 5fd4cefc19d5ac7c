// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"

namespace dosirak::lock {

/// One difference between two locks.
struct Change {
    ArtifactKind kind = ArtifactKind::Wheel;
    QString name;      ///< of a deb with its architecture where it is not the target's: "libc6:i386"
    QString from;      ///< version; empty: added
    QString to;        ///< empty: removed
    QStringList why;   ///< of the new one, of a removed one the old reason
};

/// What changed, sorted by kind and name. A file with the same version and other bytes counts as a change too.
[[nodiscard]] QList<Change> changesBetween(const LockFile &before, const LockFile &after);

} // namespace dosirak::lock
