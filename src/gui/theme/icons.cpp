// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/icons.h"

#include "gui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPainterPath>

namespace dosirak::gui {

namespace {

/// A drawing on a 24 × 24 grid: strokes, and what is filled.
struct Drawing {
    QPainterPath lines;
    QPainterPath filled;

    Drawing &line(std::initializer_list<QPointF> points)
    {
        auto point = points.begin();
        lines.moveTo(*point);
        while (++point != points.end())
            lines.lineTo(*point);
        return *this;
    }
    Drawing &box(qreal x, qreal y, qreal w, qreal h, qreal r = 1.5)
    {
        lines.addRoundedRect(QRectF(x, y, w, h), r, r);
        return *this;
    }
    Drawing &round(qreal x, qreal y, qreal r)
    {
        lines.addEllipse(QPointF(x, y), r, r);
        return *this;
    }
    Drawing &dot(qreal x, qreal y, qreal r)
    {
        filled.addEllipse(QPointF(x, y), r, r);
        return *this;
    }
    Drawing &arc(qreal x, qreal y, qreal r, qreal from, qreal sweep)
    {
        const QRectF rect(x - r, y - r, 2 * r, 2 * r);
        lines.arcMoveTo(rect, from);
        lines.arcTo(rect, from, sweep);
        return *this;
    }
};

Drawing pageDrawing(Shape shape)
{
    Drawing d;
    switch (shape) {
    case Shape::Presets: return d.box(5, 3, 14, 18).line({{8.5, 8}, {15.5, 8}}).line({{8.5, 12}, {15.5, 12}}).line({{8.5, 16}, {13, 16}});
    case Shape::Matrix: return d.box(4, 4, 16, 16).line({{4, 9.3}, {20, 9.3}}).line({{4, 14.6}, {20, 14.6}}).line({{9.3, 4}, {9.3, 20}}).line({{14.6, 4}, {14.6, 20}});
    case Shape::Downloads: return d.line({{12, 4}, {12, 15}}).line({{7.5, 10.5}, {12, 15}, {16.5, 10.5}}).line({{4, 16}, {4, 20}, {20, 20}, {20, 16}});
    case Shape::Bundles: return d.line({{12, 3}, {20, 7.5}, {20, 16.5}, {12, 21}, {4, 16.5}, {4, 7.5}, {12, 3}}).line({{4, 7.5}, {12, 12}, {20, 7.5}}).line({{12, 12}, {12, 21}});
    case Shape::Builds: return d.line({{12, 4}, {20, 8}, {12, 12}, {4, 8}, {12, 4}}).line({{4, 12}, {12, 16}, {20, 12}}).line({{4, 16}, {12, 20}, {20, 16}});
    case Shape::Settings: return d.line({{4, 7}, {12, 7}}).line({{17, 7}, {20, 7}}).round(14.5, 7, 2.4).line({{4, 16}, {7, 16}}).line({{12, 16}, {20, 16}}).round(9.5, 16, 2.4);
    default: return d;
    }
}

Drawing stateDrawing(Shape shape)
{
    Drawing d;
    switch (shape) {
    case Shape::Tick: return d.line({{5, 12.5}, {10, 17.5}, {19.5, 7}});
    case Shape::Cross: return d.round(12, 12, 8.5).line({{8.8, 8.8}, {15.2, 15.2}}).line({{15.2, 8.8}, {8.8, 15.2}});
    case Shape::Warning: return d.line({{12, 4}, {21, 19.5}, {3, 19.5}, {12, 4}}).line({{12, 9.5}, {12, 14}}).dot(12, 16.9, 1.15);
    case Shape::Note: return d.round(12, 12, 8.5).line({{12, 11}, {12, 16.5}}).dot(12, 7.8, 1.15);
    case Shape::Dash: return d.line({{7, 12}, {17, 12}});
    case Shape::Question: return d.arc(12, 9, 3.6, 180, -250).line({{13.1, 12.4}, {12, 13.6}, {12, 15}}).dot(12, 18.4, 1.15);
    case Shape::Circle: return d.round(12, 12, 6.5);
    case Shape::Running: return d.arc(12, 12, 8, 90, -270);
    case Shape::Hand: return d.line({{4, 20}, {20, 20}}).line({{12, 15}, {12, 4}}).line({{8, 8}, {12, 4}, {16, 8}});
    case Shape::Pause: return d.line({{9, 6}, {9, 18}}).line({{15, 6}, {15, 18}});
    case Shape::Play: return d.line({{8, 5.5}, {18.5, 12}, {8, 18.5}, {8, 5.5}});
    case Shape::Stop: return d.box(6.5, 6.5, 11, 11);
    case Shape::Retry:
    case Shape::Reload: return d.arc(12, 12, 7.5, 20, -300).line({{19.5, 4.5}, {19, 9.5}, {14.3, 8.6}});
    case Shape::Shield: return d.line({{12, 3.5}, {19, 6.5}, {19, 12}, {16.5, 17}, {12, 20.5}, {7.5, 17}, {5, 12}, {5, 6.5}, {12, 3.5}}).line({{8.8, 12}, {11.2, 14.4}, {15.4, 9.6}});
    default: return d;
    }
}

Drawing actionDrawing(Shape shape)
{
    Drawing d;
    switch (shape) {
    case Shape::Folder: return d.line({{3.5, 19}, {3.5, 5.5}, {9.5, 5.5}, {11.5, 8}, {20.5, 8}, {20.5, 19}, {3.5, 19}});
    case Shape::Copy:
    case Shape::Duplicate: return d.box(8.5, 8.5, 11.5, 11.5).line({{15.5, 5.5}, {15.5, 4}, {4, 4}, {4, 15.5}, {5.5, 15.5}});
    case Shape::Find: return d.round(10.5, 10.5, 6).line({{15, 15}, {20.5, 20.5}});
    case Shape::Plus: return d.line({{12, 5}, {12, 19}}).line({{5, 12}, {19, 12}});
    case Shape::Trash: return d.line({{4.5, 7}, {19.5, 7}}).line({{9.5, 7}, {9.5, 4}, {14.5, 4}, {14.5, 7}}).line({{6.5, 7}, {7.5, 20}, {16.5, 20}, {17.5, 7}});
    case Shape::Pencil: return d.line({{4, 20}, {5, 15.5}, {16, 4.5}, {19.5, 8}, {8.5, 19}, {4, 20}}).line({{13.5, 7}, {17, 10.5}});
    case Shape::Import: return d.line({{20, 12}, {9, 12}}).line({{13, 8}, {9, 12}, {13, 16}}).line({{9, 4}, {4, 4}, {4, 20}, {9, 20}});
    case Shape::Export: return d.line({{9, 12}, {20, 12}}).line({{16, 8}, {20, 12}, {16, 16}}).line({{11, 4}, {4, 4}, {4, 20}, {11, 20}});
    case Shape::Follow: return d.line({{12, 4}, {12, 16}}).line({{7, 11}, {12, 16}, {17, 11}}).line({{5, 20}, {19, 20}});
    case Shape::Save: return d.line({{4, 4}, {16.5, 4}, {20, 7.5}, {20, 20}, {4, 20}, {4, 4}}).line({{8, 20}, {8, 13}, {16, 13}, {16, 20}}).line({{8, 4}, {8, 8.5}, {14, 8.5}});
    case Shape::Lock: return d.box(5, 11, 14, 9.5).line({{8, 11}, {8, 8.5}}).line({{16, 11}, {16, 8.5}}).arc(12, 8.5, 4, 0, 180);
    case Shape::Wrench: return d.arc(16.5, 7.5, 4, 80, 290).line({{13.6, 10.4}, {5, 19}});
    case Shape::Undo: return d.line({{8.5, 5}, {4.5, 9}, {8.5, 13}}).line({{4.5, 9}, {14, 9}}).arc(14, 14, 5, 90, -180).line({{14, 19}, {8, 19}});
    case Shape::Redo: return d.line({{15.5, 5}, {19.5, 9}, {15.5, 13}}).line({{19.5, 9}, {10, 9}}).arc(10, 14, 5, 90, 180).line({{10, 19}, {16, 19}});
    case Shape::Close: return d.line({{6.5, 6.5}, {17.5, 17.5}}).line({{17.5, 6.5}, {6.5, 17.5}});
    case Shape::Compare: return d.box(3.5, 5, 7, 14).box(13.5, 5, 7, 14);
    case Shape::Machine: return d.box(3.5, 6, 17, 10).line({{7, 20}, {17, 20}}).line({{12, 16}, {12, 20}});
    case Shape::Next: return d.line({{9, 5}, {16, 12}, {9, 19}});
    case Shape::Up: return d.line({{5, 15}, {12, 8}, {19, 15}});
    case Shape::Down: return d.line({{5, 9}, {12, 16}, {19, 9}});
    default: return d;
    }
}

Drawing drawingOf(Shape shape)
{
    if (shape <= Shape::Settings)
        return pageDrawing(shape);
    for (const auto &maker : {stateDrawing, actionDrawing}) {
        const Drawing drawing = maker(shape);
        if (!drawing.lines.isEmpty())
            return drawing;
    }
    return {};
}

class LineIcon : public QIconEngine
{
public:
    LineIcon(Shape shape, Mark mark) : m_shape(shape), m_mark(mark) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        // A table paints the same few icons hundreds of times a second: they are drawn once for each size and colour.
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect.topLeft(), drawn(rect.size(), scale, colour(mode)));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return drawn(size, 1, colour(mode)); }
    QIconEngine *clone() const override { return new LineIcon(m_shape, m_mark); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap drawn(const QSize &size, qreal scale, const QColor &colour) const
    {
        const QString key = QStringLiteral("dosirak-%1-%2x%3-%4-%5").arg(int(m_shape)).arg(size.width()).arg(size.height()).arg(scale).arg(colour.rgba());
        QPixmap map;
        if (QPixmapCache::find(key, &map))
            return map;
        map = QPixmap(size * scale);
        map.setDevicePixelRatio(scale);
        map.fill(Qt::transparent);
        QPainter painter(&map);
        drawShape(painter, m_shape, QRectF(QPointF(), QSizeF(size)), colour);
        painter.end();
        QPixmapCache::insert(key, map);
        return map;
    }

    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_mark == Mark::None ? palette.color(QPalette::ButtonText) : colourOf(m_mark, palette);
    }

