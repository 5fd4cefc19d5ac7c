// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_words.h"

#include "base/tr.h"

namespace dosirak::fetch::words {

using namespace Qt::StringLiterals;

namespace {

Error error(ErrorCode code, const QString &what, const QString &hint, const QUrl &url, const QString &detail = {})
{
    const QString place = redacted(url);
    return {code, what, hint, detail.isEmpty() ? place : place + u"\n"_s + detail, {}, {}};
}

QString settingsHint()
{
    return coreTr("Check the connection, the proxy and the mirrors in the settings, then try again.");
}

} // namespace

Error transportFault(const TransportFault &fault, const QString &detail, const QUrl &url, bool &curable)
{
    const QString host = url.host();
    const bool refusedByProxy = fault.connectStatus == 407;
    const bool untrusted = fault.code == CURLE_PEER_FAILED_VERIFICATION || fault.code == CURLE_SSL_CACERT_BADFILE;
    curable = !refusedByProxy && !untrusted;
    if (refusedByProxy)
        return error(ErrorCode::Refused, coreTr("The proxy on the way to “%1” wants a user and a password.").arg(host),
                     coreTr("Put them into the proxy setting."), url, detail);
    if (untrusted)
        return error(ErrorCode::Refused, coreTr("The certificate of “%1” is not trusted.").arg(host),
                     coreTr("If your site has its own authority, add its PEM file in the settings."), url, detail);
    const bool proxyIsSilent = fault.code == CURLE_COULDNT_RESOLVE_PROXY || fault.code == CURLE_PROXY
        || fault.connectStatus >= 300 || (fault.proxied && fault.code == CURLE_COULDNT_CONNECT);
    if (proxyIsSilent)
        return error(ErrorCode::Network, coreTr("The proxy on the way to “%1” does not answer.").arg(host),
                     settingsHint(), url, detail);
    switch (fault.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return error(ErrorCode::Network, coreTr("No address is known for “%1”.").arg(host), settingsHint(), url, detail);
    case CURLE_COULDNT_CONNECT:
        return error(ErrorCode::Network, coreTr("“%1” does not accept connections.").arg(host), settingsHint(), url, detail);
    case CURLE_SSL_CONNECT_ERROR:
        return error(ErrorCode::Network, coreTr("No secure connection to “%1” could be made.").arg(host), settingsHint(), url,
                     detail);
    case CURLE_OPERATION_TIMEDOUT:
        return error(ErrorCode::Network, coreTr("“%1” did not answer in time.").arg(host), settingsHint(), url, detail);
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
        return error(ErrorCode::Network, coreTr("“%1” closed the connection before the answer was whole.").arg(host),
                     coreTr("Try again: what has arrived is kept."), url, detail);
    default:
        return error(ErrorCode::Network, coreTr("The answer of “%1” is broken.").arg(host),
                     coreTr("Try again; if it stays, a proxy or mirror on the way may be at fault."), url, detail);
    }
}

Error stalled(const QUrl &url, std::chrono::milliseconds idle)
{
    return error(ErrorCode::Network,
                 coreTr("“%1” sent nothing for %2 seconds.").arg(url.host()).arg(double(idle.count()) / 1000.0),
                 settingsHint(), url);
}

Error refusedStatus(int status, const QUrl &url)
{
    const QString detail = u"HTTP %1"_s.arg(status);
    const QString name = url.fileName().isEmpty() ? url.path() : url.fileName();
    if (status == 401 || status == 407)
        return error(ErrorCode::Refused, coreTr("“%1” wants a user and a password.").arg(url.host()),
                     coreTr("Add them in the settings or in ~/.netrc."), url, detail);
    if (status == 403)
        return error(ErrorCode::Refused, coreTr("“%1” does not let you have “%2”.").arg(url.host(), name),
                     coreTr("Check that the address is right and that your account may read it."), url, detail);
    if (status == 404 || status == 410)
        return error(ErrorCode::Refused, coreTr("“%1” does not have “%2”.").arg(url.host(), name),
                     coreTr("Check the address; locking again finds files that were moved."), url, detail);
    if (status >= 500)
        return error(ErrorCode::Network, coreTr("“%1” has a fault of its own (HTTP %2).").arg(url.host()).arg(status),
                     coreTr("Try again later, or set a mirror."), url, detail);
    return error(ErrorCode::Refused, coreTr("“%1” refused the request (HTTP %2).").arg(url.host()).arg(status), {}, url,
                 detail);
}

Error busy(int status, const QUrl &url, std::chrono::seconds wait)
{
    const QString hint = wait.count() > 0 ? coreTr("It asks to wait %1 seconds; try again after that.").arg(wait.count())
                                          : coreTr("Try again later, or set a mirror.");
    return error(ErrorCode::Network, coreTr("“%1” is too busy to answer (HTTP %2).").arg(url.host()).arg(status), hint,
                 url);
}

Error tooLarge(const QUrl &url, qint64 limit)
{
    return error(ErrorCode::Invalid,
                 coreTr("The answer of “%1” is larger than the %2 bytes allowed for it.").arg(url.host()).arg(limit),
                 coreTr("Check that the address is that of an index and not of a file."), url);
}

Error oversizedHead(const QUrl &url)
{
    return error(ErrorCode::Invalid, coreTr("“%1” sends headers without end.").arg(url.host()),
                 coreTr("Check the address; a proxy or mirror on the way may be at fault."), url);
}

Error brokenOff(const QUrl &url, qint64 got, qint64 expected)
{
    return error(ErrorCode::Network,
                 coreTr("“%1” stopped after %2 of %3 bytes.").arg(url.host()).arg(got).arg(expected),
                 coreTr("Try again: what has arrived is kept."), url);
}

Error offline(const QUrl &url)
{
    return error(ErrorCode::Network, coreTr("“%1” is not asked: Dosirak is offline, and the answer is not kept here.").arg(url.host()),
                 coreTr("Turn offline mode off in the settings, or use a bundle."), url);
}

Error scheme(const QUrl &url)
{
    return error(ErrorCode::Unsupported, coreTr("Addresses that begin with “%1:” cannot be fetched.").arg(url.scheme()),
                 coreTr("Use https, http or file."), url);
}

Error badRedirect(const QUrl &from, const QUrl &to)
{
    return error(ErrorCode::Invalid,
                 coreTr("“%1” sends us on to an address that is not followed (%2).").arg(from.host(), redacted(to)),
                 coreTr("Only http and https are followed, and never from https back to http."), from);
}

Error redirectLoop(const QUrl &url)
{
    return error(ErrorCode::Invalid, coreTr("“%1” sends us round in circles.").arg(url.host()),
                 coreTr("Check the address and the mirrors in the settings."), url);
}

} // namespace dosirak::fetch::words
