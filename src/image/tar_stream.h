// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <functional>

namespace dosirak::image {

/// One member of a tar as its header says it (POSIX.1-2001 pax, ustar, GNU long names). A plain value.
struct TarEntry {
    enum class Type { File, HardLink, SymLink, CharDevice, BlockDevice, Folder, Fifo, Other };

    QByteArray path;        ///< bytes as stored, without a leading "./" or "/" and without a trailing "/"
    Type type = Type::File;
    qint64 size = 0;        ///< bytes of content that follow; 0 unless File
    qint64 modified = 0;    ///< seconds since 1970, UTC
    uint mode = 0;          ///< permission bits
    QByteArray linkTarget;  ///< of links, as stored
};

/// Reads a tar that arrives in pieces, as image layers do: it may be endless, nested in another, or come from a pipe.
/// Nothing is written and nothing but one header is held. Names are given as they are: whoever writes files checks them.
class TarParser
{
public:
    struct Handler {
        std::function<Result<void>(const TarEntry &)> onEntry;  ///< required
        std::function<Result<void>(QByteArrayView)> onData;     ///< content of the entry last named; may be empty
        std::function<Result<void>()> onEntryEnd;               ///< after its last byte; may be empty
    };

    explicit TarParser(Handler handler) : m_handler(std::move(handler)) {}

    /// Errors: Invalid (not a tar, bad checksum, names over 1 MiB), and what the handler gives.
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);

    /// All was fed. Errors: Integrity (it ends in the middle).
    [[nodiscard]] Result<void> finish() const;

private:
    enum class State { Header, Content, Extended, Padding, Ended };

    Result<void> takeHeader();
    Result<void> beginContent(char typeFlag);
    Result<void> takeContent(QByteArrayView &bytes);
    Result<void> endContent();
    Result<void> readPax();

    Handler m_handler;
    State m_state = State::Header;
    QByteArray m_header;         ///< of 512 bytes, as far as they are here
    QByteArray m_extended;       ///< content of a pax header or a long name
    char m_extendedType = 0;
    TarEntry m_entry;
    qint64 m_left = 0;           ///< content bytes to come
    qint64 m_padding = 0;
    QByteArray m_longPath, m_longLink; ///< for the next entry
    qint64 m_paxSize = -1;
    bool m_anything = false;
};

/// The 512 bytes that begin a regular file of @p size bytes in a tar (ustar), mode 0644, time 0. Sizes of 8 GiB and more
/// are written in base 256 as GNU tar does. @p path has at most 100 bytes.
[[nodiscard]] QByteArray tarFileHeader(const QByteArray &path, qint64 size);

/// Zero bytes that follow a file of this size up to the next 512.
[[nodiscard]] qsizetype tarPadding(qint64 size);

/// The two empty blocks at the end of a tar.
[[nodiscard]] QByteArray tarEnd();

} // namespace dosirak::image
