// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/transfer_model.h"

#include "base/text.h"

#include <algorithm>
#include <map>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::TransferRow;
using State = TransferRow::State;

namespace {

bool isDone(State state)
{
    return state == State::Done || state == State::Reused;
}

QString whyText(const TransferRow &row)
{
    return row.why.join(u" → "_s);
}

QString kindTitle(lock::ArtifactKind kind)
{
    switch (kind) {
    case lock::ArtifactKind::Wheel: return TransferModel::tr("Wheels");
    case lock::ArtifactKind::Deb: return TransferModel::tr("Debian packages");
    case lock::ArtifactKind::Source: return TransferModel::tr("Source archives");
    case lock::ArtifactKind::Image: return TransferModel::tr("Base images");
    }
    return {};
}

QVariant rowCell(const TransferRow &row, TransferModel::Column column, int role)
{
    using Column = TransferModel::Column;
    if (role == Qt::ToolTipRole)
        return column == Column::Why ? whyText(row) : column == Column::State && !row.message.isEmpty() ? row.message : row.id;
    if (role == Qt::TextAlignmentRole && (column == Column::Size || column == Column::Speed))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && column == Column::State)
        return icon(markOf(row.state));
    if (role == TransferModel::PerMilleRole && column == Column::State)
        return row.state == State::Running && row.size > 0 ? int(double(row.received) / double(row.size) * 1000) : -1;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name: return row.name;
    case Column::Version: return row.version;
    case Column::Size: return row.size < 0 ? TransferModel::tr("not known") : bytesText(row.size);
    case Column::State: return stateText(row);
    case Column::Speed: return row.state == State::Running && row.bytesPerSecond > 0 ? TransferModel::tr("%1/s").arg(bytesText(row.bytesPerSecond)) : QString();
    case Column::Why: return whyText(row);
    case Column::Count: break;
    }
    return {};
}

} // namespace

Mark markOf(State state)
{
    switch (state) {
    case State::Waiting: return Mark::Waiting;
    case State::Running:
    case State::Verifying: return Mark::Running;
    case State::Paused: return Mark::Paused;
    case State::Done:
    case State::Reused: return Mark::Good;
    case State::Failed: return Mark::Bad;
    case State::ByHand: return Mark::ByHand;
    }
    return Mark::Unknown;
}

QString stateText(const TransferRow &row)
{
    switch (row.state) {
    case State::Waiting: return TransferModel::tr("waiting");
    case State::Running:
        return row.size > 0 ? TransferModel::tr("%1 % of %2").arg(int(double(row.received) / double(row.size) * 100)).arg(bytesText(row.size))
                            : bytesText(row.received);
    case State::Paused: return TransferModel::tr("paused");
    case State::Verifying: return TransferModel::tr("verifying");
    case State::Done: return TransferModel::tr("here");
    case State::Reused: return TransferModel::tr("here, from the store");
    case State::Failed: return row.message.isEmpty() ? TransferModel::tr("failed") : TransferModel::tr("failed: %1").arg(row.message);
    case State::ByHand: return TransferModel::tr("to be placed by hand");
    }
    return {};
}

void TransferModel::setRows(const QList<TransferRow> &rows)
{
    beginResetModel();
    m_rows.assign(rows.begin(), rows.end());
    m_ids.clear();
    for (int i = 0; i < int(m_rows.size()); ++i)
        m_ids.insert(m_rows[size_t(i)].id, i);
    rebuild();
    endResetModel();
}

void TransferModel::apply(const QList<TransferRow> &changed)
{
    bool reset = false;
    std::map<int, std::pair<int, int>> dirty; // group → first and last row
    QList<TransferRow> moving;
    for (const TransferRow &row : changed) {
        const auto known = m_ids.constFind(row.id);
        if (known == m_ids.constEnd()) {
            reset = true;
            m_ids.insert(row.id, int(m_rows.size()));
            m_rows.push_back(row);
            m_places.push_back({});
            continue;
        }
        TransferRow &mine = m_rows[size_t(*known)];
        const Place place = m_places[size_t(*known)];
        const bool sameGroup = m_grouping == Grouping::State ? mine.state == row.state : m_grouping == Grouping::Kind ? mine.kind == row.kind : mine.why == row.why;
        if (!sameGroup || matches(row) != (place.group >= 0)) {
            moving.append(row);
            continue;
        }
        if (place.group >= 0) {
            Group &group = m_groups[size_t(place.group)];
            group.done += int(isDone(row.state)) - int(isDone(mine.state));
            auto [it, fresh] = dirty.try_emplace(place.group, place.row, place.row);
            it->second = {std::min(it->second.first, place.row), std::max(it->second.second, place.row)};
        }
        mine = row;
    }
    if (!reset) {
        for (const auto &[group, range] : dirty) {
            const QModelIndex parent = index(group, 0);
            Q_EMIT dataChanged(index(range.first, 0, parent), index(range.second, int(Column::Count) - 1, parent));
            Q_EMIT dataChanged(parent, index(group, int(Column::Count) - 1));
        }
    }
    for (qsizetype i = 0; i < moving.size() && !reset; ++i)
        reset = moving.size() > mostMoves || !move(m_ids.value(moving.at(i).id), moving.at(i));
    if (reset) {
        beginResetModel();
        for (const TransferRow &row : std::as_const(moving))
            m_rows[size_t(m_ids.value(row.id))] = row;
        rebuild();
        endResetModel();
    }
}

