// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>
#include <chrono>
#include <functional>
#include <stop_token>

namespace dosirak {

/// One run of an outside program, from start to end, on a worker thread.
struct ProcessRequest {
    QString program;                ///< a path, or a name looked up in PATH
    QStringList arguments;
    QString workingFolder;          ///< empty: the current one
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QByteArray input;               ///< written to its standard input, which is then closed
    std::function<Result<QByteArray>()> nextInput; ///< when set, asked for more input after `input` whenever the program
                                    ///< has taken most of it: streams of any length; empty bytes end it, an error ends all
    std::chrono::milliseconds timeout{30'000}; ///< 0: none
    qint64 maxOutput = 64LL << 20;  ///< bytes kept of each stream; more is Invalid, unless the sink below takes it
    std::function<void(const QByteArray &)> onOutput; ///< when set, takes standard output instead of keeping it
    std::function<void(const QByteArray &)> onError;  ///< when set, takes standard error as well as keeping its end
};

struct ProcessOutcome {
    int exitCode = 0;
    QByteArray output;
    QByteArray errorOutput;
};

/// Runs it and waits. It gets a session of its own; a stop request or the time-out ends the whole group with SIGTERM
/// and, 10 s later, SIGKILL (some clients hand the work to a plugin and ignore a signal to themselves alone).
/// A non-zero exit code is an outcome, not an error. LC_ALL=C is set unless the request's environment sets it.
/// Errors: MissingTool (not found, not executable), ToolFailed (crashed, timed out), Invalid (too much output), Cancelled,
/// and what nextInput gives.
/// Thread: any but the UI thread.
[[nodiscard]] Result<ProcessOutcome> runProcess(const ProcessRequest &request, const std::stop_token &stop = {});

} // namespace dosirak
