// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importing/shell_words.h"

namespace dosirak::workspace::importing {

using namespace Qt::StringLiterals;

namespace {

struct Token {
    QString text;
    bool isOperator = false;
};

bool isOperatorCharacter(QChar c)
{
    return c == u';' || c == u'&' || c == u'|' || c == u'\n' || c == u'(' || c == u')' || c == u'<' || c == u'>';
}

/// POSIX shell, 2.2 "Quoting" and 2.3 "Token Recognition".
QList<Token> tokensOf(const QString &text, bool operators)
{
    QList<Token> tokens;
    QString word;
    bool inWord = false;
    const auto end = [&] {
        if (inWord)
            tokens.append({word, false});
        word.clear();
        inWord = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\' && i + 1 < text.size()) {
            word += text.at(++i);
            inWord = true;
        } else if (c == u'\'' || c == u'"') {
            inWord = true;
            for (++i; i < text.size() && text.at(i) != c; ++i) {
                const bool escaped = c == u'"' && text.at(i) == u'\\' && i + 1 < text.size() && (text.at(i + 1) == u'"' || text.at(i + 1) == u'\\');
                i += escaped ? 1 : 0;
                word += text.at(i);
            }
        } else if (operators && c == u'#' && !inWord) {
            while (i + 1 < text.size() && text.at(i + 1) != u'\n')
                ++i;
        } else if (operators && isOperatorCharacter(c)) {
            end();
            tokens.append({QString(c), true});
        } else if (c.isSpace()) {
            end();
        } else {
            word += c;
            inWord = true;
        }
    }
    end();
    return tokens;
}

bool isCompound(const QString &word)
{
    static const QStringList words{u"if"_s, u"then"_s, u"else"_s, u"elif"_s, u"fi"_s, u"do"_s, u"done"_s, u"{"_s, u"}"_s, u"!"_s};
    return words.contains(word);
}

} // namespace

QStringList shellWords(const QString &text)
{
    QStringList words;
    for (const Token &token : tokensOf(text, false))
        words.append(token.text);
    return words;
}

QList<QStringList> shellCommands(const QString &script)
{
    QList<QStringList> commands;
    QStringList command;
    bool redirected = false; // the next word is the file
    const auto end = [&] {
        if (!command.isEmpty())
            commands.append(command);
        command.clear();
    };
    for (const Token &token : tokensOf(script, true)) {
        if (token.isOperator && (token.text == u"<"_s || token.text == u">"_s)) {
            redirected = true;
        } else if (token.isOperator) {
            // "2>&1": the "&" belongs to the redirection.
            if (!(redirected && token.text == u"&"_s))
                end();
        } else if (redirected) {
            redirected = false;
        } else if (!(command.isEmpty() && isCompound(token.text))) {
            command.append(token.text);
        }
    }
    end();
    return commands;
}

} // namespace dosirak::workspace::importing
