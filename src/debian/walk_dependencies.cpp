// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a package that is chosen needs, and what it cannot stand.
#include "debian/walk.h"

#include <algorithm>

namespace dosirak::debian {

namespace {

bool contains(const std::vector<PackageId> &packages, PackageId package)
{
    return std::find(packages.begin(), packages.end(), package) != packages.end();
}

} // namespace

bool Walk::isImportant(DependencyField field) const
{
    return field != DependencyField::Suggests && (field != DependencyField::Recommends || m_recommends);
}

std::vector<Walk::Group> Walk::groups(VersionId version) const
{
    std::vector<Group> result;
    const Atoms atoms = m_universe.dependencies(version);
    for (std::size_t begin = 0; begin < atoms.size();) {
        std::size_t end = begin + 1;
        while (atoms[end - 1].orNext && end < atoms.size())
            ++end;
        result.push_back({version, atoms.subspan(begin, end - begin)});
        begin = end;
    }
    return result;
}

bool Walk::isMet(const DependencyRef &dependency)
{
    return m_universe.forEachTarget(
        dependency,
        [&](VersionId v) { return state(m_universe.version(v).package).install == v; }, [](VersionId) { return true; });
}

bool Walk::isHit(const DependencyRef &dependency)
{
    return isMet(dependency);
}

bool Walk::isMet(const Group &group)
{
    return std::any_of(group.atoms.begin(), group.atoms.end(),
                       [&](const DependencyAtom &atom) { return isMet({group.owner, &atom}); });
}

bool Walk::canBeMet(const Group &group)
{
    const auto wanted = [&](VersionId v) {
        const PackageState &now = state(m_universe.version(v).package);
        return now.install == v || now.candidate == v;
    };
    return std::any_of(group.atoms.begin(), group.atoms.end(), [&](const DependencyAtom &atom) {
        return m_universe.forEachTarget({group.owner, &atom}, wanted, [](VersionId) { return true; });
    });
}

/// Two architectures of one package: "same" ones stand only their own version, all others stand nobody.
bool Walk::excludes(VersionId version, VersionId sibling) const
{
    return m_universe.record(version).multiArch != MultiArch::Same
           || m_universe.versionText(version) != m_universe.versionText(sibling);
}

bool Walk::conflictsWithSibling(VersionId version)
{
    const PackageId package = m_universe.version(version).package;
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        const PackageId sibling = m_universe.packageOf(m_universe.nameOf(package), arch);
        if (sibling == package || m_universe.package(sibling).versions == none)
            continue;
        const VersionId other = state(sibling).install;
        if (other != none && excludes(version, other))
            return true;
    }
    return false;
}

bool Walk::isBroken(VersionId version, bool withRecommends)
{
    for (const Group &group : groups(version)) {
        if (isNegative(group.field()) ? isHit({group.owner, &group.atoms.front()})
                                      : (isRequired(group.field())
                                         || (withRecommends && group.field() == DependencyField::Recommends))
                                            && !isMet(group))
            return true;
    }
    return conflictsWithSibling(version);
}

void Walk::collect(VersionId version, bool isProtected, Plan &plan)
{
    for (const Group &group : groups(version)) {
        if (!isImportant(group.field()))
            continue;
        if (isNegative(group.field())) {
            const DependencyRef conflict{group.owner, &group.atoms.front()};
            if (isProtected || isHit(conflict))
                plan.toAvoid.push_back(conflict);
        } else if (isProtected || !isMet(group)) {
            plan.toInstall.push_back(group);
        }
    }
}

bool Walk::deleteUnupgradeable(PackageId package, Plan &plan, bool isProtected, int depth)
{
    if (!isProtected) {
        if (state(package).mode == PackageState::Mode::Delete)
            return true;
        if (!mayChange(package, PackageState::Mode::Delete, depth, false))
            return false;
        plan.toDelete.push_back(package);
        return true;
    }
    if (state(package).mode != PackageState::Mode::Delete && !markDelete(package, depth + 1))
        return false;
    discardCandidate(package);
    state(package).isProtected = true;
    return true;
}

/// A candidate that must not come: kept as it is, and never again a candidate when this is certain.
bool Walk::avoidPackage(VersionId target, Plan &plan, std::vector<PackageId> &bad, bool isProtected, int depth)
{
    const PackageId package = m_universe.version(target).package;
    if (state(package).candidate != target)
        return true;
    if (m_universe.package(package).current == target)
        return deleteUnupgradeable(package, plan, isProtected, depth);
    if (state(package).mode == PackageState::Mode::Install && !markKeep(package, depth, false))
        return false;
    if (isProtected) {
        discardCandidate(package);
        if (!isInstalled(package))
            state(package).isProtected = true;
    } else {
        bad.push_back(package);
    }
    return true;
}

