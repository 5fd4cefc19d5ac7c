// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"

#include <QDir>
#include <QStandardPaths>
#include <limits>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxSettings = 1 << 20;
constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();

/// Reads one settings file: each call takes one key, and what nobody took is refused.
class Reader
{
public:
    Reader(const Json &root, QString path) : m_root(root), m_path(std::move(path)) {}

    Result<void> text(const char *key, QString &value)
    {
        const Json *json = take(key);
        if (json && !json->is_string())
            return wrong(key, coreTr("text"));
        if (json)
            value = fromStd(json->get<std::string>());
        return {};
    }

    /// A file or folder: "~/" is the user's home, and relative ones would depend on where the program is started.
    Result<void> path(const char *key, QString &value)
    {
        QString written;
        DOSIRAK_CHECK(text(key, written));
        if (written.isEmpty())
            return {};
        value = absolute(written);
        return QDir::isAbsolutePath(value) ? Result<void>() : wrong(key, coreTr("an absolute path"));
    }

    Result<void> number(const char *key, qint64 least, qint64 most, qint64 &value)
    {
        const Json *json = take(key);
        if (!json)
            return {};
        const bool fits = json->is_number_integer() && (!json->is_number_unsigned() || json->get<quint64>() <= quint64(anyNumber))
            && json->get<qint64>() >= least && json->get<qint64>() <= most;
        if (!fits)
            return wrong(key, most == anyNumber ? coreTr("a whole number of at least %1").arg(least)
                                                : coreTr("a whole number from %1 to %2").arg(least).arg(most));
        value = json->get<qint64>();
        return {};
    }

    Result<void> flag(const char *key, bool &value)
    {
        const Json *json = take(key);
        if (json && !json->is_boolean())
            return wrong(key, coreTr("true or false"));
        if (json)
            value = json->get<bool>();
        return {};
    }

    Result<void> texts(const char *key, QStringList &values)
    {
        const Json *json = take(key);
        if (!json)
            return {};
        if (!json->is_array())
            return wrong(key, coreTr("a list of texts"));
        for (const Json &value : *json) {
            if (!value.is_string())
                return wrong(key, coreTr("a list of texts"));
            values.append(fromStd(value.get<std::string>()));
        }
        return {};
    }

    Result<void> mirrors(QList<fetch::MirrorRule> &rules)
    {
        const Json *json = take("mirrors");
        if (!json)
            return {};
        if (!json->is_object())
            return wrong("mirrors", coreTr("an object of URL prefixes"));
        for (const auto &[from, to] : json->items()) {
            const QString target = to.is_string() ? fromStd(to.get<std::string>()) : QString();
            const QString scheme = QUrl(target, QUrl::StrictMode).scheme();
            if (QUrl(fromStd(from), QUrl::StrictMode).scheme().isEmpty()
                || (scheme != u"http"_s && scheme != u"https"_s && scheme != u"file"_s))
                return wrong("mirrors", coreTr("“URL prefix”: “URL prefix”, each beginning with https://, http:// or file://"));
            rules.append({fromStd(from), target});
        }
        return {};
    }

    /// By "host" or "host:port": {"user": …, "password": …}.
    Result<void> credentials(QHash<QString, fetch::Credentials> &all)
    {
        const Json *json = take("credentials");
        if (!json)
            return {};
        if (!json->is_object())
            return wrong("credentials", coreTr("an object of hosts"));
        for (const auto &[host, one] : json->items()) {
            if (!one.is_object() || !one.contains("user") || !one.at("user").is_string()
                || (one.contains("password") && !one.at("password").is_string()))
                return wrong("credentials", coreTr("“user” and “password” for each host"));
            all.insert(fromStd(host).toLower(), {fromStd(one.at("user").get<std::string>()), fromStd(one.value("password", std::string()))});
        }
        return {};
    }

    Result<void> nothingElse() const
    {
        for (const auto &[key, value] : m_root.items())
            if (!m_taken.contains(fromStd(key)))
                return failAt(ErrorCode::Invalid, {m_path, 0, 0, u'/' + fromStd(key)}, coreTr("There is no setting “%1”.").arg(fromStd(key)),
                              coreTr("These are known: %1").arg(m_taken.join(u", "_s)));
        return {};
    }

