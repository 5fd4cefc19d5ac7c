// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace dosirak::gui {

/// Where in JSON text a cursor stands. The text may be broken behind the cursor, and unfinished before it.
struct JsonContext {
    QString container;      ///< JSON pointer of the object or list that the cursor is in
    QString pointer;        ///< of the value that is being written; of a key: of the object
    QStringList siblings;   ///< keys of the object that stand before the cursor
    bool key = false;       ///< a key is expected, else a value
    bool inString = false;  ///< inside quotes
    QString word;           ///< what is written of it so far
};

/// @p offset counts characters of @p text. Linear in it.
[[nodiscard]] JsonContext jsonContextAt(const QString &text, qsizetype offset);

} // namespace dosirak::gui
