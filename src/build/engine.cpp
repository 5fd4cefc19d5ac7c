// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/engine.h"

#include "base/tr.h"
#include "build/engine_probe.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

/// Every program of that name in the folders, each file once (a folder may be a link to another, as /bin to /usr/bin).
QStringList allOf(const QString &name, const QStringList &folders)
{
    QStringList found;
    QSet<QString> seen;
    for (const QString &folder : folders) {
        const QFileInfo file(folder + u'/' + name);
        if (!file.isFile() || !file.isExecutable() || seen.contains(file.canonicalFilePath()))
            continue;
        seen.insert(file.canonicalFilePath());
        found << file.absoluteFilePath();
    }
    return found;
}

class Finder
{
public:
    Finder(const EngineSearch &search, const std::stop_token &stop) : m_search(search), m_stop(stop) {}

    Result<EngineReport> find()
    {
        QStringList folders = m_search.folders;
        if (folders.isEmpty())
            folders = QString::fromLocal8Bit(qgetenv("PATH")).split(u':', Qt::SkipEmptyParts);
        for (const QString &program : allOf(u"docker"_s, folders))
            DOSIRAK_CHECK(askDocker(program));
        for (const QString &program : allOf(u"podman"_s, folders))
            DOSIRAK_CHECK(askPodman(program, Builder::Podman, {u"version"_s, u"--format"_s, u"json"_s}));
        for (const QString &program : allOf(u"buildah"_s, folders))
            DOSIRAK_CHECK(askPodman(program, Builder::Buildah, {u"version"_s, u"--json"_s}));
        pairBuildahWithPodman();
        rank();
        return std::move(m_report);
    }

private:
    image::EngineCommand commandFor(const QString &program, bool docker) const
    {
        return {program, docker ? m_search.leading : QStringList(), m_search.environment};
    }

    Result<ProcessOutcome> ask(const image::EngineCommand &command, const QStringList &arguments) const
    {
        ProcessRequest request = command.request(arguments);
        request.timeout = std::chrono::seconds(20);
        return runProcess(request, m_stop);
    }

    Result<void> askDocker(const QString &program)
    {
        const image::EngineCommand command = commandFor(program, true);
        auto version = ask(command, {u"version"_s, u"--format"_s, u"{{json .}}"_s});
        if (!version)
            return problem(program, version.error());
        auto facts = readDockerVersion(version->output);
        if (!facts)
            return problem(program, engineUnreachable(program, QString::fromUtf8(version->errorOutput).trimmed()));
        facts->program = program;
        if (facts->isPodman) // podman itself is asked under its own name
            return {};
        if (facts->serverVersion.isEmpty())
            return problem(program, engineUnreachable(program, QString::fromUtf8(version->errorOutput).trimmed()));
        auto buildx = ask(command, {u"buildx"_s, u"version"_s});
        if (!buildx)
            return Failure(buildx.error());
        static const QRegularExpression number(u"v?([0-9]+\\.[0-9]+\\.[0-9]+)"_s);
        if (buildx->exitCode == 0)
            facts->buildxVersion = number.match(QString::fromUtf8(buildx->output)).captured(1);
        auto info = ask(command, {u"info"_s, u"--format"_s, u"{{json .}}"_s});
        if (!info)
            return Failure(info.error());
        for (const Builder builder : buildersOf(*facts)) {
            Engine engine;
            engine.builder = builder;
            engine.command = command;
            engine.images = command;
            engine.clientVersion = facts->clientVersion;
            engine.serverVersion = facts->serverVersion;
            engine.buildxVersion = builder == Builder::Buildx ? facts->buildxVersion : QString();
            readDockerInfo(info->output, engine);
            engine.remote = isRemote();
            m_report.engines << engine;
        }
        return {};
    }

    bool isRemote() const
    {
        const QString host = m_search.environment.value(u"DOCKER_HOST"_s, QString::fromLocal8Bit(qgetenv("DOCKER_HOST")));
        return !m_search.leading.isEmpty() || (!host.isEmpty() && !host.startsWith("unix:"_L1));
    }

    Result<void> askPodman(const QString &program, Builder builder, const QStringList &arguments)
    {
        const image::EngineCommand command = commandFor(program, false);
        auto version = ask(command, arguments);
        if (!version)
            return problem(program, version.error());
        Engine engine;
        engine.builder = builder;
        engine.command = command;
        engine.images = command;
        engine.clientVersion = readPodmanVersion(version->output);
        if (engine.clientVersion.isEmpty())
            return problem(program, engineUnreachable(program, QString::fromUtf8(version->errorOutput).trimmed()));
        m_report.engines << engine;
        return {};
    }

