// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>
#include <optional>

namespace dosirak::fetch {

/// What a status says about asking again (RFC 9110, section 15; 429 of RFC 6585).
[[nodiscard]] bool isRedirect(int status);
[[nodiscard]] bool isBusy(int status);

/// Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date. nullopt: not said or not understood.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header);

} // namespace dosirak::fetch
