// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "workspace/services.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

Json rowJson(const workspace::TransferRow &row)
{
    return {{"file", toStd(row.id)}, {"name", toStd(row.name)}, {"version", toStd(row.version)}, {"message", toStd(row.message)}};
}

Json reportJson(const workspace::SyncReport &report)
{
    Json failed = Json::array();
    for (const auto &row : report.failed)
        failed.push_back(rowJson(row));
    Json byHand = Json::array();
    for (const auto &row : report.byHand)
        byHand.push_back(rowJson(row));
    return {{"preset_name", toStd(report.presetName)},
            {"files", report.files},
            {"downloaded", report.downloaded},
            {"reused", report.reused},
            {"already_there", report.alreadyThere},
            {"bytes_downloaded", report.bytesDownloaded},
            {"moved_aside", jsonList(report.movedAside)},
            {"failed", failed},
            {"by_hand", byHand},
            {"milliseconds", qint64(report.took.count())}};
}

class Sync : public PresetCommand
{
public:
    QString name() const override { return u"sync"_s; }
    QStringList aliases() const override { return {u"deps-sync"_s}; }
    QString summary() const override { return coreTr("Fetch every file of the lock into artifacts/<preset-name>/"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"locked"_s, coreTr("Never lock: fail when the lock does not answer the preset.")});
        parser.addOption({u"offline"_s, coreTr("Ask no network: the store alone.")});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        workspace::SyncOptions options;
        options.lockIfNeeded = !parser.isSet(u"locked"_s);
        options.offline = parser.isSet(u"offline"_s);
        const ProgressSink progress = context.progress();
        const auto onTransfers = [&](const QList<workspace::TransferRow> &, const workspace::TransferTotals &totals) {
            QString item = bytesText(totals.bytesPerSecond) + u"/s"_s;
            if (totals.secondsLeft >= 0)
                item += u", "_s + coreTr("%1 left").arg(durationText(std::chrono::seconds(totals.secondsLeft)));
            report(progress, {coreTr("Fetching"), item, totals.bytesDone, totals.bytes, Progress::Unit::Bytes});
        };
        const auto done = workspace::sync(context.workspace, presetName, options, **services, context.stop, progress, onTransfers);
        if (!done)
            return context.fail(done.error());
        if (context.json)
            return context.print(reportJson(*done));
        for (const QString &file : done->movedAside)
            context.out << coreTr("moved aside: %1").arg(file) << '\n';
        context.out << coreTr("%1: %2 files here (%3 fetched, %4 from the store, %5 were there); %6 fetched in %7")
                           .arg(presetName).arg(done->files).arg(done->downloaded).arg(done->reused).arg(done->alreadyThere)
                           .arg(bytesText(done->bytesDownloaded), durationText(done->took)) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeSync() { return std::make_unique<Sync>(); }

} // namespace dosirak::cli
