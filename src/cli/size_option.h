// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace dosirak::cli {

/// "0", "3900MiB", "4 GB", "650m" → bytes; k, M, G, T are powers of ten, with "i" of 1024. Errors: Usage.
[[nodiscard]] Result<qint64> parseSize(const QString &text);

} // namespace dosirak::cli
