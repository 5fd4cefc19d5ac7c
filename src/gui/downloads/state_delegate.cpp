// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/state_delegate.h"

#include "gui/theme/theme.h"

#include <QPainter>

namespace dosirak::gui {

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int perMille = index.data(m_role).toInt();
    if (perMille < 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRectF track(option.rect.left() + 4, option.rect.bottom() - 2.5, option.rect.width() - 8, 2.5);
    painter->setBrush(tonesFor(option.palette).line);
    painter->drawRoundedRect(track, 1.2, 1.2);
    painter->setBrush(option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText) : tonesFor(option.palette).running);
    painter->drawRoundedRect(QRectF(track.left(), track.top(), track.width() * perMille / 1000.0, track.height()), 1.2, 1.2);
    painter->restore();
}

} // namespace dosirak::gui
