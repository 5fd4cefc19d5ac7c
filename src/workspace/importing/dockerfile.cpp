// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importing/wanted.h"

#include "base/tr.h"
#include "workspace/importing/shell_words.h"

#include <QHash>
#include <QRegularExpression>

namespace dosirak::workspace::importing {

using namespace Qt::StringLiterals;

namespace {

struct Instruction {
    int line = 0;
    QString name;          ///< upper case
    QString rest;          ///< continued lines joined
};

struct Stage {
    QString name;
    QString base;          ///< an image, or the name of an earlier stage
    int line = 0;
    bool inResult = false; ///< the last stage, and those that it begins with
};

/// Dockerfile reference: "Parser directives", "Format" (comments inside of continued lines go), "Here-documents".
QList<Instruction> instructionsOf(const QString &text, Wanted &wanted)
{
    static const QRegularExpression directive(u"\\A\\s*#\\s*(syntax|escape|check)\\s*=\\s*(\\S+)"_s);
    static const QRegularExpression heredoc(u"<<-?\\s*[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?"_s);
    const QStringList lines = linesOf(text);
    QList<Instruction> all;
    QChar escape = u'\\';
    qsizetype i = 0;
    for (; i < lines.size(); ++i) {
        const auto match = directive.match(lines.at(i));
        if (!match.hasMatch())
            break;
        if (match.captured(1) == u"escape"_s && match.captured(2) == u"`"_s)
            escape = u'`';
        if (match.captured(1) == u"syntax"_s)
            wanted.note(int(i) + 1, lines.at(i), coreTr("This line pulls an image in every build; Dosirak's recipes need none."));
    }
    for (; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().isEmpty() || lines.at(i).trimmed().startsWith(u'#'))
            continue;
        const int first = int(i) + 1;
        QString joined = lines.at(i).trimmed();
        while (joined.endsWith(escape) && i + 1 < lines.size()) {
            joined.chop(1);
            do
                ++i;
            while (i + 1 < lines.size() && (lines.at(i).trimmed().startsWith(u'#') || lines.at(i).trimmed().isEmpty()));
            joined += u' ' + lines.at(i).trimmed();
        }
        const QString name = joined.section(QRegularExpression(u"\\s+"_s), 0, 0).toUpper();
        QString rest = joined.mid(name.size()).trimmed();
        if (const auto match = heredoc.match(rest); match.hasMatch() && (name == u"RUN"_s || name == u"COPY"_s || name == u"ADD"_s)) {
            QStringList body;
            while (++i < lines.size() && lines.at(i).trimmed() != match.captured(1))
                body.append(lines.at(i));
            rest = name == u"RUN"_s ? body.join(u'\n') : rest;
        }
        all.append({first, name, rest});
    }
    return all;
}

class DockerfileReader
{
public:
    explicit DockerfileReader(Wanted &wanted) : m_wanted(wanted) {}

    void read(const QString &text)
    {
        const QList<Instruction> instructions = instructionsOf(text, m_wanted);
        findStages(instructions);
        if (m_stages.isEmpty())
            return m_wanted.note(0, {}, coreTr("There is no FROM: this is no Dockerfile."));
        m_wanted.runtimeBase = {m_stages.last().line, baseOf(m_stages.size() - 1)};
        for (qsizetype i = 0; i < m_stages.size() && m_wanted.builderBase.value.isEmpty(); ++i)
            if (!m_stages.at(i).inResult)
                m_wanted.builderBase = {m_stages.at(i).line, baseOf(i)};
        m_stage = -1;
        m_variables.clear();
        for (const Instruction &instruction : instructions)
            take(instruction);
    }

private:
    void findStages(const QList<Instruction> &instructions)
    {
        static const QRegularExpression form(u"\\A(?:--platform=\\S+\\s+)?(\\S+)(?:\\s+[Aa][Ss]\\s+(\\S+))?\\z"_s);
        for (const Instruction &instruction : instructions) {
            if (instruction.name == u"ARG"_s && m_stages.isEmpty())
                takeArgument(instruction.rest);
            if (instruction.name != u"FROM"_s)
                continue;
            const auto match = form.match(instruction.rest);
            if (match.hasMatch())
                m_stages.append({match.captured(2).toLower(), expanded(match.captured(1)), instruction.line, false});
            else
                m_wanted.note(instruction.line, u"FROM "_s + instruction.rest, coreTr("This FROM was not understood."));
        }
        for (qsizetype i = m_stages.size() - 1; i >= 0; i = stageNamed(m_stages.at(i).base, i))
            m_stages[i].inResult = true;
    }

    /// The stage of this name or number that stands before @p before; -1: none.
    [[nodiscard]] qsizetype stageNamed(const QString &name, qsizetype before) const
    {
        for (qsizetype i = before - 1; i >= 0; --i)
            if (!m_stages.at(i).name.isEmpty() && m_stages.at(i).name == name.toLower())
                return i;
        return -1;
    }

