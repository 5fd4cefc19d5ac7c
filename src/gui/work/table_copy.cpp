// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/table_copy.h"

#include <QItemSelectionModel>
#include <QStringList>
#include <algorithm>

namespace dosirak::gui {

namespace {

QString plain(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

QString selectionAsTsv(const QItemSelectionModel &selection, const QAbstractItemModel &model)
{
    QModelIndexList rows = selection.selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.parent().row() != b.parent().row() ? a.parent().row() < b.parent().row() : a.row() < b.row();
    });
    QStringList lines;
    QStringList head;
    for (int column = 0; column < model.columnCount(); ++column)
        head.append(plain(model.headerData(column, Qt::Horizontal).toString()));
    lines.append(head.join(u'\t'));
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(row.parent()); ++column)
            cells.append(plain(row.siblingAtColumn(column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace dosirak::gui
