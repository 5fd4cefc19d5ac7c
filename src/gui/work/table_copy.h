// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QItemSelectionModel;

namespace dosirak::gui {

/// The selected cells as tab-separated text with a header line, in the order of the model. Tabs and line ends inside a cell
/// become blanks.
[[nodiscard]] QString selectionAsTsv(const QItemSelectionModel &selection, const QAbstractItemModel &model);

} // namespace dosirak::gui
