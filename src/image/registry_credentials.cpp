// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/registry_credentials.h"

#include "base/json.h"
#include "base/process.h"
#include "base/tr.h"
#include "image/oci_types.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

QString defaultConfig()
{
    const QString folder = QString::fromLocal8Bit(qgetenv("DOCKER_CONFIG"));
    return (folder.isEmpty() ? QDir::homePath() + u"/.docker"_s : folder) + u"/config.json"_s;
}

/// docker writes its own registry under this name of old.
QString keyOf(const QString &registry)
{
    return registry == "docker.io"_L1 ? u"https://index.docker.io/v1/"_s : registry;
}

std::optional<RegistryLogin> fromAuths(const Json &config, const QString &key)
{
    const auto auths = config.find("auths");
    if (auths == config.end() || !auths->is_object())
        return {};
    for (const QString &name : {key, u"https://"_s + key, u"http://"_s + key}) {
        const auto entry = auths->find(toStd(name));
        if (entry == auths->end() || !entry->is_object())
            continue;
        const QString both = QString::fromUtf8(QByteArray::fromBase64(textAt(*entry, "auth").toLatin1()));
        if (both.contains(u':'))
            return RegistryLogin{both.section(u':', 0, 0), both.section(u':', 1)};
    }
    return {};
}

Result<std::optional<RegistryLogin>> fromHelper(const QString &helper, const QString &key)
{
    static const QRegularExpression name(u"^[A-Za-z0-9._-]+\\z"_s);
    if (!name.match(helper).hasMatch())
        return fail(ErrorCode::Invalid, coreTr("Docker's configuration names a credential helper that cannot be."));
    ProcessRequest request;
    request.program = u"docker-credential-"_s + helper;
    request.arguments = {u"get"_s};
    request.input = key.toUtf8();
    DOSIRAK_TRY(outcome, runProcess(request));
    if (outcome.exitCode != 0) {
        if (outcome.output.contains("credentials not found") || outcome.errorOutput.contains("credentials not found"))
            return std::optional<RegistryLogin>();
        return fail(ErrorCode::ToolFailed, coreTr("The credential helper “%1” failed.").arg(request.program),
                    coreTr("Run docker login again."));
    }
    DOSIRAK_TRY(json, parseJson(outcome.output, request.program));
    if (!json.is_object())
        return std::optional<RegistryLogin>();
    return std::optional(RegistryLogin{textAt(json, "Username"), textAt(json, "Secret")});
}

} // namespace

Result<std::optional<RegistryLogin>> registryLogin(const QString &registry, const QString &configFile)
{
    const QString path = configFile.isEmpty() ? defaultConfig() : configFile;
    if (!QFileInfo::exists(path))
        return std::optional<RegistryLogin>();
    DOSIRAK_TRY(config, readJson(path, 4 << 20));
    if (!config.is_object())
        return std::optional<RegistryLogin>();
    const QString key = keyOf(registry);
    const auto helpers = config.find("credHelpers");
    if (helpers != config.end() && helpers->is_object())
        if (const QString helper = textAt(*helpers, registry.toUtf8().constData()); !helper.isEmpty())
            return fromHelper(helper, key);
    if (auto login = fromAuths(config, key))
        return login;
    if (const QString store = textAt(config, "credsStore"); !store.isEmpty())
        return fromHelper(store, key);
    return std::optional<RegistryLogin>();
}

} // namespace dosirak::image
