// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata_source_tail.h"

#include "base/tr.h"
#include "python/metadata.h"
#include "python/names.h"

#include <zlib.h>

#include <algorithm>
#include <optional>

namespace dosirak::python {

namespace {

constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::int64_t endSize = 22;
constexpr std::int64_t locator64Size = 20;
constexpr std::int64_t end64Size = 56;
constexpr std::int64_t centralSize = 46;
constexpr std::int64_t localSize = 30;
/// A local header's extra field may be longer than the directory says; this much is asked for on top.
constexpr std::int64_t localSlack = 512;

using Answer = Result<std::variant<std::string, ByteSpan>>;

Failure broken(const char *detail)
{
    return fail(ErrorCode::Invalid, coreTr("The wheel is not a readable ZIP archive."), {}, QString::fromLatin1(detail));
}

/// The pieces of the file that are held.
class Held
{
public:
    Held(std::string_view tail, std::int64_t tailOffset, std::string_view piece, std::int64_t pieceOffset)
        : m_tail(tail), m_tailOffset(tailOffset), m_piece(piece), m_pieceOffset(pieceOffset)
    {
    }
    /// The bytes at [offset, offset + size), when they lie in one piece.
    [[nodiscard]] std::optional<std::string_view> at(std::int64_t offset, std::int64_t size) const
    {
        if (offset >= m_tailOffset && size >= 0 && offset + size <= m_tailOffset + std::int64_t(m_tail.size()))
            return m_tail.substr(std::size_t(offset - m_tailOffset), std::size_t(size));
        if (offset >= m_pieceOffset && size >= 0 && offset + size <= m_pieceOffset + std::int64_t(m_piece.size()))
            return m_piece.substr(std::size_t(offset - m_pieceOffset), std::size_t(size));
        return std::nullopt;
    }

private:
    std::string_view m_tail;
    std::int64_t m_tailOffset;
    std::string_view m_piece;
    std::int64_t m_pieceOffset;
};

std::uint64_t number(std::string_view bytes, std::size_t at, int size)
{
    std::uint64_t value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + std::size_t(i)]);
    return value;
}

struct Directory {
    std::int64_t offset = 0;
    std::int64_t size = 0;
};

Result<Directory> checkedDirectory(std::uint64_t offset, std::uint64_t size, std::int64_t end)
{
    if (size > std::uint64_t(maxCentralDirectory))
        return broken("the central directory is too large");
    if (offset > std::uint64_t(end) || size > std::uint64_t(end) - offset)
        return broken("the central directory lies outside of the file");
    return Directory{std::int64_t(offset), std::int64_t(size)};
}

/// Where the central directory is. The end record stands in the last 64 KiB and a comment may follow it.
Result<Directory> findDirectory(std::string_view tail, std::int64_t tailOffset, std::int64_t fileSize)
{
    if (std::int64_t(tail.size()) < endSize)
        return broken("shorter than an end record");
    const std::int64_t last = std::int64_t(tail.size()) - endSize;
    for (std::int64_t at = last; at >= std::max<std::int64_t>(0, last - 0xffff); --at) {
        const std::string_view end = tail.substr(std::size_t(at));
        if (number(end, 0, 4) != endSignature || std::int64_t(number(end, 20, 2)) != last - at)
            continue;
        std::uint64_t size = number(end, 12, 4);
        std::uint64_t offset = number(end, 16, 4);
        if (size != 0xffffffffU && offset != 0xffffffffU && number(end, 10, 2) != 0xffffU)
            return checkedDirectory(offset, size, tailOffset + at);
        if (at < locator64Size + end64Size)
            return broken("the ZIP64 end record is missing");
        const std::string_view locator = tail.substr(std::size_t(at - locator64Size));
        if (number(locator, 0, 4) != locator64Signature)
            return checkedDirectory(offset, size, tailOffset + at);
        const std::uint64_t end64At = number(locator, 8, 8);
        if (end64At < std::uint64_t(tailOffset) || end64At + std::uint64_t(end64Size) > std::uint64_t(tailOffset + at))
            return broken("the ZIP64 end record lies elsewhere");
        const std::string_view end64 = tail.substr(std::size_t(std::int64_t(end64At) - tailOffset));
        if (number(end64, 0, 4) != end64Signature)
            return broken("the ZIP64 end record is missing");
        return checkedDirectory(number(end64, 48, 8), number(end64, 40, 8), std::min(fileSize, tailOffset + at));
    }
    return broken("no end record");
}

struct Member {
    std::uint64_t method = 0;
    std::uint64_t flags = 0;
    std::uint64_t crc = 0;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;
    std::uint64_t nameSize = 0;
};

/// ZIP64's extra field (id 1) holds those values, in this order, that are all ones in the entry.
void readZip64(std::string_view extra, Member &member)
{
    while (extra.size() >= 4) {
        const std::size_t length = std::size_t(number(extra, 2, 2));
        if (extra.size() < 4 + length)
            return;
        if (number(extra, 0, 2) == 1) {
            std::string_view values = extra.substr(4, length);
            for (std::uint64_t *value : {&member.size, &member.packed, &member.offset})
                if (*value == 0xffffffffU && values.size() >= 8) {
                    *value = number(values, 0, 8);
                    values.remove_prefix(8);
                }
            return;
        }
        extra.remove_prefix(4 + length);
    }
}

