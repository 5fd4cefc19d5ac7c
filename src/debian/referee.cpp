// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/referee.h"

#include "debian/solv_pool.h"

#include <algorithm>
#include <set>

namespace dosirak::debian {

std::vector<VersionId> reachable(const Universe &universe, const std::vector<VersionId> &wanted,
                                 const std::function<bool(VersionId)> &usable)
{
    std::vector<char> seen(universe.versionCount(), 0);
    std::vector<VersionId> open;
    std::vector<VersionId> result;
    const auto add = [&](VersionId version) {
        if (seen[version])
            return;
        seen[version] = 1;
        open.push_back(version);
        result.push_back(version);
    };
    std::for_each(wanted.begin(), wanted.end(), add);
    for (const PackageId package : universe.installed()) {
        for (VersionId v = universe.package(package).versions; v != none; v = universe.version(v).next) {
            if (universe.version(v).installed || usable(v))
                add(v);
        }
    }
    while (!open.empty()) {
        const VersionId version = open.back();
        open.pop_back();
        for (const DependencyAtom &atom : universe.dependencies(version)) {
            if (!isRequired(atom.field))
                continue;
            universe.forEachTarget({version, &atom}, [&](VersionId v) { return !seen[v] && usable(v); },
                                   [&](VersionId v) {
                                       add(v);
                                       return false;
                                   });
        }
    }
    return result;
}

namespace {

/// apt-get refuses to remove them with -y.
void keepEssential(const Universe &universe, const std::set<PackageId> &gone, SolvPool &pool, Jobs &jobs)
{
    for (const PackageId package : universe.installed()) {
        const VersionId current = universe.package(package).current;
        const Universe::Package &facts = universe.package(package);
        if ((facts.essential || facts.important) && !gone.contains(package))
            jobs.push(SOLVER_SOLVABLE_NAME | SOLVER_INSTALL, pool_id2solvable(pool.pool(), pool.solvable(current))->name);
    }
}

} // namespace

Verdict referee(const Universe &universe, const RefereeRequest &request)
{
    SolvPool pool(universe);
    const std::set<PackageId> gone(request.gone.begin(), request.gone.end());
    for (const PackageId package : universe.installed()) {
        if (!gone.contains(package))
            pool.add(universe.package(package).current);
    }
    for (const auto *versions : {&request.requested, &request.wish, &request.visible}) {
        for (const VersionId version : *versions)
            pool.add(version);
    }
    pool.finish();

    Jobs jobs;
    for (const VersionId version : request.requested)
        jobs.push(SOLVER_SOLVABLE | SOLVER_INSTALL, pool.solvable(version));
    for (const PackageId package : request.held) {
        if (const VersionId current = universe.package(package).current; current != none)
            jobs.push(SOLVER_SOLVABLE | SOLVER_LOCK, pool.solvable(current));
    }
    if (request.mayRemove)
        keepEssential(universe, gone, pool, jobs);
    // A later job is the stronger one: what the walk chose first is put last.
    for (auto version = request.wish.rbegin(); version != request.wish.rend(); ++version)
        jobs.push(SOLVER_SOLVABLE | SOLVER_FAVOR, pool.solvable(*version));
    for (const VersionId version : request.wish)
        jobs.push(SOLVER_SOLVABLE | SOLVER_INSTALL | SOLVER_WEAK, pool.solvable(version));

    Solving solving(pool, jobs, request.mayRemove);
    Verdict verdict;
    verdict.possible = solving.problems() == 0;
    if (!verdict.possible) {
        verdict.refusal = explain(pool, solving);
        return verdict;
    }
    solving.decisions(verdict.install, verdict.remove);
    return verdict;
}

} // namespace dosirak::debian
