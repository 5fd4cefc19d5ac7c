// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// The longest page that is read, in bytes (the longest real ones are below 40 MB), and the most files on it.
inline constexpr std::int64_t maxSimplePageSize = 128 * 1024 * 1024;
inline constexpr std::size_t maxSimplePageFiles = 500'000;

/// One file of a project's page.
struct SimpleFile {
    std::string fileName;                     ///< a safe file name: no separator, no control character, not "." or ".."
    std::string url;                          ///< absolute, http, https or file, without fragment
    std::map<std::string, std::string> hashes; ///< "sha256" → lower-case hex digits
    std::string requiresPython;               ///< as written; empty: none
    bool yanked = false;                      ///< PEP 592
    std::string yankedReason;
    bool hasMetadata = false;                 ///< METADATA lies beside it at url + ".metadata" (PEP 658, PEP 714)
    std::map<std::string, std::string> metadataHashes; ///< of that file; may be empty
    std::int64_t size = -1;                   ///< bytes (PEP 700); -1: not said
    std::string uploadTime;                   ///< ISO 8601, UTC (PEP 700); empty: not said

    [[nodiscard]] std::string sha256() const; ///< empty: none
};

/// The page of one project on one index.
struct SimplePage {
    std::string name;                         ///< as the page says; empty: HTML
    std::string apiVersion;                   ///< "1.0", "1.1", …; empty: not said
    std::vector<SimpleFile> files;            ///< in the page's order
    std::vector<std::string> versions;        ///< PEP 700; may be empty
    std::vector<std::string> tracks;          ///< PEP 708: this project follows the ones at these URLs
    std::vector<std::string> alternateLocations; ///< PEP 708: and is the same as at these
    std::string projectStatus;                ///< PEP 792: "archived", "quarantined", …; empty: active
    std::size_t refused = 0;                  ///< entries that were left out: unsafe name or URL
};

/// Reads a page by its media type: application/vnd.pypi.simple.v1+json as JSON (PEP 691), everything else that is HTML as
/// PEP 503. @p url is where the page came from after redirects; links are resolved against it and `base href`.
/// Errors: Invalid (too large, too many files, no JSON or not of this shape, a major version of the API that is not 1).
[[nodiscard]] Result<SimplePage> parseSimplePage(std::string_view bytes, std::string_view mediaType, std::string_view url);

[[nodiscard]] Result<SimplePage> parseSimpleJson(std::string_view bytes, std::string_view url);
[[nodiscard]] Result<SimplePage> parseSimpleHtml(std::string_view bytes, std::string_view url);

} // namespace dosirak::python
