// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dosirak::python {

/// A link of an index page made absolute: against a base, fragment apart. Inside of the room.
struct IndexLink {
    std::string url;       ///< http, https or file; without fragment
    std::string fragment;  ///< "sha256=…"
    std::string fileName;  ///< the last part of the path, percent-decoded, or empty
};

/// Resolves @p link against the absolute URL @p base (RFC 3986). Nothing for another scheme, for a file: link on a page
/// that is none itself, for bytes that no URL holds and for more than 8,192 bytes.
[[nodiscard]] std::optional<IndexLink> resolveIndexLink(std::string_view link, std::string_view base);

/// A name from an index that is safe as a file name here: see safeFileName(), and without its error.
[[nodiscard]] bool isSafeIndexFileName(std::string_view name);

} // namespace dosirak::python