bool Walk::avoidCandidates(const DependencyRef &conflict, VersionId, Plan &plan, std::vector<PackageId> &bad, bool isProtected,
                           bool fromUser, int depth)
{
    std::vector<VersionId> targets;
    m_universe.forEachTarget(
        conflict, [&](VersionId v) { return state(m_universe.version(v).package).candidate == v; },
        [&](VersionId v) {
            targets.push_back(v);
            return false;
        });
    sortSolutions(conflict, targets);
    bool good = true;
    for (const VersionId target : targets) {
        if (avoidPackage(target, plan, bad, isProtected, depth))
            continue;
        good = false;
        if (!isProtected && !fromUser)
            break;
    }
    return good;
}

bool Walk::avoidInstalled(const DependencyRef &conflict, VersionId, Plan &plan, const std::vector<PackageId> &bad,
                          bool isProtected, bool fromUser, int depth)
{
    std::vector<VersionId> targets;
    m_universe.forEachTarget(
        conflict, [&](VersionId v) { return m_universe.package(m_universe.version(v).package).current == v; },
        [&](VersionId v) {
            targets.push_back(v);
            return false;
        });
    sortSolutions(conflict, targets);
    bool good = true;
    for (const VersionId target : targets) {
        const PackageId package = m_universe.version(target).package;
        const PackageState now = state(package);
        if (now.candidate != target && now.candidate != none && !contains(bad, package)) {
            plan.toUpgrade.push_back(package);
        } else if (now.candidate != target && !deleteUnupgradeable(package, plan, isProtected, depth)) {
            good = false;
            if (!isProtected && !fromUser)
                break;
        }
    }
    return good;
}

/// The unwritten conflicts between the architectures of one package.
bool Walk::avoidSiblings(VersionId version, Plan &plan, bool isProtected, bool fromUser, int depth)
{
    const PackageId package = m_universe.version(version).package;
    std::vector<PackageId> bad;
    bool good = true;
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        const PackageId sibling = m_universe.packageOf(m_universe.nameOf(package), arch);
        if (sibling == package || m_universe.package(sibling).versions == none)
            continue;
        const PackageState now = state(sibling);
        const VersionId current = m_universe.package(sibling).current;
        const bool isChosenAndHit = now.install != none && excludes(version, now.install);
        if (!isProtected && !isChosenAndHit)
            continue;
        if (now.candidate != none && excludes(version, now.candidate))
            good = avoidPackage(now.candidate, plan, bad, isProtected, depth) && good;
        if (current != none && excludes(version, current) && state(sibling).candidate != current) {
            if (state(sibling).candidate != none && !contains(bad, sibling))
                plan.toUpgrade.push_back(sibling);
            else
                good = deleteUnupgradeable(sibling, plan, isProtected, depth) && good;
        }
        if (!good && !isProtected && !fromUser)
            return false;
    }
    return good;
}

bool Walk::avoidConflicts(VersionId version, Plan &plan, bool isProtected, bool fromUser, int depth)
{
    bool good = true;
    std::vector<PackageId> bad;
    for (const DependencyRef &conflict : plan.toAvoid) {
        good = avoidCandidates(conflict, version, plan, bad, isProtected, fromUser, depth) && good;
        if (!good && !isProtected && !fromUser)
            return false;
        good = avoidInstalled(conflict, version, plan, bad, isProtected, fromUser, depth) && good;
        if (!good && !isProtected && !fromUser)
            return false;
    }
    return avoidSiblings(version, plan, isProtected, fromUser, depth) && good;
}

/// Installed packages that depend on the version that goes away.
void Walk::collectReverse(VersionId version, Plan &plan)
{
    const VersionId current = m_universe.package(m_universe.version(version).package).current;
    if (current == none || current == version)
        return;
    const auto matches = [&](const DependencyRef &dependency, VersionId wanted) {
        return m_universe.forEachTarget(dependency, [&](VersionId v) { return v == wanted; }, [](VersionId) { return true; });
    };
    const std::string_view name = m_universe.name(m_universe.nameOf(m_universe.version(version).package));
    for (const PackageId parent : m_universe.installed()) {
        if (state(parent).mode == PackageState::Mode::Install || contains(plan.toUpgrade, parent))
            continue;
        const VersionId owner = m_universe.package(parent).current;
        for (const DependencyAtom &atom : m_universe.dependencies(owner)) {
            const DependencyRef dependency{owner, &atom};
            if (!isNegative(atom.field) && isImportant(atom.field) && atom.relation != Relation::Any
                && m_universe.name(m_universe.targetName(dependency)) == name && matches(dependency, current)
                && !matches(dependency, version)) {
                plan.toUpgrade.push_back(parent);
                break;
            }
        }
    }
}

