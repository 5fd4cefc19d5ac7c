// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/local_file.h"

#include "base/files.h"
#include "base/tr.h"
#include "fetch/http_words.h"

#include <QFile>
#include <QFileInfo>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of a file from `first` up to `end`, which is not one of them.
struct Extent {
    qint64 first = 0;
    qint64 end = 0;
};

Result<Extent> extentOf(const HttpRequest &request, const QString &path, qint64 size)
{
    if (!request.range)
        return Extent{0, size};
    const ByteRange &range = *request.range;
    if (range.suffix > 0)
        return Extent{std::max<qint64>(0, size - range.suffix), size};
    const Extent extent{range.first, range.last < 0 ? size : std::min(size, range.last + 1)};
    if (extent.first > extent.end)
        return fail(ErrorCode::Invalid, coreTr("“%1” has no bytes from %2 on.").arg(path).arg(extent.first));
    return extent;
}

struct Found {
    HttpHead head;
    Extent extent;
};

Result<Found> find(const HttpRequest &request)
{
    const QString path = request.url.toLocalFile();
    const QFileInfo info(path);
    if (!info.isFile())
        return Failure(ioError(path, info.exists() ? EISDIR : ENOENT));
    Found found;
    DOSIRAK_TRY(extent, extentOf(request, path, info.size()));
    found.extent = extent;
    found.head.status = request.range ? 206 : 200;
    found.head.finalUrl = request.url;
    found.head.totalSize = info.size();
    found.head.contentLength = extent.end - extent.first;
    found.head.lastModified = info.lastModified().toUTC().toString(Qt::ISODate).toLatin1();
    return found;
}

Result<void> openAt(QFile &file, qint64 first)
{
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(first))
        return Failure(ioError(file.fileName(), EACCES));
    return {};
}

/// file:// for a reader that wants it bit by bit.
class LocalStream : public HttpStream
{
public:
    LocalStream(HttpRequest request, std::stop_token stop)
        : m_request(std::move(request)), m_stop(std::move(stop)), m_file(m_request.url.toLocalFile()) {}

    Result<HttpHead> head() override
    {
        DOSIRAK_TRY(found, find(m_request));
        m_left = found.head.contentLength;
        DOSIRAK_CHECK(openAt(m_file, found.extent.first));
        return found.head;
    }
    Result<QByteArray> read() override
    {
        if (m_stop.stop_requested())
            return cancelled();
        QByteArray block = m_file.read(std::min<qint64>(1 << 20, m_left));
        if (block.isEmpty() && m_left > 0)
            return Failure(ioError(m_file.fileName(), EIO));
        m_left -= block.size();
        return block;
    }

private:
    HttpRequest m_request;
    std::stop_token m_stop;
    QFile m_file;
    qint64 m_left = 0;
};

} // namespace

Result<HttpReply> readLocal(const HttpRequest &request)
{
    DOSIRAK_TRY(found, find(request));
    const qint64 size = found.head.contentLength;
    if (size > request.maxBytes)
        return Failure(words::tooLarge(request.url, request.maxBytes));
    HttpReply reply;
    static_cast<HttpHead &>(reply) = std::move(found.head);
    if (request.method == HttpRequest::Method::Head)
        return reply;
    QFile file(request.url.toLocalFile());
    DOSIRAK_CHECK(openAt(file, found.extent.first));
    reply.body = file.read(size);
    if (reply.body.size() != size)
        return Failure(ioError(file.fileName(), EIO));
    return reply;
}

std::unique_ptr<HttpStream> openLocal(HttpRequest request, std::stop_token stop)
{
    return std::make_unique<LocalStream>(std::move(request), std::move(stop));
}

} // namespace dosirak::fetch
