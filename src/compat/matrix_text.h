// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix_table.h"

namespace dosirak::compat {

/// The whole matrix as text: tab-separated, comma-separated (RFC 4180), a Markdown table, or one HTML page that needs no
/// other file. Thread: any.
[[nodiscard]] QString matrixTsv(const MatrixTable &table);
[[nodiscard]] QString matrixCsv(const MatrixTable &table);
[[nodiscard]] QString matrixMarkdown(const MatrixTable &table);
[[nodiscard]] QString matrixHtml(const MatrixTable &table, const QString &factsVersion);

} // namespace dosirak::compat
