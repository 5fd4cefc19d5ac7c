// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/progress.h"
#include "base/result.h"
#include "workspace/workspace.h"

#include <QCommandLineParser>
#include <QTextStream>
#include <memory>
#include <stop_token>
#include <vector>

namespace dosirak::workspace {
class Services;
}

namespace dosirak::cli {

/// What the process tells its caller. Documented in dosirak(1) and in `dosirak help exit-codes`.
enum class ExitCode {
    Ok = 0,
    Failed = 1,       ///< something else went wrong (a defect, an outside tool that failed)
    Usage = 2,        ///< the call itself is wrong
    NotFound = 3,     ///< what was named does not exist
    Findings = 4,     ///< the preset has findings of severity error
    Unsolvable = 5,   ///< the requirements cannot be met together
    Network = 6,      ///< no answer, or the other side said no
    Integrity = 7,    ///< bytes are not the right ones
    Incomplete = 8,   ///< some of the work is left: run it again, or fetch by hand what is listed
    MissingTool = 9,  ///< an outside program is needed and does not run
    Disk = 10,        ///< the file system said no, or is full, or another process holds it
    Warnings = 11,    ///< only with `check --strict`: warnings and no errors
    Cancelled = 130,  ///< stopped by the user
};

[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);

/// What a command works with. Lives as long as the command runs.
class Context
{
public:
    QTextStream &out;                ///< results
    QTextStream &err;                ///< messages and progress
    workspace::Workspace workspace;
    std::stop_token stop;            ///< set by SIGINT and SIGTERM
    bool json = false;
    bool quiet = false;
    bool isTerminal = false;         ///< whether standard error is one (progress is redrawn in place)

    /// Made on first use: opening caches costs time that `list` need not pay.
    [[nodiscard]] Result<workspace::Services *> services();
    [[nodiscard]] ProgressSink progress();

    /// Prints an error as text or JSON and gives the exit code.
    ExitCode fail(const Error &error);
    /// Prints a JSON value on standard output.
    ExitCode print(const Json &value);

    Context(QTextStream &outStream, QTextStream &errStream, workspace::Workspace folder);
    ~Context();

private:
    std::unique_ptr<workspace::Services> m_services;
    qint64 m_lastDrawn = 0;
    QString m_lastStage;
    bool m_drawn = false;
    void draw(const Progress &progress);
    void endLine();
    friend class ProgressLine;
};

/// One verb of the console program. One file each, below commands/.
class Command
{
public:
    virtual ~Command() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QStringList aliases() const { return {}; }
    [[nodiscard]] virtual QString summary() const = 0;
    /// Declares options and positional arguments (shown by --help, offered by completion).
    virtual void declare(QCommandLineParser &parser) const = 0;
    /// Runs it; all that it says goes through @p context.
    [[nodiscard]] virtual ExitCode run(const QCommandLineParser &parser, Context &context) const = 0;

    /// How many positional arguments it takes at the most; -1: any number. More are an error of usage.
    [[nodiscard]] virtual qsizetype mostArguments() const { return -1; }

    enum class Words { None, PresetNames, Files };
    /// What completion offers for positional arguments.
    [[nodiscard]] virtual Words completes() const { return Words::PresetNames; }
    /// What it may be asked to do, as its first argument; completion offers these.
    [[nodiscard]] virtual QStringList words() const { return {}; }
    /// What completion offers for the value of @p option (without its dashes); nothing: files.
    [[nodiscard]] virtual QStringList valuesOf(const QString &option, const workspace::Workspace &workspace) const
    {
        Q_UNUSED(option)
        Q_UNUSED(workspace)
        return {};
    }
};

/// All verbs, in the order in which `dosirak help` lists them.
[[nodiscard]] const std::vector<std::unique_ptr<Command>> &commands();
[[nodiscard]] const Command *findCommand(const QString &nameOrAlias);

/// Whether the output of a call is for other programs (JSON, SARIF, completion): it is not translated.
[[nodiscard]] bool isForPrograms(const QStringList &arguments);

/// Runs one call of the console program. @p arguments are those after the program's name. Thread: the main thread.
[[nodiscard]] int run(const QStringList &arguments, QTextStream &out, QTextStream &err, const std::stop_token &stop);

} // namespace dosirak::cli
