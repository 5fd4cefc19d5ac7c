// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string_view>

namespace dosirak::debian {

/// A version as deb-version(7) defines it, cut into its parts. Views into the text that was parsed.
struct VersionParts {
    std::string_view epoch;     ///< digits, or empty (means 0)
    std::string_view upstream;
    std::string_view revision;  ///< after the last hyphen; empty means "0" when compared
};

/// Cuts without checking: the epoch ends at the first colon, the revision begins after the last hyphen.
[[nodiscard]] VersionParts splitVersion(std::string_view version);

/// Order of deb-version(7), "Sorting algorithm": epochs as numbers, then upstream, then revision. Tilde sorts before the
/// end of a part, letters before other characters, digits as numbers of any length. Works on any text (an invalid version
/// has a place in the order as well, as in dpkg). Thread: any.
[[nodiscard]] std::strong_ordering compareVersions(std::string_view a, std::string_view b);

/// Whether dpkg takes it without error or warning: an epoch up to 2^31-1, a non-empty upstream part that starts with a digit, only
/// the characters that deb-version(7) allows, no empty part where a colon or hyphen announces one.
[[nodiscard]] bool isValidVersion(std::string_view version);

/// How a dependency compares (Debian policy 7.1). "<" and ">" are the obsolete spellings of "<=" and ">=".
enum class Relation : unsigned char { Any, Earlier, EarlierEqual, Equal, LaterEqual, Later };

/// Whether @p version stands in @p relation to @p bound.
[[nodiscard]] bool satisfies(std::string_view version, Relation relation, std::string_view bound);

} // namespace dosirak::debian
