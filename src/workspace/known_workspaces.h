// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lock/lock_file.h"
#include "workspace/workspace.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace dosirak::workspace {

/// Which presets of which working folders use files of the store: one small file each below `<state>/known/`, so that
/// processes do not overwrite each other's news. A folder on a disk that is not plugged in keeps what it used last.

/// Notes what @p lock uses. Writes nothing when that is what is noted already. Errors: Io, DiskFull.
[[nodiscard]] Result<void> rememberUse(const QString &stateFolder, const Workspace &workspace, const lock::LockFile &lock);

/// Drops all that is noted of a working folder. Errors: NotFound (it is not known), Io.
[[nodiscard]] Result<void> forgetWorkspace(const QString &stateFolder, const QString &folder);

struct StoreUse {
    QSet<QByteArray> digests;
    QStringList workspaces;  ///< absolute folders, sorted
    QStringList unreachable; ///< of them, those that are not there now
};
/// What the locks of @p workspace and of all that are noted use: read from the locks where they are there, else as noted.
/// The folders @p without are passed over, as if they had been forgotten.
/// Errors: Invalid, Io (a lock or a note cannot be read; nobody can say then what is in use), NotFound (one of @p without
/// is not known).
[[nodiscard]] Result<StoreUse> storeUse(const QString &stateFolder, const Workspace &workspace, const QStringList &without = {});

} // namespace dosirak::workspace
