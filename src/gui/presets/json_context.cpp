// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/json_context.h"

#include <QList>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

struct Frame {
    bool object = false;
    bool expectsKey = false;
    QString key;
    int index = 0;
    QStringList keys;
};

QString step(const Frame &frame)
{
    return u'/' + (frame.object ? QString(frame.key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s) : QString::number(frame.index));
}

/// Reads a string that begins at @p at, up to @p end; true: it is closed, and @p at is behind it.
bool readString(const QString &text, qsizetype &at, qsizetype end, QString &content)
{
    for (++at; at < end; ++at) {
        const QChar c = text.at(at);
        if (c == u'"') {
            ++at;
            return true;
        }
        if (c == u'\n')
            return false; // an unfinished string ends with its line
        if (c == u'\\' && at + 1 < end)
            ++at;
        content += text.at(at);
    }
    return false;
}

} // namespace

JsonContext jsonContextAt(const QString &text, qsizetype offset)
{
    QList<Frame> stack;
    const qsizetype end = std::min(offset, text.size());
    JsonContext context;
    qsizetype at = 0;
    qsizetype wordBegin = -1;
    while (at < end) {
        const QChar c = text.at(at);
        if (c == u'"') {
            QString content;
            const bool closed = readString(text, at, end, content);
            if (!closed && at >= end) {
                context.inString = true;
                context.word = content;
                break;
            }
            if (closed && !stack.isEmpty() && stack.last().object && stack.last().expectsKey)
                stack.last().key = content;
            wordBegin = -1;
            continue;
        }
        if (c == u'{' || c == u'[') {
            stack.append({c == u'{', c == u'{', {}, 0, {}});
        } else if (c == u'}' || c == u']') {
            if (!stack.isEmpty())
                stack.removeLast();
        } else if (c == u':' && !stack.isEmpty()) {
            stack.last().expectsKey = false;
            stack.last().keys.append(stack.last().key);
        } else if (c == u',' && !stack.isEmpty()) {
            stack.last().expectsKey = stack.last().object;
            stack.last().key.clear();
            ++stack.last().index;
        }
        const bool plain = c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_';
        wordBegin = !plain ? -1 : wordBegin < 0 ? at : wordBegin;
        ++at;
    }
    for (qsizetype i = 0; i + 1 < stack.size(); ++i)
        context.container += step(stack.at(i));
    context.pointer = context.container;
    if (stack.isEmpty())
        return context;
    context.key = stack.last().object && stack.last().expectsKey;
    context.siblings = stack.last().keys;
    if (!context.key)
        context.pointer += step(stack.last());
    if (!context.inString && wordBegin >= 0)
        context.word = text.mid(wordBegin, end - wordBegin);
    return context;
}

} // namespace dosirak::gui