/// "<name>-<version>.dist-info/METADATA" at the top, where <name> is the project.
bool isMetadataOf(std::string_view path, std::string_view normalizedName)
{
    constexpr std::string_view suffix = ".dist-info/METADATA";
    if (!path.ends_with(suffix))
        return false;
    path.remove_suffix(suffix.size());
    const std::size_t dash = path.rfind('-');
    return dash != std::string_view::npos && path.find('/') == std::string_view::npos
        && normalizeName(path.substr(0, dash)) == normalizedName;
}

Result<Member> findMetadata(std::string_view directory, std::string_view normalizedName)
{
    std::optional<Member> found;
    while (std::int64_t(directory.size()) >= centralSize && number(directory, 0, 4) == centralSignature) {
        const std::size_t nameSize = std::size_t(number(directory, 28, 2));
        const std::size_t extraSize = std::size_t(number(directory, 30, 2));
        const std::size_t whole = std::size_t(centralSize) + nameSize + extraSize + std::size_t(number(directory, 32, 2));
        if (directory.size() < whole)
            return broken("a directory entry is cut off");
        if (isMetadataOf(directory.substr(std::size_t(centralSize), nameSize), normalizedName)) {
            if (found)
                return broken("METADATA is there twice");
            found = Member{number(directory, 10, 2), number(directory, 8, 2),  number(directory, 16, 4),
                           number(directory, 20, 4), number(directory, 24, 4), number(directory, 42, 4),
                           nameSize};
            readZip64(directory.substr(std::size_t(centralSize) + nameSize, extraSize), *found);
        }
        directory.remove_prefix(whole);
    }
    if (!found)
        return broken("no METADATA of this project in the archive");
    return *found;
}

Result<std::string> inflateRaw(std::string_view packed, std::uint64_t size)
{
    std::string text(std::size_t(size), '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return fail(ErrorCode::Internal, coreTr("The decompressor does not start."));
    // zlib's C interface takes the input without const and does not write to it.
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = uInt(text.size());
    const int state = inflate(&stream, Z_FINISH);
    const bool whole = state == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    if (!whole)
        return broken("METADATA cannot be decompressed");
    return text;
}

Result<std::string> unpack(const Member &member, std::string_view packed)
{
    if ((member.flags & 1U) != 0 || (member.method != 0 && member.method != 8))
        return broken("METADATA is encrypted or compressed in a way that wheels do not use");
    Result<std::string> text = member.method == 8 ? inflateRaw(packed, member.size) : Result<std::string>(packed);
    if (!text)
        return text;
    const auto *bytes = reinterpret_cast<const Bytef *>(text->data());
    if (text->size() != member.size || crc32(0, bytes, uInt(text->size())) != member.crc)
        return broken("METADATA does not have its CRC-32");
    return text;
}

} // namespace

std::int64_t firstTail(std::int64_t fileSize)
{
    // Measured on wheels of the bench's sets (tests/bench/wheels): 9 of 10 have METADATA and directory in the last
    // 32 KiB; archives with many files need about 1 byte in 400 for their directory and RECORD.
    constexpr std::int64_t least = 32 * 1024;
    constexpr std::int64_t most = 1024 * 1024;
    if (fileSize < 0)
        return 2 * least;
    return std::min(fileSize, std::clamp(least + fileSize / 400, least, most));
}

Answer metadataIn(const WheelPieces &pieces, std::string_view normalizedName)
{
    const std::int64_t fileSize = pieces.fileSize;
    const std::int64_t tailOffset = pieces.tailOffset;
    if (tailOffset < 0 || tailOffset + std::int64_t(pieces.tail.size()) != fileSize)
        return broken("the end of the file is not where it should be");
    const Held held(pieces.tail, tailOffset, pieces.piece, pieces.pieceOffset);
    DOSIRAK_TRY(directory, findDirectory(pieces.tail, tailOffset, fileSize));
    const auto listing = held.at(directory.offset, directory.size);
    if (!listing) {
        // METADATA mostly stands shortly before the directory, with RECORD, which is about as long as that, between.
        const std::int64_t from = std::max<std::int64_t>(0, directory.offset - directory.size - 64 * 1024);
        return ByteSpan{from, tailOffset - from};
    }
    DOSIRAK_TRY(member, findMetadata(*listing, normalizedName));
    if (member.size > std::uint64_t(maxMetadataSize) || member.packed > std::uint64_t(maxMetadataSize))
        return broken("METADATA is too large");
    if (member.offset > std::uint64_t(directory.offset))
        return broken("METADATA lies outside of the file");
    const auto offset = std::int64_t(member.offset);
    const std::int64_t likely = std::min(localSize + std::int64_t(member.nameSize) + localSlack + std::int64_t(member.packed),
                                         fileSize - offset);
    const auto header = held.at(offset, localSize);
    if (!header)
        return ByteSpan{offset, likely};
    if (number(*header, 0, 4) != localSignature)
        return broken("METADATA has no local header");
    const auto start = offset + localSize + std::int64_t(number(*header, 26, 2)) + std::int64_t(number(*header, 28, 2));
    const auto packed = held.at(start, std::int64_t(member.packed));
    if (!packed)
        return ByteSpan{offset, std::min(start + std::int64_t(member.packed), fileSize) - offset};
    DOSIRAK_TRY(text, unpack(member, *packed));
    return text;
}

} // namespace dosirak::python
