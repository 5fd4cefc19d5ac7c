// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/cell_delegate.h"

#include "gui/matrix/matrix_model.h"
#include "gui/theme/theme.h"

#include <QPainter>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal fadedOpacity = 0.28;
constexpr int dotWidth = 26; // room for the dot and a number beside it
}

void drawCell(QPainter &painter, const QRect &rect, const CellLook &look, const QPalette &palette, const QFontMetrics &metrics)
{
    const Mark mark = look.mark == Mark::None ? Mark::Unknown : look.mark;
    const QColor colour = colourOf(mark, palette);
    QColor wash = colour;
    wash.setAlphaF(mark == Mark::Unknown ? 0.05F : isDark(palette) ? 0.22F : 0.13F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(look.faded ? fadedOpacity : 1.0);
    const QRectF box = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(look.mark == Mark::None ? tonesFor(palette).faint : palette.color(QPalette::Text));
    if (look.mark != Mark::None)
        drawShape(painter, shapeOf(mark), QRectF(box.left() + 8, box.center().y() - 7, 14, 14), colour);
    painter.setPen(look.mark == Mark::None ? tonesFor(palette).faint : palette.color(QPalette::Text));
    const QRectF words = box.adjusted(27, 0, look.presets > 0 ? -dotWidth : -4, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(look.text, Qt::ElideRight, int(words.width())));
    painter.setOpacity(1);
    if (look.presets > 0) {
        const QColor ink = palette.color(QPalette::Link);
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(look.current ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QPointF(box.right() - (look.presets > 1 ? 17 : 8), box.center().y()), 4, 4);
        if (look.presets > 1) {
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(QRectF(box.right() - 12, box.top(), 12, box.height()), Qt::AlignLeft | Qt::AlignVCenter, QString::number(look.presets));
        }
    }
    if (look.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.color(QPalette::Highlight), 2));
        painter.drawRoundedRect(box, 4, 4);
    }
    painter.restore();
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellLook look{Mark(index.data(MatrixModel::MarkRole).toInt()), index.data().toString(), index.data(MatrixModel::FadedRole).toBool(),
                        index.data(MatrixModel::PresetsRole).toInt(), index.data(MatrixModel::CurrentRole).toBool(), bool(option.state & QStyle::State_Selected)};
    const qreal ratio = painter->device()->devicePixelRatioF();
    const size_t key = qHashMulti(0, option.rect.width(), option.rect.height(), ratio, int(look.mark), look.text, look.faded, look.presets, look.current, look.selected,
                                  option.palette.cacheKey(), option.font);
    QPixmap *drawn = m_drawn.object(key);
    if (!drawn) {
        drawn = new QPixmap(option.rect.size() * ratio);
        drawn->setDevicePixelRatio(ratio);
        drawn->fill(option.palette.color(QPalette::Base)); // a chosen cell keeps its colour: a frame shows it
        QPainter onto(drawn);
        onto.setFont(option.font);
        drawCell(onto, QRect(QPoint(0, 0), option.rect.size()), look, option.palette, option.fontMetrics);
        onto.end();
        m_drawn.insert(key, drawn);
    }
    painter->drawPixmap(option.rect.topLeft(), *drawn);
}

} // namespace dosirak::gui
