// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_delegate.h"

#include "gui/presets/preset_list_model.h"
#include "gui/theme/theme.h"

#include <QPainter>

namespace dosirak::gui {

namespace {

constexpr int markSide = 15;
constexpr int gap = 7;

QFont smaller(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

} // namespace

QSize PresetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + QFontMetrics(smaller(option.font)).height() + 12};
}

void PresetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    if (selected || hover) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(selected ? QPalette::Highlight : QPalette::AlternateBase));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const auto mark = Mark(index.data(PresetListModel::MarkRole).toInt());
    QRect line = option.rect.adjusted(gap, 5, -gap, 0);
    line.setHeight(option.fontMetrics.height());
    const QRectF box(line.left(), line.center().y() - markSide / 2.0 + 1, markSide, markSide);
    if (mark != Mark::None)
        drawShape(*painter, shapeOf(mark), box, selected ? ink : colourOf(mark, option.palette));
    line.setLeft(line.left() + markSide + gap);
    painter->setPen(ink);
    painter->setFont(option.font);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    const QFont small = smaller(option.font);
    const QFontMetrics metrics(small);
    line.translate(0, option.fontMetrics.height() + 1);
    line.setHeight(metrics.height());
    painter->setFont(small);
    painter->setPen(selected ? ink : tonesFor(option.palette).faint);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(index.data(PresetListModel::SecondLineRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace dosirak::gui
