// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/text_lines.h"

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChars = 64 << 10;

} // namespace

QString withoutColours(const QString &line)
{
    if (!line.contains(QChar(0x1b)))
        return line;
    QString plain;
    plain.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) != QChar(0x1b)) {
            plain += line.at(i);
            continue;
        }
        if (i + 1 >= line.size() || line.at(i + 1) != u'[')
            continue; // a lone escape says nothing
        i += 2;
        while (i < line.size() && (line.at(i).unicode() < 0x40 || line.at(i).unicode() > 0x7e))
            ++i;
    }
    return plain;
}

QString afterLastReturn(const QString &line)
{
    return line.mid(line.lastIndexOf(u'\r') + 1);
}

void TextLines::feed(QByteArrayView bytes)
{
    m_rest += QString(m_decoder.decode(bytes));
    qsizetype from = 0;
    for (qsizetype end; (end = m_rest.indexOf(u'\n', from)) >= 0; from = end + 1)
        emitLine(m_rest.mid(from, end - from));
    m_rest.remove(0, from);
    while (m_rest.size() > mostChars) {
        emitLine(m_rest.left(mostChars));
        m_rest.remove(0, mostChars);
    }
}

void TextLines::finish()
{
    if (!m_rest.isEmpty())
        emitLine(std::exchange(m_rest, {}));
}

void TextLines::emitLine(QString line)
{
    while (line.endsWith(u'\r'))
        line.chop(1);
    m_sink(withoutColours(m_keepReturns ? line : afterLastReturn(line)));
}

} // namespace dosirak::build
