// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/deb_resolver.h"

#include "base/sha256.h"
#include "base/tr.h"
#include "debian/deb_archive.h"
#include "debian/repositories.h"
#include "debian/resolution.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

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

/// A .deb on this machine as an index of one package.
Result<LoadedIndex> readLocalDeb(const QString &path, const DebRequest &request, const std::stop_token &stop)
{
    const QFileInfo info(path);
    DOSIRAK_TRY(control, readDebControl(path));
    DOSIRAK_TRY(hash, sha256OfFile(path, stop));
    const QByteArray text = QByteArray::fromStdString(control) + "\nFilename: " + info.fileName().toUtf8()
                            + "\nSize: " + QByteArray::number(info.size()) + "\nSHA256: " + hash + '\n';
    LoadedIndex loaded;
    DOSIRAK_TRY(index, PackageIndex::parse(text, PackageIndex::Kind::Packages, path));
    loaded.index = index;
    loaded.source = path.toStdString();
    loaded.baseUrl = QUrl::fromLocalFile(info.absolutePath() + QLatin1Char('/')).toEncoded().toStdString();
    loaded.facts.architecture = request.architecture;
    return loaded;
}

/// Makes a wish for a file one for just the version in it.
void nameLocalDeb(PackageWish &wish, const LoadedIndex &loaded, const DebRequest &request)
{
    const PackageRecord &record = loaded.index.records().front();
    wish.name = loaded.index.name(record.name);
    wish.version = loaded.index.text(record.version);
    const std::string architecture(loaded.index.text(record.architecture));
    if (architecture != "all" && architecture != request.architecture)
        wish.architecture = architecture;
}

/// Local files come after all sources, as in apt.
Result<void> addLocalDebs(const DebRequest &request, std::vector<PackageWish> &wishes, Universe &universe, const std::stop_token &stop)
{
    for (const std::string &path : request.localDebs) {
        DOSIRAK_TRY(loaded, readLocalDeb(QString::fromStdString(path), request, stop));
        universe.add(std::move(loaded));
    }
    for (PackageWish &wish : wishes) {
        if (wish.path.empty())
            continue;
        DOSIRAK_TRY(loaded, readLocalDeb(QString::fromStdString(wish.path), request, stop));
        nameLocalDeb(wish, loaded, request);
        universe.add(std::move(loaded));
    }
    return {};
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

void addForeignArchitectures(DebRequest &request)
{
    const auto add = [&](const std::string &architecture) {
        std::vector<std::string> &foreign = request.foreignArchitectures;
        const bool isNone = architecture.empty() || architecture == "all" || architecture == "any" || architecture == "native";
        if (!isNone && architecture != request.architecture && std::find(foreign.begin(), foreign.end(), architecture) == foreign.end())
            foreign.push_back(architecture);
    };
    for (const std::string &architecture : std::exchange(request.foreignArchitectures, {}))
        add(architecture); // each once
    for (const Source &source : request.sources)
        std::for_each(source.architectures.begin(), source.architectures.end(), add);
    for (const std::string &package : request.packages) {
        if (const auto wish = parseWish(package))
            add(wish->architecture);
    }
}

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
    DOSIRAK_CHECK(addLocalDebs(request, wishes, universe, stop));
    DOSIRAK_CHECK(addStatus(request, universe, resolution.notices));
    resolution.statistics.loading = elapsed(timer);
    if (stop.stop_requested())
        return cancelled();

    timer.restart();
    report(progress, {coreTr("Choosing packages"), {}, 0, 0, Progress::Unit::Steps});
    DOSIRAK_TRY(solution, solve(universe, request, wishes));
    DOSIRAK_CHECK(describe(universe, solution, request.recommends, resolution));
    resolution.statistics.solving = elapsed(timer);
    resolution.statistics.repaired = solution.repaired;
    if (stop.stop_requested())
        return cancelled();
    return resolution;
}

} // namespace dosirak::debian
