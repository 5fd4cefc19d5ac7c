// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_stream.h"

#include "base/tr.h"

#include <algorithm>
#include <cstring>

namespace dosirak::image {

namespace {

constexpr qsizetype blockBytes = 512;
constexpr qint64 maxExtendedBytes = 1 << 20;

Failure broken(const QString &detail)
{
    return fail(ErrorCode::Invalid, coreTr("This is not a readable tar archive."), {}, detail);
}

QByteArray field(const QByteArray &header, qsizetype from, qsizetype length)
{
    const char *start = header.constData() + from;
    return {start, qsizetype(::strnlen(start, size_t(length)))};
}

/// Octal digits, or GNU's base 256 when the first bit is set. -1: neither.
qint64 number(const QByteArray &header, qsizetype from, qsizetype length)
{
    const auto first = uchar(header.at(from));
    if (first & 0x80) {
        if (first & 0x40)
            return -1;
        qint64 value = first & 0x3f;
        for (qsizetype i = 1; i < length; ++i) {
            if (value > (qint64(1) << 54))
                return -1;
            value = (value << 8) | uchar(header.at(from + i));
        }
        return value;
    }
    qint64 value = 0;
    const QByteArray digits = field(header, from, length).trimmed();
    for (const char c : digits) {
        if (c < '0' || c > '7')
            return -1;
        value = (value << 3) | (c - '0');
    }
    return value;
}

bool checksumFits(const QByteArray &header)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < blockBytes; ++i)
        sum += (i >= 148 && i < 156) ? ' ' : uchar(header.at(i));
    return sum == number(header, 148, 8);
}

TarEntry::Type typeOf(char flag)
{
    switch (flag) {
    case '0': case '\0': case '7': return TarEntry::Type::File;
    case '1': return TarEntry::Type::HardLink;
    case '2': return TarEntry::Type::SymLink;
    case '3': return TarEntry::Type::CharDevice;
    case '4': return TarEntry::Type::BlockDevice;
    case '5': return TarEntry::Type::Folder;
    case '6': return TarEntry::Type::Fifo;
    default: return TarEntry::Type::Other;
    }
}

bool isExtension(char flag)
{
    return flag == 'x' || flag == 'g' || flag == 'L' || flag == 'K';
}

/// "./usr//" and "/usr" are "usr"; "./.wh.a" keeps its dot.
QByteArray plainPath(QByteArray path)
{
    for (;;) {
        if (path.startsWith("./"))
            path.remove(0, 2);
        else if (path.startsWith('/'))
            path.remove(0, 1);
        else
            break;
    }
    while (path.endsWith('/'))
        path.chop(1);
    return path == "." ? QByteArray() : path;
}

} // namespace

Result<void> TarParser::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        switch (m_state) {
        case State::Ended:
            return {};
        case State::Header: {
            const qsizetype some = std::min(bytes.size(), blockBytes - m_header.size());
            m_header.append(bytes.first(some));
            bytes = bytes.sliced(some);
            if (m_header.size() == blockBytes)
                DOSIRAK_CHECK(takeHeader());
            break;
        }
        case State::Content:
        case State::Extended:
            DOSIRAK_CHECK(takeContent(bytes));
            break;
        case State::Padding: {
            const qsizetype some = qsizetype(std::min<qint64>(bytes.size(), m_padding));
            bytes = bytes.sliced(some);
            m_padding -= some;
            if (m_padding == 0)
                m_state = State::Header;
            break;
        }
        }
    }
    return {};
}

Result<void> TarParser::finish() const
{
    if (m_state == State::Ended || (m_state == State::Header && m_header.isEmpty() && m_anything))
        return {};
    if (!m_anything && m_state == State::Header)
        return fail(ErrorCode::Invalid, coreTr("This is no tar archive."), coreTr("Give a file that “docker save” or “podman save” wrote, or an OCI layout as a tar."));
    return fail(ErrorCode::Integrity, coreTr("The tar archive ends in the middle."),
                coreTr("It was cut while it was written or copied: make or copy it again."));
}

Result<void> TarParser::takeHeader()
{
    if (m_header.count('\0') == blockBytes) {
        m_state = State::Ended;
        return {};
    }
    if (!checksumFits(m_header))
        return broken(QStringLiteral("bad header checksum"));
    const char flag = m_header.at(156);
    const qint64 size = number(m_header, 124, 12);
    if (size < 0)
        return broken(QStringLiteral("bad size field"));
    m_left = size;
    m_anything = true;
    return beginContent(flag);
}

