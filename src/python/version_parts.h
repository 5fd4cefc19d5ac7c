// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// A version taken apart, as views into the text it was read from. Inside of the room: versions and specifiers read with
/// the same scanner, and specifiers build the keys of their bounds from parts.
struct VersionParts {
    enum class Pre { None, Alpha, Beta, Candidate };

    std::string_view epoch;                  ///< digits; empty: none
    std::vector<std::string_view> release;   ///< digits, as written
    Pre pre = Pre::None;
    std::string_view preNumber;              ///< digits; empty: 0
    std::optional<std::string_view> post;    ///< digits; empty text: 0
    std::optional<std::string_view> dev;
    std::string_view local;                  ///< as written, without "+"; empty: none
    bool wildcard = false;                   ///< ended in ".*" (only with Scan::wildcard)
};

/// What beside the public version may follow.
struct VersionScan {
    bool local = true;
    bool wildcard = false;
};

/// Reads the longest version at the start of @p text and takes it off. False (and @p text as it was) when there is none.
[[nodiscard]] bool scanVersion(std::string_view &text, VersionScan scan, VersionParts &parts);

/// Digits without leading zeros: "007" → "7", "" and "00" → "0".
[[nodiscard]] std::string_view trimmedNumber(std::string_view digits);

/// digits + 1, for numbers of any length.
[[nodiscard]] std::string incremented(std::string_view digits);

/// Appends the sort key of the parts without the local label; the size up to the pre-release is returned.
std::size_t appendPublicKey(const VersionParts &parts, std::string &key);

} // namespace dosirak::python
