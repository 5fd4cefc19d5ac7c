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

QStringList optionsOf(const Command &command)
{
    // The parser's own help text is the one list of options that cannot fall behind.
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    parser.addOption({u"quiet"_s, {}});
    parser.addOption({u"help"_s, {}});
    parser.addOption({u"directory"_s, {}, u"folder"_s});
    command.declare(parser);
    QStringList options;
    for (const QString &line : parser.helpText().split(u'\n'))
        for (const QString &word : line.trimmed().split(QRegularExpression(u"[ ,]+"_s)))
            if (line.startsWith(u"  -"_s) && word.startsWith(u"--"_s))
                options.append(word);
    return options;
}

QStringList offers(const QString &folder, const QStringList &words)
{
    const QString last = words.isEmpty() ? QString() : words.last();
    QStringList all;
    if (words.size() <= 1) {
        for (const auto &command : commands())
            all.append(command->name());
        all.append({u"help"_s, u"completion"_s});
    } else if (const Command *command = findCommand(words.first())) {
        if (last.startsWith(u'-'))
            all = optionsOf(*command);
        else if (words.size() == 2 && !command->words().isEmpty())
            all = command->words();
        else if (command->completes() == Command::Words::PresetNames)
            all = workspace::Workspace::find(folder.isEmpty() ? QDir::currentPath() : folder).presetNames();
    }
    QStringList fitting;
    for (const QString &offer : all)
        if (offer.startsWith(last))
            fitting.append(offer);
    return fitting;
}

} // namespace

int runCompletion(const QString &verb, const QString &folder, const QStringList &words, QTextStream &out, QTextStream &err)
{
    if (verb == u"__complete"_s) {
        for (const QString &offer : offers(folder, words))
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
