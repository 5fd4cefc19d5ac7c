// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/metadata.h"
#include "python/metadata_source_sdist.h"
#include "python/metadata_source_tail.h"

#include <algorithm>
#include <variant>

namespace dosirak::fuzz {

namespace {

/// As MetadataSource does it: the end of the file first, then what the answers ask for.
void readWheel(std::string_view file)
{
    const auto size = std::int64_t(file.size());
    std::int64_t tailOffset = std::max<std::int64_t>(0, size - 64);
    std::string_view piece;
    std::int64_t pieceOffset = 0;
    for (int step = 0; step < 4; ++step) {
        const python::WheelPieces pieces{size, tailOffset, file.substr(std::size_t(tailOffset)), pieceOffset, piece};
        const auto found = python::metadataIn(pieces, "demo");
        if (!found) {
            require(!found.error().what.isEmpty(), "a refusal says why");
            return;
        }
        if (const auto *text = std::get_if<std::string>(&*found)) {
            require(std::int64_t(text->size()) <= python::maxMetadataSize, "METADATA is bounded");
            return;
        }
        const auto span = std::get<python::ByteSpan>(*found);
        require(span.offset >= 0 && span.size >= 0 && span.offset <= size && span.size <= size - span.offset, "a span lies in the file");
        if (span.offset + span.size == tailOffset) {
            tailOffset = span.offset;
        } else {
            pieceOffset = span.offset;
            piece = file.substr(std::size_t(span.offset), std::size_t(span.size));
        }
    }
}

} // namespace

/// A wheel or a source archive from an index: whatever the bytes are, reading ends and asks for nothing outside of them.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const std::string_view file = textOf(bytes);
    readWheel(file);
    const QByteArray archive(file.data(), qsizetype(file.size()));
    const char *name = file.starts_with("PK") ? "demo-1.zip" : "demo-1.tar.gz";
    const auto contents = python::readSdistArchive(archive, name);
    require(contents || !contents.error().what.isEmpty(), "a refusal says why");
    require(!contents || !contents->buildRequires.empty(), "a build always needs something");
    // Scripts are only looked at.
    [[maybe_unused]] const auto listed = python::buildRequiresIn(file);
    [[maybe_unused]] const auto indexes = python::indexesFetchedBy(file);
}

} // namespace dosirak::fuzz
