// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace dosirak::gui {

/// A cell with a mark and words, and a bar below them while it runs. @p perMilleRole gives the bar's length; -1: no bar.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(int perMilleRole, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_role(perMilleRole) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

} // namespace dosirak::gui
