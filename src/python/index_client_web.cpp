// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_client_web.h"

#include "base/json.h"
#include "base/tr.h"
#include "fetch/http_client.h"

#include <QThreadPool>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

WebAnswer answerOf(fetch::HttpReply reply, const WebRequest &request)
{
    WebAnswer answer;
    answer.url = reply.finalUrl.toEncoded().toStdString();
    answer.mediaType = reply.header("content-type").toStdString();
    answer.found = reply.status != 404 && reply.status != 410;
    if (!answer.found)
        return answer;
    answer.body = std::move(reply.body);
    answer.fileSize = reply.totalSize;
    // A server without ranges sends the whole file: then the body begins at 0.
    if (reply.status == 206 && request.tail > 0)
        answer.offset = answer.fileSize - answer.body.size();
    else if (reply.status == 206)
        answer.offset = request.span.offset;
    else if (answer.fileSize < 0)
        answer.fileSize = answer.body.size();
    return answer;
}

QString placeOf(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.host().toLower() + u':' + QString::number(url.port(url.scheme() == u"https"_s ? 443 : 80));
}

} // namespace

void Web::trust(const std::string &indexUrl)
{
    const QUrl url(fromStd(indexUrl), QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        m_userInfo[placeOf(url)] = url.userInfo(QUrl::FullyEncoded);
}

void Web::get(const WebRequest &request, std::function<void(Result<WebAnswer>)> done)
{
    const std::shared_lock lock(m_closing);
    if (m_closed)
        return done(cancelled());
    fetch::HttpRequest asked;
    asked.url = QUrl(fromStd(request.url), QUrl::StrictMode);
    if (const auto known = m_userInfo.find(placeOf(asked.url)); known != m_userInfo.end() && asked.url.userInfo().isEmpty())
        asked.url.setUserInfo(known->second);
    asked.maxBytes = request.maxBytes;
    asked.alsoAccept = {404, 410};
    if (request.isPage)
        asked.headers.append(std::pair<QByteArray, QByteArray>("Accept", "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, "
                                        "text/html;q=0.1"));
    if (request.freshFor.count() > 0)
        asked.cache = fetch::CachePolicy::freshFor(request.freshFor);
    if (request.tail > 0)
        asked.range = fetch::ByteRange::tail(request.tail);
    else if (request.span.size > 0)
        asked.range = fetch::ByteRange::span(request.span.offset, request.span.offset + request.span.size - 1);
    asked.raw = asked.range.has_value();
    m_http.get(std::move(asked), m_stop)
        .then(QThreadPool::globalInstance(), [request, done = std::move(done)](Result<fetch::HttpReply> reply) {
            if (!reply)
                done(tl::unexpected(std::move(reply).error()));
            else
                done(answerOf(std::move(*reply), request));
        });
}

void Web::close()
{
    const std::lock_guard lock(m_closing);
    m_closed = true;
}

} // namespace dosirak::python