/// Binaries of one source are built together: those that are installed follow (apt 2.5.2 and later).
void Walk::upgradeSameSource(PackageId package, VersionId version, int depth)
{
    const PackageIndex &index = m_universe.indexOf(version);
    const std::string_view source = index.text(m_universe.record(version).sourceName);
    const std::string_view sourceVersion = index.text(m_universe.record(version).sourceVersion);
    std::vector<PackageId> others;
    for (const PackageId other : m_universe.installed()) {
        const VersionId candidate = state(other).candidate;
        if (other == package || candidate == none || candidate == m_universe.package(other).current)
            continue;
        const PackageIndex &otherIndex = m_universe.indexOf(candidate);
        const PackageRecord &record = m_universe.record(candidate);
        const bool isChosen = state(other).mode == PackageState::Mode::Install && state(other).install == candidate;
        if (!isChosen && otherIndex.text(record.sourceName) == source && otherIndex.text(record.sourceVersion) == sourceVersion)
            others.push_back(other);
    }
    std::sort(others.begin(), others.end(),
              [&](PackageId a, PackageId b) { return m_universe.package(a).number < m_universe.package(b).number; });
    for (const PackageId other : others)
        markInstall(other, false, depth + 1, false);
    for (const PackageId other : others)
        markInstall(other, true, depth + 1, false);
}

bool Walk::upgradeOrRemove(Plan &plan, bool isProtected, bool fromUser, int depth)
{
    bool good = true;
    for (const PackageId package : plan.toUpgrade) {
        if (state(package).mode == PackageState::Mode::Install || markInstall(package, true, depth + 1, false))
            continue;
        if (!markDelete(package, depth + 1)) {
            good = false;
            if (!isProtected && !fromUser)
                break;
        } else if (isProtected) {
            state(package).isProtected = true;
        }
    }
    return good;
}

/// A recommendation that the installed version had as well and that was not followed then is not followed now.
bool Walk::wasIgnoredBefore(PackageId package, const Group &group)
{
    const VersionId current = m_universe.package(package).current;
    if (current == none || isRequired(group.field()))
        return false;
    const NameId wanted = m_universe.targetName({group.owner, &group.atoms.front()});
    const auto isInstalledNow = [&](VersionId v) { return m_universe.package(m_universe.version(v).package).current == v; };
    bool wasThere = false;
    for (const Group &old : groups(current)) {
        if (isRequired(old.field()) || isNegative(old.field()) || !isImportant(old.field()))
            continue;
        for (std::size_t i = 0; i < old.atoms.size(); ++i) {
            if (m_universe.targetName({current, &old.atoms[i]}) != wanted)
                continue;
            wasThere = true;
            for (const DependencyAtom &atom : old.atoms) {
                if (m_universe.forEachTarget({current, &atom}, isInstalledNow, [](VersionId) { return true; }))
                    return false;
            }
        }
    }
    return wasThere;
}

bool Walk::protectOnlySolution(const Group &group, int depth)
{
    std::set<VersionId> possible;
    const auto wanted = [&](VersionId v) {
        const PackageId package = m_universe.version(v).package;
        return state(package).candidate == v || m_universe.package(package).current == v;
    };
    for (const DependencyAtom &atom : group.atoms) {
        m_universe.forEachTarget({group.owner, &atom}, wanted, [&](VersionId v) {
            const PackageId package = m_universe.version(v).package;
            const PackageState &now = state(package);
            const bool isBanned = now.isProtected
                                  && (now.mode == PackageState::Mode::Delete
                                      || (now.mode == PackageState::Mode::Keep && !isInstalled(package)));
            if (!isBanned)
                possible.insert(v);
            return false;
        });
    }
    if (possible.size() != 1)
        return true;
    const PackageId package = m_universe.version(*possible.begin()).package;
    if (state(package).isProtected)
        return true;
    state(package).isProtected = true;
    return markInstall(package, true, depth + 1, false);
}

bool Walk::installGroup(const Group &group, bool isProtected, int depth)
{
    const std::vector<VersionId> possible = solutions(group);
    for (const VersionId version : possible) {
        const PackageId package = m_universe.version(version).package;
        if (state(package).candidate != version)
            continue;
        if (isProtected && isRequired(group.field()) && possible.size() == 1) {
            if (!markInstall(package, false, depth + 1, false))
                continue;
            state(package).isProtected = true;
        }
        if (markInstall(package, true, depth + 1, false))
            return true;
    }
    return false;
}

bool Walk::installDependencies(PackageId package, Plan &plan, bool isProtected, bool fromUser, int depth)
{
    bool good = true;
    for (const Group &group : plan.toInstall) {
        const bool met = isMet(group);
        bool failed = false;
        if (met) {
            if (isProtected && isRequired(group.field()))
                failed = !protectOnlySolution(group, depth);
            good = good && !failed;
            continue;
        }
        if (wasIgnoredBefore(package, group))
            continue;
        if (!installGroup(group, isProtected, depth) && isRequired(group.field())) {
            good = false;
            if (!isProtected && !fromUser)
                break;
        }
    }
    return good;
}

} // namespace dosirak::debian
