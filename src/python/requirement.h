// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/marker.h"
#include "python/specifier.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// One dependency specifier of PEP 508: `name[extra,…] >=1,<2 ; marker` or `name[extra,…] @ url ; marker`.
/// A plain value.
struct Requirement {
    std::string name;                 ///< as written
    std::string normalizedName;       ///< PEP 503
    std::vector<std::string> extras;  ///< as written, sorted, each once
    SpecifierSet specifier;           ///< empty: any version
    std::string url;                  ///< empty: from an index
    std::optional<Marker> marker;

    /// At most 64 KiB of text. Errors: Invalid, with the column in place.
    [[nodiscard]] static Result<Requirement> parse(std::string_view text);

    /// Canonical text: "requests[security]<3,>=2.8.1; python_version < \"2.7\"".
    [[nodiscard]] std::string text() const;

    /// The extras by their one spelling (PEP 685), sorted, each once.
    [[nodiscard]] std::vector<std::string> normalizedExtras() const;
};

} // namespace dosirak::python
