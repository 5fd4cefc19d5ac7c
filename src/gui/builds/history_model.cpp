// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/history_model.h"

#include "base/text.h"

#include <QLocale>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using build::BuildRecord;
using build::BuildState;

Mark markOf(BuildState state)
{
    switch (state) {
    case BuildState::Running: return Mark::Running;
    case BuildState::Succeeded: return Mark::Good;
    case BuildState::Failed: return Mark::Bad;
    case BuildState::Cancelled: return Mark::Paused;
    }
    return Mark::Unknown;
}

QString stateText(BuildState state)
{
    switch (state) {
    case BuildState::Running: return HistoryModel::tr("running");
    case BuildState::Succeeded: return HistoryModel::tr("built");
    case BuildState::Failed: return HistoryModel::tr("failed");
    case BuildState::Cancelled: return HistoryModel::tr("cancelled");
    }
    return {};
}

void HistoryModel::setRecords(const QList<BuildRecord> &records)
{
    beginResetModel();
    m_records = records;
    endResetModel();
}

const BuildRecord *HistoryModel::record(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_records.at(index.row()) : nullptr;
}

QModelIndex HistoryModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_records.size(); ++row) {
        if (m_records.at(row).id == id)
            return index(row);
    }
    return {};
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const BuildRecord *found = record(index);
    if (!found)
        return {};
    const QString when = QLocale().toString(found->started.toLocalTime(), QLocale::ShortFormat);
    QStringList facts{stateText(found->state), durationText(std::chrono::milliseconds(found->tookMs))};
    if (found->imageBytes > 0)
        facts.append(bytesText(found->imageBytes));
    switch (role) {
    case Qt::DisplayRole: return u"%1\n%2 · %3"_s.arg(found->presetName, when, facts.join(u" · "_s));
    case Qt::DecorationRole: return icon(markOf(found->state));
    case Qt::ToolTipRole: return found->errorWhat.isEmpty() ? found->engineTitle : found->errorWhat;
    default: return {};
    }
}

} // namespace dosirak::gui