    [[nodiscard]] QString baseOf(qsizetype stage) const
    {
        for (qsizetype next = stageNamed(m_stages.at(stage).base, stage); next >= 0; next = stageNamed(m_stages.at(stage).base, stage))
            stage = next;
        return m_stages.at(stage).base;
    }

    void takeArgument(const QString &rest)
    {
        for (const QString &word : shellWords(rest)) {
            const qsizetype equals = word.indexOf(u'=');
            if (equals > 0)
                m_variables.insert(word.first(equals), expanded(word.mid(equals + 1)));
        }
    }

    /// ${NAME}, $NAME and ${NAME:-default}; what is not known stays as it is.
    [[nodiscard]] QString expanded(const QString &text) const
    {
        static const QRegularExpression form(u"\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}$]*))?\\}|([A-Za-z_][A-Za-z0-9_]*))"_s);
        QString result;
        qsizetype end = 0;
        for (auto it = form.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const QString name = match.captured(1).isEmpty() ? match.captured(3) : match.captured(1);
            result += text.mid(end, match.capturedStart() - end);
            result += m_variables.value(name, match.captured(2).isEmpty() ? match.captured(0) : match.captured(2));
            end = match.capturedEnd();
            if (result.size() > longest)
                return text; // values that name each other can double with each line
        }
        return result + text.mid(end);
    }

    void take(const Instruction &instruction)
    {
        const bool inResult = m_stage >= 0 && m_stages.at(m_stage).inResult;
        const QString whole = instruction.name + u' ' + instruction.rest;
        if (instruction.name == u"FROM"_s) {
            m_stage = std::min(m_stage + 1, m_stages.size() - 1);
        } else if (instruction.name == u"ARG"_s) {
            takeArgument(instruction.rest);
        } else if (instruction.name == u"RUN"_s) {
            run(instruction, inResult);
        } else if (instruction.name == u"ENV"_s) {
            for (const auto &[key, value] : pairs(instruction.rest)) {
                m_variables.insert(key, expanded(value));
                if (inResult)
                    m_wanted.env.append({key, {instruction.line, expanded(value)}});
            }
        } else if (!inResult) {
            return; // what another stage sets does not reach the image
        } else if (instruction.name == u"LABEL"_s) {
            for (const auto &[key, value] : pairs(instruction.rest))
                m_wanted.labels.append({key, {instruction.line, expanded(value)}});
        } else if (instruction.name == u"USER"_s) {
            m_wanted.user = {instruction.line, expanded(instruction.rest)};
        } else if (instruction.name == u"WORKDIR"_s) {
            m_wanted.workingFolder = {instruction.line, expanded(instruction.rest)};
        } else if (instruction.name == u"ENTRYPOINT"_s) {
            m_wanted.entrypoint = command(instruction.rest);
        } else if (instruction.name == u"CMD"_s) {
            m_wanted.command = command(instruction.rest);
        } else if (instruction.name == u"COPY"_s || instruction.name == u"ADD"_s) {
            m_wanted.note(instruction.line, whole, coreTr("Files of a build context are not part of a preset: add what is to come with it to “sources”."));
        } else if (instruction.name != u"MAINTAINER"_s) {
            m_wanted.note(instruction.line, whole, coreTr("“%1” has no place in a preset.").arg(instruction.name));
        }
    }

    /// "a=1 b='2 3'", or the old form "a rest of the line".
    static QList<std::pair<QString, QString>> pairs(const QString &rest)
    {
        const QStringList words = shellWords(rest);
        if (words.isEmpty())
            return {};
        if (!words.first().contains(u'='))
            return {{words.first(), rest.mid(words.first().size()).trimmed()}};
        QList<std::pair<QString, QString>> list;
        for (const QString &word : words)
            if (word.contains(u'='))
                list.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
        return list;
    }

    static QStringList command(const QString &rest)
    {
        const Json list = Json::parse(rest.toStdString(), nullptr, false);
        if (!list.is_array())
            return {u"/bin/sh"_s, u"-c"_s, rest};
        QStringList words;
        for (const Json &word : list)
            words.append(word.is_string() ? fromStd(word.get<std::string>()) : QString());
        return words;
    }

    void run(const Instruction &instruction, bool inResult)
    {
        static const QRegularExpression options(u"\\A(?:--[a-z]+=\\S+\\s+)+"_s); // --mount=…, --network=…
        const QString script = expanded(QString(instruction.rest).remove(options));
        for (const QStringList &words : shellCommands(script))
            takeCommand(words, instruction.line, inResult);
    }

