// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

namespace dosirak::build {

enum class StepState {
    Waiting,    ///< announced; at the end of a build: was not needed or not reached
    Running,
    Done,
    Cached,     ///< its result was there already
    Failed,
    Cancelled,
};

/// One step of a build as the engine tells it. A snapshot: a later one with the same id replaces it.
struct BuildStep {
    enum class Kind {
        Internal,   ///< the engine's own work ("[internal] load build context")
        From,       ///< takes a base image
        Step,       ///< an instruction of the recipe
        Other,      ///< exporting, naming, …
    };

    int id = 0;                 ///< 1-based, in the order of first appearance
    QString name;               ///< as the engine names it, without the "[stage 2/5]" part
    QString stage;              ///< "builder"; empty where the engine does not say
    int number = 0;             ///< within the stage; 0: not known
    int count = 0;              ///< of the stage's steps; 0: not known
    Kind kind = Kind::Other;
    StepState state = StepState::Waiting;
    qint64 startedMs = -1;      ///< since the build began; -1: not known
    qint64 durationMs = 0;      ///< time it really ran (a cached probe before it is not counted twice)
    qint64 endedMs = -1;        ///< since the build began; -1: not ended
    qint64 bytesDone = 0;       ///< of a transfer
    qint64 bytesTotal = 0;      ///< 0: not known
    QList<int> inputs;          ///< ids of the steps it waited for; empty where the engine does not say
    QString error;              ///< the engine's words when it failed
};

/// One thing that happened in a build. A plain value.
struct BuildEvent {
    enum class Kind {
        Step,       ///< `step` is new or changed
        Log,        ///< `text` is one line that step `stepId` printed
        Warning,    ///< the engine's own about the recipe; `text`
        Message,    ///< a line that belongs to no step (the engine's summary of an error, a notice)
    };

    Kind kind = Kind::Message;
    BuildStep step;             ///< of Step
    int stepId = 0;             ///< of Log
    QString text;               ///< one line, without colour codes and line end
    bool error = false;         ///< of Log and Message: it came on the standard error where the engine tells them apart
    qint64 atMs = 0;            ///< since the build began
};

using BuildSink = std::function<void(const BuildEvent &)>; ///< called on the build's thread; must be quick

/// The steps as they stand after some events. Thread: one at a time.
class BuildSteps
{
public:
    void apply(const BuildEvent &event);

    [[nodiscard]] const QList<BuildStep> &steps() const { return m_steps; } ///< by id
    [[nodiscard]] const BuildStep *find(int id) const;
    [[nodiscard]] const BuildStep *failed() const; ///< the first that failed; null: none

    /// Of the recipe's instructions that ended (FROM not counted): how many there are, how many came from the cache.
    [[nodiscard]] int ended() const;
    [[nodiscard]] int cached() const;

    /// What the build's time was spent on: from the step that ended last back through the input that ended last, first
    /// step first. Where the engine names no inputs, whatever ended last before the step began.
    [[nodiscard]] QList<int> criticalPath() const;

private:
    QList<BuildStep> m_steps;
};

/// A stable name for JSON: "waiting", "running", "done", "cached", "failed", "cancelled".
[[nodiscard]] QString stateName(StepState state);
[[nodiscard]] QString kindName(BuildStep::Kind kind); ///< "internal", "from", "step", "other"

/// "[builder 2/5] RUN …" for people.
[[nodiscard]] QString stepTitle(const BuildStep &step);

} // namespace dosirak::build
