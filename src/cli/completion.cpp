// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include "cli/command.h"
#include "cli/text.h"

#include <QDir>
#include <QRegularExpression>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

QString script(const QString &shell)
{
    if (shell == u"bash"_s)
        return uR"(_dosirak() {
    local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    mapfile -t COMPREPLY < <(dosirak __complete "${words[@]}" 2>/dev/null)
}
complete -o default -F _dosirak dosirak
)"_s;
    if (shell == u"zsh"_s)
        return uR"(#compdef dosirak
_dosirak() {
    local -a offers
    offers=("${(@f)$(dosirak __complete "${words[@]:1:$((CURRENT-1))}" 2>/dev/null)}")
    compadd -a offers || _files
}
compdef _dosirak dosirak
)"_s;
    if (shell == u"fish"_s)
        return uR"(function __dosirak_offers
    set -l words (commandline -opc)[2..] (commandline -ct)
    dosirak __complete $words 2>/dev/null
end
complete -c dosirak -a '(__dosirak_offers)'
)"_s;
    return {};
}

/// The options of a command, as the parser knows them: "--json", and "name" for those that take a value.
struct Options {
    QStringList all;
    QStringList withValue; ///< with their dashes, short ones too
};

Options optionsOf(const Command &command)
{
    // The parser's own help text is the one list of options that cannot fall behind.
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    parser.addOption({{u"q"_s, u"quiet"_s}, {}});
    parser.addOption({{u"h"_s, u"help"_s}, {}});
    parser.addOption({{u"C"_s, u"directory"_s}, {}, u"folder"_s});
    parser.addOption({u"language"_s, {}, u"code"_s});
    command.declare(parser);
    Options options;
    for (const QString &line : parser.helpText().split(u'\n')) {
        if (!line.startsWith(u"  -"_s))
            continue;
        // "  -C, --directory <folder>  What it does": names end where two blanks follow.
        const QString names = line.mid(2).section(u"  "_s, 0, 0);
        for (const QString &word : names.split(QRegularExpression(u"[ ,]+"_s))) {
            if (word.startsWith(u"--"_s))
                options.all.append(word);
            if (word.startsWith(u'-') && names.contains(u'<'))
                options.withValue.append(word);
        }
    }
    return options;
}

QStringList wordsOf(const Command &command, const QStringList &before, const QString &last, const QString &folder)
{
    const auto workspace = workspace::Workspace::find(folder.isEmpty() ? QDir::currentPath() : folder);
    const Options options = optionsOf(command);
    const QString option = before.isEmpty() ? QString() : before.last();
    if (options.withValue.contains(option))
        return command.valuesOf(option.mid(option.startsWith(u"--"_s) ? 2 : 1), workspace);
    if (last.startsWith(u'-'))
        return options.all;
    if (before.isEmpty() && !command.words().isEmpty())
        return command.words();
    return command.completes() == Command::Words::PresetNames ? workspace.presetNames() : QStringList();
}

/// @p words are those after the program's name; the last one is being typed.
QStringList offers(QStringList words)
{
    QString folder;
    // What may stand before the command. The folder is where preset-names are looked for.
    while (words.size() > 1 && words.first().startsWith(u'-')) {
        const bool isFolder = words.first() == u"-C"_s || words.first() == u"--directory"_s;
        const bool hasValue = isFolder || words.first() == u"--language"_s;
        if (isFolder)
            folder = words.at(1);
        words.remove(0, std::min(words.size() - 1, hasValue ? qsizetype(2) : qsizetype(1)));
    }
    const QString last = words.isEmpty() ? QString() : words.takeLast();
    QStringList all;
    if (words.isEmpty() || words == QStringList{u"help"_s}) {
        for (const auto &command : commands())
            all.append(command->name());
        all.append(words.isEmpty() ? QStringList{u"help"_s, u"completion"_s} : QStringList{u"exit-codes"_s});
    } else if (words.first() == u"completion"_s) {
        all = {u"bash"_s, u"zsh"_s, u"fish"_s};
    } else if (const Command *command = findCommand(words.first())) {
        all = wordsOf(*command, words.mid(1), last, folder);
    }
    all.removeDuplicates();
    return all.filter(QRegularExpression(u'^' + QRegularExpression::escape(last)));
}

} // namespace

int runCompletion(const QString &verb, const QStringList &words, QTextStream &out, QTextStream &err)
{
    if (verb == u"__complete"_s) {
        for (const QString &offer : offers(words))
            out << offer << '\n';
        out.flush();
        return 0;
    }
    const QString text = script(words.value(0));
    if (text.isEmpty()) {
        err << coreTr("error:") << ' ' << coreTr("Completion is written for bash, zsh and fish.") << '\n';
        err.flush();
        return int(ExitCode::Usage);
    }
    out << text;
    out.flush();
    return 0;
}

} // namespace dosirak::cli
