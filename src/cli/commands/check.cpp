// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/confirm.h"
#include "cli/findings.h"
#include "cli/preset_command.h"
#include "workspace/services.h"
#include "workspace/verbs.h"

#include <algorithm>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Check : public Command
{
public:
    QString name() const override { return u"check"_s; }
    QString summary() const override { return coreTr("Say what is wrong with a preset, and what would mend it"); }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"preset-name"_s, coreTr("Which presets."), u"[preset-name…]"_s);
        parser.addOption({u"all"_s, coreTr("Check every preset.")});
        parser.addOption({u"strict"_s, coreTr("Return %1 when there are warnings.").arg(int(ExitCode::Warnings))});
        parser.addOption({u"sarif"_s, coreTr("Print SARIF 2.1.0 for code review tools.")});
        parser.addOption({u"fix"_s, coreTr("Mend what can be mended: each change is shown and asked for.")});
        declareChangeOptions(parser);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        QStringList names = parser.isSet(u"all"_s) ? context.workspace.presetNames() : parser.positionalArguments();
        if (names.isEmpty()) {
            const auto only = presetNameOf({}, context.workspace);
            if (!only)
                return context.fail(only.error());
            names.append(*only);
        }
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        QList<workspace::CheckReport> reports;
        for (const QString &name : names) {
            if (parser.isSet(u"fix"_s))
                if (const auto mended = mend(name, parser, context, **services); !mended)
                    return context.fail(mended.error());
            auto report = checkOne(name, context, **services);
            if (!report)
                return context.fail(report.error());
            reports.append(*report);
        }
        return print(reports, parser, context);
    }

private:
    static Result<workspace::CheckReport> checkOne(const QString &name, Context &context,
                                                   workspace::Services &services)
    {
        DOSIRAK_CHECK(context.workspace.require(name));
        return workspace::check(context.workspace, name, services);
    }

    /// One fix after the other, the check made anew after each, for a fix may mend several findings or bring another.
    static Result<void> mend(const QString &name, const QCommandLineParser &parser, Context &context, workspace::Services &services)
    {
        QStringList tried;
        while (true) {
            DOSIRAK_TRY(report, checkOne(name, context, services));
            const auto next = std::find_if(report.findings.begin(), report.findings.end(), [&](const compat::Finding &finding) {
                return !finding.fixes.isEmpty() && !tried.contains(finding.id + finding.pointer);
            });
            if (next == report.findings.end())
                return {};
            tried.append(next->id + next->pointer);
            if (!context.json && !parser.isSet(u"sarif"_s)) {
                context.out << next->what << " [" << next->id << "]\n" << coreTr("fix: %1").arg(next->fixes.first().title) << '\n';
                context.out.flush();
            }
            DOSIRAK_TRY(change, workspace::plannedChange(context.workspace, name, next->fixes.first().patch));
            DOSIRAK_CHECK(showAndWrite(change, parser, context));
        }
    }

    static ExitCode print(const QList<workspace::CheckReport> &reports, const QCommandLineParser &parser, Context &context)
    {
        if (parser.isSet(u"sarif"_s))
            context.print(sarif(reports, context.workspace));
        else if (context.json)
            context.print(findingsJson(reports));
        else
            for (const auto &report : reports)
                context.out << findingsText(report);
        bool errors = false;
        bool warnings = false;
        for (const auto &report : reports) {
            errors = errors || report.count(compat::Severity::Error) > 0;
            warnings = warnings || report.count(compat::Severity::Warning) > 0;
        }
        if (errors)
            return ExitCode::Findings;
        return warnings && parser.isSet(u"strict"_s) ? ExitCode::Warnings : ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeCheck() { return std::make_unique<Check>(); }

} // namespace dosirak::cli
