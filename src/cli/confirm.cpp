// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/confirm.h"

#include "base/tr.h"

#include <QFile>
#include <cstdio>
#include <unistd.h>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

void declareChangeOptions(QCommandLineParser &parser)
{
    parser.addOption({{u"y"_s, u"yes"_s}, coreTr("Write without asking.")});
    parser.addOption({{u"n"_s, u"dry-run"_s}, coreTr("Only show what would be written.")});
}

Result<bool> confirmed(const QString &question, const QString &hint, Context &context)
{
    if (::isatty(STDIN_FILENO) != 1)
        return fail(ErrorCode::Usage, coreTr("There is nobody to ask: standard input is no terminal."), hint);
    context.out.flush();
    context.err << question << coreTr(" [y/N] ");
    context.err.flush();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return false;
    const QString answer = QString::fromUtf8(input.readLine(100)).trimmed().toLower();
    return answer == u"y"_s || answer == u"yes"_s;
}

Result<bool> showAndWrite(const workspace::PresetChange &change, const QCommandLineParser &parser, Context &context)
{
    if (!change.changes())
        return false;
    if (!context.json)
        context.out << workspace::unifiedDiff(change.before, change.after, change.path.mid(context.workspace.root().size() + 1));
    if (parser.isSet(u"dry-run"_s))
        return false;
    if (!parser.isSet(u"yes"_s)) {
        DOSIRAK_TRY(yes, confirmed(coreTr("Write this to %1?").arg(change.path), coreTr("“--yes” writes without asking, “-n” only shows."), context));
        if (!yes)
            return false;
    }
    DOSIRAK_CHECK(workspace::writeChange(change));
    return true;
}

} // namespace dosirak::cli
