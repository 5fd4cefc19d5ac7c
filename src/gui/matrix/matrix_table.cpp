// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_table.h"

#include "gui/matrix/matrix_model.h"

#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;
using compat::Verdict;

Combination MatrixSpec::combination(int row, int column) const
{
    Combination combination = pins;
    combination.set(rowAxis, rows.at(row));
    combination.set(columnAxis, columns.at(column));
    return combination;
}

QString MatrixSpec::cellName(int row, int column) const
{
    return u"%1 %2, %3 %4"_s.arg(compat::axisName(rowAxis), rows.at(row), compat::axisName(columnAxis), columns.at(column));
}

CellVerdict judge(const MatrixSpec &spec, int row, int column, const compat::Facts &facts)
{
    Combination combination = spec.combination(row, column);
    CellVerdict result{compat::evaluate(combination, facts).verdict, true};
    if (!spec.hasMachine())
        return result;
    if (!spec.gpu.isEmpty() && combination.at(Axis::Gpu).isEmpty())
        combination.set(Axis::Gpu, spec.gpu);
    if (!spec.driver.isEmpty() && combination.at(Axis::Driver).isEmpty())
        combination.set(Axis::Driver, spec.driver);
    result.runs = result.verdict != Verdict::No && compat::evaluate(combination, facts).verdict != Verdict::No;
    return result;
}

Result<MatrixTable> judgeAll(const MatrixSpec &spec, const QHash<qint64, QStringList> &presets, const compat::Facts &facts, const std::stop_token &stop,
                             const ProgressSink &progress)
{
    MatrixTable table{spec, {}};
    const qint64 columns = spec.columns.size();
    table.cells.reserve(size_t(spec.rows.size() * columns));
    for (int row = 0; row < spec.rows.size(); ++row) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress({MatrixModel::tr("Judging the matrix"), {}, row, spec.rows.size()});
        for (int column = 0; column < columns; ++column) {
            const CellVerdict verdict = judge(spec, row, column, facts);
            QStringList reasons;
            for (const compat::Reason &reason : compat::evaluate(spec.combination(row, column), facts).reasons)
                reasons.append(reason.text);
            table.cells.push_back({verdict.verdict, verdict.runs, reasons.join(u'\n'), presets.value(row * columns + column)});
        }
    }
    return table;
}

QStringList valuesOfAxis(Axis axis, const compat::Facts &facts)
{
    QStringList values = compat::axisValues(axis, facts);
    if (axis != Axis::Gpu)
        std::reverse(values.begin(), values.end());
    return values;
}

} // namespace dosirak::gui
