// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix_table.h"

#include <QFont>
#include <QImage>
#include <QPalette>

namespace dosirak::gui {

/// The whole matrix as the page shows it, at twice the size where that does not make it larger than 8000 pixels.
/// Thread: any.
[[nodiscard]] QImage matrixPicture(const compat::MatrixTable &table, const QPalette &palette, const QFont &font);

} // namespace dosirak::gui
