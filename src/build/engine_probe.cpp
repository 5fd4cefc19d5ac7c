// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/engine_probe.h"

#include "base/tr.h"

#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

const Json *memberOf(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? &*found : nullptr;
}

QString textIn(const Json *object, const char *key)
{
    return object != nullptr && object->is_object() ? image::textAt(*object, key) : QString();
}

} // namespace

bool atLeast(const QString &version, int major, int minor)
{
    const QStringList parts = version.split(QRegularExpression(u"[^0-9]"_s));
    const int first = parts.value(0).toInt();
    return first != major ? first > major : parts.value(1).toInt() >= minor;
}

Result<ClientFacts> readDockerVersion(const QByteArray &output)
{
    DOSIRAK_TRY(json, parseJson(output.trimmed(), coreTr("answer of the engine")));
    ClientFacts facts;
    facts.clientVersion = textIn(memberOf(json, "Client"), "Version");
    facts.serverVersion = textIn(memberOf(json, "Server"), "Version");
    facts.isPodman = output.toLower().contains("podman");
    if (facts.clientVersion.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The client's version is not understood."), {}, QString::fromUtf8(output));
    return facts;
}

void readDockerInfo(const QByteArray &output, Engine &engine)
{
    const auto json = parseJson(output.trimmed(), {});
    if (!json || !json->is_object())
        return;
    engine.dataFolder = image::textAt(*json, "DockerRootDir");
    engine.imageStore = image::textAt(*json, "Driver");
    if (output.contains("io.containerd.snapshotter.v1"))
        engine.imageStore = u"containerd "_s + engine.imageStore;
    const Json *runtimes = memberOf(*json, "Runtimes");
    engine.nvidiaRuntime = runtimes != nullptr && runtimes->is_object() && runtimes->contains("nvidia");
}

QString readPodmanVersion(const QByteArray &output)
{
    const auto json = parseJson(output.trimmed(), {});
    if (!json || !json->is_object())
        return {};
    const QString inClient = textIn(memberOf(*json, "Client"), "Version");
    return inClient.isEmpty() ? image::textAt(*json, "version") : inClient;
}

Error engineUnreachable(const QString &program, const QString &text)
{
    const auto has = [&](const char *words) { return text.contains(QLatin1String(words), Qt::CaseInsensitive); };
    // BuildKit of 20.10 asks "Is the docker daemon running?" in the same line as "permission denied": that comes first.
    if (has("permission denied") && has("mkdir"))
        return {ErrorCode::MissingTool, coreTr("“%1” cannot write its own settings folder.").arg(program),
                coreTr("Make your home folder writable, or set DOCKER_CONFIG and BUILDX_CONFIG to folders that are."), text, {}, {}};
    if (has("permission denied"))
        return {ErrorCode::MissingTool, coreTr("You may not talk to the engine of “%1”.").arg(program),
                coreTr("Join the group “docker” (sudo usermod -aG docker $USER, then log in anew), or use a rootless engine."),
                text, {}, {}};
    if (has("cannot connect") || has("failed to dial") || has("connection refused") || text.isEmpty())
        return {ErrorCode::MissingTool, coreTr("The engine of “%1” is not running.").arg(program),
                coreTr("Start it (sudo systemctl start docker), or choose another host."), text, {}, {}};
    if (has("too old") || has("client version"))
        return {ErrorCode::Unsupported, coreTr("“%1” and its engine do not understand each other: one of them is too old.").arg(program),
                coreTr("Update the older one."), text, {}, {}};
    return {ErrorCode::ToolFailed, coreTr("The engine of “%1” does not answer as it should.").arg(program),
            coreTr("See the details for its own words."), text, {}, {}};
}

} // namespace dosirak::build
