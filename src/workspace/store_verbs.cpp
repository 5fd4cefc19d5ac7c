// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store_verbs.h"

#include "workspace/known_workspaces.h"
#include "workspace/services.h"

#include <QFileInfo>
#include <limits>

namespace dosirak::workspace {

Result<StoreUsage> storeUsage(const Services &services)
{
    DOSIRAK_TRY(info, services.store().info());
    return StoreUsage{info.folder, info.files, info.bytes, info.unfinishedFiles, info.unfinishedBytes, info.freeBytes,
                      services.storeBudget()};
}

Result<fetch::StoreCheck> verifyStore(const Services &services, const std::stop_token &stop, const ProgressSink &progress)
{
    return services.store().verify(stop, progress);
}

Result<StoreGcReport> collectStore(const Workspace &workspace, const StoreGcOptions &options, Services &services,
                                   const std::stop_token &stop)
{
    DOSIRAK_TRY(use, storeUse(services.stateFolder(), workspace, options.forget));
    if (!options.dryRun)
        for (const QString &folder : options.forget)
            DOSIRAK_CHECK(forgetWorkspace(services.stateFolder(), folder));

    StoreGcReport report;
    report.workspaces = use.workspaces;
    report.unreachable = use.unreachable;
    if (options.budget)
        report.budget = *options.budget;
    else if (services.storeBudget() > 0)
        report.budget = services.storeBudget();

    const fetch::Store &store = services.store();
    for (const QByteArray &digest : use.digests)
        if (store.contains(digest)) {
            ++report.neededFiles;
            report.neededBytes += QFileInfo(store.pathOf(digest)).size();
        }
    fetch::GcRequest request;
    request.inUse = use.digests;
    request.budget = report.budget >= 0 ? report.budget : std::numeric_limits<qint64>::max();
    request.youngest = options.youngest;
    request.dryRun = options.dryRun;
    DOSIRAK_TRY(outcome, store.gc(request, stop));
    report.removedFiles = outcome.removedFiles;
    report.removedBytes = outcome.removedBytes;
    report.keptBytes = outcome.keptBytes;
    return report;
}

} // namespace dosirak::workspace
