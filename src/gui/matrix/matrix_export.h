// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/matrix/matrix_table.h"

#include <QFont>
#include <QImage>
#include <QPalette>

namespace dosirak::gui {

/// The whole matrix as text: tab-separated, comma-separated (RFC 4180), or one HTML page that needs no other file.
/// Thread: any, as the picture.
[[nodiscard]] QString matrixTsv(const MatrixTable &table);
[[nodiscard]] QString matrixCsv(const MatrixTable &table);
[[nodiscard]] QString matrixHtml(const MatrixTable &table, const QString &factsVersion);
/// As the page shows it, at twice the size where that does not make it larger than 8000 pixels.
[[nodiscard]] QImage matrixPicture(const MatrixTable &table, const QPalette &palette, const QFont &font);

/// What the pins are, for people: "Python 3.10, Driver 535"; empty: none.
[[nodiscard]] QString pinsText(const MatrixSpec &spec);

} // namespace dosirak::gui
