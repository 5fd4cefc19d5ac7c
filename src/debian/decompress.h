// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace dosirak::debian {

/// How an index is packed, best first for a network: small and quick.
enum class Compression { Zstd, Xz, Gzip, Bzip2, None };

[[nodiscard]] QString ending(Compression compression); ///< ".zst", …, empty

/// Unpacks all of @p bytes. More than @p maxBytes of result is refused (a decompression bomb stops there).
/// Errors: Invalid (broken, cut short, too large).   Thread: any.
[[nodiscard]] Result<QByteArray> decompress(const QByteArray &bytes, Compression compression, qint64 maxBytes);

} // namespace dosirak::debian
