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
    if (m_universe.package(left).essential != m_universe.package(right).essential)
        return m_universe.package(left).essential;
    if (m_universe.package(left).important != m_universe.package(right).important)
        return m_universe.package(left).important;
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

/// Whether all that a version needs is installed or chosen already, and nothing of it is in the way.
bool Walk::canBeInstalledNow(VersionId version)
{
    const auto all = groups(version);
    return std::all_of(all.begin(), all.end(), [&](const Group &group) {
        if (isNegative(group.field()))
            return !isHit({group.owner, &group.atoms.front()});
        return !isRequired(group.field()) || isMet(group);
    });
}

void Walk::setCandidateRelease(VersionId version, const std::string &release)
{
    switchCandidates(version, release, 0);
}

/// Whether an alternative needs no switch: what is installed does, or a candidate that could be installed as things are.
bool Walk::isGoodEnough(const DependencyRef &dependency)
{
    const NameId name = m_universe.targetName(dependency);
    bool hasProviders = false;
    bool provided = false;
    VersionId named = none;
    bool installed = false;
    m_universe.forEachTarget(dependency, [](VersionId) { return true; }, [&](VersionId v) {
        const PackageId package = m_universe.version(v).package;
        const bool isCandidate = state(package).candidate == v;
        if (m_universe.nameOf(package) != name) {
            hasProviders = true;
            provided = provided || (isCandidate && canBeInstalledNow(v));
            return false;
        }
        installed = installed || m_universe.package(package).current == v;
        if (isCandidate)
            named = v;
        return false;
    });
    if (installed)
        return true;
    // Where a name has providers apt looks at them alone.
    if (dependency.atom->relation == Relation::Any && hasProviders)
        return provided;
    return named != none && canBeInstalledNow(named);
}

/// The newest version of the package of that very name that the release has.
VersionId Walk::versionInRelease(const DependencyRef &dependency, const std::string &release) const
{
    const ArchId arch = m_universe.targetArch(dependency);
    VersionId best = none;
    if (arch >= m_universe.archCount())
        return none;
    const PackageId package = m_universe.packageOf(m_universe.targetName(dependency), arch);
    for (VersionId v = m_universe.package(package).versions; v != none; v = m_universe.version(v).next) {
        if (m_policy.isInRelease(v, release)
            && (best == none || compareVersions(m_universe.versionText(v), m_universe.versionText(best)) > 0))
            best = v;
    }
    return best;
}

bool Walk::switchGroup(const Group &group, const std::string &release, int depth)
{
    if (std::any_of(group.atoms.begin(), group.atoms.end(), [&](const DependencyAtom &atom) { return isGoodEnough({group.owner, &atom}); }))
        return true;
    for (const DependencyAtom &atom : group.atoms) {
        const DependencyRef dependency{group.owner, &atom};
        if (atom.relation == Relation::Any)
            continue; // another version of it would not help
        const VersionId found = versionInRelease(dependency, release);
        const bool fits = found != none
                          && m_universe.forEachTarget(dependency, [&](VersionId v) { return v == found; }, [](VersionId) { return true; });
        if (!fits)
            continue;
        const PackageId package = m_universe.version(found).package;
        const VersionId before = state(package).candidate;
        if (before == found && m_switched.contains(package))
            return true;
        m_switched.insert(package);
        if (switchCandidates(found, release, depth + 1))
            return true;
        if (&atom == &group.atoms.back())
            break; // and what was switched stays so, as in apt
        state(package).candidate = before;
        state(package).preferred = before;
        m_switched.erase(package);
    }
    return !isRequired(group.field());
}

/// Goes as far as the first dependency that cannot be met in this way; what was switched before it stays.
bool Walk::switchCandidates(VersionId version, const std::string &release, int depth)
{
    constexpr int maxSwitches = 200;
    if (depth > maxSwitches)
        return false;
    setCandidate(version);
    for (const Group &group : groups(version)) {
        if (isNegative(group.field()) || !isImportant(group.field()))
            continue;
        if (!switchGroup(group, release, depth))
            return false;
    }
    return true;
}

} // namespace dosirak::debian
