// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/progress_parser.h"

#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

std::unique_ptr<ProgressParser> ProgressParser::create(Builder builder, BuildSink sink, Clock clock)
{
    switch (builder) {
    case Builder::Buildx: return makeRawJsonParser(std::move(sink), std::move(clock));
    case Builder::BuildKit: return makePlainParser(std::move(sink), std::move(clock));
    case Builder::Buildah:
    case Builder::Podman: return makePodmanParser(std::move(sink), std::move(clock));
    case Builder::Legacy: break;
    }
    return makeLegacyParser(std::move(sink), std::move(clock));
}

BuildStep &StepBook::begin(const QString &name, BuildStep::Kind kind)
{
    BuildStep step;
    step.id = int(m_steps.size()) + 1;
    step.name = name;
    step.kind = kind;
    step.state = StepState::Running;
    step.startedMs = now();
    m_steps << step;
    return m_steps.last();
}

void StepBook::end(BuildStep &step, StepState state)
{
    if (step.state != StepState::Running)
        return;
    step.state = state;
    step.endedMs = now();
    step.durationMs = step.endedMs - step.startedMs;
    tell(step);
}

void StepBook::endRunning(BuildEnd ending, const QString &error)
{
    for (BuildStep &step : m_steps) {
        if (step.state != StepState::Running)
            continue;
        if (ending == BuildEnd::Failed)
            step.error = error;
        end(step, ending == BuildEnd::Succeeded ? StepState::Done
                : ending == BuildEnd::Failed    ? StepState::Failed
                                                : StepState::Cancelled);
    }
}

BuildStep *StepBook::at(int id)
{
    return id >= 1 && id <= m_steps.size() ? &m_steps[id - 1] : nullptr;
}

void StepBook::tell(const BuildStep &step) const
{
    if (!m_sink)
        return;
    BuildEvent event;
    event.kind = BuildEvent::Kind::Step;
    event.step = step;
    event.stepId = step.id;
    event.atMs = now();
    m_sink(event);
}

void StepBook::log(int stepId, const QString &text, bool error) const
{
    if (m_sink)
        m_sink({BuildEvent::Kind::Log, {}, stepId, text, error, now()});
}

void StepBook::message(const QString &text, bool error) const
{
    if (m_sink && !text.trimmed().isEmpty())
        m_sink({BuildEvent::Kind::Message, {}, 0, text, error, now()});
}

void StepBook::warning(const QString &text) const
{
    if (m_sink)
        m_sink({BuildEvent::Kind::Warning, {}, 0, text, false, now()});
}

void readStepName(const QString &text, BuildStep &step)
{
    static const QRegularExpression form(u"^\\[(?:([^\\]]*?\\S) +| *)(\\d+)/(\\d+)\\] (.*)$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        step.name = text;
        static const QRegularExpression internal(u"^\\[([^\\]]* )?internal\\]"_s);
        step.kind = internal.match(text).hasMatch() ? BuildStep::Kind::Internal : BuildStep::Kind::Other;
        return;
    }
    step.stage = match.captured(1);
    step.number = match.captured(2).toInt();
    step.count = match.captured(3).toInt();
    step.name = match.captured(4);
    step.kind = step.name.startsWith("FROM "_L1) ? BuildStep::Kind::From : BuildStep::Kind::Step;
}

} // namespace dosirak::build