Result<void> TarParser::beginContent(char flag)
{
    if (isExtension(flag)) {
        if (m_left > maxExtendedBytes)
            return broken(QStringLiteral("extended header over 1 MiB"));
        m_extended.clear();
        m_extendedType = flag;
        m_state = State::Extended;
    } else {
        const QByteArray prefix = m_header.mid(257, 5) == "ustar" && m_header.at(262) == '\0'
                                      ? field(m_header, 345, 155) : QByteArray();
        const QByteArray name = field(m_header, 0, 100);
        m_entry.path = plainPath(!m_longPath.isEmpty() ? m_longPath : prefix.isEmpty() ? name : prefix + '/' + name);
        m_entry.type = typeOf(flag);
        m_entry.linkTarget = m_longLink.isEmpty() ? field(m_header, 157, 100) : m_longLink;
        m_entry.modified = std::max<qint64>(number(m_header, 136, 12), 0);
        m_entry.mode = uint(std::max<qint64>(number(m_header, 100, 8), 0)) & 07777;
        if (m_paxSize >= 0)
            m_left = m_paxSize;
        // Only files have content; some writers leave the target's size in the header of a hard link.
        if (m_entry.type != TarEntry::Type::File && m_entry.type != TarEntry::Type::Other)
            m_left = 0;
        m_entry.size = m_left;
        m_longPath.clear();
        m_longLink.clear();
        m_paxSize = -1;
        m_state = State::Content;
        DOSIRAK_CHECK(m_handler.onEntry(m_entry));
    }
    m_header.clear();
    m_padding = tarPadding(m_left);
    return m_left == 0 ? endContent() : Result<void>();
}

Result<void> TarParser::takeContent(QByteArrayView &bytes)
{
    const qsizetype some = qsizetype(std::min<qint64>(bytes.size(), m_left));
    const QByteArrayView piece = bytes.first(some);
    if (m_state == State::Extended)
        m_extended.append(piece);
    else if (m_handler.onData)
        DOSIRAK_CHECK(m_handler.onData(piece));
    bytes = bytes.sliced(some);
    m_left -= some;
    return m_left == 0 ? endContent() : Result<void>();
}

Result<void> TarParser::endContent()
{
    const bool extended = m_state == State::Extended;
    m_state = m_padding > 0 ? State::Padding : State::Header;
    if (!extended)
        return m_handler.onEntryEnd ? m_handler.onEntryEnd() : Result<void>();
    if (m_extendedType == 'L' || m_extendedType == 'K') {
        (m_extendedType == 'L' ? m_longPath : m_longLink) = m_extended.left(qsizetype(qstrnlen(m_extended.constData(), size_t(m_extended.size()))));
        return {};
    }
    return m_extendedType == 'x' ? readPax() : Result<void>();
}

/// Records "LENGTH KEY=VALUE\n", LENGTH counting the whole record (pax, POSIX.1-2001).
Result<void> TarParser::readPax()
{
    qsizetype at = 0;
    while (at < m_extended.size()) {
        const qsizetype blank = m_extended.indexOf(' ', at);
        bool ok = false;
        const qsizetype length = blank < 0 ? 0 : m_extended.mid(at, blank - at).toLongLong(&ok);
        if (!ok || length <= blank - at + 1 || length > m_extended.size() - at)
            return broken(QStringLiteral("bad pax record"));
        const QByteArray record = m_extended.mid(blank + 1, at + length - blank - 2);
        const qsizetype equals = record.indexOf('=');
        const QByteArray key = record.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : record.mid(equals + 1);
        if (key == "path")
            m_longPath = value;
        else if (key == "linkpath")
            m_longLink = value;
        else if (key == "size")
            m_paxSize = value.toLongLong(&ok);
        if (key == "size" && (!ok || m_paxSize < 0))
            return broken(QStringLiteral("bad pax size"));
        at += length;
    }
    return {};
}

QByteArray tarFileHeader(const QByteArray &path, qint64 size)
{
    Q_ASSERT(path.size() <= 100 && size >= 0);
    QByteArray header(blockBytes, '\0');
    const auto put = [&](qsizetype at, const QByteArray &text) { header.replace(at, text.size(), text); };
    const auto octal = [](qint64 value, int digits) { return QByteArray::number(value, 8).rightJustified(digits, '0'); };
    put(0, path);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    if (size < (qint64(1) << 33)) {
        put(124, octal(size, 11));
    } else {
        header[124] = char(0x80);
        for (int i = 0; i < 8; ++i)
            header[135 - i] = char((size >> (8 * i)) & 0xff);
    }
    put(136, octal(0, 11));
    header[156] = '0';
    put(257, QByteArray("ustar\00000", 8));
    put(148, "        ");
    qint64 sum = 0;
    for (const char c : std::as_const(header))
        sum += uchar(c);
    put(148, octal(sum, 6) + QByteArray("\0 ", 2));
    return header;
}

qsizetype tarPadding(qint64 size)
{
    return qsizetype((blockBytes - size % blockBytes) % blockBytes);
}

QByteArray tarEnd()
{
    return QByteArray(2 * blockBytes, '\0');
}

} // namespace dosirak::image
