// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings_edit.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"
#include "workspace/settings.h"

#include <QFileInfo>
#include <QUrl>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxSettings = 1 << 20;

/// The file as it stands; an empty object where there is none.
Result<Json> document(const QString &path)
{
    const auto bytes = readFile(path, maxSettings);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return Json(Json::object());
    if (!bytes)
        return Failure(bytes.error());
    DOSIRAK_CHECK(readSettings(path)); // says what is malformed, and where
    return parseJson(*bytes, path);
}

QString textAt(const Json &root, const char *key)
{
    return root.contains(key) ? fromStd(root.at(key).get<std::string>()) : QString();
}

qint64 numberAt(const Json &root, const char *key)
{
    return root.contains(key) ? root.at(key).get<qint64>() : 0;
}

void set(Json &root, const char *key, const Json &value, bool isThere)
{
    if (isThere)
        root[key] = value;
    else
        root.erase(key);
}

Result<void> checkUrl(const QString &text, const QString &what, bool isProxy = false)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool known = scheme == u"http"_s || (isProxy ? scheme == u"socks5"_s : scheme == u"https"_s);
    const bool good = url.isValid() && !url.host().isEmpty() && known;
    if (text.isEmpty() || good)
        return {};
    return fail(ErrorCode::Invalid, coreTr("“%1” is no address for %2.").arg(text, what),
                isProxy ? coreTr("Write it as http://host:port or socks5://host:port.") : coreTr("Write it as https://host/path."));
}

Result<void> check(const EditableSettings &settings)
{
    DOSIRAK_CHECK(checkUrl(settings.httpProxy, coreTr("the HTTP proxy"), true));
    DOSIRAK_CHECK(checkUrl(settings.httpsProxy, coreTr("the HTTPS proxy"), true));
    for (const auto &[from, to] : settings.mirrors) {
        DOSIRAK_CHECK(checkUrl(from.isEmpty() ? u"?"_s : from, coreTr("a mirror's origin")));
        const bool isFolder = QUrl(to).scheme() == u"file"_s;
        DOSIRAK_CHECK(isFolder ? Result<void>() : checkUrl(to.isEmpty() ? u"?"_s : to, coreTr("a mirror")));
    }
    if (!settings.caFile.isEmpty() && !QFileInfo(settings.caFile).isFile())
        return fail(ErrorCode::Invalid, coreTr("There is no file “%1”.").arg(settings.caFile), coreTr("Choose a file of PEM certificates."));
    if (!settings.storeFolder.isEmpty() && !QFileInfo(settings.storeFolder).isAbsolute())
        return fail(ErrorCode::Invalid, coreTr("The folder of the store is not an absolute path: “%1”.").arg(settings.storeFolder));
    return {};
}

} // namespace

Result<EditableSettings> readEditableSettings(const QString &path)
{
    DOSIRAK_TRY(root, document(path));
    EditableSettings settings;
    if (root.contains("mirrors"))
        for (const auto &[from, to] : root.at("mirrors").items())
            settings.mirrors.append({fromStd(from), fromStd(to.get<std::string>())});
    settings.httpProxy = textAt(root, "http_proxy");
    settings.httpsProxy = textAt(root, "https_proxy");
    settings.caFile = textAt(root, "ca_file");
    settings.storeFolder = textAt(root, "store_folder");
    settings.bandwidthLimit = numberAt(root, "bandwidth_limit");
    settings.storeBudget = numberAt(root, "store_budget");
    return settings;
}

Result<void> writeEditableSettings(const QString &path, const EditableSettings &settings)
{
    DOSIRAK_CHECK(check(settings));
    DOSIRAK_TRY(root, document(path));
    Json mirrors = Json::object();
    for (const auto &[from, to] : settings.mirrors)
        mirrors[toStd(from)] = toStd(to);
    set(root, "mirrors", mirrors, !mirrors.empty());
    set(root, "http_proxy", toStd(settings.httpProxy), !settings.httpProxy.isEmpty());
    set(root, "https_proxy", toStd(settings.httpsProxy), !settings.httpsProxy.isEmpty());
    set(root, "ca_file", toStd(settings.caFile), !settings.caFile.isEmpty());
    set(root, "store_folder", toStd(settings.storeFolder), !settings.storeFolder.isEmpty());
    set(root, "bandwidth_limit", settings.bandwidthLimit, settings.bandwidthLimit > 0);
    set(root, "store_budget", settings.storeBudget, settings.storeBudget > 0);
    return writeFileAtomically(path, QByteArray::fromStdString(root.dump(2)) + '\n');
}

} // namespace dosirak::workspace
