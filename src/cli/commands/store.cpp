// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/size_option.h"
#include "cli/text.h"
#include "workspace/services.h"
#include "workspace/store_verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Store : public Command
{
public:
    QString name() const override { return u"store"_s; }
    QString summary() const override { return coreTr("Show, check or clean the store that all presets share (store info, verify, gc)"); }
    Words completes() const override { return Words::None; }
    QStringList words() const override { return {u"info"_s, u"verify"_s, u"gc"_s}; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"what"_s, coreTr("info: its size and budget. verify: read every byte. gc: remove what no lock needs, the least recently used first, until it fits its budget."),
                                     u"info|verify|gc"_s);
        parser.addOption({u"budget"_s, coreTr("gc: how much may stay, as 20GB or 512MiB, instead of the settings' store_budget; 0 removes all that no lock needs."), u"size"_s});
        parser.addOption({u"min-age"_s, coreTr("gc: leave alone what was added or used in the last minutes (60)."), u"minutes"_s});
        parser.addOption({u"forget"_s, coreTr("gc: a working folder that is gone for good; what it used may go. May be given several times."), u"folder"_s});
        parser.addOption({u"dry-run"_s, coreTr("gc: say what would be removed, and remove nothing.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList arguments = parser.positionalArguments();
        const QString what = arguments.value(0);
        if (arguments.size() != 1 || !words().contains(what))
            return context.fail({ErrorCode::Usage, coreTr("“dosirak store info”, “store verify” or “store gc” is the call."), {}, {}, {}, {}});
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        if (what == u"info"_s)
            return info(**services, context);
        if (what == u"verify"_s)
            return verify(**services, context);
        const auto options = gcOptions(parser);
        return options ? gc(*options, **services, context) : context.fail(options.error());
    }

private:
    static ExitCode info(const workspace::Services &services, Context &context)
    {
        const auto usage = workspace::storeUsage(services);
        if (!usage)
            return context.fail(usage.error());
        if (context.json)
            return context.print({{"folder", toStd(usage->folder)},
                                  {"files", usage->files},
                                  {"bytes", usage->bytes},
                                  {"unfinished_files", usage->unfinishedFiles},
                                  {"unfinished_bytes", usage->unfinishedBytes},
                                  {"free_bytes", usage->freeBytes},
                                  {"budget", usage->budget},
                                  {"over_budget", usage->isOverBudget()}});
        context.out << table({{coreTr("folder"), usage->folder},
                              {coreTr("files"), coreTr("%1, %2").arg(usage->files).arg(bytesText(usage->bytes))},
                              {coreTr("unfinished"), coreTr("%1, %2").arg(usage->unfinishedFiles).arg(bytesText(usage->unfinishedBytes))},
                              {coreTr("budget"), usage->budget > 0 ? bytesText(usage->budget) : coreTr("none")},
                              {coreTr("free there"), usage->freeBytes >= 0 ? bytesText(usage->freeBytes) : coreTr("not known")}});
        if (usage->isOverBudget())
            context.out << coreTr("The store is larger than its budget: “dosirak store gc” removes what no lock needs.") << '\n';
        return ExitCode::Ok;
    }

    static ExitCode verify(const workspace::Services &services, Context &context)
    {
        const auto check = workspace::verifyStore(services, context.stop, context.progress());
        if (!check)
            return context.fail(check.error());
        Json faults = Json::array();
        for (const fetch::StoreFault &fault : check->faults) {
            faults.push_back({{"sha256", fault.sha256.toStdString()}, {"path", toStd(fault.path)}, {"message", toStd(fault.error.what)}});
            if (!context.json)
                context.out << fault.path << "  " << fault.error.what << ' ' << fault.error.hint << '\n';
        }
        if (context.json)
            context.print({{"good", check->good}, {"bytes", check->bytes}, {"faults", faults}});
        else
            context.out << coreTr("%1 good, %2 damaged or unreadable; %3 read").arg(check->good).arg(check->faults.size()).arg(bytesText(check->bytes)) << '\n';
        return check->faults.isEmpty() ? ExitCode::Ok : ExitCode::Integrity;
    }

    static Result<workspace::StoreGcOptions> gcOptions(const QCommandLineParser &parser)
    {
        workspace::StoreGcOptions options;
        options.dryRun = parser.isSet(u"dry-run"_s);
        options.forget = parser.values(u"forget"_s);
        if (parser.isSet(u"budget"_s)) {
            DOSIRAK_TRY(budget, parseSize(parser.value(u"budget"_s)));
            options.budget = budget;
        }
        if (parser.isSet(u"min-age"_s)) {
            bool ok = false;
            const uint minutes = parser.value(u"min-age"_s).toUInt(&ok);
            if (!ok || minutes > 5'256'000)
                return fail(ErrorCode::Usage, coreTr("“%1” is not a number of minutes.").arg(parser.value(u"min-age"_s)));
            options.youngest = std::chrono::minutes(minutes);
        }
        return options;
    }

    static ExitCode gc(const workspace::StoreGcOptions &options, workspace::Services &services, Context &context)
    {
        const auto report = workspace::collectStore(context.workspace, options, services, context.stop);
        if (!report)
            return context.fail(report.error());
        for (const QString &folder : report->unreachable)
            context.err << coreTr("“%1” is not there now; what it used last stays. “--forget” it if it is gone for good.").arg(folder) << '\n';
        if (context.json)
            return context.print({{"dry_run", options.dryRun},
                                  {"removed_files", report->removedFiles},
                                  {"removed_bytes", report->removedBytes},
                                  {"kept_bytes", report->keptBytes},
                                  {"needed_files", report->neededFiles},
                                  {"needed_bytes", report->neededBytes},
                                  {"budget", report->budget >= 0 ? Json(report->budget) : Json()},
                                  {"workspaces", jsonList(report->workspaces)},
                                  {"unreachable", jsonList(report->unreachable)}});
        const QString sentence = options.dryRun ? coreTr("%1 files, %2, would be removed; %3 would stay, of which locks need %4")
                                                : coreTr("%1 files, %2, were removed; %3 stay, of which locks need %4");
        context.out << sentence.arg(report->removedFiles).arg(bytesText(report->removedBytes), bytesText(report->keptBytes), bytesText(report->neededBytes)) << '\n';
        if (report->budget < 0)
            context.out << coreTr("No budget is set, so all may stay: give one with --budget, or as store_budget in the settings.") << '\n';
        else if (report->keptBytes > report->budget)
            context.out << coreTr("That is more than the budget of %1: the rest is needed, or was used a moment ago.").arg(bytesText(report->budget)) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeStore() { return std::make_unique<Store>(); }

} // namespace dosirak::cli
