// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <string>
#include <vector>

namespace dosirak::lock {

/// Between Qt's lists and those of the rooms that speak std::string.
inline std::vector<std::string> stdList(const QStringList &texts)
{
    std::vector<std::string> list;
    list.reserve(size_t(texts.size()));
    for (const QString &text : texts)
        list.push_back(text.toStdString());
    return list;
}

inline QStringList textList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

} // namespace dosirak::lock
