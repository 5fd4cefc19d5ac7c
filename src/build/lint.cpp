// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/lint.h"

#include "base/tr.h"

#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

struct Instruction {
    int line = 0;
    QString text;           ///< continuation lines joined by a blank
};

QList<Instruction> instructionsOf(const QStringList &lines)
{
    QList<Instruction> list;
    Instruction open;
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) // also between continuation lines
            continue;
        if (open.text.isEmpty())
            open.line = i + 1;
        const bool more = line.endsWith(u'\\');
        open.text += (open.text.isEmpty() ? u""_s : u" "_s) + (more ? line.chopped(1).trimmed() : line);
        if (!more)
            list << std::exchange(open, {});
    }
    if (!open.text.isEmpty())
        list << open;
    return list;
}

class Linter
{
public:
    LintReport report;

    void take(const Instruction &instruction)
    {
        const QStringList words = instruction.text.split(u' ', Qt::SkipEmptyParts);
        const QString name = words.first().toUpper();
        m_line = instruction.line;
        if (name == "FROM"_L1)
            from(words);
        else if (name == "ADD"_L1)
            add(words);
        else if (name == "COPY"_L1)
            copy(words);
        else if (name == "RUN"_L1)
            run(words);
    }

    void find(const QString &what, const QString &hint) { report.findings << LintFinding{m_line, what, hint}; }
    void at(int line) { m_line = line; }

private:
    void needs(const QString &image)
    {
        bool isNumber = false;
        image.toInt(&isNumber);
        if (image == "scratch"_L1 || m_stages.contains(image.toLower()) || isNumber)
            return;
        if (image.contains(u'$'))
            find(coreTr("The image “%1” is known only when the build runs.").arg(image), coreTr("Write the image's name itself."));
        else if (!report.images.contains(image))
            report.images << image;
    }

    void from(const QStringList &words)
    {
        qsizetype at = 1;
        while (at < words.size() && words.at(at).startsWith("--"_L1))
            ++at;
        if (at >= words.size())
            return;
        needs(words.at(at));
        if (at + 2 < words.size() && words.at(at + 1).toUpper() == "AS"_L1)
            m_stages << words.at(at + 2).toLower();
    }

    void add(const QStringList &words)
    {
        static const QRegularExpression remote(u"^[\\[\"']*([a-z][a-z0-9+.-]*://|git@)"_s, QRegularExpression::CaseInsensitiveOption);
        for (const QString &word : words)
            if (remote.match(word).hasMatch())
                find(coreTr("ADD fetches “%1” from the network, even under --network=none.").arg(word),
                     coreTr("Put the file into the preset's sources."));
    }

    void copy(const QStringList &words)
    {
        for (const QString &word : words)
            if (word.startsWith("--from="_L1))
                needs(word.mid(7));
    }

    void run(const QStringList &words)
    {
        // Options of RUN stand before its command; what follows is the command's own.
        for (qsizetype i = 1; i < words.size() && words.at(i).startsWith("--"_L1); ++i) {
            const QString &word = words.at(i);
            if (word.startsWith("--network="_L1) && word != "--network=none"_L1)
                find(coreTr("A step asks for a network of its own: “%1”.").arg(word), coreTr("Take that option out."));
            if (word.startsWith("--mount="_L1))
                for (const QString &option : word.mid(8).split(u','))
                    if (option.startsWith("from="_L1))
                        needs(option.mid(5));
        }
    }

    QStringList m_stages;
    int m_line = 0;
};

} // namespace

LintReport lintDockerfile(const QByteArray &dockerfile)
{
    Linter linter;
    const QStringList lines = QString::fromUtf8(dockerfile).split(u'\n');
    // Directives stand before anything else (Dockerfile reference, "Parser directives").
    static const QRegularExpression directive(u"^#\\s*syntax\\s*="_s, QRegularExpression::CaseInsensitiveOption);
    for (int i = 0; i < lines.size() && lines.at(i).startsWith(u'#'); ++i) {
        if (!directive.match(lines.at(i)).hasMatch())
            continue;
        linter.at(i + 1);
        linter.find(coreTr("A “# syntax=” line makes every build pull an image."), coreTr("Take the line out."));
    }
    for (const Instruction &instruction : instructionsOf(lines))
        linter.take(instruction);
    return linter.report;
}

} // namespace dosirak::build
