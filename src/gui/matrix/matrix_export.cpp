// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_export.h"

#include "gui/matrix/cell_delegate.h"
#include "gui/matrix/matrix_model.h"

#include <QPainter>
#include <functional>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;

namespace {

constexpr int rowHeight = 30;
constexpr int columnWidth = 116;
constexpr qreal widestPicture = 8000; // pixels of a side

QString corner(const MatrixSpec &spec)
{
    return compat::axisName(spec.rowAxis) + u" / "_s + compat::axisName(spec.columnAxis);
}

QString cellText(const MatrixTable::Cell &cell, bool machine)
{
    const QString text = compat::verdictText(cell.verdict);
    return machine && !cell.runs ? MatrixModel::tr("%1 (not on my machine)").arg(text) : text;
}

QString text(const MatrixTable &table, const QString &separator, const QString &lineEnd, const std::function<QString(const QString &)> &quoted)
{
    const MatrixSpec &spec = table.spec;
    QStringList head{quoted(corner(spec))};
    for (const QString &column : spec.columns)
        head.append(quoted(column));
    QString all = head.join(separator) + lineEnd;
    for (int row = 0; row < spec.rows.size(); ++row) {
        QStringList cells{quoted(spec.rows.at(row))};
        for (int column = 0; column < spec.columns.size(); ++column)
            cells.append(quoted(cellText(table.at(row, column), spec.hasMachine())));
        all += cells.join(separator) + lineEnd;
    }
    return all;
}

QString csvCell(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString pinsText(const MatrixSpec &spec)
{
    QStringList pins;
    for (int i = 0; i < compat::axisCount; ++i) {
        if (!spec.pins.at(Axis(i)).isEmpty())
            pins.append(compat::axisName(Axis(i)) + u' ' + spec.pins.at(Axis(i)));
    }
    return pins.join(u", "_s);
}

QString matrixTsv(const MatrixTable &table)
{
    return text(table, u"\t"_s, u"\n"_s, [](const QString &text) { return text; });
}

QString matrixCsv(const MatrixTable &table)
{
    return text(table, u","_s, u"\r\n"_s, csvCell);
}

QString matrixHtml(const MatrixTable &table, const QString &factsVersion)
{
    const MatrixSpec &spec = table.spec;
    QString html = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>body{font-family:sans-serif}table{border-collapse:collapse}"
                   "td,th{border:1px solid #ccc;padding:4px 8px;text-align:center}thead th{position:sticky;top:0;background:#fff}tbody th{position:sticky;left:0;background:#fff}"
                   ".Yes{background:#d9f2e0}.Limits{background:#fdeccb}.No{background:#f9d7d7}.Unknown{color:#666}.Faded{opacity:.35}</style></head><body><h1>%1</h1>"_s
                       .arg(corner(spec).toHtmlEscaped());
    QStringList notes{MatrixModel::tr("Facts %1").arg(factsVersion)};
    if (!pinsText(spec).isEmpty())
        notes.append(MatrixModel::tr("pinned: %1").arg(pinsText(spec)));
    if (spec.hasMachine())
        notes.append(MatrixModel::tr("my machine: %1 %2").arg(spec.gpu, spec.driver));
    html += u"<p>%1</p><table><thead><tr><th>%2</th>"_s.arg(notes.join(u"; "_s).toHtmlEscaped(), corner(spec).toHtmlEscaped());
    for (const QString &column : spec.columns)
        html += u"<th>%1</th>"_s.arg(column.toHtmlEscaped());
    html += u"</tr></thead><tbody>\n"_s;
    const QStringList classes{u"Yes"_s, u"Limits"_s, u"Unknown"_s, u"No"_s};
    const QStringList signs{u"✓"_s, u"⚠"_s, u"?"_s, u"✕"_s};
    for (int row = 0; row < spec.rows.size(); ++row) {
        html += u"<tr><th>%1</th>"_s.arg(spec.rows.at(row).toHtmlEscaped());
        for (int column = 0; column < spec.columns.size(); ++column) {
            const MatrixTable::Cell &cell = table.at(row, column);
            const int verdict = int(cell.verdict);
            const QString presets = cell.presets.isEmpty() ? QString() : u"<br><small>● %1</small>"_s.arg(cell.presets.join(u", "_s).toHtmlEscaped());
            html += u"<td class=\"%1%2\" title=\"%3\">%4 %5%6</td>"_s.arg(classes.at(verdict), cell.runs ? QString() : u" Faded"_s, cell.reasons.toHtmlEscaped(), signs.at(verdict),
                                                                        cellText(cell, spec.hasMachine()).toHtmlEscaped(), presets);
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody></table></body></html>\n"_s;
}

QImage matrixPicture(const MatrixTable &table, const QPalette &palette, const QFont &font)
{
    const MatrixSpec &spec = table.spec;
    const QFontMetrics metrics(font);
    int left = metrics.horizontalAdvance(corner(spec));
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
    painter.drawText(QRect(0, 0, left, rowHeight), Qt::AlignCenter, corner(spec));
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
