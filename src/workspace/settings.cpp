// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"

#include <QStandardPaths>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxSettings = 1 << 20;

Failure wrong(const QString &path, const char *pointer, const QString &wanted)
{
    return failAt(ErrorCode::Invalid, {path, 0, 0, QString::fromLatin1(pointer)}, coreTr("The settings are malformed: %1 was expected.").arg(wanted));
}

Result<void> readMirrors(const Json &root, const QString &path, fetch::NetworkSettings &network)
{
    if (!root.contains("mirrors"))
        return {};
    if (!root.at("mirrors").is_object())
        return wrong(path, "/mirrors", coreTr("an object of URL prefixes"));
    for (const auto &[from, to] : root.at("mirrors").items()) {
        if (!to.is_string())
            return wrong(path, "/mirrors", coreTr("text for each URL prefix"));
        network.mirrors.append({fromStd(from), fromStd(to.get<std::string>())});
    }
    return {};
}

/// By "host" or "host:port": {"user": …, "password": …}.
Result<void> readCredentials(const Json &root, const QString &path, fetch::NetworkSettings &network)
{
    if (!root.contains("credentials"))
        return {};
    const Json &all = root.at("credentials");
    if (!all.is_object())
        return wrong(path, "/credentials", coreTr("an object of hosts"));
    for (const auto &[host, one] : all.items()) {
        if (!one.is_object() || !one.contains("user") || !one.at("user").is_string()
            || (one.contains("password") && !one.at("password").is_string()))
            return wrong(path, "/credentials", coreTr("“user” and “password” for each host"));
        network.credentials.insert(fromStd(host).toLower(),
                                   {fromStd(one.at("user").get<std::string>()), fromStd(one.value("password", std::string()))});
    }
    return {};
}

Result<void> readText(const Json &root, const char *key, const QString &path, QString &value)
{
    if (!root.contains(key))
        return {};
    if (!root.at(key).is_string())
        return wrong(path, key, coreTr("text"));
    value = fromStd(root.at(key).get<std::string>());
    return {};
}

Result<void> readNumber(const Json &root, const char *key, const QString &path, qint64 &value)
{
    if (!root.contains(key))
        return {};
    if (!root.at(key).is_number_integer() || root.at(key).get<qint64>() < 0)
        return wrong(path, key, coreTr("a whole number"));
    value = root.at(key).get<qint64>();
    return {};
}

} // namespace

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/dosirak/settings.json"_s;
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
        return wrong(path, "", coreTr("an object"));
    DOSIRAK_CHECK(readMirrors(root, path, settings.network));
    DOSIRAK_CHECK(readText(root, "http_proxy", path, settings.network.httpProxy));
    DOSIRAK_CHECK(readText(root, "https_proxy", path, settings.network.httpsProxy));
    DOSIRAK_CHECK(readText(root, "store_folder", path, settings.storeFolder));
    DOSIRAK_CHECK(readNumber(root, "store_budget", path, settings.storeBudget));
    DOSIRAK_CHECK(readNumber(root, "bandwidth_limit", path, settings.network.bandwidthLimit));
    qint64 freshness = settings.network.pageFreshness.count();
    DOSIRAK_CHECK(readNumber(root, "page_freshness", path, freshness));
    settings.network.pageFreshness = std::chrono::seconds(freshness);
    DOSIRAK_CHECK(readCredentials(root, path, settings.network));
    QString caFile;
    DOSIRAK_CHECK(readText(root, "ca_file", path, caFile));
    if (!caFile.isEmpty())
        settings.network.extraCaFiles.append(caFile);
    return settings;
}

} // namespace dosirak::workspace
