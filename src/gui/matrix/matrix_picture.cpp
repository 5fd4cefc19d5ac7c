// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_picture.h"

#include "gui/matrix/cell_delegate.h"
#include "gui/matrix/matrix_model.h"

#include <QPainter>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::MatrixSpec;
using compat::MatrixTable;

namespace {
constexpr int rowHeight = 30;
constexpr int columnWidth = 116;
constexpr qreal widestPicture = 8000; // pixels of a side
}

QImage matrixPicture(const MatrixTable &table, const QPalette &palette, const QFont &font)
{
    const MatrixSpec &spec = table.spec;
    const QFontMetrics metrics(font);
    int left = metrics.horizontalAdvance(compat::axesText(spec));
    for (const QString &row : spec.rows)
        left = std::max(left, metrics.horizontalAdvance(row));
    left += 16;
    const QSize size(left + int(spec.columns.size()) * columnWidth, rowHeight * (int(spec.rows.size()) + 1));
    const qreal ratio = std::min(2.0, widestPicture / std::max(size.width(), size.height()));
    QImage picture(size * ratio, QImage::Format_ARGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(palette.color(QPalette::Base));
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(0, 0, left, rowHeight), Qt::AlignCenter, compat::axesText(spec));
    for (int column = 0; column < spec.columns.size(); ++column)
        painter.drawText(QRect(left + column * columnWidth, 0, columnWidth, rowHeight), Qt::AlignCenter, spec.columns.at(column));
    for (int row = 0; row < spec.rows.size(); ++row) {
        const int top = rowHeight * (row + 1);
        painter.drawText(QRect(0, top, left - 8, rowHeight), Qt::AlignRight | Qt::AlignVCenter, spec.rows.at(row));
        for (int column = 0; column < spec.columns.size(); ++column) {
            const MatrixTable::Cell &cell = table.at(row, column);
            drawCell(painter, QRect(left + column * columnWidth, top, columnWidth, rowHeight),
                     {markOf(cell.verdict), compat::verdictText(cell.verdict), spec.hasMachine() && !cell.runs, int(cell.presets.size()), false, false}, palette, metrics);
        }
    }
    return picture;
}

} // namespace dosirak::gui
