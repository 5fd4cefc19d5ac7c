// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of several packages that would do is tried first, and the switch of candidates for `name/release`.
#include "debian/walk.h"

#include <algorithm>

namespace dosirak::debian {

bool Walk::hasInstalledSibling(VersionId version) const
{
    if (m_universe.record(version).multiArch != MultiArch::Same)
        return false;
    const NameId name = m_universe.nameOf(m_universe.version(version).package);
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        if (isInstalled(m_universe.packageOf(name, arch)))
            return true;
    }
    return false;
}

bool Walk::isBetter(VersionId a, VersionId b, NameId target)
{
    const PackageId left = m_universe.version(a).package;
    const PackageId right = m_universe.version(b).package;
    if (state(left).isProtected != state(right).isProtected)
        return state(left).isProtected;
    const PackageRecord &leftRecord = m_universe.record(a);
    const PackageRecord &rightRecord = m_universe.record(b);
    if (hasInstalledSibling(a) != hasInstalledSibling(b))
        return hasInstalledSibling(a);
    if (isInstalled(left) != isInstalled(right))
        return isInstalled(left);
    const NameId leftName = m_universe.nameOf(left);
    const NameId rightName = m_universe.nameOf(right);
    if (leftName != rightName && (leftName == target) != (rightName == target))
        return leftName == target;
    if (leftRecord.essential != rightRecord.essential)
        return leftRecord.essential;
    if (leftRecord.important != rightRecord.important)
        return leftRecord.important;
    if (m_universe.archOf(left) != m_universe.archOf(right))
        return m_universe.archOf(left) < m_universe.archOf(right);
    if (leftRecord.priority != rightRecord.priority)
        return leftRecord.priority < rightRecord.priority;
    return m_universe.package(left).number > m_universe.package(right).number;
}

void Walk::sortSolutions(const DependencyRef &dependency, std::vector<VersionId> &versions)
{
    std::sort(versions.begin(), versions.end());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    // To apt "foo:any" is a name of its own, which no package has.
    const NameId target = dependency.atom->qualifier == anyText ? none : m_universe.targetName(dependency);
    std::sort(versions.begin(), versions.end(), [&](VersionId a, VersionId b) { return isBetter(a, b, target); });
}

/// Candidates that meet the group, best first: those of installed names before all others, then by alternative.
std::vector<VersionId> Walk::solutions(const Group &group)
{
    std::vector<VersionId> upgrades;
    std::vector<VersionId> additions;
    for (const DependencyAtom &atom : group.atoms) {
        const DependencyRef dependency{group.owner, &atom};
        std::vector<VersionId> found;
        m_universe.forEachTarget(
            dependency, [&](VersionId v) { return state(m_universe.version(v).package).candidate == v; },
            [&](VersionId v) {
                found.push_back(v);
                return false;
            });
        sortSolutions(dependency, found);
        for (const VersionId v : found)
            (isInstalled(m_universe.version(v).package) ? upgrades : additions).push_back(v);
    }
    upgrades.insert(upgrades.end(), additions.begin(), additions.end());
    std::vector<VersionId> result;
    for (const VersionId v : upgrades) {
        const PackageId package = m_universe.version(v).package;
        const PackageState &now = state(package);
        const bool isBanned = now.isProtected
                              && (now.mode == PackageState::Mode::Delete
                                  || (now.mode == PackageState::Mode::Keep && !isInstalled(package)));
        if (!isBanned && std::find(result.begin(), result.end(), v) == result.end())
            result.push_back(v);
    }
    return result;
}

bool Walk::canBeInstalledNow(VersionId version)
{
    for (const Group &group : groups(version)) {
        if (isRequired(group.field()) && !isMet(group))
            return false;
    }
    return true;
}

void Walk::setCandidateRelease(VersionId version, const std::string &release)
{
    setCandidate(version);
    switchCandidates(version, release, 0);
}

bool Walk::switchGroup(const Group &group, const std::string &release, int depth)
{
    // Whether something does already: installed, or a candidate that the version bound allows.
    const auto wanted = [&](VersionId v) {
        const PackageId package = m_universe.version(v).package;
        return state(package).candidate == v || m_universe.package(package).current == v;
    };
    for (const DependencyAtom &atom : group.atoms) {
        if (m_universe.forEachTarget({group.owner, &atom}, wanted, [](VersionId) { return true; }))
            return true;
    }
    for (const DependencyAtom &atom : group.atoms) {
        if (atom.relation == Relation::Any)
            continue;
        VersionId found = none;
        m_universe.forEachTarget({group.owner, &atom}, [&](VersionId v) { return m_policy.isInRelease(v, release); },
                                 [&](VersionId v) {
                                     found = v;
                                     return true;
                                 });
        if (found == none)
            continue;
        const VersionId before = state(m_universe.version(found).package).candidate;
        setCandidate(found);
        if (switchCandidates(found, release, depth + 1))
            return true;
        PackageState &now = state(m_universe.version(found).package);
        now.candidate = before;
        now.preferred = before;
    }
    return !isRequired(group.field());
}

bool Walk::switchCandidates(VersionId version, const std::string &release, int depth)
{
    constexpr int maxSwitches = 200;
    if (depth > maxSwitches)
        return false;
    for (const Group &group : groups(version)) {
        if (isNegative(group.field()) || !isImportant(group.field()))
            continue;
        if (!switchGroup(group, release, depth))
            return false;
    }
    return true;
}

} // namespace dosirak::debian
