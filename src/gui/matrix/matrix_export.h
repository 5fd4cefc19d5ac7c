// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dosirak::gui {

class MatrixModel;

/// The whole matrix as text: tab-separated, comma-separated (RFC 4180), or one HTML page that needs no other file.
[[nodiscard]] QString matrixTsv(const MatrixModel &model);
[[nodiscard]] QString matrixCsv(const MatrixModel &model);
[[nodiscard]] QString matrixHtml(const MatrixModel &model);

} // namespace dosirak::gui
