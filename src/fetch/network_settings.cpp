// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/network_settings.h"

#include <QDir>
#include <QFileInfo>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

QString normalised(const QString &prefix)
{
    return QUrl(prefix).toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

/// "https://a.example/simple" must not match "https://a.example/simple-minded/x".
bool isPrefix(const QString &prefix, const QString &text)
{
    return !prefix.isEmpty() && text.startsWith(prefix)
        && (prefix.endsWith(u'/') || text.size() == prefix.size() || u"/?#"_s.contains(text.at(prefix.size())));
}

QUrl replaced(const QUrl &url, const QList<MirrorRule> &rules, QString MirrorRule::*from, QString MirrorRule::*to)
{
    const QString text = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    const MirrorRule *best = nullptr;
    QString bestPrefix;
    for (const MirrorRule &rule : rules) {
        const QString prefix = normalised(rule.*from);
        if (isPrefix(prefix, text) && prefix.size() > bestPrefix.size()) {
            best = &rule;
            bestPrefix = prefix;
        }
    }
    if (!best)
        return url;
    QString target = best->*to;
    QString rest = text.mid(bestPrefix.size());
    if (target.endsWith(u'/') && rest.startsWith(u'/'))
        rest.remove(0, 1);
    else if (!target.endsWith(u'/') && !rest.isEmpty() && bestPrefix.endsWith(u'/'))
        target += u'/';
    return QUrl(target + rest);
}

QString firstOf(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names)
        if (const QString value = environment.value(name); !value.isEmpty())
            return value;
    return {};
}

} // namespace

NetworkSettings NetworkSettings::fromEnvironment(const QProcessEnvironment &environment)
{
    NetworkSettings settings;
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    const QString all = firstOf(environment, {u"all_proxy"_s, u"ALL_PROXY"_s});
    // HTTP_PROXY in capitals is left out on purpose: a CGI server sets it from a request header (CVE-2016-5385).
    settings.httpProxy = firstOf(environment, {u"http_proxy"_s});
    settings.httpsProxy = firstOf(environment, {u"https_proxy"_s, u"HTTPS_PROXY"_s});
    if (settings.httpProxy.isEmpty())
        settings.httpProxy = all;
    if (settings.httpsProxy.isEmpty())
        settings.httpsProxy = all;
    const QStringList direct = firstOf(environment, {u"no_proxy"_s, u"NO_PROXY"_s}).split(u',', Qt::SkipEmptyParts);
    for (const QString &host : direct)
        settings.noProxy += host.trimmed().toLower();
    for (const QString &name : {u"SSL_CERT_FILE"_s, u"REQUESTS_CA_BUNDLE"_s, u"PIP_CERT"_s})
        if (const QString file = environment.value(name); !file.isEmpty() && !settings.extraCaFiles.contains(file))
            settings.extraCaFiles += file;
    settings.netrcFile = environment.value(u"NETRC"_s, home + u"/.netrc"_s);
    const QString cache = environment.value(u"XDG_CACHE_HOME"_s);
    settings.cacheFolder = (QDir::isAbsolutePath(cache) ? cache : home + u"/.cache"_s) + u"/dosirak/http"_s;
    return settings;
}

QUrl NetworkSettings::toMirror(const QUrl &origin) const
{
    return replaced(origin, mirrors, &MirrorRule::from, &MirrorRule::to);
}

QUrl NetworkSettings::toOrigin(const QUrl &mirrored) const
{
    return replaced(mirrored, mirrors, &MirrorRule::to, &MirrorRule::from);
}

QString redacted(const QUrl &url)
{
    QString text = url.toString(QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::RemoveQuery);
    if (url.hasQuery())
        text += u"?…"_s;
    return text;
}

} // namespace dosirak::fetch
