// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/decompress.h"

#include "base/tr.h"

#include <KCompressionDevice>
#include <QBuffer>

#include <memory>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockBytes = 1 << 20;

KCompressionDevice::CompressionType typeOf(Compression compression)
{
    switch (compression) {
    case Compression::Zstd: return KCompressionDevice::Zstd;
    case Compression::Xz: return KCompressionDevice::Xz;
    case Compression::Gzip: return KCompressionDevice::GZip;
    case Compression::Bzip2: return KCompressionDevice::BZip2;
    case Compression::None: break;
    }
    return KCompressionDevice::None;
}

} // namespace

QString ending(Compression compression)
{
    switch (compression) {
    case Compression::Zstd: return u".zst"_s;
    case Compression::Xz: return u".xz"_s;
    case Compression::Gzip: return u".gz"_s;
    case Compression::Bzip2: return u".bz2"_s;
    case Compression::None: break;
    }
    return {};
}

Result<QByteArray> decompress(const QByteArray &bytes, Compression compression, qint64 maxBytes)
{
    const auto broken = [] { return fail(ErrorCode::Invalid, coreTr("A compressed file is broken or cut short.")); };
    if (compression == Compression::None) {
        if (bytes.size() > maxBytes)
            return fail(ErrorCode::Invalid, coreTr("A file is larger than it may be."));
        return bytes;
    }
    QByteArray input = bytes;
    QBuffer buffer(&input);
    if (!buffer.open(QIODevice::ReadOnly))
        return broken();
    KCompressionDevice device(&buffer, false, typeOf(compression));
    if (!device.open(QIODevice::ReadOnly))
        return broken();
    QByteArray result;
    result.reserve(qsizetype(std::min(maxBytes, bytes.size() * 6)));
    QByteArray block(blockBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(block.data(), block.size());
        if (got < 0)
            return broken();
        if (got == 0)
            break;
        if (result.size() + got > maxBytes)
            return fail(ErrorCode::Invalid, coreTr("A compressed file unpacks to more than it may."));
        result.append(block.constData(), qsizetype(got));
    }
    if (device.error() != QFileDevice::NoError || (result.isEmpty() && bytes.size() > 64))
        return broken();
    return result;
}

} // namespace dosirak::debian
