// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_list_model.h"

#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

void PresetListModel::setNames(const QStringList &names)
{
    if (names == m_names)
        return;
    beginResetModel();
    m_names = names;
    m_rows.clear();
    for (int row = 0; row < names.size(); ++row)
        m_rows.insert(names.at(row), row);
    endResetModel();
}

void PresetListModel::setState(const QString &name, const State &state)
{
    State &own = m_states[name];
    const bool modified = own.modified;
    own = state;
    own.modified = modified;
    changed(name);
}

void PresetListModel::setModified(const QStringList &names)
{
    for (const QString &name : std::as_const(m_names)) {
        const bool modified = names.contains(name);
        if (m_states.value(name).modified == modified)
            continue;
        m_states[name].modified = modified;
        changed(name);
    }
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
    const auto it = m_rows.constFind(name);
    return it == m_rows.cend() ? QModelIndex() : index(*it);
}

const PresetListModel::State &PresetListModel::state(int row) const
{
    static const State none;
    const auto it = m_states.constFind(m_names.at(row));
    return it == m_states.cend() ? none : *it;
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
    const State &state = this->state(index.row());
    switch (role) {
    case Qt::DisplayRole: return state.modified ? name + u" •"_s : name;
    case Qt::DecorationRole: return icon(state.mark);
    case MarkRole: return int(state.mark);
    case SecondLineRole: {
        const bool quiet = state.mark == Mark::Good || state.text.isEmpty();
        const QString text = quiet ? state.description : state.description.isEmpty() ? state.text : u"%1 · %2"_s.arg(state.text, state.description);
        return state.modified ? tr("not saved") + (text.isEmpty() ? QString() : u" · "_s + text) : text;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{name};
        if (!state.text.isEmpty())
            parts.append(state.text);
        if (state.modified)
            parts.append(tr("changed, not saved"));
        QString text = parts.join(u", "_s);
        if (!state.description.isEmpty())
            text += u'\n' + state.description;
        return text;
    }
    default: return {};
    }
}

void PresetFilter::setWords(const QString &text)
{
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void PresetFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool PresetFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = static_cast<const PresetListModel *>(sourceModel());
    const PresetListModel::State &state = model->state(row);
    const bool wanted = m_show == Show::All || (m_show == Show::Errors && state.mark == Mark::Bad)
        || (m_show == Show::Findings && (state.mark == Mark::Bad || state.mark == Mark::Warning)) || (m_show == Show::Changed && state.modified);
    if (!wanted)
        return false;
    const QString name = model->name(model->index(row)).toLower();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return name.contains(word) || state.words.contains(word); });
}

} // namespace dosirak::gui
