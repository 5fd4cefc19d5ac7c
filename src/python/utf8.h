// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUtf8StringView>

#include <string>
#include <string_view>

namespace dosirak::python {

/// Text from outside that may not be UTF-8, as UTF-8: broken bytes become U+FFFD. Locks and JSON refuse anything else.
inline std::string validUtf8(std::string_view text)
{
    const QUtf8StringView view(text.data(), static_cast<qsizetype>(text.size()));
    return view.isValidUtf8() ? std::string(text) : QString::fromUtf8(view).toStdString();
}

} // namespace dosirak::python
