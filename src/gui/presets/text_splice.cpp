// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/text_splice.h"

#include <QString>
#include <algorithm>
#include <vector>

namespace dosirak::gui {

namespace {

/// Above this the middle is shown as all gone and all new: a table of the square of it would be slow.
constexpr qsizetype mostCompared = 2'000;

/// Length of the longest common subsequence of the tails from (i, j), for every i and j.
std::vector<std::vector<int>> commonTails(const QStringList &a, const QStringList &b)
{
    std::vector<std::vector<int>> length(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            length[size_t(i)][size_t(j)] = a.at(i) == b.at(j) ? length[size_t(i) + 1][size_t(j) + 1] + 1
                                                              : std::max(length[size_t(i) + 1][size_t(j)], length[size_t(i)][size_t(j) + 1]);
    }
    return length;
}

QStringList middleDiff(const QStringList &a, const QStringList &b)
{
    QStringList lines;
    qsizetype i = 0;
    qsizetype j = 0;
    if (a.size() <= mostCompared && b.size() <= mostCompared) {
        const auto length = commonTails(a, b);
        while (i < a.size() && j < b.size()) {
            if (a.at(i) == b.at(j)) {
                lines.append(QStringLiteral("  ") + a.at(i++));
                ++j;
            } else if (length[size_t(i) + 1][size_t(j)] >= length[size_t(i)][size_t(j) + 1]) {
                lines.append(QStringLiteral("- ") + a.at(i++));
            } else {
                lines.append(QStringLiteral("+ ") + b.at(j++));
            }
        }
    }
    while (i < a.size())
        lines.append(QStringLiteral("- ") + a.at(i++));
    while (j < b.size())
        lines.append(QStringLiteral("+ ") + b.at(j++));
    return lines;
}

} // namespace

TextSplice spliceBetween(const QByteArray &from, const QByteArray &to)
{
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype head = 0;
    while (head < shorter && from.at(head) == to.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && from.at(from.size() - 1 - tail) == to.at(to.size() - 1 - tail))
        ++tail;
    return {head, from.mid(head, from.size() - head - tail), to.mid(head, to.size() - head - tail)};
}

QByteArray applied(const QByteArray &text, const TextSplice &splice)
{
    return QByteArray(text).replace(splice.at, splice.removed.size(), splice.inserted);
}

QByteArray undone(const QByteArray &text, const TextSplice &splice)
{
    return QByteArray(text).replace(splice.at, splice.inserted.size(), splice.removed);
}

std::optional<TextSplice> joined(const TextSplice &first, const TextSplice &second)
{
    // Positions of the second are in the text that the first left behind.
    const qsizetype from = second.at - first.at;
    const qsizetype end = from + second.removed.size();
    if (from < -second.removed.size() || from > first.inserted.size())
        return {};
    if (from < 0) {
        // It begins before the first one's stretch, and reaches it or takes from it.
        if (end > first.inserted.size())
            return {};
        return TextSplice{second.at, second.removed.left(-from) + first.removed, second.inserted + first.inserted.mid(end)};
    }
    const qsizetype beyond = std::max<qsizetype>(0, end - first.inserted.size()); // what it takes behind the stretch
    return TextSplice{first.at, first.removed + second.removed.right(beyond), first.inserted.left(from) + second.inserted + first.inserted.mid(end)};
}

QStringList lineDiff(const QByteArray &from, const QByteArray &to)
{
    QStringList a = QString::fromUtf8(from).split(u'\n');
    QStringList b = QString::fromUtf8(to).split(u'\n');
    QStringList lines;
    QStringList tail;
    while (!a.isEmpty() && !b.isEmpty() && a.first() == b.first()) {
        lines.append(QStringLiteral("  ") + a.takeFirst());
        b.removeFirst();
    }
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) {
        tail.prepend(QStringLiteral("  ") + a.takeLast());
        b.removeLast();
    }
    return lines + middleDiff(a, b) + tail;
}

} // namespace dosirak::gui
