// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_status.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isBusy(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header)
{
    bool isNumber = false;
    if (const qlonglong seconds = header.trimmed().toLongLong(&isNumber); isNumber && seconds >= 0)
        return std::chrono::seconds(std::min<qlonglong>(seconds, std::chrono::seconds(std::chrono::years(100)).count()));
    const QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!when.isValid())
        return std::nullopt;
    const QDateTime utc(when.date(), when.time(), QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(utc)));
}

} // namespace dosirak::fetch