    Shape m_shape;
    Mark m_mark;
};

} // namespace

void drawShape(QPainter &painter, Shape shape, const QRectF &rect, const QColor &colour)
{
    const Drawing drawing = drawingOf(shape);
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / 24, side / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(drawing.lines);
    painter.fillPath(drawing.filled, colour);
    painter.restore();
}

QIcon icon(Shape shape)
{
    return QIcon(new LineIcon(shape, Mark::None));
}

QIcon icon(Mark mark)
{
    return QIcon(new LineIcon(shapeOf(mark), mark));
}

Shape shapeOf(Mark mark)
{
    switch (mark) {
    case Mark::Good: return Shape::Tick;
    case Mark::Warning: return Shape::Warning;
    case Mark::Bad: return Shape::Cross;
    case Mark::Note: return Shape::Note;
    case Mark::Unknown: return Shape::Question;
    case Mark::Running: return Shape::Running;
    case Mark::Waiting: return Shape::Circle;
    case Mark::Paused: return Shape::Pause;
    case Mark::Stale: return Shape::Retry;
    case Mark::ByHand: return Shape::Hand;
    case Mark::None: break;
    }
    return Shape::Dash;
}

QColor colourOf(Mark mark, const QPalette &palette)
{
    const Tones &tones = tonesFor(palette);
    switch (mark) {
    case Mark::Good: return tones.good;
    case Mark::Warning:
    case Mark::Stale:
    case Mark::ByHand: return tones.warning;
    case Mark::Bad: return tones.bad;
    case Mark::Note: return tones.note;
    case Mark::Running: return tones.running;
    case Mark::None:
    case Mark::Unknown:
    case Mark::Waiting:
    case Mark::Paused: break;
    }
    return tones.faint;
}

} // namespace dosirak::gui
