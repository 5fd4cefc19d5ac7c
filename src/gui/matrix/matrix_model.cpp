// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_model.h"

#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;
using compat::Verdict;

namespace {

/// Newest first: that is what people look for.
QStringList newestFirst(Axis axis, const compat::Facts &facts)
{
    QStringList values = compat::axisValues(axis, facts);
    if (axis != Axis::Gpu)
        std::reverse(values.begin(), values.end());
    return values;
}

bool sameValue(Axis axis, const QString &shown, const QString &of)
{
    return shown == of || (axis == Axis::Cuda && DottedVersion(of).prefix(2) == shown);
}

} // namespace

Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return Mark::Good;
    case Verdict::Limits: return Mark::Warning;
    case Verdict::Unknown: return Mark::Unknown;
    case Verdict::No: return Mark::Bad;
    }
    return Mark::Unknown;
}

MatrixModel::MatrixModel(const compat::Facts &facts, QObject *parent) : QAbstractTableModel(parent), m_facts(facts)
{
    setAxes(m_rowAxis, m_columnAxis);
}

void MatrixModel::setAxes(Axis rows, Axis columns)
{
    beginResetModel();
    m_rowAxis = rows;
    m_columnAxis = columns;
    m_rows = newestFirst(rows, m_facts);
    m_columns = newestFirst(columns, m_facts);
    m_cells.clear();
    endResetModel();
}

void MatrixModel::setPins(const Combination &pins)
{
    m_pins = pins;
    forget();
}

void MatrixModel::setMachine(const QString &gpu, const QString &driver)
{
    if (gpu == m_gpu && driver == m_driver)
        return;
    m_gpu = gpu;
    m_driver = driver;
    forget();
}

void MatrixModel::setPresets(const QList<Occupant> &presets)
{
    m_presets = presets;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MatrixModel::forget()
{
    m_cells.clear();
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

Combination MatrixModel::combination(const QModelIndex &index) const
{
    Combination combination = m_pins;
    combination.set(m_rowAxis, m_rows.at(index.row()));
    combination.set(m_columnAxis, m_columns.at(index.column()));
    return combination;
}

MatrixModel::Kept &MatrixModel::kept(const QModelIndex &index) const
{
    const qint64 key = (qint64(index.row()) << 32) | index.column();
    const auto it = m_cells.find(key);
    return it != m_cells.end() ? *it : *m_cells.insert(key, {compat::evaluate(combination(index), m_facts), {}});
}

const compat::MatrixCell &MatrixModel::cell(const QModelIndex &index) const
{
    return kept(index).cell;
}

bool MatrixModel::runsOnMachine(const QModelIndex &index) const
{
    Kept &known = kept(index);
    if (!known.runs) {
        Combination there = combination(index);
        if (!m_gpu.isEmpty() && there.at(Axis::Gpu).isEmpty())
            there.set(Axis::Gpu, m_gpu);
        if (!m_driver.isEmpty() && there.at(Axis::Driver).isEmpty())
            there.set(Axis::Driver, m_driver);
        known.runs = (m_gpu.isEmpty() && m_driver.isEmpty()) || compat::evaluate(there, m_facts).verdict != Verdict::No;
    }
    return *known.runs;
}

QStringList MatrixModel::presetsAt(const QModelIndex &index) const
{
    QStringList names;
    for (const Occupant &preset : m_presets) {
        if (sameValue(m_rowAxis, m_rows.at(index.row()), preset.combination.at(m_rowAxis))
            && sameValue(m_columnAxis, m_columns.at(index.column()), preset.combination.at(m_columnAxis)))
            names.append(preset.presetName);
    }
    return names;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return compat::verdictText(cell(index).verdict);
    case MarkRole: return int(markOf(cell(index).verdict));
    case FadedRole: return !runsOnMachine(index);
    case PresetsRole: return presetsAt(index);
    case Qt::ToolTipRole: {
        QStringList lines{u"%1 %2, %3 %4: %5"_s.arg(compat::axisName(m_rowAxis), m_rows.at(index.row()), compat::axisName(m_columnAxis), m_columns.at(index.column()),
                                                   compat::verdictText(cell(index).verdict))};
        for (const compat::Reason &reason : cell(index).reasons)
            lines.append(reason.text);
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return u"%1 %2, %3 %4: %5"_s.arg(compat::axisName(m_rowAxis), m_rows.at(index.row()), compat::axisName(m_columnAxis), m_columns.at(index.column()),
                                          compat::verdictText(cell(index).verdict));
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList &values = orientation == Qt::Horizontal ? m_columns : m_rows;
    if (section < 0 || section >= values.size() || role != Qt::DisplayRole)
        return {};
    return values.at(section);
}

} // namespace dosirak::gui
