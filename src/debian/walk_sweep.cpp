// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/walk.h"

#include <algorithm>
#include <unordered_map>

namespace dosirak::debian {

std::vector<VersionId> Walk::sweep(const std::vector<VersionId> &selection, const std::vector<PackageId> &requested,
                                   const std::vector<PackageId> &gone) const
{
    std::unordered_map<PackageId, VersionId> chosen;
    for (const VersionId version : selection)
        chosen.emplace(m_universe.version(version).package, version);

    // What is installed in the base image stays, and what it needs stays with it.
    std::vector<VersionId> open;
    std::set<VersionId> marked;
    const auto mark = [&](VersionId version) {
        if (marked.insert(version).second)
            open.push_back(version);
    };
    const std::set<PackageId> removed(gone.begin(), gone.end());
    const auto versionOf = [&](PackageId package) {
        if (removed.contains(package))
            return none;
        const auto found = chosen.find(package);
        return found != chosen.end() ? found->second : m_universe.package(package).current;
    };
    for (const PackageId package : requested) {
        if (const VersionId version = versionOf(package); version != none)
            mark(version);
    }
    for (const PackageId package : m_universe.installed()) {
        if (const VersionId version = versionOf(package); version != none)
            mark(version);
    }
    for (const auto &[package, version] : chosen) {
        if (m_universe.package(package).essential || m_universe.package(package).important)
            mark(version);
    }
    while (!open.empty()) {
        const VersionId version = open.back();
        open.pop_back();
        for (const DependencyAtom &atom : m_universe.dependencies(version)) {
            if (isNegative(atom.field))
                continue;
            m_universe.forEachTarget(
                {version, &atom}, [&](VersionId v) { return versionOf(m_universe.version(v).package) == v; },
                [&](VersionId v) {
                    mark(v);
                    return false;
                });
        }
    }
    std::vector<VersionId> kept;
    std::copy_if(selection.begin(), selection.end(), std::back_inserter(kept),
                 [&](VersionId version) { return marked.contains(version); });
    return kept;
}

} // namespace dosirak::debian
