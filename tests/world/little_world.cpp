// SPDX-License-Identifier: GPL-3.0-or-later
#include "little_world.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace dosirak::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int limitMs = 120'000;

/// Each host that the world has, and the scheme that presets name it with.
const QList<std::pair<QString, QString>> hosts{
    {u"http"_s, u"archive.ubuntu.com"_s},     {u"http"_s, u"security.ubuntu.com"_s}, {u"https"_s, u"developer.download.nvidia.com"_s},
    {u"https"_s, u"download.pytorch.org"_s},  {u"https"_s, u"pypi.nvidia.com"_s},    {u"https"_s, u"files.nvidia.example"_s},
    {u"https"_s, u"pypi.example"_s},          {u"https"_s, u"files.pypi.example"_s}, {u"http"_s, u"debian.example"_s}};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QString LittleWorld::makeFiles() const
{
    QProcess maker;
    maker.setProcessChannelMode(QProcess::MergedChannels);
    maker.start(u"python3"_s, {u"-B"_s, QStringLiteral(DOSIRAK_SOURCE_DIR "/tests/world/shipped_world.py"), m_folder.filePath(u"world"_s)});
    if (!maker.waitForFinished(limitMs) || maker.exitCode() != 0)
        return u"shipped_world.py: "_s + maker.errorString() + QString::fromUtf8(maker.readAll());
    return {};
}

QString LittleWorld::make()
{
    if (const QString error = makeFiles(); !error.isEmpty())
        return error;
    m_registry = std::make_unique<DockerRegistry>(world(u"registry"_s));
    if (!m_registry->isRunning())
        return m_registry->error();
    m_server = std::make_unique<LoopbackServer>();
    m_server->routeRest([this](const ServedRequest &request) { return answer(request); });
    return writeSettings();
}

QString LittleWorld::writeSettings() const
{
    QJsonObject mirrors{{u"https://registry-1.docker.io/"_s, u"http://%1/"_s.arg(m_registry->host())}};
    for (const auto &[scheme, host] : hosts)
        mirrors.insert(u"%1://%2/"_s.arg(scheme, host), m_server->url(u'/' + host + u'/').toString());
    const bool written = write(path(u"config/dosirak/settings.json"_s), QJsonDocument(QJsonObject{{u"mirrors"_s, mirrors}}).toJson());
    return written ? QString() : u"the settings cannot be written"_s;
}

Answer LittleWorld::answer(const ServedRequest &request) const
{
    const QString asked = QUrl::fromPercentEncoding(request.path.split('?').first());
    if (asked.contains(u".."_s))
        return Answer::error(400);
    QString file = world(asked.mid(1));
    QByteArray type = "application/octet-stream";
    if (QFileInfo(file).isDir()) {
        const bool json = QFileInfo::exists(file + u"/index.json"_s);
        file += json ? u"/index.json"_s : u"/index.html"_s;
        type = json ? "application/vnd.pypi.simple.v1+json" : "text/html";
    }
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? Answer::text(source.readAll(), type) : Answer::error(404);
}

QProcessEnvironment LittleWorld::environment() const
{
    QProcessEnvironment environment;
    for (const QString &kept : {u"PATH"_s, u"LD_LIBRARY_PATH"_s, u"ASAN_OPTIONS"_s, u"TSAN_OPTIONS"_s})
        if (qEnvironmentVariableIsSet(kept.toLatin1()))
            environment.insert(kept, qEnvironmentVariable(kept.toLatin1()));
    const QString home = path(u"home-%1"_s.arg(m_home));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_STATE_HOME"_s, home + u"/state"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"DOCKER_CONFIG"_s, home + u"/docker"_s);
    // An engine of this machine must not help out: its images are not the world's.
    environment.insert(u"DOCKER_HOST"_s, u"unix://"_s + home + u"/no-engine.sock"_s);
    environment.insert(u"APT_CONFIG"_s, world(u"apt/apt.conf"_s));
    environment.insert(u"PIP_INDEX_URL"_s, u"https://pypi.example/simple"_s);
    return environment;
}

ProgramRun LittleWorld::run(const QString &folder, const QStringList &arguments) const
{
    QProcess program;
    program.setProcessEnvironment(environment());
    program.start(m_program, QStringList{u"-C"_s, path(folder)} + arguments);
    ProgramRun run;
    if (!program.waitForFinished(limitMs)) {
        run.err = program.errorString().toUtf8();
        program.kill();
        program.waitForFinished();
    } else {
        run.exitCode = program.exitCode();
    }
    run.out = program.readAllStandardOutput();
    run.err += program.readAllStandardError();
    return run;
}

void LittleWorld::cutTheNetwork()
{
    m_server.reset();
    m_registry.reset();
}

void LittleWorld::forgetCaches()
{
    ++m_home;
}

} // namespace dosirak::test
