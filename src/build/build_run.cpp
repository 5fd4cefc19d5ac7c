// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/build_run.h"

#include "base/files.h"
#include "base/text.h"
#include "base/tr.h"
#include "build/known_errors.h"
#include "build/progress_parser.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <cerrno>
#include <unistd.h>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

/// Writes the log, and keeps the ends of what may explain a failure.
class LogWriter
{
public:
    explicit LogWriter(const QString &path) : m_file(path) {}

    Result<void> open()
    {
        errno = 0;
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return Failure(ioError(m_file.fileName(), errno != 0 ? errno : EACCES));
        return {};
    }

    void take(const BuildEvent &event)
    {
        switch (event.kind) {
        case BuildEvent::Kind::Step: return takeStep(event.step);
        case BuildEvent::Kind::Log:
            write('#' + QByteArray::number(event.stepId) + ' ' + event.text.toUtf8());
            keep(event.text);
            break;
        case BuildEvent::Kind::Warning: write("warning: " + event.text.toUtf8()); break;
        case BuildEvent::Kind::Message:
            write(event.text.toUtf8());
            keep(event.text);
            break;
        }
    }

    void flush() { m_file.flush(); }
    [[nodiscard]] QString kept() const { return m_kept.join(u'\n'); }

private:
    void takeStep(const BuildStep &step)
    {
        if (m_states.value(step.id, StepState::Waiting) == step.state && m_states.contains(step.id))
            return;
        const QByteArray number = '#' + QByteArray::number(step.id) + ' ';
        if (!m_states.contains(step.id))
            write(number + stepTitle(step).toUtf8());
        m_states.insert(step.id, step.state);
        if (step.state != StepState::Running && step.state != StepState::Waiting)
            write(number + stateName(step.state).toUpper().toUtf8() + ' '
                  + durationText(std::chrono::milliseconds(step.durationMs)).toUtf8());
        if (!step.error.isEmpty()) {
            write(number + step.error.toUtf8());
            keep(step.error);
        }
    }

    void write(const QByteArray &line) { m_file.write(line + '\n'); }

    void keep(const QString &line)
    {
        m_kept << line;
        if (m_kept.size() > 400)
            m_kept.removeFirst();
    }

    QFile m_file;
    QMap<int, StepState> m_states;
    QStringList m_kept;
};

Result<void> bringFile(const QString &from, const QString &to)
{
    DOSIRAK_CHECK(makeFolder(QFileInfo(to).absolutePath()));
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    if (errno == ENOENT)
        return Failure(ioError(from, ENOENT));
    errno = 0;
    if (!QFile::copy(from, to))
        return Failure(ioError(to, errno != 0 ? errno : EIO));
    return {};
}

BuildCall callOf(const RunRequest &request, const QString &context)
{
    const QString folder = QFileInfo(request.folder).absoluteFilePath();
    return {folder + u"/Dockerfile"_s, folder + u"/Dockerfile.dockerignore"_s, QFileInfo(context).absoluteFilePath(),
            folder + u"/image-id"_s, request.tag, request.noCache, request.extraArguments};
}

Result<RunOutcome> imageOf(const RunRequest &request, const BuildCall &call, const std::stop_token &stop)
{
    RunOutcome outcome;
    const auto id = readFile(call.idFile, 4096);
    if (!id || id->trimmed().isEmpty())
        return fail(ErrorCode::ToolFailed, coreTr("The engine's client ended well and named no image."),
                    coreTr("The build may have been stopped from outside; try again."));
    auto image = image::inspectEngineImage(request.engine.images, QString::fromUtf8(id->trimmed()), stop);
    if (!image && image.error().code == ErrorCode::NotFound) // the containerd store may know it by another digest
        image = image::inspectEngineImage(request.engine.images, request.tag, stop);
    if (!image)
        return Failure(image.error());
    outcome.imageId = image->id;
    outcome.imageBytes = image->size;
    return outcome;
}

} // namespace

Result<void> stageContext(const QString &artifactsFolder, const QStringList &paths, const QString &target)
{
    QDir(target).removeRecursively();
    DOSIRAK_CHECK(makeFolder(target));
    for (const QString &path : paths) {
        const QString source = artifactsFolder + u'/' + path;
        if (!QFileInfo(source).isDir()) {
            DOSIRAK_CHECK(bringFile(source, target + u'/' + path));
            continue;
        }
        const QDir base(source);
        for (QDirIterator at(source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
            const QString file = at.next();
            DOSIRAK_CHECK(bringFile(file, target + u'/' + path + u'/' + base.relativeFilePath(file)));
        }
    }
    return {};
}

Result<RunOutcome> runEngine(const RunRequest &request, const std::stop_token &stop, const BuildSink &events)
{
    QString context = request.artifactsFolder;
    const bool staged = !request.engine.bindMounts();
    if (staged) {
        context = request.folder + u"/context"_s;
        DOSIRAK_CHECK(stageContext(request.artifactsFolder, request.recipe.context, context));
    }
    const BuildCall call = callOf(request, context);
    QFile::remove(call.idFile);
    LogWriter log(request.folder + u"/log.txt"_s);
    DOSIRAK_CHECK(log.open());

    QElapsedTimer clock;
    clock.start();
    const auto parser = ProgressParser::create(request.engine.builder, [&](const BuildEvent &event) {
        log.take(event);
        if (events)
            events(event);
    }, [&] { return clock.elapsed(); });
    ProcessRequest process = request.engine.command.request(buildArguments(request.engine.builder, call));
    const QMap<QString, QString> environment = buildEnvironment(request.engine.builder);
    for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable)
        process.environment.insert(variable.key(), variable.value());
    process.timeout = std::chrono::milliseconds(0);
    process.onOutput = [&](const QByteArray &bytes) { parser->feedOutput(bytes); log.flush(); };
    process.onError = [&](const QByteArray &bytes) { parser->feedError(bytes); log.flush(); };
    QStringList commandLine;
    for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable)
        commandLine << variable.key() + u'=' + variable.value();
    commandLine << process.program << process.arguments;
    if (request.onCommandLine)
        request.onCommandLine(commandLine);

    const auto ran = runProcess(process, stop);
    const bool stopped = stop.stop_requested();
    parser->finish(stopped ? BuildEnd::Cancelled : ran && ran->exitCode == 0 ? BuildEnd::Succeeded : BuildEnd::Failed);
    log.flush();
    if (staged)
        QDir(context).removeRecursively();
    if (stopped)
        return cancelled();
    if (!ran)
        return Failure(ran.error());
    if (ran->exitCode != 0)
        return Failure(explainBuildFailure(log.kept(), ran->exitCode));
    auto outcome = imageOf(request, call, stop);
    if (outcome)
        outcome->commandLine = commandLine;
    return outcome;
}

} // namespace dosirak::build
