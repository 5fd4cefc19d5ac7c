// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/events.h"

#include <algorithm>

namespace dosirak::build {

using namespace Qt::StringLiterals;

void BuildSteps::apply(const BuildEvent &event)
{
    if (event.kind != BuildEvent::Kind::Step)
        return;
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), event.step.id,
                                     [](const BuildStep &step, int id) { return step.id < id; });
    if (at != m_steps.end() && at->id == event.step.id)
        *at = event.step;
    else
        m_steps.insert(at, event.step);
}

const BuildStep *BuildSteps::find(int id) const
{
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), id,
                                     [](const BuildStep &step, int wanted) { return step.id < wanted; });
    return at != m_steps.end() && at->id == id ? &*at : nullptr;
}

const BuildStep *BuildSteps::failed() const
{
    const auto at = std::find_if(m_steps.begin(), m_steps.end(),
                                 [](const BuildStep &step) { return step.state == StepState::Failed; });
    return at != m_steps.end() ? &*at : nullptr;
}

int BuildSteps::ended() const
{
    return int(std::count_if(m_steps.begin(), m_steps.end(), [](const BuildStep &step) {
        return step.kind == BuildStep::Kind::Step && step.state != StepState::Waiting && step.state != StepState::Running;
    }));
}

int BuildSteps::cached() const
{
    return int(std::count_if(m_steps.begin(), m_steps.end(), [](const BuildStep &step) {
        return step.kind == BuildStep::Kind::Step && step.state == StepState::Cached;
    }));
}

QList<int> BuildSteps::criticalPath() const
{
    const auto latest = [](const QList<const BuildStep *> &some) {
        const BuildStep *last = nullptr;
        for (const BuildStep *step : some)
            if (step->endedMs >= 0 && (last == nullptr || step->endedMs > last->endedMs))
                last = step;
        return last;
    };
    QList<const BuildStep *> all;
    for (const BuildStep &step : m_steps)
        all << &step;
    QList<int> path;
    for (const BuildStep *step = latest(all); step != nullptr && !path.contains(step->id);) {
        path.prepend(step->id);
        QList<const BuildStep *> before;
        for (const int id : step->inputs)
            if (const BuildStep *input = find(id))
                before << input;
        if (latest(before) == nullptr && step->kind == BuildStep::Kind::Other) // exporters name no inputs
            for (const BuildStep *other : std::as_const(all))
                if (other != step && other->endedMs >= 0 && other->endedMs <= step->startedMs + 1)
                    before << other;
        step = latest(before);
    }
    return path;
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Waiting: return u"waiting"_s;
    case StepState::Running: return u"running"_s;
    case StepState::Done: return u"done"_s;
    case StepState::Cached: return u"cached"_s;
    case StepState::Failed: return u"failed"_s;
    case StepState::Cancelled: return u"cancelled"_s;
    }
    return {};
}

QString kindName(BuildStep::Kind kind)
{
    switch (kind) {
    case BuildStep::Kind::Internal: return u"internal"_s;
    case BuildStep::Kind::From: return u"from"_s;
    case BuildStep::Kind::Step: return u"step"_s;
    case BuildStep::Kind::Other: return u"other"_s;
    }
    return {};
}

QString stepTitle(const BuildStep &step)
{
    if (step.number == 0)
        return step.name;
    const QString place = step.count > 0 ? u"%1/%2"_s.arg(step.number).arg(step.count) : QString::number(step.number);
    return step.stage.isEmpty() ? u"[%1] %2"_s.arg(place, step.name) : u"[%1 %2] %3"_s.arg(step.stage, place, step.name);
}

} // namespace dosirak::build
