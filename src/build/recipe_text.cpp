// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/recipe_text.h"

#include "base/json.h"
#include "base/tr.h"

#include <QFile>

// A static library's resources are registered only when something asks for them.
inline void initRecipeResources()
{
    Q_INIT_RESOURCE(dosirak_recipes);
}

namespace dosirak::build {

using namespace Qt::StringLiterals;

Result<QByteArray> recipeTemplate(const QString &name)
{
    initRecipeResources();
    QFile file(u":/recipe/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, coreTr("The recipe template “%1” is missing from the program.").arg(name));
    return file.readAll();
}

Result<QByteArray> fillTemplate(const QByteArray &text, const QMap<QByteArray, QByteArray> &values)
{
    QByteArray filled;
    for (const QByteArray &line : text.split('\n')) {
        QByteArray out;
        bool onlyEmpty = line.startsWith('@') && line.endsWith('@') && line.size() > 2;
        for (qsizetype at = 0; at < line.size();) {
            const qsizetype start = line.indexOf('@', at);
            const qsizetype end = start < 0 ? -1 : line.indexOf('@', start + 1);
            if (end < 0) {
                out += line.mid(at);
                break;
            }
            const QByteArray name = line.mid(start + 1, end - start - 1);
            if (!values.contains(name)) { // an "@" of the text itself, as in "$@"
                out += line.mid(at, start + 1 - at);
                at = start + 1;
                onlyEmpty = false;
                continue;
            }
            out += line.mid(at, start - at) + values.value(name);
            onlyEmpty = onlyEmpty && values.value(name).isEmpty();
            at = end + 1;
        }
        if (!onlyEmpty)
            filled += out + '\n';
    }
    filled.chop(1);
    return filled;
}

QByteArray asRunLines(const QByteArray &script)
{
    QByteArray lines = script.trimmed();
    return lines.replace("\n", " \\\n    ");
}

QByteArray shellWord(const QString &text)
{
    QByteArray word = text.toUtf8();
    word.replace("'", "'\\''");
    return '\'' + word + '\'';
}

Result<QByteArray> dockerWord(const QString &text, const QString &pointer)
{
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return failAt(ErrorCode::Invalid, {{}, 0, 0, pointer},
                          coreTr("A label or variable cannot hold a line end or control character."),
                          coreTr("Write it in one line."));
    QByteArray word = text.toUtf8();
    word.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
    return '"' + word + '"';
}

QByteArray execForm(const QStringList &arguments)
{
    Json json = Json::array();
    for (const QString &argument : arguments)
        json.push_back(toStd(argument));
    return QByteArray::fromStdString(json.dump());
}

} // namespace dosirak::build
