// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/preset_name.h"

#include "base/tr.h"

#include <QStringList>
#include <algorithm>

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 100;

bool isAlnum(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

QString broken(const QString &text)
{
    // Names that other systems reserve: a working folder may lie on a USB stick.
    static const QStringList reserved{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    if (text.isEmpty())
        return coreTr("it is empty");
    if (text.size() > longest)
        return coreTr("it is longer than %1 characters").arg(longest);
    if (!isAlnum(text.front()))
        return coreTr("it does not begin with a lower-case letter or a digit");
    const auto bad = std::find_if(text.begin(), text.end(), [](QChar c) { return !isAlnum(c) && !u"._+-"_s.contains(c); });
    if (bad != text.end())
        return coreTr("it holds “%1”; allowed are a–z, 0–9, “.”, “_”, “+” and “-”").arg(*bad);
    if (text.contains(u".."_s) || text.endsWith(u'.'))
        return coreTr("it holds “..” or ends in “.”");
    if (reserved.contains(text.section(u'.', 0, 0)))
        return coreTr("it is reserved on some systems");
    return {};
}

} // namespace

Result<QString> parsePresetName(const QString &text)
{
    const QString why = broken(text);
    if (!why.isEmpty())
        return fail(ErrorCode::Usage, coreTr("“%1” cannot be a preset-name: %2.").arg(text.left(120), why),
                    coreTr("Take a name such as ubuntu22.04-cuda11.8-torch2.1."));
    return text;
}

} // namespace dosirak::preset
