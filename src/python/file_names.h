// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/tags.h"
#include "python/version.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// The build number of a wheel: digits, then any text ("2", "1local"). Compares by the number, then the text; none is
/// the smallest.
struct BuildTag {
    std::string number;              ///< digits without leading zeros; empty: the name has no build tag
    std::string suffix;

    friend bool operator==(const BuildTag &, const BuildTag &) = default;
    friend std::strong_ordering operator<=>(const BuildTag &a, const BuildTag &b);
};

/// A wheel's file name taken apart (binary distribution format, PEP 427 and PEP 491).
struct WheelName {
    std::string name;                ///< normalised (PEP 503)
    Version version;
    BuildTag build;
    std::string tagSet;              ///< as written: "py2.py3-none-any"; TargetTags::bestRank() reads it

    /// The tags it stands for, sorted, each once. At most 4,096: a name with more is refused by parse().
    [[nodiscard]] std::vector<Tag> tags() const;

    /// Strict, as `packaging` 26.3, and beyond that only ASCII names and no path separators or control characters.
    /// Errors: Invalid.
    [[nodiscard]] static Result<WheelName> parse(std::string_view fileName);
    /// The same for a whole page of names, most of which nobody will ask about: no error text is made.
    [[nodiscard]] static std::optional<WheelName> read(std::string_view fileName);
};

/// A source archive's file name (source distribution format, PEP 625; .zip as well).
struct SdistName {
    std::string name;                ///< normalised
    Version version;

    /// Errors: Invalid.
    [[nodiscard]] static Result<SdistName> parse(std::string_view fileName);
    [[nodiscard]] static std::optional<SdistName> read(std::string_view fileName);
    /// For the page of a known project, whose older archives have dashes in their versions ("foo-1.0-1.tar.gz"):
    /// what follows the project's name, in any spelling of it, is the version.
    [[nodiscard]] static std::optional<SdistName> readOf(std::string_view fileName, std::string_view normalizedName);
};

/// The wheel that pip would take: the highest version (finals before pre-releases), then the best tag, then the highest
/// build number, then the first. The index into @p fileNames; names that are no wheels of the target are passed over.
[[nodiscard]] std::optional<std::size_t> selectWheel(const std::vector<std::string> &fileNames, const TargetTags &tags);

} // namespace dosirak::python
