// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_model.h"

#include "base/version_pattern.h"

#include <QElapsedTimer>
#include <QFont>
#include <QtConcurrentRun>
#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;
using compat::Verdict;

namespace {

constexpr size_t batchCells = 4096;
constexpr qint64 batchMs = 25; // a batch is handed over after this, however much of it is done
constexpr quint8 notAsked = 0;
constexpr quint8 asked = 1;

quint8 packed(const compat::CellVerdict &cell)
{
    return quint8(2 + int(cell.verdict) * 2 + int(cell.runs));
}

compat::CellVerdict unpacked(quint8 byte)
{
    return {Verdict((byte - 2) / 2), (byte - 2) % 2 == 1};
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
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MatrixModel::next);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MatrixModel::take);
    setAxes(m_spec.rowAxis, m_spec.columnAxis);
}

MatrixModel::~MatrixModel()
{
    ++*m_generation;
    m_watcher.disconnect();
    m_pool.waitForDone();
}

void MatrixModel::setAxes(Axis rows, Axis columns)
{
    beginResetModel();
    m_spec.rowAxis = rows;
    m_spec.columnAxis = columns;
    m_spec.rows = compat::valuesOfAxis(rows, m_facts);
    m_spec.columns = compat::valuesOfAxis(columns, m_facts);
    forget();
    placePresets();
    endResetModel();
}

