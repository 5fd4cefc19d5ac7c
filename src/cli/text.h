// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"

#include <QList>
#include <QMutex>
#include <QString>
#include <QStringList>

namespace dosirak::cli {

/// Rows in aligned columns, for a terminal. The last column is not padded.
[[nodiscard]] QString table(const QList<QStringList> &rows);

/// A list of texts as JSON.
[[nodiscard]] Json jsonList(const QStringList &texts);

} // namespace dosirak::cli
