// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/deb_resolver.h"

#include "base/tr.h"
#include "debian/repositories.h"
#include "debian/resolution.h"

#include <QElapsedTimer>

#include <algorithm>

namespace dosirak::debian {

namespace {

std::chrono::microseconds elapsed(const QElapsedTimer &timer)
{
    return std::chrono::microseconds(timer.nsecsElapsed() / 1000);
}

Result<std::vector<PackageWish>> readWishes(const DebRequest &request)
{
    std::vector<PackageWish> wishes;
    for (const std::string &text : request.packages) {
        DOSIRAK_TRY(wish, parseWish(text));
        wishes.push_back(std::move(wish));
    }
    if (wishes.empty())
        return fail(ErrorCode::Usage, coreTr("No package is asked for."));
    return wishes;
}

Result<void> checkArchitectures(const DebRequest &request)
{
    for (const std::string &architecture : request.foreignArchitectures) {
        if (!isArchitectureName(architecture) || architecture == request.architecture || architecture == "all")
            return fail(ErrorCode::Usage, coreTr("%1 cannot be a foreign architecture here.").arg(QString::fromStdString(architecture)));
    }
    if (!isArchitectureName(request.architecture) || request.architecture == "all")
        return fail(ErrorCode::Usage, coreTr("%1 is no architecture.").arg(QString::fromStdString(request.architecture)));
    return {};
}

Result<void> addStatus(const DebRequest &request, Universe &universe, std::vector<QString> &notices)
{
    if (!request.statusText)
        return {};
    DOSIRAK_TRY(status, PackageIndex::parse(QByteArray::fromStdString(*request.statusText), PackageIndex::Kind::Status,
                                            coreTr("the base image's package list")));
    for (const PackageRecord &record : status.records()) {
        if (record.state == InstallState::Incomplete)
            notices.push_back(coreTr("The base image has %1 half installed; it does not count as installed.")
                                  .arg(QString::fromStdString(std::string(status.name(record.name)))));
    }
    LoadedIndex loaded;
    loaded.index = std::move(status);
    loaded.isStatus = true;
    universe.add(std::move(loaded));
    return {};
}

} // namespace

Result<DebResolution> resolveDebs(const DebRequest &request, IndexFetcher &fetcher, const std::stop_token &stop,
                                  const ProgressSink &progress)
{
    DOSIRAK_CHECK(checkArchitectures(request));
    DOSIRAK_TRY(wishes, readWishes(request));
    QElapsedTimer timer;
    timer.start();
    DOSIRAK_TRY(repositories, loadRepositories(request, fetcher, stop, progress));
    DebResolution resolution;
    resolution.snapshots = std::move(repositories.snapshots);
    resolution.notices = std::move(repositories.notices);
    resolution.statistics.indexes = int(repositories.indexes.size());
    resolution.statistics.parsed = repositories.parsed;

    Universe universe(request.architecture, request.foreignArchitectures);
    for (LoadedIndex &index : repositories.indexes)
        universe.add(std::move(index));
    DOSIRAK_CHECK(addStatus(request, universe, resolution.notices));
    resolution.statistics.loading = elapsed(timer);
    if (stop.stop_requested())
        return cancelled();

    timer.restart();
    report(progress, {coreTr("Choosing packages"), {}, 0, 0, Progress::Unit::Steps});
    DOSIRAK_TRY(solution, solve(universe, request, wishes));
    DOSIRAK_TRY(packages, describe(universe, solution, request.recommends));
    resolution.packages = std::move(packages);
    resolution.statistics.solving = elapsed(timer);
    resolution.statistics.repaired = solution.repaired;
    if (stop.stop_requested())
        return cancelled();
    return resolution;
}

} // namespace dosirak::debian
