// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/inflate.h"

#include "base/tr.h"

#include <QByteArray>
#include <limits>
#include <zlib.h>
#include <zstd.h>

namespace dosirak::image {

namespace {

constexpr qsizetype bufferBytes = 256 << 10;

Failure broken(const char *detail)
{
    return fail(ErrorCode::Invalid, coreTr("The compressed data is damaged."),
                coreTr("Make or copy the archive again."), QString::fromLatin1(detail ? detail : ""));
}

} // namespace

struct Inflater::State {
    Sink sink;
    QByteArray head;               ///< the first bytes, until the packing is known
    bool known = false;
    Packing packing = Packing::None;
    z_stream gzip{};
    ZSTD_DStream *zstd = nullptr;
    bool inside = false;           ///< in the middle of a member or frame
    QByteArray buffer{bufferBytes, Qt::Uninitialized};

    ~State()
    {
        if (known && packing == Packing::Gzip)
            ::inflateEnd(&gzip);
        ZSTD_freeDStream(zstd);
    }

    void begin()
    {
        known = true;
        packing = packingOf(head);
        if (packing == Packing::Gzip)
            ::inflateInit2(&gzip, 15 + 16);
        if (packing == Packing::Zstd)
            zstd = ZSTD_createDStream();
    }

    Result<void> take(QByteArrayView bytes)
    {
        switch (packing) {
        case Packing::None: return sink(bytes);
        case Packing::Gzip: return takeGzip(bytes);
        case Packing::Zstd: return takeZstd(bytes);
        }
        return {};
    }

    Result<void> takeGzip(QByteArrayView bytes)
    {
        gzip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        gzip.avail_in = uInt(bytes.size());
        do {
            gzip.next_out = reinterpret_cast<Bytef *>(buffer.data());
            gzip.avail_out = uInt(bufferBytes);
            const uInt before = gzip.avail_in;
            const int answer = ::inflate(&gzip, Z_NO_FLUSH);
            if (gzip.avail_in != before)
                inside = true;
            if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR)
                return broken(gzip.msg);
            DOSIRAK_CHECK(sink(QByteArrayView(buffer).first(bufferBytes - qsizetype(gzip.avail_out))));
            if (answer == Z_STREAM_END) { // another member may follow (RFC 1952, section 2.2)
                inside = false;
                ::inflateReset(&gzip);
            }
        } while (gzip.avail_in > 0 || gzip.avail_out == 0);
        return {};
    }

    Result<void> takeZstd(QByteArrayView bytes)
    {
        ZSTD_inBuffer in{bytes.data(), size_t(bytes.size()), 0};
        bool full = true;
        while (in.pos < in.size || full) {
            ZSTD_outBuffer out{buffer.data(), size_t(bufferBytes), 0};
            const size_t before = in.pos;
            const size_t answer = ZSTD_decompressStream(zstd, &out, &in);
            if (ZSTD_isError(answer))
                return broken(ZSTD_getErrorName(answer));
            if (in.pos != before || out.pos != 0)
                inside = answer != 0;
            full = out.pos == out.size;
            DOSIRAK_CHECK(sink(QByteArrayView(buffer).first(qsizetype(out.pos))));
        }
        return {};
    }
};

Packing packingOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\x1f\x8b"))
        return Packing::Gzip;
    return bytes.startsWith("\x28\xb5\x2f\xfd") ? Packing::Zstd : Packing::None;
}

Inflater::Inflater(Sink sink) : m_state(std::make_unique<State>())
{
    m_state->sink = std::move(sink);
}

Inflater::~Inflater() = default;

Packing Inflater::packing() const
{
    return m_state->packing;
}

Result<void> Inflater::feed(QByteArrayView bytes)
{
    constexpr qsizetype most = 1 << 30; // zlib counts in 32 bits
    if (!m_state->known) {
        m_state->head.append(bytes);
        if (m_state->head.size() < 4)
            return {};
        m_state->begin();
        const QByteArray head = std::exchange(m_state->head, {});
        return m_state->take(head);
    }
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(bytes.size(), most));
        DOSIRAK_CHECK(m_state->take(piece));
        bytes = bytes.sliced(piece.size());
    }
    return {};
}

Result<void> Inflater::finish()
{
    if (!m_state->known && !m_state->head.isEmpty()) {
        m_state->begin();
        DOSIRAK_CHECK(m_state->take(std::exchange(m_state->head, {})));
    }
    if (m_state->inside)
        return fail(ErrorCode::Integrity, coreTr("The compressed data ends in the middle."),
                    coreTr("Make or copy the archive again."));
    return {};
}

} // namespace dosirak::image
