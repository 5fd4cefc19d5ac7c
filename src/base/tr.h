// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace dosirak {

/// Translates one visible sentence of the core. One context for all of the core: a translator sees them together,
/// and lupdate finds them by this name (-tr-function-alias translate+=coreTr).
inline QString coreTr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("dosirak", text, comment, n);
}

} // namespace dosirak
