// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace dosirak {

/// Bytes for people, in powers of ten as disks and downloads are sold: "6.4 GB", "820 kB", "12 B".
[[nodiscard]] QString bytesText(qint64 bytes);

/// A time span for people: "0.4 s", "48 s", "4 min 12 s", "2 h 5 min".
[[nodiscard]] QString durationText(std::chrono::milliseconds span);

} // namespace dosirak