/// Takes one row out of its group and puts it where it belongs now. False: a group would come or go, which children's
/// indexes do not survive, for they are numbered by group.
bool TransferModel::move(int row, const TransferRow &changed)
{
    const Place from = m_places[size_t(row)];
    if (from.group >= 0 && m_groups[size_t(from.group)].rows.size() == 1)
        return false;
    int target = -1;
    if (matches(changed)) {
        const QString key = groupKey(changed);
        const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &group) { return group.key == key; });
        if (found == m_groups.end())
            return false;
        target = int(found - m_groups.begin());
    }
    if (from.group >= 0) {
        auto &rows = m_groups[size_t(from.group)].rows;
        beginRemoveRows(index(from.group, 0), from.row, from.row);
        rows.erase(rows.begin() + from.row);
        m_places[size_t(row)] = {};
        recount(from.group);
        endRemoveRows();
    }
    m_rows[size_t(row)] = changed;
    if (target >= 0) {
        auto &rows = m_groups[size_t(target)].rows;
        const auto at = std::lower_bound(rows.begin(), rows.end(), row, [this](int a, int b) { return m_order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
        const int place = int(at - rows.begin());
        beginInsertRows(index(target, 0), place, place);
        rows.insert(at, row);
        recount(target);
        endInsertRows();
    }
    for (const int group : {from.group, target}) {
        if (group >= 0)
            Q_EMIT dataChanged(index(group, 0), index(group, int(Column::Count) - 1));
    }
    return true;
}

void TransferModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void TransferModel::setFilter(const QString &text, Show show)
{
    beginResetModel();
    m_text = text.trimmed();
    m_show = show;
    rebuild();
    endResetModel();
}

bool TransferModel::matches(const TransferRow &row) const
{
    switch (m_show) {
    case Show::All: break;
    case Show::Unfinished:
        if (isDone(row.state))
            return false;
        break;
    case Show::Failed:
        if (row.state != State::Failed)
            return false;
        break;
    case Show::ByHand:
        if (row.state != State::ByHand)
            return false;
        break;
    case Show::Done:
        if (!isDone(row.state))
            return false;
        break;
    }
    if (m_text.isEmpty())
        return true;
    return row.name.contains(m_text, Qt::CaseInsensitive) || row.version.contains(m_text, Qt::CaseInsensitive)
        || std::any_of(row.why.begin(), row.why.end(), [this](const QString &step) { return step.contains(m_text, Qt::CaseInsensitive); });
}

QString TransferModel::groupKey(const TransferRow &row) const
{
    switch (m_grouping) {
    case Grouping::Kind: return QString::number(int(row.kind));
    case Grouping::Root: return row.why.isEmpty() ? QString() : row.why.first();
    case Grouping::State: return QString::number(int(row.state));
    }
    return {};
}

QString TransferModel::groupTitle(const TransferRow &row) const
{
    switch (m_grouping) {
    case Grouping::Kind: return kindTitle(row.kind);
    case Grouping::Root: return row.why.isEmpty() ? tr("Asked for by the preset itself") : row.why.first();
    case Grouping::State: {
        TransferRow plain;
        plain.state = row.state;
        return row.state == State::Running ? tr("running") : stateText(plain);
    }
    }
    return {};
}

void TransferModel::rebuild()
{
    m_groups.clear();
    m_places.assign(m_rows.size(), {});
    QHash<QString, int> keys;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const TransferRow &row = m_rows[size_t(i)];
        if (!matches(row))
            continue;
        const QString key = groupKey(row);
        auto it = keys.constFind(key);
        if (it == keys.constEnd()) {
            it = keys.insert(key, int(m_groups.size()));
            m_groups.push_back({key, groupTitle(row), {}, 0, 0});
        }
        m_groups[size_t(*it)].rows.push_back(i);
    }
    sortGroups();
}

