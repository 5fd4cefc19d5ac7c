// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/bandwidth.h"
#include "fetch/http_route.h"
#include "fetch/netrc.h"

namespace dosirak::fetch {

/// What all requests of one client share. Thread: any; nothing in it changes but the bandwidth left.
class HttpContext
{
public:
    explicit HttpContext(NetworkSettings settings);

    const NetworkSettings settings;
    Bandwidth bandwidth;

    /// Why this request is not sent at all (offline, an unreadable list of authorities).
    [[nodiscard]] std::optional<Error> refusal(const HttpRoute &route) const;
    /// "Basic …" by the settings or netrc, or by the URL itself; empty: nobody.
    [[nodiscard]] QByteArray authorizationFor(const HttpRoute &route) const;
    /// "http://user:pw@host:port"; empty: reached directly.
    [[nodiscard]] QByteArray proxyFor(const QUrl &url) const;
    /// PEM files whose authorities are trusted besides the system's.
    [[nodiscard]] const QList<QByteArray> &authorities() const { return m_authorities; }

private:
    Netrc m_netrc;
    QList<QByteArray> m_authorities;
    std::optional<Error> m_fault; ///< of the authorities
};

} // namespace dosirak::fetch
