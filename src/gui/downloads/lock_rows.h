// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/verbs.h"

namespace dosirak::gui {

/// What a lock would transfer, as rows: a file that is there with its full size counts as here. Reads names and sizes
/// below @p artifactsFolder, hashes nothing. Thread: any but the UI thread.
[[nodiscard]] QList<workspace::TransferRow> rowsOfLock(const lock::LockFile &lock, const QString &artifactsFolder);

[[nodiscard]] workspace::TransferTotals totalsOf(const QList<workspace::TransferRow> &rows);

} // namespace dosirak::gui
