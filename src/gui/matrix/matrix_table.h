// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "compat/matrix.h"

#include <QHash>
#include <stop_token>
#include <vector>

namespace dosirak::gui {

/// Which matrix it is: two axes with their values, the pins of the others, and the machine that it is for.
struct MatrixSpec {
    compat::Axis rowAxis = compat::Axis::PyTorch;
    compat::Axis columnAxis = compat::Axis::Cuda;
    QStringList rows, columns;
    compat::Combination pins;
    QString gpu, driver;            ///< of "my machine"; empty: no matter

    [[nodiscard]] compat::Combination combination(int row, int column) const; ///< with the pins
    [[nodiscard]] bool hasMachine() const { return !gpu.isEmpty() || !driver.isEmpty(); }
    [[nodiscard]] QString cellName(int row, int column) const; ///< "PyTorch 2.4.1, CUDA 12.4"
};

/// What is kept of a cell: its verdict, and whether it runs on the machine. The reasons are found again when they are asked for.
struct CellVerdict {
    compat::Verdict verdict = compat::Verdict::Unknown;
    bool runs = true;
};
[[nodiscard]] CellVerdict judge(const MatrixSpec &spec, int row, int column, const compat::Facts &facts);

/// A whole matrix, judged: what is copied and exported.
struct MatrixTable {
    struct Cell {
        compat::Verdict verdict = compat::Verdict::Unknown;
        bool runs = true;
        QString reasons;            ///< one a line
        QStringList presets;
    };
    MatrixSpec spec;
    std::vector<Cell> cells;        ///< row by row
    [[nodiscard]] const Cell &at(int row, int column) const { return cells[size_t(row) * size_t(spec.columns.size()) + size_t(column)]; }
};

/// Judges every cell. @p presets: cell number → names. Thread: any. Errors: Cancelled.
[[nodiscard]] Result<MatrixTable> judgeAll(const MatrixSpec &spec, const QHash<qint64, QStringList> &presets, const compat::Facts &facts,
                                           const std::stop_token &stop, const ProgressSink &progress);

/// The values of an axis, newest first: that is what people look for.
[[nodiscard]] QStringList valuesOfAxis(compat::Axis axis, const compat::Facts &facts);

} // namespace dosirak::gui
