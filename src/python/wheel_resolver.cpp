// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver.h"

#include "base/json.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "python/wheel_resolver_explain.h"
#include "python/names.h"
#include "python/wheel_build_requires.h"
#include "python/wheel_resolver_universe.h"

#include <QUrl>

#include <algorithm>
#include <ctime>
#include <deque>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<WheelIndex>> indexesOf(const WheelRequest &request, const std::stop_token &stop)
{
    std::vector<WheelIndex> indexes = request.indexes;
    if (indexes.empty())
        indexes.push_back({"default", {}, {}, false, false});
    for (WheelIndex &index : indexes)
        if (index.url.empty()) {
            DOSIRAK_TRY(url, defaultIndex(stop));
            index.url = url;
        }
    return indexes;
}

IndexClient::Settings settingsOf(const WheelRequest &request, const ResolverInput &input, const WheelOptions &options)
{
    IndexClient::Settings settings;
    settings.target = input.target;
    settings.urls = input.urls;
    settings.freshFor = options.pagesFreshFor;
    if (request.excludeNewer)
        settings.otherwise.excludeNewer = toStd(request.excludeNewer->toUTC().toString(Qt::ISODateWithMs));
    for (const std::string &name : input.sdists)
        settings.policies.try_emplace(name, settings.otherwise).first->second.sdists = true;
    for (const auto &[name, hashes] : request.hashes)
        settings.policies.try_emplace(normalizeName(name), settings.otherwise).first->second.hashes =
            std::set<std::string>(hashes.begin(), hashes.end());
    return settings;
}

/// Turns the solver's choice into the answer.
class Assembler
{
public:
    Assembler(const std::vector<std::optional<pubgrub::Rank>> &selected, Universe &universe)
        : m_selected(selected), m_universe(universe)
    {
    }

    Result<WheelResolution> run(const std::stop_token &stop)
    {
        for (pubgrub::PackageId id = 0; id < m_selected.size(); ++id)
            if (m_selected[id])
                take(id, *m_selected[id]);
        for (auto &[name, wheel] : m_wheels)
            DOSIRAK_CHECK(addNeeds(wheel));
        findReasons();
        WheelResolution resolution;
        for (auto &[name, wheel] : m_wheels) {
            DOSIRAK_CHECK(finish(wheel, resolution.notices, stop));
            resolution.wheels.push_back(std::move(wheel));
        }
        return resolution;
    }

private:
    void take(pubgrub::PackageId id, pubgrub::Rank rank)
    {
        const Universe::Package &package = m_universe.package(id);
        LockedWheel &wheel = m_wheels[package.name];
        if (!package.extra.empty()) {
            wheel.extras.push_back(package.extra);
            return;
        }
        const Candidate &candidate = package.project->versions[rank];
        const FileMetadata &file = m_universe.metadata(candidate);
        m_candidates[package.name] = &candidate;
        wheel.name = package.name;
        wheel.version = candidate.version.text();
        wheel.fileName = candidate.file.fileName;
        wheel.url = candidate.file.url;
        if (package.project->index != noIndex)
            wheel.index = m_universe.pages().indexes()[package.project->index].name;
        wheel.sha256 = candidate.file.sha256();
        wheel.size = candidate.file.size;
        wheel.requiresPython = file.metadata.requiresPythonText.empty() ? candidate.file.requiresPython
                                                                        : file.metadata.requiresPythonText;
        wheel.licence = file.metadata.licence();
        wheel.isSdist = candidate.isSdist;
        wheel.buildRequires = file.buildRequires;
    }

    Result<void> addNeeds(LockedWheel &wheel)
    {
        std::sort(wheel.extras.begin(), wheel.extras.end());
        std::vector<std::string> extras = wheel.extras;
        extras.emplace_back();
        std::set<std::string> needs;
        for (const std::string &extra : extras) {
            DOSIRAK_TRY(needed, m_universe.needs(m_universe.metadata(*m_candidates.at(wheel.name)), extra));
            for (const Requirement &requirement : *needed)
                if (requirement.normalizedName != wheel.name)
                    needs.insert(requirement.normalizedName);
        }
        wheel.needs.assign(needs.begin(), needs.end());
        return {};
    }

