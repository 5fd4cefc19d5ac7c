// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include "base/tr.h"

#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace dosirak {

using namespace Qt::StringLiterals;

namespace {

constexpr int graceMs = 10'000;
constexpr int pollMs = 50;
constexpr qsizetype keptErrorBytes = 256 << 10;

void endGroup(QProcess &process)
{
    const auto pid = pid_t(process.processId());
    if (pid <= 0)
        return;
    ::kill(-pid, SIGTERM);
    if (!process.waitForFinished(graceMs)) {
        ::kill(-pid, SIGKILL);
        process.waitForFinished(graceMs);
    }
}

/// Keeps what arrives within the limits of the request.
class Collector
{
public:
    explicit Collector(const ProcessRequest &request) : m_request(request) {}

    void take(QProcess &process)
    {
        const QByteArray out = process.readAllStandardOutput();
        if (m_request.onOutput) {
            if (!out.isEmpty())
                m_request.onOutput(out);
        } else {
            outcome.output += out;
            tooMuch = tooMuch || outcome.output.size() > m_request.maxOutput;
        }
        const QByteArray err = process.readAllStandardError();
        if (m_request.onError && !err.isEmpty())
            m_request.onError(err);
        outcome.errorOutput += err;
        if (m_request.onError)
            outcome.errorOutput = outcome.errorOutput.right(keptErrorBytes);
        else
            tooMuch = tooMuch || outcome.errorOutput.size() > m_request.maxOutput;
    }

    ProcessOutcome outcome;
    bool tooMuch = false;

private:
    const ProcessRequest &m_request;
};

/// Hands a program its input, never holding more than a little of it.
class Feeder
{
public:
    Feeder(QProcess &process, const ProcessRequest &request) : m_process(process), m_request(request)
    {
        m_process.write(request.input);
        if (!m_request.nextInput)
            end();
    }

    [[nodiscard]] bool busy() const { return !m_ended; }

    Result<void> feed()
    {
        while (!m_ended && m_process.state() == QProcess::Running && m_process.bytesToWrite() < mostWaiting) {
            auto more = m_request.nextInput();
            if (!more)
                return Failure(more.error());
            if (more->isEmpty())
                end();
            else
                m_process.write(*more);
        }
        return {};
    }

private:
    void end()
    {
        m_ended = true;
        m_process.closeWriteChannel();
    }

    static constexpr qint64 mostWaiting = 2 << 20;
    QProcess &m_process;
    const ProcessRequest &m_request;
    bool m_ended = false;
};

void prepare(QProcess &process, const ProcessRequest &request)
{
    QProcessEnvironment environment = request.environment;
    if (!environment.contains(u"LC_ALL"_s) || request.environment == QProcessEnvironment::systemEnvironment())
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProgram(request.program);
    process.setArguments(request.arguments);
    process.setProcessEnvironment(environment);
    if (!request.workingFolder.isEmpty())
        process.setWorkingDirectory(request.workingFolder);
    process.setChildProcessModifier([] {
        // Whoever started us may have blocked signals (our console takes them in a thread); the child must hear them.
        sigset_t all;
        sigfillset(&all);
        sigprocmask(SIG_UNBLOCK, &all, nullptr);
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

} // namespace

Result<ProcessOutcome> runProcess(const ProcessRequest &request, const std::stop_token &stop)
{
    QProcess process;
    prepare(process, request);
    process.start();
    if (!process.waitForStarted(graceMs))
        return fail(ErrorCode::MissingTool, coreTr("The program “%1” could not be started.").arg(request.program),
                    coreTr("Install it, or name another one in the settings."), process.errorString());
    Feeder feeder(process, request);
    Collector collector(request);
    QElapsedTimer clock;
    clock.start();
    while (process.state() != QProcess::NotRunning) {
        if (auto fed = feeder.feed(); !fed) {
            endGroup(process);
            return Failure(fed.error());
        }
        if (feeder.busy())
            process.waitForBytesWritten(pollMs);
        else
            process.waitForReadyRead(pollMs);
        collector.take(process);
        const bool late = request.timeout.count() > 0 && clock.elapsed() > request.timeout.count();
        if (!stop.stop_requested() && !late && !collector.tooMuch)
            continue;
        endGroup(process);
        if (stop.stop_requested())
            return cancelled();
        if (late)
            return fail(ErrorCode::ToolFailed, coreTr("“%1” did not end within %2 s.").arg(request.program)
                            .arg(request.timeout.count() / 1000),
                        {}, QString::fromUtf8(collector.outcome.errorOutput));
        return fail(ErrorCode::Invalid, coreTr("“%1” printed more than can be accepted.").arg(request.program));
    }
    collector.take(process);
    if (collector.tooMuch)
        return fail(ErrorCode::Invalid, coreTr("“%1” printed more than can be accepted.").arg(request.program));
    if (process.exitStatus() != QProcess::NormalExit)
        return fail(ErrorCode::ToolFailed, coreTr("“%1” crashed.").arg(request.program), {},
                    QString::fromUtf8(collector.outcome.errorOutput));
    collector.outcome.exitCode = process.exitCode();
    return collector.outcome;
}

} // namespace dosirak
