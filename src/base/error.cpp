// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "base/tr.h"

namespace dosirak {

using namespace Qt::StringLiterals;

QString ErrorPlace::text() const
{
    QString text = file;
    if (line > 0)
        text += u":%1"_s.arg(line);
    if (line > 0 && column > 0)
        text += u":%1"_s.arg(column);
    if (!pointer.isEmpty())
        text += (text.isEmpty() ? u"%1"_s : u" (%1)"_s).arg(pointer);
    return text;
}

Error Error::within(const QString &context) const
{
    Error outer = *this;
    outer.what = context + u": "_s + what;
    return outer;
}

QString Error::text() const
{
    QString text = place.isEmpty() ? what : place.text() + u": "_s + what;
    if (!hint.isEmpty())
        text += u"\n"_s + hint;
    if (!detail.isEmpty())
        text += u"\n\n"_s + detail;
    return text;
}

Failure fail(ErrorCode code, const QString &what, const QString &hint, const QString &detail)
{
    return Failure(Error{code, what, hint, detail, {}, {}});
}

Failure failAt(ErrorCode code, const ErrorPlace &place, const QString &what, const QString &hint)
{
    return Failure(Error{code, what, hint, {}, place, {}});
}

Failure cancelled()
{
    return fail(ErrorCode::Cancelled, coreTr("Stopped on request."));
}

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal: return u"internal"_s;
    case ErrorCode::Usage: return u"usage"_s;
    case ErrorCode::NotFound: return u"not-found"_s;
    case ErrorCode::Invalid: return u"invalid"_s;
    case ErrorCode::Unsupported: return u"unsupported"_s;
    case ErrorCode::Unsolvable: return u"unsolvable"_s;
    case ErrorCode::Network: return u"network"_s;
    case ErrorCode::Refused: return u"refused"_s;
    case ErrorCode::Integrity: return u"integrity"_s;
    case ErrorCode::Io: return u"io"_s;
    case ErrorCode::DiskFull: return u"disk-full"_s;
    case ErrorCode::Locked: return u"locked"_s;
    case ErrorCode::MissingTool: return u"missing-tool"_s;
    case ErrorCode::ToolFailed: return u"tool-failed"_s;
    case ErrorCode::Findings: return u"findings"_s;
    case ErrorCode::Incomplete: return u"incomplete"_s;
    case ErrorCode::Cancelled: return u"cancelled"_s;
    }
    return u"internal"_s;
}

} // namespace dosirak
