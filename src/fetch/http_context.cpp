// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_context.h"

#include "base/files.h"
#include "base/tr.h"
#include "fetch/http_words.h"

#include <QFileInfo>
#include <algorithm>
#include <memory>
#include <openssl/pem.h>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

bool holdsCertificates(const QByteArray &file)
{
    const std::unique_ptr<BIO, int (*)(BIO *)> input(BIO_new_file(file.constData(), "r"), &BIO_free);
    if (!input)
        return false;
    const std::unique_ptr<X509, void (*)(X509 *)> first(PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr), &X509_free);
    return first != nullptr;
}

/// The files to be trusted besides the system's own, which adds nothing and would be read for every connection.
Result<QList<QByteArray>> readAuthorities(const QStringList &files)
{
    QList<QByteArray> extra;
    const QString system = QFileInfo(u"/etc/ssl/certs/ca-certificates.crt"_s).canonicalFilePath();
    for (const QString &file : files) {
        if (QFileInfo(file).canonicalFilePath() == system && !system.isEmpty())
            continue;
        if (!holdsCertificates(QFile::encodeName(file)))
            return fail(ErrorCode::Io, coreTr("“%1” holds no certificates that can be read.").arg(file),
                        coreTr("Correct the list of authorities in the settings (or SSL_CERT_FILE, "
                               "REQUESTS_CA_BUNDLE, PIP_CERT)."));
        extra += QFile::encodeName(file);
    }
    return extra;
}

bool isDirect(const QString &host, const QStringList &direct)
{
    return std::any_of(direct.begin(), direct.end(), [&](QString entry) {
        if (entry == u"*"_s)
            return true;
        if (entry.startsWith(u'.'))
            entry.remove(0, 1);
        return host == entry || host.endsWith(u"."_s + entry);
    });
}

} // namespace

HttpContext::HttpContext(NetworkSettings given)
    : settings(std::move(given)), bandwidth(settings.bandwidthLimit), m_netrc(Netrc::read(settings.netrcFile))
{
    if (auto found = readAuthorities(settings.extraCaFiles))
        m_authorities = *found;
    else
        m_fault = found.error();
}

std::optional<Error> HttpContext::refusal(const HttpRoute &route) const
{
    if (settings.offline)
        return words::offline(route.origin());
    if (m_fault && route.url().scheme() == u"https"_s)
        return m_fault;
    return std::nullopt;
}

QByteArray HttpContext::authorizationFor(const HttpRoute &route) const
{
    if (const QByteArray own = route.authorization(); !own.isEmpty())
        return own;
    const QString host = route.url().host().toLower();
    std::optional<Credentials> found;
    if (const auto it = settings.credentials.constFind(route.host()); it != settings.credentials.cend())
        found = *it;
    else if (const auto plain = settings.credentials.constFind(host); plain != settings.credentials.cend())
        found = *plain;
    else
        found = m_netrc.find(host);
    if (!found)
        return {};
    return "Basic " + (found->user + u':' + found->password).toUtf8().toBase64();
}

QByteArray HttpContext::proxyFor(const QUrl &url) const
{
    const QString &proxy = url.scheme() == u"https"_s ? settings.httpsProxy : settings.httpProxy;
    if (proxy.isEmpty() || isDirect(url.host().toLower(), settings.noProxy))
        return {};
    QUrl address(proxy.contains(u"://"_s) ? proxy : u"http://"_s + proxy);
    if (address.scheme() == u"socks5"_s) // names are for the proxy to look up: a closed site often cannot
        address.setScheme(u"socks5h"_s);
    if (address.port() < 0) // libcurl would take 1080 for all of them
        address.setPort(address.scheme().startsWith(u"socks"_s) ? 1080 : address.scheme() == u"https"_s ? 443 : 8080);
    return address.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace dosirak::fetch
