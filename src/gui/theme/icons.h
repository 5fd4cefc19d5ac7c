// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace dosirak::gui {

/// Our own small set of line icons, drawn when asked for: sharp at any scale, in the palette's colours, light and dark.
enum class Shape {
    Presets, Matrix, Downloads, Bundles, Builds, Settings,
    Tick, Cross, Warning, Note, Dash, Question, Circle, Running, Hand,
    Pause, Play, Stop, Retry, Folder, Copy, Find, Plus, Trash, Pencil, Duplicate, Import, Export, Follow, Save, Lock, Wrench,
    Undo, Redo, Close, Compare, Machine, Reload, Next, Shield, Up, Down,
};

/// What a state looks like: always a shape and a word; the colour comes on top.
enum class Mark { None, Good, Warning, Bad, Note, Unknown, Running, Waiting, Paused, Stale, ByHand };

[[nodiscard]] QIcon icon(Shape shape);
[[nodiscard]] QIcon icon(Mark mark);
[[nodiscard]] Shape shapeOf(Mark mark);
[[nodiscard]] QColor colourOf(Mark mark, const QPalette &palette);

/// Draws @p shape into @p rect in @p colour.
void drawShape(QPainter &painter, Shape shape, const QRectF &rect, const QColor &colour);

} // namespace dosirak::gui
