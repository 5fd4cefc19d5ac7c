// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/steps_model.h"

#include "base/text.h"

#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using build::BuildStep;
using build::StepState;

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::Waiting: return Mark::Waiting;
    case StepState::Running: return Mark::Running;
    case StepState::Done:
    case StepState::Cached: return Mark::Good;
    case StepState::Failed: return Mark::Bad;
    case StepState::Cancelled: return Mark::Paused;
    }
    return Mark::Unknown;
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Waiting: return StepsModel::tr("waiting");
    case StepState::Running: return StepsModel::tr("running");
    case StepState::Done: return StepsModel::tr("done");
    case StepState::Cached: return StepsModel::tr("cached");
    case StepState::Failed: return StepsModel::tr("failed");
    case StepState::Cancelled: return StepsModel::tr("cancelled");
    }
    return {};
}

void StepsModel::setSteps(const QList<BuildStep> &steps)
{
    beginResetModel();
    m_steps = steps;
    endResetModel();
}

void StepsModel::apply(const BuildStep &step)
{
    const auto it = std::find_if(m_steps.begin(), m_steps.end(), [&](const BuildStep &known) { return known.id == step.id; });
    const int row = int(it - m_steps.begin());
    if (it == m_steps.end()) {
        beginInsertRows({}, row, row);
        m_steps.append(step);
        endInsertRows();
        return;
    }
    *it = step;
    Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
}

const BuildStep *StepsModel::step(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_steps.at(index.row()) : nullptr;
}

QModelIndex StepsModel::failed() const
{
    for (int row = 0; row < m_steps.size(); ++row) {
        if (m_steps.at(row).state == StepState::Failed)
            return index(row, 0);
    }
    return {};
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int StepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    const BuildStep *found = step(index);
    if (!found)
        return {};
    if (Column(index.column()) == Column::Step) {
        switch (role) {
        case Qt::DisplayRole: return build::stepTitle(*found);
        case Qt::DecorationRole: return icon(markOf(found->state));
        case Qt::ToolTipRole: return u"%1: %2"_s.arg(stateText(found->state), build::stepTitle(*found));
        case Qt::AccessibleTextRole: return u"%1, %2"_s.arg(build::stepTitle(*found), stateText(found->state));
        default: return {};
        }
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (found->state == StepState::Running && found->bytesTotal > 0)
        return tr("%1 of %2").arg(bytesText(found->bytesDone), bytesText(found->bytesTotal));
    if (found->state == StepState::Done || found->state == StepState::Failed)
        return durationText(std::chrono::milliseconds(found->durationMs));
    return stateText(found->state);
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Step") : tr("Time");
}

} // namespace dosirak::gui
