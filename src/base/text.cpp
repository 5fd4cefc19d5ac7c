// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/tr.h"

#include <QLocale>
#include <array>

namespace dosirak {

using namespace Qt::StringLiterals;

QString bytesText(qint64 bytes)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB"};
    size_t unit = 0;
    auto value = double(bytes);
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.5 ? 0 : 1;
    return u"%1 %2"_s.arg(QLocale().toString(value, 'f', decimals), QString::fromLatin1(units.at(unit)));
}

QString durationText(std::chrono::milliseconds span)
{
    const qint64 seconds = (span.count() + 500) / 1000;
    if (span.count() < 10'000)
        return coreTr("%1 s").arg(QLocale().toString(double(span.count()) / 1000, 'f', 1));
    if (seconds < 60)
        return coreTr("%1 s").arg(seconds);
    if (seconds < 3600)
        return coreTr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return coreTr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace dosirak
