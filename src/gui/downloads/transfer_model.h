// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"
#include "workspace/verbs.h"

#include <QAbstractItemModel>
#include <QHash>
#include <vector>

namespace dosirak::gui {

/// All files of one lock and how far each is, in groups. Two levels: groups, and the transfers in them. Holds thousands of
/// rows; a batch of changes costs what it changed.
class TransferModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Version, Size, State, Speed, Why, Count };
    enum class Grouping { Kind, Root, State };
    enum class Show { All, Unfinished, Failed, ByHand, Done };
    static constexpr int mostMoves = 64; ///< rows of one batch that change their place one by one; more are a reset

    using QAbstractItemModel::QAbstractItemModel;

    void setRows(const QList<workspace::TransferRow> &rows);          ///< in place of all that was there
    void apply(const QList<workspace::TransferRow> &changed);         ///< known ids change, others are added
    void setGrouping(Grouping grouping);
    void setFilter(const QString &text, Show show);
    [[nodiscard]] const workspace::TransferRow *row(const QModelIndex &index) const; ///< nullptr: a group
    [[nodiscard]] const workspace::TransferRow *find(const QString &id) const;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;       ///< invalid: filtered away or unknown
    [[nodiscard]] QModelIndex indexOfName(const QString &name) const;
    [[nodiscard]] int total() const { return int(m_rows.size()); }
    [[nodiscard]] int shown() const;
    [[nodiscard]] QString groupTitle(const QModelIndex &index) const; ///< of a group's own index
    [[nodiscard]] int count(workspace::TransferRow::State state) const;
    [[nodiscard]] const std::vector<workspace::TransferRow> &rows() const { return m_rows; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    static constexpr int PerMilleRole = Qt::UserRole; ///< of the State column while it runs; else -1

private:
    struct Group {
        QString key;
        QString title;
        std::vector<int> rows; ///< into m_rows
        qint64 bytes = 0;
        int done = 0;
    };
    struct Place {
        int group = -1;
        int row = -1;
    };

    void rebuild();
    void sortGroups();
    void recount();
    void recount(int group);
    [[nodiscard]] bool move(int row, const workspace::TransferRow &changed);
    [[nodiscard]] bool matches(const workspace::TransferRow &row) const;
    [[nodiscard]] QString groupKey(const workspace::TransferRow &row) const;
    [[nodiscard]] QString groupTitle(const workspace::TransferRow &row) const;
    [[nodiscard]] bool less(int left, int right) const;
    [[nodiscard]] QVariant groupCell(const Group &group, Column column, int role) const;

    std::vector<workspace::TransferRow> m_rows;
    std::vector<Place> m_places;
    QHash<QString, int> m_ids;
    std::vector<Group> m_groups;
    Grouping m_grouping = Grouping::Kind;
    QString m_text;
    Show m_show = Show::All;
    Column m_sortColumn = Column::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

[[nodiscard]] Mark markOf(workspace::TransferRow::State state);
[[nodiscard]] QString stateText(const workspace::TransferRow &row);

} // namespace dosirak::gui
