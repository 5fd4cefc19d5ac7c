// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/size_option.h"

#include "base/tr.h"

#include <QRegularExpression>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

Result<qint64> parseSize(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(\\d{1,12})\\s*(?:([kmgt])(i)?)?b?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return fail(ErrorCode::Usage, coreTr("“%1” is not a size.").arg(text), coreTr("Write it as 3900MiB or 4GB."));
    qint64 bytes = match.captured(1).toLongLong();
    const qint64 step = match.captured(3).isEmpty() ? 1000 : 1024;
    const qsizetype times = match.captured(2).isEmpty() ? 0 : u"kmgt"_s.indexOf(match.captured(2).toLower()) + 1;
    for (qsizetype i = 0; i < times; ++i) {
        if (bytes > std::numeric_limits<qint64>::max() / step)
            return fail(ErrorCode::Usage, coreTr("“%1” is too large.").arg(text));
        bytes *= step;
    }
    return bytes;
}

} // namespace dosirak::cli