void MatrixModel::setPins(const Combination &pins)
{
    if (pins.values == m_spec.pins.values)
        return;
    m_spec.pins = pins;
    forget();
    if (!m_bytes.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MatrixModel::setMachine(const QString &gpu, const QString &driver)
{
    if (gpu == m_spec.gpu && driver == m_spec.driver)
        return;
    m_spec.gpu = gpu;
    m_spec.driver = driver;
    forget();
    if (!m_bytes.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MatrixModel::setPresets(const QList<Occupant> &presets, const QString &current)
{
    m_presets = presets;
    m_current = current;
    placePresets();
    if (m_bytes.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {PresetsRole, CurrentRole});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void MatrixModel::placePresets()
{
    const auto place = [](Axis axis, const QStringList &values, const QString &value) {
        const qsizetype at = values.indexOf(value);
        return at < 0 && axis == Axis::Cuda && !value.isEmpty() ? values.indexOf(DottedVersion(value).prefix(2)) : at;
    };
    m_presetCells.clear();
    for (const Occupant &preset : std::as_const(m_presets)) {
        const qsizetype row = place(m_spec.rowAxis, m_spec.rows, preset.combination.at(m_spec.rowAxis));
        const qsizetype column = place(m_spec.columnAxis, m_spec.columns, preset.combination.at(m_spec.columnAxis));
        if (row >= 0 && column >= 0)
            m_presetCells[row * m_spec.columns.size() + column].append(preset.presetName);
    }
}

QModelIndex MatrixModel::placeOf(const QString &presetName) const
{
    for (auto it = m_presetCells.constBegin(); it != m_presetCells.constEnd(); ++it)
        if (it->contains(presetName))
            return index(int(it.key() / m_spec.columns.size()), int(it.key() % m_spec.columns.size()));
    return {};
}

void MatrixModel::forget()
{
    ++*m_generation; // what runs is for another matrix: it ends at its next cell
    m_bytes.assign(size_t(m_spec.rows.size()) * size_t(m_spec.columns.size()), notAsked);
    m_wanted.clear();
    m_cells.clear();
    m_known = 0;
}

void MatrixModel::next()
{
    if (m_running || m_wanted.empty())
        return;
    const size_t count = std::min(batchCells, m_wanted.size());
    std::vector<int> cells(m_wanted.rbegin(), m_wanted.rbegin() + qsizetype(count));
    m_wanted.resize(m_wanted.size() - count);
    m_running = true;
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [cells = std::move(cells), spec = m_spec, &facts = m_facts, current = m_generation, mine = m_generation->load()] {
        Batch batch{cells, {}, mine};
        batch.bytes.reserve(cells.size());
        QElapsedTimer clock;
        clock.start();
        const int columns = int(spec.columns.size());
        for (const int cell : cells) {
            if (current->load(std::memory_order_relaxed) != mine || clock.elapsed() > batchMs)
                break;
            batch.bytes.push_back(packed(compat::judge(spec, cell / columns, cell % columns, facts)));
        }
        return batch;
    }));
}

void MatrixModel::take()
{
    const Batch batch = m_watcher.result();
    m_running = false;
    if (batch.generation == m_generation->load()) {
        int top = rowCount();
        int bottom = -1;
        int left = columnCount();
        int right = -1;
        const int columns = columnCount();
        for (size_t i = 0; i < batch.bytes.size(); ++i) {
            const int cell = batch.cells[i];
            m_bytes[size_t(cell)] = batch.bytes[i];
            top = std::min(top, cell / columns);
            bottom = std::max(bottom, cell / columns);
            left = std::min(left, cell % columns);
            right = std::max(right, cell % columns);
        }
        m_known += int(batch.bytes.size());
        m_wanted.insert(m_wanted.end(), batch.cells.rbegin(), batch.cells.rend() - qsizetype(batch.bytes.size()));
        if (bottom >= 0)
            Q_EMIT dataChanged(index(top, left), index(bottom, right));
    }
    next();
    if (isIdle())
        Q_EMIT idle();
}

Combination MatrixModel::combination(const QModelIndex &index) const
{
    return m_spec.combination(index.row(), index.column());
}

std::optional<compat::CellVerdict> MatrixModel::verdict(const QModelIndex &index) const
{
    const int cell = number(index);
    quint8 &byte = m_bytes[size_t(cell)];
    if (byte > asked)
        return unpacked(byte);
    if (byte == notAsked) {
        byte = asked;
        m_wanted.push_back(cell);
        if (!m_timer.isActive())
            m_timer.start();
    }
    return {};
}

const compat::MatrixCell &MatrixModel::cell(const QModelIndex &index) const
{
    const int at = number(index);
    if (!m_cells.contains(at))
        m_cells.insert(at, new compat::MatrixCell(compat::evaluate(combination(index), m_facts)));
    return *m_cells.object(at);
}

bool MatrixModel::runsOnMachine(const QModelIndex &index) const
{
    return compat::judge(m_spec, index.row(), index.column(), m_facts).runs;
}

QStringList MatrixModel::presetsAt(const QModelIndex &index) const
{
    return m_presetCells.value(number(index));
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.columns.size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const auto known = verdict(index);
        return known ? compat::verdictText(known->verdict) : u"…"_s;
    }
    case MarkRole: {
        const auto known = verdict(index);
        return int(known ? markOf(known->verdict) : Mark::None);
    }
    case FadedRole: {
        const auto known = verdict(index);
        return known && m_spec.hasMachine() && !known->runs;
    }
    case PresetsRole: return int(presetsAt(index).size());
    case CurrentRole: return !m_current.isEmpty() && presetsAt(index).contains(m_current);
    case Qt::ToolTipRole: {
        QStringList lines{m_spec.cellName(index.row(), index.column()) + u": "_s + compat::verdictText(cell(index).verdict)};
        for (const compat::Reason &reason : cell(index).reasons)
            lines.append(reason.text);
        if (const QStringList names = presetsAt(index); !names.isEmpty())
            lines.append(u"● "_s + names.join(u", "_s));
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole: {
        const auto known = verdict(index);
        const QStringList names = presetsAt(index);
        const QString text = m_spec.cellName(index.row(), index.column()) + u": "_s + (known ? compat::verdictText(known->verdict) : tr("not judged yet"));
        return names.isEmpty() ? text : tr("%1; presets: %2").arg(text, names.join(u", "_s));
    }
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList &values = orientation == Qt::Horizontal ? m_spec.columns : m_spec.rows;
    if (section < 0 || section >= values.size())
        return {};
    const Axis axis = orientation == Qt::Horizontal ? m_spec.columnAxis : m_spec.rowAxis;
    switch (role) {
    case Qt::DisplayRole: return values.at(section);
    case Qt::ToolTipRole: return u"%1 %2"_s.arg(compat::axisName(axis), values.at(section));
    case Qt::FontRole: {
        QFont font; // the open preset's own values stand out
        const auto it = std::find_if(m_presets.begin(), m_presets.end(), [this](const Occupant &preset) { return preset.presetName == m_current; });
        const QString value = it == m_presets.end() ? QString() : it->combination.at(axis);
        font.setBold(!value.isEmpty() && (value == values.at(section) || (axis == Axis::Cuda && DottedVersion(value).prefix(2) == values.at(section))));
        return font;
    }
    default: return {};
    }
}

} // namespace dosirak::gui
