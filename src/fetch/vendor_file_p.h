// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dosirak::fetch {

/// How a file is packed, by its first bytes: a name may be anything.
enum class Packing { Unknown, Gzip, Xz, Ar };

[[nodiscard]] Packing packingOf(const QString &path);

} // namespace dosirak::fetch