    [[nodiscard]] static QString absolute(const QString &path)
    {
        return path.startsWith(u"~/"_s) ? QDir::homePath() + path.mid(1) : path;
    }

private:
    const Json *take(const char *key)
    {
        m_taken.append(QString::fromLatin1(key));
        return m_root.contains(key) ? &m_root.at(key) : nullptr;
    }

    [[nodiscard]] Failure wrong(const char *key, const QString &wanted) const
    {
        return failAt(ErrorCode::Invalid, {m_path, 0, 0, u'/' + QString::fromLatin1(key)},
                      coreTr("The settings are malformed: %1 was expected.").arg(wanted));
    }

    const Json &m_root;
    QString m_path;
    QStringList m_taken;
};

Result<void> readNetwork(Reader &reader, fetch::NetworkSettings &network)
{
    DOSIRAK_CHECK(reader.mirrors(network.mirrors));
    DOSIRAK_CHECK(reader.credentials(network.credentials));
    DOSIRAK_CHECK(reader.path("netrc_file", network.netrcFile));
    DOSIRAK_CHECK(reader.text("http_proxy", network.httpProxy));
    DOSIRAK_CHECK(reader.text("https_proxy", network.httpsProxy));
    QStringList direct;
    DOSIRAK_CHECK(reader.texts("no_proxy", direct));
    for (const QString &host : direct)
        network.noProxy.append(host.trimmed().toLower());
    QStringList authorities;
    QString authority;
    DOSIRAK_CHECK(reader.path("ca_file", authority));
    DOSIRAK_CHECK(reader.texts("ca_files", authorities));
    if (!authority.isEmpty())
        authorities.prepend(authority);
    for (const QString &file : authorities)
        network.extraCaFiles.append(Reader::absolute(file));
    return {};
}

Result<void> readLimits(Reader &reader, fetch::NetworkSettings &network)
{
    qint64 perHost = network.perHost;
    qint64 total = network.total;
    qint64 retries = network.retries;
    qint64 idle = network.idleTimeout.count() / 1000;
    qint64 fresh = network.pageFreshness.count();
    DOSIRAK_CHECK(reader.number("bandwidth_limit", 0, anyNumber, network.bandwidthLimit));
    DOSIRAK_CHECK(reader.number("per_host", 1, 256, perHost));
    DOSIRAK_CHECK(reader.number("total", 1, 1024, total));
    DOSIRAK_CHECK(reader.number("retries", 0, 20, retries));
    DOSIRAK_CHECK(reader.number("idle_timeout", 1, 3600, idle));
    DOSIRAK_CHECK(reader.number("page_freshness", 0, 31'536'000, fresh));
    DOSIRAK_CHECK(reader.number("page_cache_budget", 0, anyNumber, network.cacheBudget));
    network.perHost = int(perHost);
    network.total = int(total);
    network.retries = int(retries);
    network.idleTimeout = std::chrono::seconds(idle);
    network.pageFreshness = std::chrono::seconds(fresh);
    return {};
}

} // namespace

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/dosirak/settings.json"_s;
}

QString stateFolder()
{
    // Qt names this place from 6.7 on only.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) + u"/dosirak"_s;
}

Result<Settings> readSettings(const QString &path)
{
    Settings settings;
    settings.network = fetch::NetworkSettings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    const auto bytes = readFile(path, maxSettings);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return settings;
    if (!bytes)
        return Failure(bytes.error());
    DOSIRAK_TRY(root, parseJson(*bytes, path));
    if (!root.is_object())
        return failAt(ErrorCode::Invalid, {path, 0, 0, {}}, coreTr("The settings are malformed: %1 was expected.").arg(coreTr("an object")));
    Reader reader(root, path);
    DOSIRAK_CHECK(readNetwork(reader, settings.network));
    DOSIRAK_CHECK(readLimits(reader, settings.network));
    DOSIRAK_CHECK(reader.path("store_folder", settings.storeFolder));
    DOSIRAK_CHECK(reader.number("store_budget", 0, anyNumber, settings.storeBudget));
    DOSIRAK_CHECK(reader.flag("store_reads", settings.storeReads));
    DOSIRAK_CHECK(reader.nothingElse());
    return settings;
}

} // namespace dosirak::workspace
