// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much each package weighs when one has to give way, as apt counts it.
#include "debian/walk_problems.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dosirak::debian {

namespace {

constexpr int scoreOfAsked = 10'000;
constexpr int scoreOfEssential = 5'000;
constexpr int baseScoreOfEssential = 100;
constexpr int scoreOfInstalled = 1;

int scoreOf(Priority priority)
{
    switch (priority) {
    case Priority::Required: return 3;
    case Priority::Important: return 2;
    case Priority::Standard: return 1;
    case Priority::Optional: return -1;
    case Priority::Extra: return -2;
    case Priority::Unknown: break;
    }
    return 0;
}

int scoreOf(DependencyField field)
{
    if (isNegative(field))
        return -1;
    return field == DependencyField::Suggests ? 0 : 1;
}

/// Where apt's hash table has a name.
std::uint32_t placeOf(std::string_view name)
{
    constexpr std::uint32_t places = 196'613;
    std::uint32_t hash = 5381;
    for (const char c : name)
        hash = 33 * hash + static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return hash % places;
}

} // namespace

void Walk::Problems::baseScore(PackageId package)
{
    const PackageState &now = state(package);
    const PackageRecord &record = m_universe.record(now.install);
    int &score = m_scores[package];
    if (m_universe.package(package).essential || m_universe.package(package).important)
        score += baseScoreOfEssential;
    score += m_universe.isDownloadable(now.install) ? scoreOf(record.priority) : scoreOf(Priority::Extra);
    if (m_universe.package(package).current != none && now.candidate != none && m_universe.isDownloadable(now.candidate))
        score += scoreOfInstalled;
}

/// What is needed weighs more, what is not wanted beside it less.
void Walk::Problems::scoreDependencies(VersionId version)
{
    for (const DependencyAtom &atom : m_universe.dependencies(version)) {
        const int points = scoreOf(atom.field);
        if (points == 0)
            continue;
        std::set<PackageId> targets;
        m_universe.forEachTarget(
            {version, &atom}, [&](VersionId v) { return m_walk.m_states[m_universe.version(v).package].install == v; },
            [&](VersionId v) {
                targets.insert(m_universe.version(v).package);
                return false;
            });
        // A name without a version counts whether or not it is installed.
        const PackageId named = targetPackage({version, &atom});
        if (atom.relation == Relation::Any && named != none && named != m_universe.version(version).package)
            targets.insert(named);
        for (const PackageId target : targets)
            m_scores[target] += points;
    }
}

/// One step of inheritance: from who depends to what is depended on, and from a name to who provides it.
void Walk::Problems::inheritScores()
{
    const std::vector<int> old = m_scores;
    std::unordered_map<PackageId, std::set<PackageId>> providers;
    for (const PackageId package : m_walk.m_touched) {
        const VersionId version = m_walk.m_states[package].install;
        if (version == none)
            continue;
        for (const DependencyAtom &atom : m_universe.dependencies(version)) {
            if (!isRequired(atom.field) && atom.field != DependencyField::Recommends)
                continue;
            const PackageId target = targetPackage({version, &atom});
            if (target != none && m_walk.m_states[target].install != none && old[package] > 0)
                m_scores[target] += old[package];
        }
        const PackageIndex &index = m_universe.indexOf(version);
        for (const ProvidedName &provided : index.provides(m_universe.record(version))) {
            if (const auto name = m_universe.findName(index.name(provided.name)))
                providers[m_universe.packageOf(*name, m_universe.archOf(package))].insert(package);
        }
    }
    std::vector<PackageId> names;
    for (const auto &[name, owners] : providers)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    for (const PackageId name : names) {
        const int more = std::abs(m_scores[name] - old[name]);
        for (const PackageId owner : providers[name])
            m_scores[owner] += more;
    }
}

void Walk::Problems::makeScores()
{
    const std::vector<PackageId> touched = m_walk.m_touched;
    for (const PackageId package : touched) {
        if (state(package).install == none)
            continue;
        baseScore(package);
        scoreDependencies(state(package).install);
    }
    inheritScores();
    for (PackageId package = 0; package < m_scores.size(); ++package) {
        if (m_flags[package].asked)
            m_scores[package] += scoreOfAsked;
    }
    for (const PackageId package : touched) {
        if (m_universe.package(package).essential || m_universe.package(package).important)
            m_scores[package] += scoreOfEssential;
    }
}

/// The heaviest first. Among equal ones apt's order is what its sort makes of the order in its hash table (of 196,613 places by
/// name, in a place by length and bytes), over all packages there are; the same sort over the same order is the way to the
/// same answer.
std::vector<PackageId> Walk::Problems::byScore()
{
    struct Entry {
        std::uint32_t place;
        std::string_view name;
        std::uint32_t number;
        PackageId package;
    };
    std::vector<Entry> entries;
    for (PackageId package = 0; package < m_scores.size(); ++package) {
        const std::string_view name = m_universe.name(m_universe.nameOf(package));
        if (const std::uint32_t number = m_universe.package(package).number; number != none)
            entries.push_back({placeOf(name), name, number, package});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        // Of two architectures of one name the later one is in front.
        return std::tuple(a.place, a.name.size(), a.name, b.number) < std::tuple(b.place, b.name.size(), b.name, a.number);
    });
    std::vector<PackageId> order;
    for (const Entry &entry : entries)
        order.push_back(entry.package);
    std::sort(order.begin(), order.end(), [&](PackageId a, PackageId b) { return m_scores[a] > m_scores[b]; });
    return order;
}

} // namespace dosirak::debian