    /// buildah builds, and ends cleanly where podman leaves processes; loading and running is podman's, on the same storage.
    void pairBuildahWithPodman()
    {
        const auto podman = std::find_if(m_report.engines.begin(), m_report.engines.end(),
                                         [](const Engine &engine) { return engine.builder == Builder::Podman; });
        const bool there = podman != m_report.engines.end();
        const image::EngineCommand command = there ? podman->command : image::EngineCommand();
        for (qsizetype i = m_report.engines.size(); i-- > 0;) {
            Engine &engine = m_report.engines[i];
            if (engine.builder != Builder::Buildah)
                continue;
            if (there) {
                engine.images = command;
                continue;
            }
            m_report.problems << EngineProblem{engine.command.program,
                {ErrorCode::MissingTool, coreTr("buildah is here without podman, which is needed to load and run images."),
                 coreTr("Install podman as well."), {}, {}, {}}};
            m_report.engines.removeAt(i);
        }
    }

    Result<void> problem(const QString &program, const Error &error)
    {
        if (error.code == ErrorCode::Cancelled)
            return Failure(error);
        m_report.problems << EngineProblem{program, error};
        return {};
    }

    void rank()
    {
        // A builder's place in the enumeration is its rank; of two clients of a kind the one PATH names first stays first.
        std::stable_sort(m_report.engines.begin(), m_report.engines.end(),
                         [](const Engine &a, const Engine &b) { return a.builder < b.builder; });
        QSet<QString> ids;
        for (Engine &engine : m_report.engines) {
            engine.id = builderName(engine.builder);
            if (ids.contains(engine.id))
                engine.id += u':' + engine.command.program;
            ids.insert(engine.id);
        }
        m_report.why = reason();
    }

    QString reason() const
    {
        if (m_report.engines.isEmpty())
            return coreTr("No engine is there that can build images.");
        const Engine &best = m_report.engines.first();
        switch (best.builder) {
        case Builder::Buildx:
            return coreTr("%1 is taken: it reports each step with its times.").arg(best.title());
        case Builder::BuildKit:
            return coreTr("%1 is taken: it builds with BuildKit, which mounts artifacts instead of copying them.").arg(best.title());
        case Builder::Buildah:
        case Builder::Podman:
            return coreTr("%1 is taken: no docker engine answers.").arg(best.title());
        case Builder::Legacy:
            return coreTr("%1 is taken: no client here can use BuildKit. Install docker's buildx plugin for faster builds and less disk.")
                .arg(best.title());
        }
        return {};
    }

    const EngineSearch &m_search;
    const std::stop_token &m_stop;
    EngineReport m_report;
};

} // namespace

QString builderName(Builder builder)
{
    switch (builder) {
    case Builder::Buildx: return u"buildx"_s;
    case Builder::BuildKit: return u"buildkit"_s;
    case Builder::Buildah: return u"buildah"_s;
    case Builder::Podman: return u"podman"_s;
    case Builder::Legacy: return u"legacy"_s;
    }
    return {};
}

QString Engine::title() const
{
    switch (builder) {
    case Builder::Buildx:
        return coreTr("docker %1 with buildx %2 (%3)").arg(clientVersion, buildxVersion, command.program);
    case Builder::BuildKit: return coreTr("docker %1 with BuildKit (%2)").arg(clientVersion, command.program);
    case Builder::Legacy: return coreTr("docker %1 with the legacy builder (%2)").arg(clientVersion, command.program);
    case Builder::Buildah: return coreTr("buildah %1 (%2)").arg(clientVersion, command.program);
    case Builder::Podman: return coreTr("podman %1 (%2)").arg(clientVersion, command.program);
    }
    return {};
}

QList<Builder> buildersOf(const ClientFacts &facts)
{
    QList<Builder> builders;
    if (facts.serverVersion.isEmpty() || facts.isPodman)
        return builders;
    // rawjson exists since buildx 0.12 (0.12–0.14 indent it, which the parser reads too).
    if (!facts.buildxVersion.isEmpty() && atLeast(facts.buildxVersion, 0, 12))
        builders << Builder::Buildx;
    // From 23 on DOCKER_BUILDKIT=1 without the plugin ends with "buildx component is missing or broken".
    if (!atLeast(facts.clientVersion, 23, 0) && atLeast(facts.serverVersion, 18, 9))
        builders << Builder::BuildKit;
    return builders << Builder::Legacy;
}

Result<EngineReport> findEngines(const EngineSearch &search, const std::stop_token &stop)
{
    return Finder(search, stop).find();
}

Result<Engine> chooseEngine(const EngineReport &report, const QString &id)
{
    QStringList ids;
    for (const Engine &engine : report.engines) {
        if (id.isEmpty() || engine.id == id)
            return engine;
        ids << engine.id;
    }
    if (!id.isEmpty() && !ids.isEmpty())
        return fail(ErrorCode::MissingTool, coreTr("The engine “%1” is not here.").arg(id),
                    coreTr("There are: %1.").arg(ids.join(u", "_s)));
    if (!report.problems.isEmpty())
        return Failure(report.problems.first().error);
    return fail(ErrorCode::MissingTool, coreTr("No engine is here that can build images."),
                coreTr("Install docker, podman or buildah; packaging/setup.sh does it on Debian."));
}

} // namespace dosirak::build
