// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "compat/check.h"
#include "workspace/services.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Explain : public Command
{
public:
    QString name() const override { return u"explain"_s; }
    QString summary() const override { return coreTr("Say what a finding means, and where that is known from"); }
    qsizetype mostArguments() const override { return 1; }
    Words completes() const override { return Words::None; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"finding-id"_s, coreTr("As “dosirak check” prints it in brackets; none: all of them."), u"[finding-id]"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const compat::Facts &facts = (*services)->facts();
        const QString id = parser.positionalArguments().value(0);
        return id.isEmpty() ? explainAll(facts, context) : explainOne(id, facts, context);
    }

private:
    static Json explanationJson(const compat::Explanation &explanation)
    {
        Json sources = Json::array();
        for (const compat::SourceRef &source : explanation.sources)
            sources.push_back({{"title", toStd(source.title)}, {"url", toStd(source.url)}});
        return {{"id", toStd(explanation.id)}, {"title", toStd(explanation.title)}, {"when", toStd(explanation.when)},
                {"then", toStd(explanation.then)}, {"sources", sources}};
    }

    static ExitCode explainAll(const compat::Facts &facts, Context &context)
    {
        Json list = Json::array();
        QList<QStringList> rows;
        for (const QString &known : compat::findingIds(facts)) {
            const auto explanation = compat::explain(known, facts);
            if (!explanation)
                continue;
            list.push_back(explanationJson(*explanation));
            rows.append({known, explanation->title});
        }
        if (context.json)
            return context.print({{"findings", list}});
        context.out << table(rows);
        return ExitCode::Ok;
    }

    static ExitCode explainOne(const QString &id, const compat::Facts &facts, Context &context)
    {
        const auto explanation = compat::explain(id, facts);
        if (!explanation)
            return context.fail({ErrorCode::NotFound, coreTr("There is no finding “%1”.").arg(id), coreTr("“dosirak explain” lists them all."), {}, {}, {}});
        if (context.json)
            return context.print(explanationJson(*explanation));
        context.out << explanation->id << ": " << explanation->title << '\n';
        if (!explanation->when.isEmpty())
            context.out << "  " << coreTr("when: %1").arg(explanation->when) << "\n  " << coreTr("then: %1").arg(explanation->then) << '\n';
        for (const compat::SourceRef &source : explanation->sources)
            context.out << "  " << coreTr("source: %1").arg(source.title) << ' ' << source.url << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeExplain() { return std::make_unique<Explain>(); }

} // namespace dosirak::cli
