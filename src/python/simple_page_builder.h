// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/simple_page.h"

#include <optional>
#include <string>
#include <string_view>

namespace dosirak::python {

/// What an entry says about METADATA beside the file: true, false or hashes.
struct MetadataClaim {
    bool there = false;
    std::map<std::string, std::string> hashes;
};

/// One entry of a page as its format has it, before anything is believed. Inside of the room.
struct RawSimpleFile {
    std::string link;
    std::optional<std::string> fileName;      ///< unset: the last part of the link's path
    SimpleFile said;                          ///< all that needs no checking
    std::optional<MetadataClaim> coreMetadata;     ///< PEP 714
    std::optional<MetadataClaim> distInfoMetadata; ///< PEP 658, where the first is missing
};

/// Adds hashes of known algorithms with as many hex digits as they have; others are dropped.
void addHash(std::map<std::string, std::string> &hashes, std::string_view algorithm, std::string_view digits);

/// "sha256=…"
void addHashOfFragment(std::map<std::string, std::string> &hashes, std::string_view fragment);

/// Checks and adds an entry, or counts it as refused. False when the page has too many.
[[nodiscard]] bool addFile(SimplePage &page, RawSimpleFile &&raw, std::string_view base);

[[nodiscard]] Failure brokenPage(std::string_view url, const QString &why);
[[nodiscard]] Failure tooManyFiles(std::string_view url);
[[nodiscard]] Result<void> checkPageSize(std::string_view bytes, std::string_view url);
/// PEP 629: another major version means something that this reader does not know.
[[nodiscard]] Result<void> checkApiVersion(const std::string &version, std::string_view url);

} // namespace dosirak::python
