// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/text.h"
#include "workspace/services.h"

#include <QDateTime>
#include <unistd.h>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 drawEveryMs = 100;
}

Context::Context(QTextStream &outStream, QTextStream &errStream, workspace::Workspace folder)
    : out(outStream), err(errStream), workspace(std::move(folder)), isTerminal(::isatty(STDERR_FILENO) == 1)
{
}

Context::~Context() = default;

Result<workspace::Services *> Context::services()
{
    if (!m_services) {
        DOSIRAK_TRY(made, workspace::Services::open(workspace));
        m_services = std::move(made);
    }
    return m_services.get();
}

ProgressSink Context::progress()
{
    if (quiet)
        return {};
    // Work reports from several threads; the terminal is one.
    auto mutex = std::make_shared<QMutex>();
    return [this, mutex](const Progress &progress) {
        const QMutexLocker lock(mutex.get());
        draw(progress);
    };
}

void Context::draw(const Progress &progress)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool newStage = progress.stage != m_lastStage;
    if (!newStage && (!isTerminal || now - m_lastDrawn < drawEveryMs))
        return;
    m_lastDrawn = now;
    m_lastStage = progress.stage;
    if (!isTerminal) {
        err << progress.stage << '\n';
        err.flush();
        return;
    }
    QString line = progress.stage;
    if (progress.total > 0)
        line += progress.unit == Progress::Unit::Bytes
            ? u"  %1 / %2"_s.arg(bytesText(progress.done), bytesText(progress.total))
            : u"  %1 / %2"_s.arg(progress.done).arg(progress.total);
    if (!progress.item.isEmpty())
        line += u"  "_s + progress.item;
    err << "\r\033[K" << line.left(110);
    err.flush();
    m_drawn = true;
}

void Context::endLine()
{
    if (m_drawn)
        err << "\r\033[K";
    m_drawn = false;
}

ExitCode Context::fail(const Error &error)
{
    endLine();
    if (json) {
        Json value = {{"error",
                       {{"code", toStd(codeName(error.code))},
                        {"what", toStd(error.what)},
                        {"hint", toStd(error.hint)},
                        {"detail", toStd(error.detail)},
                        {"file", toStd(error.place.file)},
                        {"line", error.place.line},
                        {"column", error.place.column},
                        {"pointer", toStd(error.place.pointer)}}}};
        print(value);
    }
    const QString place = error.place.text();
    err << coreTr("error:") << ' ' << (place.isEmpty() ? QString() : place + u": "_s) << error.what << '\n';
    if (!error.detail.isEmpty() && !quiet)
        err << error.detail.trimmed() << '\n';
    if (!error.hint.isEmpty())
        err << coreTr("hint:") << ' ' << error.hint << '\n';
    err.flush();
    return exitCodeFor(error.code);
}

ExitCode Context::print(const Json &value)
{
    endLine();
    out << QString::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
    out.flush();
    return ExitCode::Ok;
}

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Invalid:
    case ErrorCode::Unsupported: return ExitCode::Usage;
    case ErrorCode::NotFound: return ExitCode::NotFound;
    case ErrorCode::Unsolvable: return ExitCode::Unsolvable;
    case ErrorCode::Network:
    case ErrorCode::Refused: return ExitCode::Network;
    case ErrorCode::Integrity: return ExitCode::Integrity;
    case ErrorCode::Io:
    case ErrorCode::DiskFull:
    case ErrorCode::Locked: return ExitCode::Disk;
    case ErrorCode::MissingTool: return ExitCode::MissingTool;
    case ErrorCode::Findings: return ExitCode::Findings;
    case ErrorCode::Incomplete: return ExitCode::Incomplete;
    case ErrorCode::Cancelled: return ExitCode::Cancelled;
    case ErrorCode::Internal:
    case ErrorCode::ToolFailed: return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace dosirak::cli
