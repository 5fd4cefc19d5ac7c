// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/matrix_text.h"

#include "base/tr.h"

#include <functional>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

QString cellText(const MatrixTable::Cell &cell, bool machine)
{
    const QString text = verdictText(cell.verdict);
    return machine && !cell.runs ? coreTr("%1 (not on my machine)").arg(text) : text;
}

QString text(const MatrixTable &table, const QString &separator, const QString &lineEnd, const std::function<QString(const QString &)> &quoted)
{
    const MatrixSpec &spec = table.spec;
    QStringList head{quoted(axesText(spec))};
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

QString matrixTsv(const MatrixTable &table)
{
    return text(table, u"\t"_s, u"\n"_s, [](const QString &text) { return text; });
}

QString matrixCsv(const MatrixTable &table)
{
    return text(table, u","_s, u"\r\n"_s, csvCell);
}

QString matrixMarkdown(const MatrixTable &table)
{
    const auto quoted = [](const QString &text) { return u' ' + QString(text).replace(u'|', u"\\|"_s) + u' '; };
    const QString rows = text(table, u"|"_s, u"|\n"_s, quoted);
    const qsizetype head = rows.indexOf(u'\n') + 1;
    QString all;
    for (const QString &line : rows.split(u'\n', Qt::SkipEmptyParts))
        all += u'|' + line + u'\n';
    return all.insert(head + 1, u'|' + u"---|"_s.repeated(table.spec.columns.size() + 1) + u'\n');
}

QString matrixHtml(const MatrixTable &table, const QString &factsVersion)
{
    const MatrixSpec &spec = table.spec;
    QString html = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>body{font-family:sans-serif}table{border-collapse:collapse}"
                   "td,th{border:1px solid #ccc;padding:4px 8px;text-align:center}thead th{position:sticky;top:0;background:#fff}tbody th{position:sticky;left:0;background:#fff}"
                   ".Yes{background:#d9f2e0}.Limits{background:#fdeccb}.No{background:#f9d7d7}.Unknown{color:#666}.Faded{opacity:.35}</style></head><body><h1>%1</h1>"_s
                       .arg(axesText(spec).toHtmlEscaped());
    QStringList notes{coreTr("Facts %1").arg(factsVersion)};
    if (!pinsText(spec).isEmpty())
        notes.append(coreTr("pinned: %1").arg(pinsText(spec)));
    if (spec.hasMachine())
        notes.append(coreTr("my machine: %1 %2").arg(spec.gpu, spec.driver));
    html += u"<p>%1</p><table><thead><tr><th>%2</th>"_s.arg(notes.join(u"; "_s).toHtmlEscaped(), axesText(spec).toHtmlEscaped());
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

} // namespace dosirak::compat
