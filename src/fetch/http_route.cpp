// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_route.h"

#include "fetch/http_words.h"

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxRedirects = 10;

QString hostAndPort(const QUrl &url)
{
    return url.host() + u":"_s + QString::number(url.port(url.scheme() == u"https"_s ? 443 : 80));
}

QByteArray basic(const QUrl &url)
{
    return "Basic " + (url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded)).toUtf8().toBase64();
}

} // namespace

HttpRoute::HttpRoute(const HttpRequest &request, const NetworkSettings &settings) : m_origin(request.url)
{
    m_origin.setUserInfo({});
    m_origin.setFragment({});
    m_url = settings.toMirror(m_origin);
    if (m_url == m_origin)
        m_url.setUserInfo(request.url.userInfo(QUrl::FullyEncoded));
    m_firstHost = hostAndPort(m_url);
    if (!m_url.userInfo().isEmpty()) {
        m_authorization = basic(m_url);
        m_url.setUserInfo({});
    }
    m_visited.insert(m_url);
}

QString HttpRoute::host() const
{
    return hostAndPort(m_url);
}

QUrl HttpRoute::finalUrl(const NetworkSettings &settings) const
{
    return m_redirects == 0 ? m_origin : settings.toOrigin(m_url);
}

QByteArray HttpRoute::authorization() const
{
    return isAtFirstHost() ? m_authorization : QByteArray();
}

Result<void> HttpRoute::follow(const QByteArray &location)
{
    QUrl target = m_url.resolved(QUrl::fromEncoded(location));
    target.setUserInfo({}); // a server does not get to choose who we are elsewhere
    target.setFragment({});
    const bool secure = m_url.scheme() == u"https"_s;
    const bool allowed = target.scheme() == u"https"_s || (target.scheme() == u"http"_s && !secure);
    if (!target.isValid() || !allowed || target.host().isEmpty())
        return Failure(words::badRedirect(m_url, target));
    if (++m_redirects > maxRedirects || m_visited.contains(target))
        return Failure(words::redirectLoop(m_url));
    m_visited.insert(target);
    m_url = target;
    return {};
}

void HttpRoute::forgetVisits()
{
    m_visited = {m_url};
}

} // namespace dosirak::fetch
