// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/change_preset.h"

#include "base/files.h"
#include "base/tr.h"
#include "preset/document.h"
#include "preset/load.h"
#include "preset/own_patch.h"

#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype context = 3;              // lines around a change
constexpr qsizetype largestTable = 4'000'000; // cells; beyond it the middle is shown as replaced whole

struct Line {
    char mark = ' ';
    QByteArray text;
};

/// The middle that differs, by the longest common subsequence.
QList<Line> middle(const QByteArrayList &a, const QByteArrayList &b)
{
    QList<Line> lines;
    const qsizetype width = b.size() + 1;
    std::vector<int> table;
    const bool small = (a.size() + 1) * width <= largestTable;
    if (small) {
        table.resize(size_t((a.size() + 1) * width));
        for (qsizetype i = a.size() - 1; i >= 0; --i)
            for (qsizetype j = b.size() - 1; j >= 0; --j)
                table[size_t(i * width + j)] = a.at(i) == b.at(j) ? table[size_t((i + 1) * width + j + 1)] + 1
                                                                  : std::max(table[size_t((i + 1) * width + j)], table[size_t(i * width + j + 1)]);
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (small && i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            lines.append({' ', a.at(i)});
            ++i, ++j;
        } else if (i < a.size() && (j == b.size() || !small || table[size_t((i + 1) * width + j)] >= table[size_t(i * width + j + 1)])) {
            lines.append({'-', a.at(i++)});
        } else {
            lines.append({'+', b.at(j++)});
        }
    }
    return lines;
}

QList<Line> differences(QByteArrayList a, QByteArrayList b)
{
    QList<Line> head;
    QList<Line> tail;
    while (!a.isEmpty() && !b.isEmpty() && a.first() == b.first()) {
        head.append({' ', a.takeFirst()});
        b.removeFirst();
    }
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) {
        tail.prepend({' ', a.takeLast()});
        b.removeLast();
    }
    return head + middle(a, b) + tail;
}

} // namespace

Result<PresetChange> plannedChange(const Workspace &workspace, const QString &presetName, const Json &patch)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    PresetChange change;
    change.path = workspace.presetPath(presetName);
    DOSIRAK_TRY(text, readFile(change.path, preset::maxPresetBytes));
    change.before = text;
    DOSIRAK_TRY(loaded, preset::loadPresetText(workspace.presetsFolder(), presetName, change.before));
    DOSIRAK_TRY(document, preset::PresetDocument::parse(change.before, change.path));
    DOSIRAK_TRY(own, preset::ownPatch(patch, document.json(), loaded.resolved));
    DOSIRAK_TRY(changed, document.apply(own));
    // A change that leaves no preset behind is none.
    DOSIRAK_CHECK(preset::loadPresetText(workspace.presetsFolder(), presetName, changed.text()));
    change.after = changed.text();
    return change;
}

Result<void> writeChange(const PresetChange &change)
{
    DOSIRAK_TRY(now, readFile(change.path, preset::maxPresetBytes));
    if (now != change.before)
        return fail(ErrorCode::Locked, coreTr("%1 was changed meanwhile; nothing was written.").arg(change.path), coreTr("Try again: the change is then made for what is there now."));
    return writeFileAtomically(change.path, change.after);
}

QString unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name)
{
    if (before == after)
        return {};
    const QList<Line> lines = differences(before.split('\n'), after.split('\n'));
    QString text = u"--- %1\n+++ %1\n"_s.arg(name);
    qsizetype oldLine = 1;
    qsizetype newLine = 1;
    for (qsizetype i = 0; i < lines.size();) {
        // A hunk reaches from some lines before a change to some lines after the last one near it.
        qsizetype next = i;
        while (next < lines.size() && lines.at(next).mark == ' ')
            ++next;
        if (next == lines.size())
            break;
        const qsizetype first = std::max(i, next - context);
        oldLine += first - i;
        newLine += first - i;
        qsizetype end = next;
        for (qsizetype j = next; j < lines.size() && j <= end + 2 * context; ++j)
            end = lines.at(j).mark == ' ' ? end : j;
        const qsizetype last = std::min(end + context, lines.size() - 1);
        QString body;
        qsizetype olds = 0;
        qsizetype news = 0;
        for (qsizetype j = first; j <= last; ++j) {
            olds += lines.at(j).mark != '+' ? 1 : 0;
            news += lines.at(j).mark != '-' ? 1 : 0;
            body += QLatin1Char(lines.at(j).mark) + QString::fromUtf8(lines.at(j).text) + u'\n';
        }
        text += u"@@ -%1,%2 +%3,%4 @@\n"_s.arg(oldLine).arg(olds).arg(newLine).arg(news) + body;
        oldLine += olds;
        newLine += news;
        i = last + 1;
    }
    return text;
}

} // namespace dosirak::workspace
