// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/log_text.h"

#include <algorithm>
#include <array>

namespace dosirak::gui {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool holds(QByteArrayView text, const QByteArray &lowerCase)
{
    return std::search(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(), [](char a, char b) { return lower(a) == b; }) != text.end();
}

} // namespace

void LogText::clear()
{
    m_bytes.clear();
    m_lines.clear();
    m_steps.clear();
    m_longest = 0;
    m_dirty = false;
    Q_EMIT changed();
}

void LogText::append(int step, const QByteArray &line, bool error)
{
    if (m_bytes.capacity() < m_bytes.size() + line.size())
        m_bytes.reserve(std::max<qsizetype>(1 << 20, (m_bytes.size() + line.size()) * 2));
    m_steps[step].push_back(int(m_lines.size()));
    m_lines.push_back({m_bytes.size(), qint32(line.size()), error});
    m_bytes.append(line);
    m_longest = std::max<qint64>(m_longest, line.size());
    m_dirty = true;
}

void LogText::flush()
{
    if (std::exchange(m_dirty, false))
        Q_EMIT changed();
}

int LogText::count(int step) const
{
    if (step == everything)
        return int(m_lines.size());
    const auto it = m_steps.find(step);
    return it == m_steps.end() ? 0 : int(it->second.size());
}

const LogText::Line &LogText::at(int step, int index) const
{
    return m_lines[size_t(step == everything ? index : m_steps.at(step)[size_t(index)])];
}

QByteArray LogText::line(int step, int index) const
{
    const Line &line = at(step, index);
    return m_bytes.mid(line.begin, line.size);
}

bool LogText::isError(int step, int index) const
{
    return at(step, index).error;
}

int LogText::find(int step, const QByteArray &lowerCase, int from, int most) const
{
    const int end = std::min(count(step), from + most);
    for (int i = std::max(0, from); i < end; ++i) {
        const Line &line = at(step, i);
        if (holds(QByteArrayView(m_bytes).sliced(line.begin, line.size), lowerCase))
            return i;
    }
    return -1;
}

int LogText::firstFailure(int step) const
{
    constexpr std::array words{"error", "e: ", "fatal", "no such file", "not found", "failed", "unable to"};
    const int lines = count(step);
    int best = -1;
    for (const char *word : words) {
        const int found = find(step, word, 0, best < 0 ? lines : best);
        best = found >= 0 ? found : best;
    }
    return best >= 0 ? best : lines - 1;
}

QByteArray LogText::text(int step, int first, int last) const
{
    QByteArray text;
    for (int i = std::max(0, first); i <= std::min(last, count(step) - 1); ++i) {
        const Line &line = at(step, i);
        text.append(QByteArrayView(m_bytes).sliced(line.begin, line.size));
        text.append('\n');
    }
    return text;
}

} // namespace dosirak::gui
