// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"

#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace dosirak::gui {

/// How a cell of the matrix looks.
struct CellLook {
    Mark mark = Mark::None; ///< None: not known yet
    QString text;
    bool faded = false;
    int presets = 0;        ///< how many sit there
    bool current = false;   ///< the open one does
    bool selected = false;
};
void drawCell(QPainter &painter, const QRect &rect, const CellLook &look, const QPalette &palette, const QFontMetrics &metrics);

/// One cell of the matrix: a mark and a word on a wash of colour, a dot where presets sit, faded where it cannot run.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    mutable QCache<size_t, QPixmap> m_drawn{64}; ///< a thousand cells have a dozen looks: each is drawn once
};

} // namespace dosirak::gui
