// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/requirement.h"
#include "python/specifier.h"
#include "python/version.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// The longest METADATA that is read, in bytes. Descriptions are the bulk of it; the longest seen is below 2 MiB.
inline constexpr std::int64_t maxMetadataSize = 16 * 1024 * 1024;

/// What the core metadata of one wheel says (1.0 to 2.4), as far as resolving and licences need it. A plain value.
struct Metadata {
    std::string metadataVersion;              ///< "2.1"
    std::string name;                         ///< as written
    std::string normalizedName;
    Version version;
    std::vector<Requirement> requirements;    ///< Requires-Dist, in order
    std::string requiresPythonText;           ///< as written; empty: none
    std::optional<SpecifierSet> requiresPython; ///< unset: none, or not readable (pip ignores such a one)
    std::vector<std::string> extras;          ///< Provides-Extra, normalised, in order, each once
    std::string licenseExpression;            ///< SPDX (2.4)
    std::string license;                      ///< free text; its first line
    std::vector<std::string> licenseClassifiers; ///< "License :: …"
    std::vector<std::string> licenseFiles;
    std::vector<std::string> dynamic;         ///< fields that an sdist's build may change (2.2), lower case

    /// One line: the expression, else the text, else the last parts of the classifiers. May be empty.
    [[nodiscard]] std::string licence() const;

    /// Reads METADATA or PKG-INFO. Unknown fields are passed over, the description is not kept. A requirement that is
    /// none makes the whole unusable, as for pip. @p source names the file for messages.
    /// Errors: Invalid (too large, no name, no version, a broken requirement: place has the line).
    [[nodiscard]] static Result<Metadata> parse(std::string_view text, const QString &source = {});
};

} // namespace dosirak::python
