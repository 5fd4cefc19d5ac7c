// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/matrix_table.h"

#include "base/tr.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

Combination MatrixSpec::combination(int row, int column) const
{
    Combination combination = pins;
    combination.set(rowAxis, rows.at(row));
    combination.set(columnAxis, columns.at(column));
    return combination;
}

QString MatrixSpec::cellName(int row, int column) const
{
    return u"%1 %2, %3 %4"_s.arg(axisName(rowAxis), rows.at(row), axisName(columnAxis), columns.at(column));
}

CellVerdict judge(const MatrixSpec &spec, int row, int column, const Facts &facts)
{
    Combination combination = spec.combination(row, column);
    CellVerdict result{evaluate(combination, facts).verdict, true};
    if (!spec.hasMachine())
        return result;
    if (!spec.gpu.isEmpty() && combination.at(Axis::Gpu).isEmpty())
        combination.set(Axis::Gpu, spec.gpu);
    if (!spec.driver.isEmpty() && combination.at(Axis::Driver).isEmpty())
        combination.set(Axis::Driver, spec.driver);
    result.runs = result.verdict != Verdict::No && evaluate(combination, facts).verdict != Verdict::No;
    return result;
}

Result<MatrixTable> judgeAll(const MatrixSpec &spec, const QHash<qint64, QStringList> &presets, const Facts &facts, const std::stop_token &stop,
                             const ProgressSink &progress)
{
    MatrixTable table{spec, {}};
    const qint64 columns = spec.columns.size();
    table.cells.reserve(size_t(spec.rows.size() * columns));
    for (int row = 0; row < spec.rows.size(); ++row) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress({coreTr("Judging the matrix"), {}, row, spec.rows.size()});
        for (int column = 0; column < columns; ++column) {
            const CellVerdict verdict = judge(spec, row, column, facts);
            QStringList reasons;
            for (const Reason &reason : evaluate(spec.combination(row, column), facts).reasons)
                reasons.append(reason.text);
            table.cells.push_back({verdict.verdict, verdict.runs, reasons.join(u'\n'), presets.value(row * columns + column)});
        }
    }
    return table;
}

QStringList valuesOfAxis(Axis axis, const Facts &facts)
{
    QStringList values = axisValues(axis, facts);
    if (axis != Axis::Gpu)
        std::reverse(values.begin(), values.end());
    return values;
}

QString axesText(const MatrixSpec &spec)
{
    return axisName(spec.rowAxis) + u" / "_s + axisName(spec.columnAxis);
}

QString pinsText(const MatrixSpec &spec)
{
    QStringList pins;
    for (int i = 0; i < axisCount; ++i) {
        if (!spec.pins.at(Axis(i)).isEmpty())
            pins.append(axisName(Axis(i)) + u' ' + spec.pins.at(Axis(i)));
    }
    return pins.join(u", "_s);
}

} // namespace dosirak::compat
