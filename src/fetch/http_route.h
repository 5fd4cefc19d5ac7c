// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"

#include <QSet>

namespace dosirak::fetch {

/// Where a request goes and as who: mirror map first, then from redirect to redirect. A plain value.
class HttpRoute
{
public:
    HttpRoute(const HttpRequest &request, const NetworkSettings &settings);

    /// As the caller asked, without user and password.
    [[nodiscard]] const QUrl &origin() const { return m_origin; }
    /// Where it is asked for now, without user and password.
    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// "host:port" of url().
    [[nodiscard]] QString host() const;
    /// What the reader should take for the address of the answer.
    [[nodiscard]] QUrl finalUrl(const NetworkSettings &settings) const;

    /// Whether a header the caller set for the first host may be sent to this one.
    [[nodiscard]] bool isAtFirstHost() const { return host() == m_firstHost; }
    /// From the URL that the caller gave ("Basic …"); empty at other hosts.
    [[nodiscard]] QByteArray authorization() const;
    /// The same wherever the request is now: part of what names an answer in the cache.
    [[nodiscard]] const QByteArray &user() const { return m_authorization; }

    /// Goes on to where a redirect points. Errors: Invalid (another scheme, https to http, in circles, too many).
    [[nodiscard]] Result<void> follow(const QByteArray &location);
    /// A new attempt at the same place may be sent round again.
    void forgetVisits();

private:
    QUrl m_origin;
    QUrl m_url;
    QByteArray m_authorization;
    QString m_firstHost;
    QSet<QUrl> m_visited;
    int m_redirects = 0;
};

} // namespace dosirak::fetch