void TransferModel::sortGroups()
{
    std::sort(m_groups.begin(), m_groups.end(), [](const Group &a, const Group &b) { return a.key < b.key; });
    for (Group &group : m_groups)
        std::sort(group.rows.begin(), group.rows.end(), [this](int a, int b) { return m_order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    recount();
}

void TransferModel::recount()
{
    for (int group = 0; group < int(m_groups.size()); ++group)
        recount(group);
}

void TransferModel::recount(int number)
{
    Group &group = m_groups[size_t(number)];
    group.bytes = 0;
    group.done = 0;
    for (int r = 0; r < int(group.rows.size()); ++r) {
        const int i = group.rows[size_t(r)];
        m_places[size_t(i)] = {number, r};
        group.bytes += std::max<qint64>(0, m_rows[size_t(i)].size);
        group.done += int(isDone(m_rows[size_t(i)].state));
    }
}

QString TransferModel::groupTitle(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) && index.internalId() == 0 ? m_groups[size_t(index.row())].title : QString();
}

bool TransferModel::less(int left, int right) const
{
    const TransferRow &a = m_rows[size_t(left)];
    const TransferRow &b = m_rows[size_t(right)];
    switch (m_sortColumn) {
    case Column::Size:
        if (a.size != b.size)
            return a.size < b.size;
        break;
    case Column::State:
        if (a.state != b.state)
            return a.state < b.state;
        break;
    case Column::Speed:
        if (a.bytesPerSecond != b.bytesPerSecond)
            return a.bytesPerSecond < b.bytesPerSecond;
        break;
    case Column::Why:
        if (a.why != b.why)
            return a.why < b.why;
        break;
    case Column::Version:
        if (a.version != b.version)
            return a.version < b.version;
        break;
    case Column::Name:
    case Column::Count: break;
    }
    return a.name != b.name ? a.name < b.name : a.id < b.id;
}

void TransferModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= int(Column::Count))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    // What the view remembers must point at the same transfers afterwards.
    const QModelIndexList old = persistentIndexList();
    QList<int> rows;
    for (const QModelIndex &index : old)
        rows.append(index.internalId() == 0 ? -1 : m_groups[size_t(index.internalId() - 1)].rows[size_t(index.row())]);
    m_sortColumn = Column(column);
    m_order = order;
    sortGroups();
    QModelIndexList fresh;
    for (int i = 0; i < old.size(); ++i) {
        if (rows.at(i) < 0) {
            fresh.append(old.at(i));
            continue;
        }
        const Place place = m_places[size_t(rows.at(i))];
        fresh.append(createIndex(place.row, old.at(i).column(), quintptr(place.group + 1)));
    }
    changePersistentIndexList(old, fresh);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

const TransferRow *TransferModel::row(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index) || index.internalId() == 0)
        return nullptr;
    return &m_rows[size_t(m_groups[size_t(index.internalId() - 1)].rows[size_t(index.row())])];
}

const TransferRow *TransferModel::find(const QString &id) const
{
    const auto it = m_ids.constFind(id);
    return it == m_ids.constEnd() ? nullptr : &m_rows[size_t(*it)];
}

QModelIndex TransferModel::indexOf(const QString &id) const
{
    const auto it = m_ids.constFind(id);
    if (it == m_ids.constEnd() || m_places[size_t(*it)].group < 0)
        return {};
    const Place place = m_places[size_t(*it)];
    return createIndex(place.row, 0, quintptr(place.group + 1));
}

QModelIndex TransferModel::indexOfName(const QString &name) const
{
    for (const TransferRow &row : m_rows) {
        if (row.name == name)
            return indexOf(row.id);
    }
    return {};
}

int TransferModel::shown() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(group.rows.size());
    return count;
}

int TransferModel::count(State state) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [state](const TransferRow &row) { return row.state == state; }));
}

QModelIndex TransferModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex TransferModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_groups[size_t(parent.row())].rows.size());
}

int TransferModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QVariant TransferModel::groupCell(const Group &group, Column column, int role) const
{
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == Qt::TextAlignmentRole && column == Column::Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == PerMilleRole)
        return -1;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name: return group.title;
    case Column::Size: return bytesText(group.bytes);
    case Column::State: return tr("%1 of %2 here").arg(group.done).arg(group.rows.size());
    default: return {};
    }
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0)
        return groupCell(m_groups[size_t(index.row())], Column(index.column()), role);
    return rowCell(*row(index), Column(index.column()), role);
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == int(Column::Size) || section == int(Column::Speed) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name: return tr("Name");
    case Column::Version: return tr("Version");
    case Column::Size: return tr("Size");
    case Column::State: return tr("State");
    case Column::Speed: return tr("Speed");
    case Column::Why: return tr("Why it is here");
    case Column::Count: break;
    }
    return {};
}

} // namespace dosirak::gui
