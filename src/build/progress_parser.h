// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/engine.h"
#include "build/events.h"
#include "build/text_lines.h"

#include <QByteArrayView>
#include <memory>

namespace dosirak::build {

/// How a build's client ended, for the steps that were still running then.
enum class BuildEnd { Succeeded, Failed, Cancelled };

/// Turns what a client prints into events. Pure: it is given bytes and a clock, and runs nothing.
/// Thread: one at a time; events are sent from within the calls.
class ProgressParser
{
public:
    using Clock = std::function<qint64()>; ///< ms since the build began; for clients that print no times

    virtual ~ProgressParser() = default;

    virtual void feedOutput(QByteArrayView bytes) = 0;
    virtual void feedError(QByteArrayView bytes) = 0;
    /// All was fed. Steps that run are ended as @p end says.
    virtual void finish(BuildEnd end) = 0;

    [[nodiscard]] static std::unique_ptr<ProgressParser> create(Builder builder, BuildSink sink, Clock clock);
};

/// What the parsers have in common: the steps so far, and telling of them.
class StepBook
{
public:
    StepBook(BuildSink sink, ProgressParser::Clock clock) : m_sink(std::move(sink)), m_clock(std::move(clock)) {}

    /// A new step that begins now. The reference holds until the next begin().
    BuildStep &begin(const QString &name, BuildStep::Kind kind);
    /// Ends a step that runs; one that has ended stays as it is.
    void end(BuildStep &step, StepState state);
    void endRunning(BuildEnd end, const QString &error = {});

    [[nodiscard]] BuildStep *at(int id);
    [[nodiscard]] QList<BuildStep> &steps() { return m_steps; }
    [[nodiscard]] qint64 now() const { return m_clock ? m_clock() : 0; }

    void tell(const BuildStep &step) const;
    void log(int stepId, const QString &text, bool error) const;
    void message(const QString &text, bool error) const;
    void warning(const QString &text) const;

private:
    BuildSink m_sink;
    ProgressParser::Clock m_clock;
    QList<BuildStep> m_steps;
};

/// Takes "[builder  2/12] RUN x" apart: stage (may carry a platform), number, count, and the rest as name and kind.
void readStepName(const QString &text, BuildStep &step);

[[nodiscard]] std::unique_ptr<ProgressParser> makeLegacyParser(BuildSink sink, ProgressParser::Clock clock);
[[nodiscard]] std::unique_ptr<ProgressParser> makePlainParser(BuildSink sink, ProgressParser::Clock clock);
[[nodiscard]] std::unique_ptr<ProgressParser> makeRawJsonParser(BuildSink sink, ProgressParser::Clock clock);
[[nodiscard]] std::unique_ptr<ProgressParser> makePodmanParser(BuildSink sink, ProgressParser::Clock clock);

} // namespace dosirak::build
