// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/confirm.h"
#include "cli/text.h"
#include "workspace/facts_verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;
using workspace::FactsChange;
using workspace::FactsSet;

namespace {

Error usage()
{
    return {ErrorCode::Usage, coreTr("“dosirak facts show [section]”, “facts diff FILE”, “facts import FILE” or “facts remove” is the call."), {}, {}, {}, {}};
}

QString originText(const FactsSet &set)
{
    return set.path.isEmpty() ? coreTr("ships with Dosirak") : set.path;
}

Json setJson(const FactsSet &set)
{
    Json rows = Json::object();
    for (const QString &section : set.sections())
        rows[toStd(section)] = set.json.at(toStd(section)).size();
    return {{"facts_version", toStd(set.version)}, {"path", toStd(set.path)}, {"sha256", set.sha256.toStdString()}, {"rows", rows}};
}

ExitCode showSet(const FactsSet &set, Context &context)
{
    if (context.json)
        return context.print(setJson(set));
    QList<QStringList> rows{{coreTr("version"), set.version}, {coreTr("from"), originText(set)}, {u"SHA-256"_s, QString::fromLatin1(set.sha256)}};
    for (const QString &section : set.sections())
        rows.append({section, QString::number(set.json.at(toStd(section)).size())});
    context.out << table(rows);
    return ExitCode::Ok;
}

ExitCode showSection(const FactsSet &set, const QString &section, Context &context)
{
    if (!set.sections().contains(section))
        return context.fail({ErrorCode::NotFound, coreTr("The facts have no section “%1”.").arg(section), coreTr("These are: %1").arg(set.sections().join(u", "_s)), {}, {}, {}});
    const Json &rows = set.json.at(toStd(section));
    if (context.json)
        return context.print(rows);
    QList<QStringList> lines;
    for (const Json &row : rows) {
        QStringList values;
        for (const auto &[key, value] : row.items())
            if (key != "sources" && key != "confidence" && !value.is_null() && !value.is_structured())
                values.append(fromStd(key) + u'=' + (value.is_string() ? fromStd(value.get<std::string>()) : fromStd(value.dump())));
        const QString confidence = row.contains("confidence") && row.at("confidence").is_string() ? fromStd(row.at("confidence").get<std::string>()) : QString();
        lines.append({workspace::factsRowName(row), confidence, values.join(u"  "_s)});
    }
    context.out << table(lines);
    return ExitCode::Ok;
}

const char *kindKey(FactsChange::Kind kind)
{
    switch (kind) {
    case FactsChange::Kind::Added: return "added";
    case FactsChange::Kind::Removed: return "removed";
    case FactsChange::Kind::Changed: return "changed";
    }
    return "";
}

ExitCode printDiff(const FactsSet &before, const FactsSet &after, Context &context)
{
    const QList<FactsChange> changes = workspace::factsChanges(before.json, after.json);
    if (context.json) {
        Json list = Json::array();
        for (const FactsChange &change : changes)
            list.push_back({{"section", toStd(change.section)}, {"row", toStd(change.row)}, {"kind", kindKey(change.kind)}, {"fields", jsonList(change.fields)}});
        return context.print({{"from", toStd(before.version)}, {"to", toStd(after.version)}, {"changes", list}});
    }
    QList<QStringList> rows;
    for (const FactsChange &change : changes) {
        const QString mark = change.kind == FactsChange::Kind::Added ? u"+"_s : change.kind == FactsChange::Kind::Removed ? u"-"_s : u"~"_s;
        rows.append({mark + u' ' + change.section, change.row, change.fields.join(u", "_s)});
    }
    context.out << table(rows) << coreTr("%1 → %2: %n changes", nullptr, int(changes.size())).arg(before.version, after.version) << '\n';
    return ExitCode::Ok;
}

class Facts : public Command
{
public:
    QString name() const override { return u"facts"_s; }
    QString summary() const override { return coreTr("Show, compare or import the compatibility facts (facts show, diff, import, remove)"); }
    qsizetype mostArguments() const override { return 2; }
    Words completes() const override { return Words::Files; }
    QStringList words() const override { return {u"show"_s, u"diff"_s, u"import"_s, u"remove"_s}; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"show|diff|import|remove"_s,
                                     coreTr("show (without a word, too): the set in use, or one section of it. diff: what a file would change. import: use a newer file. remove: back to the set that ships."),
                                     u"[show [section] | diff FILE | import FILE | remove]"_s);
        parser.addOption({u"sha256"_s, coreTr("import: the SHA-256 that the file was published with."), coreTr("digits")});
        parser.addOption({{u"y"_s, u"yes"_s}, coreTr("import: take the file as it is, without asking.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList words = parser.positionalArguments();
        const QString verb = words.value(0, u"show"_s);
        if (verb == u"remove"_s && words.size() == 1) {
            const auto removed = workspace::removeImportedFacts();
            return removed ? ExitCode::Ok : context.fail(removed.error());
        }
        const bool ofFile = verb == u"diff"_s || verb == u"import"_s;
        if ((!ofFile && verb != u"show"_s) || (ofFile && words.size() != 2))
            return context.fail(usage());
        const auto inUse = workspace::factsInUse();
        if (verb == u"show"_s) {
            if (!inUse)
                return context.fail(inUse.error());
            return words.size() > 1 ? showSection(*inUse, words.at(1), context) : showSet(*inUse, context);
        }
        const auto set = workspace::readFacts(words.at(1));
        if (!set)
            return context.fail(set.error());
        if (verb == u"import"_s)
            return import(*set, parser, context);
        return inUse ? printDiff(*inUse, *set, context) : context.fail(inUse.error());
    }

private:
    static ExitCode import(const FactsSet &set, const QCommandLineParser &parser, Context &context)
    {
        QByteArray wanted = parser.value(u"sha256"_s).trimmed().toLatin1();
        if (wanted.isEmpty() && !parser.isSet(u"yes"_s)) {
            const auto yes = confirmed(coreTr("Facts %1, SHA-256 %2. Use them?").arg(set.version, QString::fromLatin1(set.sha256)),
                                       coreTr("Give the SHA-256 that it was published with (--sha256), or --yes."), context);
            if (!yes)
                return context.fail(yes.error());
            if (!*yes)
                return ExitCode::Cancelled;
        }
        if (wanted.isEmpty())
            wanted = set.sha256;
        const auto imported = workspace::importFacts(set, wanted);
        if (!imported)
            return context.fail(imported.error());
        if (context.json)
            return context.print(setJson(set));
        context.out << coreTr("Facts %1 are in use now.").arg(set.version) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeFacts() { return std::make_unique<Facts>(); }

} // namespace dosirak::cli
