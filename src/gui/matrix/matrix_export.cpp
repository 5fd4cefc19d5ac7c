// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_export.h"

#include "gui/matrix/matrix_model.h"

#include <functional>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

QString corner(const MatrixModel &model)
{
    return compat::axisName(model.rowAxis()) + u" / "_s + compat::axisName(model.columnAxis());
}

QString table(const MatrixModel &model, const QString &separator, const QString &lineEnd, const std::function<QString(const QString &)> &quoted)
{
    QStringList head{quoted(corner(model))};
    for (const QString &column : model.columnValues())
        head.append(quoted(column));
    QString text = head.join(separator) + lineEnd;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{quoted(model.rowValues().at(row))};
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(quoted(model.index(row, column).data().toString()));
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

QString csvCell(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString matrixTsv(const MatrixModel &model)
{
    return table(model, u"\t"_s, u"\n"_s, [](const QString &text) { return text; });
}

QString matrixCsv(const MatrixModel &model)
{
    return table(model, u","_s, u"\r\n"_s, csvCell);
}

QString matrixHtml(const MatrixModel &model)
{
    QString html = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>table{border-collapse:collapse;font-family:sans-serif}"
                   "td,th{border:1px solid #ccc;padding:4px 8px;text-align:center}.Yes{background:#d9f2e0}.Limits{background:#fdeccb}"
                   ".No{background:#f9d7d7}.Unknown{color:#666}</style></head><body><table><tr><th>%1</th>"_s.arg(corner(model).toHtmlEscaped());
    for (const QString &column : model.columnValues())
        html += u"<th>%1</th>"_s.arg(column.toHtmlEscaped());
    html += u"</tr>\n"_s;
    const QStringList classes{u"Yes"_s, u"Limits"_s, u"Unknown"_s, u"No"_s};
    for (int row = 0; row < model.rowCount(); ++row) {
        html += u"<tr><th>%1</th>"_s.arg(model.rowValues().at(row).toHtmlEscaped());
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            html += u"<td class=\"%1\" title=\"%2\">%3</td>"_s.arg(classes.at(int(model.cell(index).verdict)), index.data(Qt::ToolTipRole).toString().toHtmlEscaped(),
                                                                    index.data().toString().toHtmlEscaped());
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</table></body></html>\n"_s;
}

} // namespace dosirak::gui
