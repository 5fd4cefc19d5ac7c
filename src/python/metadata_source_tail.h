// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace dosirak::python {

/// Bytes of a wheel that are wanted: [offset, offset + size).
struct ByteSpan {
    std::int64_t offset = 0;
    std::int64_t size = 0;
};

/// The largest central directory that is read, in bytes (torch's, with 10,000 files, has 1 MiB).
inline constexpr std::int64_t maxCentralDirectory = 32 * 1024 * 1024;

/// How much of a wheel's end to ask for at first: the directory at the end of the archive, and METADATA, which build tools
/// write last of all. @p fileSize is in bytes, -1 when the index does not say.
[[nodiscard]] std::int64_t firstTail(std::int64_t fileSize);

/// What is held of a wheel: its end, and possibly a piece from before it.
struct WheelPieces {
    std::int64_t fileSize = 0;
    std::int64_t tailOffset = 0;         ///< tail reaches from here to the end of the file
    std::string_view tail;
    std::int64_t pieceOffset = 0;
    std::string_view piece;              ///< may be empty
};

/// Finds METADATA in a wheel (ZIP, PKWARE's APPNOTE 6.3: end record, ZIP64 end record, central directory, local header).
/// @p normalizedName is the project: the folder `<name>-<version>.dist-info` must be its own.
/// Gives the text, or the span that must be read as well. A span that reaches to the tail is meant to be put before it;
/// any other is a piece. Three reads are always enough (directory, METADATA, a long local header).
/// Errors: Invalid (no ZIP, no or several METADATA, a compression that wheels do not use, wrong CRC-32, too large).
[[nodiscard]] Result<std::variant<std::string, ByteSpan>> metadataIn(const WheelPieces &pieces,
                                                                     std::string_view normalizedName);

} // namespace dosirak::python
