// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace dosirak {

/// Reads a whole file, never more than @p maxBytes of it: a larger one is refused (Invalid), not cut.
/// Errors: NotFound, Invalid (too large, not a regular file), Io.   Thread: any.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 maxBytes);

/// Replaces @p path by @p bytes as a whole or not at all (written beside it, flushed to disk, renamed).
/// Keeps the permissions of a file that is there. Folders on the way are made.
/// Errors: Io, DiskFull.   Thread: any.
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

/// Errors: Io, DiskFull.
[[nodiscard]] Result<void> makeFolder(const QString &path);

/// Makes the renames in @p folder durable (fsync on the folder). Failure is ignored: some file systems refuse it.
void syncFolder(const QString &folder);

/// An Error for errno @p number after something was tried on @p path: DiskFull for ENOSPC and EDQUOT, NotFound for
/// ENOENT, else Io.
[[nodiscard]] Error ioError(const QString &path, int number);

} // namespace dosirak
