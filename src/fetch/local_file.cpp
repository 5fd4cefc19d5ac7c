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

/// file:// for a reader that wants it bit by bit.
class LocalStream : public HttpStream
{
public:
    explicit LocalStream(const HttpRequest &request, std::stop_token stop)
        : m_request(request), m_stop(std::move(stop)), m_file(request.url.toLocalFile()) {}

    Result<HttpHead> head() override
    {
        HttpRequest headOnly = m_request;
        headOnly.method = HttpRequest::Method::Head;
        headOnly.maxBytes = std::numeric_limits<qint64>::max();
        DOSIRAK_TRY(reply, readLocal(headOnly));
        m_left = reply.contentLength;
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
            || !m_file.seek(m_request.range ? reply.totalSize - m_left : 0))
            return Failure(ioError(m_file.fileName(), EACCES));
        return HttpHead(reply);
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
    const QString path = request.url.toLocalFile();
    const QFileInfo info(path);
    if (!info.isFile())
        return Failure(ioError(path, info.exists() ? EISDIR : ENOENT));
    const qint64 size = info.size();
    qint64 first = 0;
    qint64 end = size;
    if (request.range) {
        const ByteRange &range = *request.range;
        first = range.suffix > 0 ? std::max<qint64>(0, size - range.suffix) : range.first;
        end = range.suffix > 0 || range.last < 0 ? size : std::min(size, range.last + 1);
        if (first > end)
            return fail(ErrorCode::Invalid, coreTr("“%1” has no bytes from %2 on.").arg(path).arg(first));
    }
    if (end - first > request.maxBytes)
        return Failure(words::tooLarge(request.url, request.maxBytes));
    HttpReply reply;
    reply.status = request.range ? 206 : 200;
    reply.finalUrl = request.url;
    reply.totalSize = size;
    reply.contentLength = end - first;
    reply.lastModified = info.lastModified().toUTC().toString(Qt::ISODate).toLatin1();
    if (request.method == HttpRequest::Method::Head)
        return reply;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(first))
        return Failure(ioError(path, EACCES));
    reply.body = file.read(end - first);
    if (reply.body.size() != end - first)
        return Failure(ioError(path, EIO));
    return reply;
}

std::unique_ptr<HttpStream> openLocal(const HttpRequest &request, std::stop_token stop)
{
    return std::make_unique<LocalStream>(request, std::move(stop));
}

} // namespace dosirak::fetch