    /// Shortest chains, the user's order first: breadth first from the direct requirements.
    void findReasons()
    {
        std::deque<std::string> queue;
        for (const Requirement &requirement : m_universe.input().direct) {
            LockedWheel &wheel = m_wheels.at(requirement.normalizedName);
            if (std::exchange(wheel.direct, true))
                continue;
            wheel.why = {wheel.name};
            queue.push_back(wheel.name);
        }
        while (!queue.empty()) {
            const LockedWheel &wheel = m_wheels.at(queue.front());
            queue.pop_front();
            for (const std::string &name : wheel.needs) {
                LockedWheel &needed = m_wheels.at(name);
                if (!needed.why.empty())
                    continue;
                needed.why = wheel.why;
                needed.why.push_back(name);
                queue.push_back(name);
            }
        }
    }

    Result<void> finish(LockedWheel &wheel, std::vector<QString> &notices, const std::stop_token &stop) const
    {
        const Candidate &candidate = *m_candidates.at(wheel.name);
        const QString what = fromStd(wheel.name + ' ' + wheel.version);
        if (candidate.file.yanked)
            notices.push_back(coreTr("%1 was withdrawn by its authors (%2) and is taken because it is pinned.")
                                  .arg(what, candidate.file.yankedReason.empty() ? coreTr("without a reason")
                                                                                 : fromStd(candidate.file.yankedReason)));
        const QUrl url(fromStd(wheel.url));
        if (wheel.sha256.empty() && url.isLocalFile()) {
            DOSIRAK_TRY(hash, sha256OfFile(url.toLocalFile(), stop));
            wheel.sha256 = hash.toStdString();
        }
        if (wheel.sha256.empty())
            notices.push_back(coreTr("The index has no hash of %1: it is hashed when it is downloaded for the first time, and "
                                     "pinned from then on.").arg(what));
        const auto &dynamic = m_universe.metadata(candidate).metadata.dynamic;
        if (wheel.isSdist && std::find(dynamic.begin(), dynamic.end(), "requires-dist") != dynamic.end())
            notices.push_back(coreTr("%1 decides while it is built what it needs: its source archive may not name all of it. Add "
                                     "what is missing to the requirements.").arg(what));
        return missingExtras(wheel, notices);
    }

    Result<void> missingExtras(const LockedWheel &wheel, std::vector<QString> &notices) const
    {
        const auto &known = m_universe.metadata(*m_candidates.at(wheel.name)).metadata.extras;
        for (const std::string &extra : wheel.extras)
            if (std::find(known.begin(), known.end(), extra) == known.end())
                notices.push_back(coreTr("%1 has no extra “%2”: it brings nothing.")
                                      .arg(fromStd(wheel.name + ' ' + wheel.version), fromStd(extra)));
        return {};
    }

    const std::vector<std::optional<pubgrub::Rank>> &m_selected;
    Universe &m_universe;
    std::map<std::string, LockedWheel> m_wheels;
    std::map<std::string, const Candidate *> m_candidates;
};

/// The largest source archive that is opened only to say more about a failure, in bytes; downloaders are a few KB.
constexpr std::int64_t mostOfDownloader = 1024 * 1024;

/// Allowing a source archive is no way out when it only downloads while it is built: such uploads are recognised by what
/// they are, and the index that has the real wheels is named. What cannot be read changes nothing.
Error pointOutDownloaders(Explanation explanation, MetadataSource &files, Inbox &inbox, const std::stop_token &stop)
{
    for (const auto &[name, candidate] : explanation.sources) {
        if (candidate.file.size > mostOfDownloader)
            continue;
        files.ask(name, candidate);
        if (!inbox.runUntil([&] { return files.has(candidate); }, stop))
            return cancelled().value();
        const auto &answer = files.get(candidate);
        if (!answer || (*answer)->fetchesFrom.empty())
            continue;
        const QString what = fromStd(name + ' ' + candidate.version.text());
        const QString from = fromStd((*answer)->fetchesFrom.front());
        const QString parts = name.starts_with("tensorrt") ? coreTr(" (%1-libs and %1-bindings)").arg(fromStd(name)) : QString();
        explanation.error.hint = coreTr("%1 is no source: while it is built it downloads its real parts by running pip against "
                                        "%2, so it cannot be locked. Ask for those parts themselves%3, and add that index for "
                                        "their names.").arg(what, from.isEmpty() ? coreTr("another index") : from, parts);
        break;
    }
    return explanation.error;
}

