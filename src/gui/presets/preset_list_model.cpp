// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_list_model.h"

namespace dosirak::gui {

using namespace Qt::StringLiterals;

void PresetListModel::setNames(const QStringList &names)
{
    beginResetModel();
    m_names = names;
    endResetModel();
}

void PresetListModel::setState(const QString &name, const State &state)
{
    const bool modified = m_states.value(name).modified;
    m_states[name] = state;
    m_states[name].modified = modified;
    changed(name);
}

void PresetListModel::setModified(const QString &name, bool modified)
{
    if (m_states[name].modified == modified)
        return;
    m_states[name].modified = modified;
    changed(name);
}

void PresetListModel::changed(const QString &name)
{
    if (const QModelIndex at = indexOf(name); at.isValid())
        Q_EMIT dataChanged(at, at);
}

QString PresetListModel::name(const QModelIndex &index) const
{
    return index.isValid() ? m_names.at(index.row()) : QString();
}

QModelIndex PresetListModel::indexOf(const QString &name) const
{
    const qsizetype row = m_names.indexOf(name);
    return row < 0 ? QModelIndex() : index(int(row));
}

int PresetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

QVariant PresetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &name = m_names.at(index.row());
    const State state = m_states.value(name);
    switch (role) {
    case Qt::DisplayRole: return state.modified ? name + u" •"_s : name;
    case Qt::DecorationRole: return icon(state.mark);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{name};
        if (!state.text.isEmpty())
            parts.append(state.text);
        if (state.modified)
            parts.append(tr("changed, not saved"));
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

} // namespace dosirak::gui
