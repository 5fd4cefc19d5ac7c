// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "compat/matrix.h"

#include <QHash>
#include <stop_token>
#include <vector>

namespace dosirak::compat {

/// Which matrix it is: two axes with their values, the pins of the others, and the machine that it is for.
struct MatrixSpec {
    Axis rowAxis = Axis::PyTorch;
    Axis columnAxis = Axis::Cuda;
    QStringList rows, columns;
    Combination pins;
    QString gpu, driver;            ///< of "my machine"; empty: no matter

    [[nodiscard]] Combination combination(int row, int column) const; ///< with the pins
    [[nodiscard]] bool hasMachine() const { return !gpu.isEmpty() || !driver.isEmpty(); }
    [[nodiscard]] QString cellName(int row, int column) const; ///< "PyTorch 2.4.1, CUDA 12.4"
};

/// What is kept of a cell: its verdict, and whether it runs on the machine. The reasons are found again when they are asked for.
struct CellVerdict {
    Verdict verdict = Verdict::Unknown;
    bool runs = true;
};
[[nodiscard]] CellVerdict judge(const MatrixSpec &spec, int row, int column, const Facts &facts);

/// A whole matrix, judged: what is copied and exported.
struct MatrixTable {
    struct Cell {
        Verdict verdict = Verdict::Unknown;
        bool runs = true;
        QString reasons;            ///< one a line
        QStringList presets;
    };
    MatrixSpec spec;
    std::vector<Cell> cells;        ///< row by row
    [[nodiscard]] const Cell &at(int row, int column) const { return cells[size_t(row) * size_t(spec.columns.size()) + size_t(column)]; }
};

/// Judges every cell. @p presets: cell number → names. Thread: any. Errors: Cancelled.
[[nodiscard]] Result<MatrixTable> judgeAll(const MatrixSpec &spec, const QHash<qint64, QStringList> &presets, const Facts &facts,
                                           const std::stop_token &stop, const ProgressSink &progress);

/// The values of an axis, newest first: that is what people look for.
[[nodiscard]] QStringList valuesOfAxis(Axis axis, const Facts &facts);

[[nodiscard]] QString axesText(const MatrixSpec &spec); ///< "PyTorch / CUDA"
/// What the pins are, for people: "Python 3.10, Driver 535"; empty: none.
[[nodiscard]] QString pinsText(const MatrixSpec &spec);

} // namespace dosirak::compat