/// One sentence for each project that several indexes know, without a word that they are one (PEP 708).
Result<void> tellOfOthers(WheelResolution &resolution, IndexClient &pages, Inbox &inbox, const std::stop_token &stop)
{
    for (const LockedWheel &wheel : resolution.wheels)
        pages.askOthers(wheel.name);
    for (const LockedWheel &wheel : resolution.wheels) {
        if (!inbox.runUntil([&] { return pages.hasOthers(wheel.name); }, stop))
            return cancelled();
        QStringList names;
        for (const std::size_t index : pages.others(wheel.name))
            names.append(u"“%1”"_s.arg(fromStd(pages.indexes()[index].name)));
        if (!names.isEmpty())
            resolution.notices.push_back(coreTr("There is a %1 on index “%2” and one on %3. It is taken from “%2”, which comes first; "
                                                "pin it to the index that you mean.")
                                             .arg(fromStd(wheel.name), fromStd(wheel.index), names.join(u", "_s)));
    }
    return {};
}

std::chrono::microseconds threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::microseconds(now.tv_nsec / 1000);
}

Result<WheelResolution> resolveOnce(const WheelRequest &request, fetch::HttpClient &http, const WheelOptions &options,
                                    const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(input, ResolverInput::read(request));
    DOSIRAK_TRY(indexes, indexesOf(request, stop));
    // What was fetched ahead and is not wanted any more ends with this call.
    std::stop_source own;
    const std::stop_callback forward(stop, [&own] { own.request_stop(); });
    auto inbox = std::make_shared<Inbox>();
    auto web = std::make_shared<Web>(http, own.get_token());
    for (const WheelIndex &index : indexes)
        web->trust(index.url);
    for (const auto &[name, url] : input.urls)
        web->trust(url);
    struct AtEnd {
        std::stop_source &source;
        Web &web;
        ~AtEnd()
        {
            source.request_stop();
            web.close();
        }
    } const atEnd{own, *web};
    IndexClient::Settings settings = settingsOf(request, input, options);
    settings.indexes = std::move(indexes);
    IndexClient pages(std::move(settings), web, inbox);
    MetadataSource files(options.cacheFolder, web, inbox);
    Universe universe(input, pages, files, *inbox, own.get_token(), progress);
    pubgrub::Solver solver(universe);
    const auto before = threadTime();
    DOSIRAK_CHECK(universe.begin(solver));
    DOSIRAK_TRY(outcome, solver.solve(own.get_token()));
    if (!outcome.solved)
        return tl::unexpected(pointOutDownloaders(explainFailure(solver, outcome.failure, universe), files, *inbox,
                                                  own.get_token()));
    DOSIRAK_TRY(resolution, Assembler(outcome.selected, universe).run(own.get_token()));
    DOSIRAK_CHECK(tellOfOthers(resolution, pages, *inbox, own.get_token()));
    resolution.statistics = {pages.pages(), files.read(), pages.requests() + files.requests(),
                             solver.statistics().decisions, solver.statistics().conflicts, threadTime() - before};
    return resolution;
}

} // namespace

Result<WheelResolution> resolveWheels(const WheelRequest &request, fetch::HttpClient &http, const WheelOptions &options,
                                      const std::stop_token &stop, const ProgressSink &progress)
{
    return withBuildRequirements(request, [&](const WheelRequest &one) {
        return resolveOnce(one, http, options, stop, progress);
    });
}

} // namespace dosirak::python
