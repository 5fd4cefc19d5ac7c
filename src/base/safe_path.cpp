// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safe_path.h"

#include "base/tr.h"

#include <algorithm>

namespace dosirak {

using namespace Qt::StringLiterals;

Result<QString> safeFileName(const QString &name)
{
    const bool control = std::any_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 32 || c == QChar(127); });
    if (name.isEmpty() || name == u"."_s || name == u".."_s || name.contains(u'/') || name.contains(u'\\') || control
        || name.toUtf8().size() > 255)
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a file name that can be accepted.").arg(name.left(200)),
                    coreTr("Whoever made it may be trying to write outside the folder; nothing was written."));
    return name;
}

Result<QString> safeRelativePath(const QString &path)
{
    for (const QString &part : path.split(u'/'))
        DOSIRAK_CHECK(safeFileName(part));
    return path;
}

} // namespace dosirak
