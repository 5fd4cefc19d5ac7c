// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_url.h"

#include "python/ascii.h"

#include <QUrl>

#include <algorithm>

namespace dosirak::python {

namespace {

constexpr std::size_t maxUrl = 8192;

bool hasPlainBytes(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c != 0x7f && c != '\\'; });
}

int hexValue(char c)
{
    if (ascii::isDigit(c))
        return c - '0';
    const char low = ascii::lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (escape) {
            decoded += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

/// Blanks are escaped on the way, as browsers and pip do; what could mean a second line or another path is not.
bool isHostile(std::string_view link)
{
    return std::any_of(link.begin(), link.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; });
}

/// An absolute URL without "." and ".." in its path needs no resolving: nearly every link of a JSON page.
bool isResolved(std::string_view link)
{
    return (link.starts_with("https://") || link.starts_with("http://")) && link.find("/.") == std::string_view::npos
        && link.find('@') == std::string_view::npos && hasPlainBytes(link);
}

std::optional<std::string> resolved(std::string_view link, std::string_view base)
{
    if (isResolved(link))
        return std::string(link);
    const QUrl baseUrl(QString::fromUtf8(base.data(), static_cast<qsizetype>(base.size())));
    const QUrl url = baseUrl.resolved(QUrl(QString::fromUtf8(link.data(), static_cast<qsizetype>(link.size()))));
    const QString scheme = url.scheme();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    // A page from the network must not send its readers to files of this machine.
    const bool file = scheme == QLatin1String("file") && baseUrl.scheme() == QLatin1String("file");
    if (!url.isValid() || !(web || file) || (web && url.host().isEmpty()))
        return std::nullopt;
    // A password in a page would go on into locks and logs; those of the index go with the request and are not needed here.
    return url.toEncoded(QUrl::RemoveUserInfo).toStdString();
}

} // namespace

std::optional<IndexLink> resolveIndexLink(std::string_view link, std::string_view base)
{
    link = ascii::strip(link);
    if (link.empty() || link.size() > maxUrl || isHostile(link))
        return std::nullopt;
    auto url = resolved(link, base);
    if (!url || !hasPlainBytes(*url))
        return std::nullopt;
    IndexLink result;
    const std::size_t hash = std::min(url->find('#'), url->size());
    if (hash < url->size())
        result.fragment = url->substr(hash + 1);
    url->resize(hash);
    const std::string_view path = std::string_view(*url).substr(0, url->find('?'));
    const std::size_t authority = path.find("://") + 3;
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos && slash >= authority)
        result.fileName = percentDecoded(path.substr(slash + 1));
    result.url = *std::move(url);
    return result;
}

bool isSafeIndexFileName(std::string_view name)
{
    return !name.empty() && name.size() <= 255 && name != "." && name != ".."
        && std::all_of(name.begin(), name.end(), [](char c) {
               return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/' && c != '\\';
           });
}

} // namespace dosirak::python