    void takeCommand(QStringList words, int line, bool inResult)
    {
        static const QRegularExpression assignment(u"\\A[A-Za-z_][A-Za-z0-9_]*="_s);
        const QString whole = words.join(u' ');
        while (!words.isEmpty() && (words.first() == u"sudo"_s || words.first() == u"env"_s || assignment.match(words.first()).hasMatch()))
            words.removeFirst();
        if (words.isEmpty())
            return;
        const QString program = words.takeFirst().section(u'/', -1);
        static const QRegularExpression python(u"\\Apython[0-9.]*\\z"_s);
        static const QRegularExpression pip(u"\\Apip[0-9.]*\\z"_s);
        if (python.match(program).hasMatch() && words.size() > 2 && words.at(0) == u"-m"_s && words.at(1) == u"pip"_s)
            return takePip(words.mid(2), line, whole);
        if (pip.match(program).hasMatch())
            return takePip(words, line, whole);
        if (program == u"uv"_s && words.value(0) == u"pip"_s)
            return takePip(words.mid(1), line, whole);
        if (program == u"apt-get"_s || program == u"apt"_s)
            return takeApt(words, line, whole, inResult);
        const bool tidies = (program == u"rm"_s && whole.contains(u"/var/lib/apt/lists"_s)) || program == u"set"_s || program == u"true"_s || program == u"echo"_s;
        if (!tidies)
            m_wanted.note(line, whole, coreTr("The command “%1” was not understood: Dosirak's recipes run no commands of their own.").arg(program.left(60)));
    }

    void takeApt(const QStringList &words, int line, const QString &whole, bool inResult)
    {
        QString verb;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString &word = words.at(i);
            if (word == u"-o"_s || word == u"-t"_s || word == u"--target-release"_s) {
                ++i;
            } else if (word.startsWith(u'-')) {
                continue;
            } else if (verb.isEmpty()) {
                verb = word;
            } else if (verb == u"install"_s) {
                if (word.contains(u'$') || word.contains(u'/'))
                    m_wanted.note(line, whole, coreTr("“%1” was not understood as the name of a package.").arg(word));
                else
                    (inResult ? m_wanted.runtimeDebs : m_wanted.builderDebs).append({line, word});
            }
        }
        if (verb != u"install"_s && verb != u"update"_s && verb != u"clean"_s && verb != u"autoremove"_s && verb != u"upgrade"_s && verb != u"autoclean"_s)
            m_wanted.note(line, whole, coreTr("Only “apt-get install” is taken."));
        if (verb == u"upgrade"_s)
            m_wanted.note(line, whole, coreTr("Nothing is upgraded in a build: take a newer base image, or name the packages."));
    }

    void takePip(const QStringList &words, int line, const QString &whole)
    {
        static const QStringList withValue{u"-i"_s, u"--index-url"_s, u"--extra-index-url"_s, u"-f"_s, u"--find-links"_s, u"-r"_s, u"--requirement"_s,
                                           u"-c"_s, u"--constraint"_s, u"-t"_s, u"--target"_s, u"--prefix"_s, u"--root"_s, u"-e"_s, u"--editable"_s,
                                           u"--timeout"_s, u"--retries"_s, u"--trusted-host"_s, u"--platform"_s, u"--python-version"_s, u"--cache-dir"_s, u"--python"_s};
        if (words.value(0) != u"install"_s) {
            if (words.value(0) != u"cache"_s && words.value(0) != u"--version"_s)
                m_wanted.note(line, whole, coreTr("Only “pip install” is taken."));
            return;
        }
        for (qsizetype i = 1; i < words.size(); ++i) {
            QString name = words.at(i).section(u'=', 0, 0);
            const bool isOption = name.startsWith(u'-');
            if (!isOption) {
                takePipRequirement(words.at(i), line, whole);
                continue;
            }
            QString value = words.at(i).contains(u'=') ? words.at(i).section(u'=', 1) : QString();
            if (value.isEmpty() && withValue.contains(name))
                value = words.value(++i);
            if (name == u"-i"_s || name == u"--index-url"_s || name == u"--extra-index-url"_s) {
                const QString label = torchIndexLabel(value);
                if (label.isEmpty())
                    m_wanted.note(line, whole, coreTr("An index is not taken by itself: add it below “wheels.indexes” with the packages that are to come from it."));
                else
                    m_wanted.torchIndexes.append({line, label});
            } else if (name == u"-r"_s || name == u"--requirement"_s || name == u"-c"_s || name == u"--constraint"_s) {
                m_wanted.note(line, whole, coreTr("“%1” is another file: import it as well.").arg(value));
            } else if (name == u"-e"_s || name == u"--editable"_s || name == u"-f"_s || name == u"--find-links"_s) {
                m_wanted.note(line, whole, coreTr("The option “%1” has no place in a preset.").arg(name));
            }
        }
    }

    void takePipRequirement(const QString &word, int line, const QString &whole)
    {
        const bool isTool = word == u"pip"_s || word == u"setuptools"_s || word == u"wheel"_s || word == u"uv"_s;
        if (word.contains(u'$') || word.startsWith(u'.') || word.startsWith(u'/'))
            m_wanted.note(line, whole, coreTr("“%1” was not understood as a requirement.").arg(word));
        else if (!isTool)
            takeRequirement(word, line, whole, m_wanted);
    }

    static constexpr qsizetype longest = 1 << 20; // characters of one expanded value
    Wanted &m_wanted;
    QList<Stage> m_stages;
    qsizetype m_stage = -1;
    QHash<QString, QString> m_variables;
};

} // namespace

void readDockerfile(const QString &text, Wanted &wanted)
{
    DockerfileReader(wanted).read(text);
}

} // namespace dosirak::workspace::importing
