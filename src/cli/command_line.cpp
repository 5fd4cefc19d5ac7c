// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/completion.h"
#include "cli/text.h"

#include <QDir>
#include <algorithm>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

void declareCommon(QCommandLineParser &parser)
{
    parser.addOption({{u"C"_s, u"directory"_s}, coreTr("Work in this folder instead of the current one."), coreTr("folder")});
    parser.addOption({u"json"_s, coreTr("Print the result as JSON.")});
    parser.addOption({{u"q"_s, u"quiet"_s}, coreTr("Print no progress.")});
    parser.addOption({u"language"_s, coreTr("Language of the messages, such as ko."), coreTr("code")});
    parser.addOption({{u"h"_s, u"help"_s}, coreTr("Show this help.")});
}

QString overview()
{
    QString text = coreTr("Usage: dosirak [-C folder] command [options]") + u"\n\n"_s;
    text += coreTr("Packs everything a GPU AI container image needs, for machines that never see the internet.") + u"\n\n"_s;
    QList<QStringList> rows;
    for (const auto &command : commands())
        rows.append({u"  "_s + command->name(), command->summary()});
    text += table(rows) + u'\n';
    text += coreTr("“dosirak command --help” tells more. “dosirak help exit-codes” lists what it returns.") + u'\n';
    return text;
}

QString exitCodes()
{
    const QList<std::pair<ExitCode, QString>> codes{
        {ExitCode::Ok, coreTr("done")},
        {ExitCode::Failed, coreTr("an outside tool failed, or a defect of this program")},
        {ExitCode::Usage, coreTr("the call or the input is wrong")},
        {ExitCode::NotFound, coreTr("what was named does not exist")},
        {ExitCode::Findings, coreTr("the preset has errors")},
        {ExitCode::Unsolvable, coreTr("the requirements cannot be met together")},
        {ExitCode::Network, coreTr("no answer from the network, or a refusal")},
        {ExitCode::Integrity, coreTr("bytes are not the right ones")},
        {ExitCode::Incomplete, coreTr("some of the work is left")},
        {ExitCode::MissingTool, coreTr("an outside program is missing")},
        {ExitCode::Disk, coreTr("the file system refused, is full, or another process is at work")},
        {ExitCode::Warnings, coreTr("check --strict: warnings and no errors")},
        {ExitCode::Cancelled, coreTr("stopped by the user")},
    };
    QList<QStringList> rows;
    for (const auto &[code, meaning] : codes)
        rows.append({QString::number(int(code)).rightJustified(4), meaning});
    return table(rows);
}

int unknownCommand(const QString &name, QTextStream &err)
{
    QStringList near;
    for (const auto &command : commands())
        if (command->name().startsWith(name.left(2)))
            near.append(command->name());
    err << coreTr("error:") << ' ' << coreTr("There is no command “%1”.").arg(name) << '\n';
    err << coreTr("hint:") << ' '
        << (near.isEmpty() ? coreTr("“dosirak help” lists them all.") : coreTr("Perhaps: %1").arg(near.join(u", "_s))) << '\n';
    err.flush();
    return int(ExitCode::Usage);
}

/// What was typed. The options that every command has may stand before its name, as in git and make.
struct Typed {
    QStringList before;
    QString name;       ///< empty: none
    QStringList words;
};

Typed typed(const QStringList &arguments)
{
    static const QStringList withValue{u"-C"_s, u"--directory"_s, u"--language"_s};
    static const QStringList alone{u"--json"_s, u"-q"_s, u"--quiet"_s};
    qsizetype at = 0;
    while (at < arguments.size()) {
        const QString &word = arguments.at(at);
        if (withValue.contains(word))
            at += 2;
        else if (alone.contains(word) || word.startsWith(u"--directory="_s) || word.startsWith(u"--language="_s))
            ++at;
        else
            break;
    }
    return {arguments.mid(0, at), arguments.value(at), arguments.mid(at + 1)};
}

int wrongUsage(const Command &command, const QString &what, QTextStream &err)
{
    err << coreTr("error:") << ' ' << what << '\n';
    err << coreTr("hint:") << ' ' << coreTr("“dosirak %1 --help” lists the options.").arg(command.name()) << '\n';
    err.flush();
    return int(ExitCode::Usage);
}

int runCommand(const Command &command, const QStringList &arguments, QTextStream &out, QTextStream &err, const std::stop_token &stop)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    declareCommon(parser);
    command.declare(parser);
    const QStringList words = QStringList{u"dosirak "_s + command.name()} + arguments;
    const bool parsed = parser.parse(words);
    if (parser.isSet(u"help"_s)) {
        out << parser.helpText().replace(QCoreApplication::arguments().constFirst(), u"dosirak "_s + command.name());
        out.flush();
        return int(ExitCode::Ok);
    }
    if (!parsed)
        return wrongUsage(command, parser.errorText(), err);
    const QStringList given = parser.positionalArguments();
    if (command.mostArguments() >= 0 && given.size() > command.mostArguments())
        return wrongUsage(command, coreTr("“%1” is one argument too many.").arg(given.at(command.mostArguments())), err);
    Context context(out, err, workspace::Workspace::find(parser.isSet(u"directory"_s) ? parser.value(u"directory"_s) : QDir::currentPath()));
    context.stop = stop;
    context.json = parser.isSet(u"json"_s);
    context.quiet = parser.isSet(u"quiet"_s);
    const ExitCode code = command.run(parser, context);
    out.flush();
    err.flush();
    return int(code);
}

} // namespace

const Command *findCommand(const QString &nameOrAlias)
{
    for (const auto &command : commands())
        if (command->name() == nameOrAlias || command->aliases().contains(nameOrAlias))
            return command.get();
    return nullptr;
}

bool isForPrograms(const QStringList &arguments)
{
    static const QStringList marks{u"--json"_s, u"--sarif"_s, u"__complete"_s, u"completion"_s};
    return std::any_of(marks.begin(), marks.end(), [&](const QString &mark) { return arguments.contains(mark); });
}

int run(const QStringList &arguments, QTextStream &out, QTextStream &err, const std::stop_token &stop)
{
    const auto [before, name, words] = typed(arguments);
    if (name == u"--version"_s) {
        out << "dosirak " << QCoreApplication::applicationVersion() << '\n';
        out.flush();
        return 0;
    }
    if (name == u"completion"_s || name == u"__complete"_s)
        return runCompletion(name, words, out, err);
    if (name.isEmpty() || name == u"help"_s || name == u"--help"_s || name == u"-h"_s) {
        const Command *about = words.isEmpty() ? nullptr : findCommand(words.first());
        if (about)
            return runCommand(*about, {u"--help"_s}, out, err, stop);
        if (!words.isEmpty() && words.first() != u"exit-codes"_s)
            return unknownCommand(words.first(), err);
        out << (words.value(0) == u"exit-codes"_s ? exitCodes() : overview());
        out.flush();
        return 0;
    }
    const Command *command = findCommand(name);
    return command ? runCommand(*command, before + words, out, err, stop) : unknownCommand(name, err);
}

} // namespace dosirak::cli
