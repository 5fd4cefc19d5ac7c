// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version_pattern.h"

#include <QStringList>
#include <algorithm>

namespace dosirak {

using namespace Qt::StringLiterals;

namespace {

bool isWildcard(const QString &part)
{
    return part == u"x"_s || part == u"X"_s || part == u"*"_s;
}

bool isNumber(const QString &part)
{
    return !part.isEmpty() && part.size() <= 18
        && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

DottedVersion::DottedVersion(const QString &text) : m_text(text)
{
    for (const QString &part : text.split(u'.')) {
        if (!isNumber(part)) {
            m_parts.clear();
            return;
        }
        m_parts.append(part.toLongLong());
    }
}

QString DottedVersion::prefix(int count) const
{
    return QStringList(m_text.split(u'.').mid(0, count)).join(u'.');
}

std::strong_ordering operator<=>(const DottedVersion &a, const DottedVersion &b)
{
    const qsizetype count = std::max(a.m_parts.size(), b.m_parts.size());
    for (qsizetype i = 0; i < count; ++i) {
        const auto order = a.m_parts.value(i, 0) <=> b.m_parts.value(i, 0);
        if (order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

bool isVersionPattern(const QString &pattern)
{
    QStringList parts = pattern.split(u'.');
    if (isWildcard(parts.last()))
        parts.removeLast();
    return !parts.isEmpty() && std::all_of(parts.begin(), parts.end(), isNumber);
}

bool matchesVersionPattern(const QString &pattern, const QString &version)
{
    const QStringList wanted = pattern.split(u'.');
    const QStringList given = version.split(u'.');
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (isWildcard(wanted.at(i)))
            return i + 1 == wanted.size();
        if (i >= given.size() || !isNumber(wanted.at(i)) || !isNumber(given.at(i))
            || wanted.at(i).toLongLong() != given.at(i).toLongLong())
            return false;
    }
    return true;
}

} // namespace dosirak
