// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/cell_delegate.h"

#include "gui/matrix/matrix_model.h"
#include "gui/theme/theme.h"

#include <QPainter>

namespace dosirak::gui {

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto mark = Mark(index.data(MatrixModel::MarkRole).toInt());
    const bool faded = index.data(MatrixModel::FadedRole).toBool();
    const QColor colour = colourOf(mark, option.palette);
    QColor wash = colour;
    wash.setAlphaF(mark == Mark::Unknown ? 0.05F : isDark(option.palette) ? 0.22F : 0.13F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(faded ? 0.28 : 1.0);
    const QRectF box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(wash);
    painter->drawRoundedRect(box, 4, 4);
    const QRectF markBox(box.left() + 8, box.center().y() - 7, 14, 14);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    drawShape(*painter, shapeOf(mark), markBox, selected ? ink : colour);
    painter->setPen(ink);
    const QRectF words = box.adjusted(27, 0, -14, 0);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, int(words.width())));
    painter->setOpacity(1);
    if (!index.data(MatrixModel::PresetsRole).toStringList().isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawEllipse(QPointF(box.right() - 8, box.center().y()), 4, 4);
    }
    if (option.state & QStyle::State_Selected) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->drawRoundedRect(box, 4, 4);
    }
    painter->restore();
}

} // namespace dosirak::gui
