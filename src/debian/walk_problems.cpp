// SPDX-License-Identifier: GPL-3.0-or-later
//
// How broken packages are mended. The scores that this goes by are in walk_scores.cpp.
#include "debian/walk_problems.h"

#include <algorithm>

namespace dosirak::debian {

namespace {

constexpr int maxRounds = 20;

} // namespace

Walk::Problems::Problems(Walk &walk, const std::vector<PackageId> &requested)
    : m_walk(walk)
    , m_universe(walk.m_universe)
    , m_scores(walk.m_universe.packageCount(), 0)
    , m_flags(walk.m_universe.packageCount())
{
    for (const PackageId package : requested)
        m_flags[package].asked = true;
}

std::vector<Walk::Problems::Need> Walk::Problems::needs(VersionId version) const
{
    std::vector<Need> result;
    for (const Group &group : m_walk.groups(version)) {
        if (isRequired(group.field()) || debian::isNegative(group.field()))
            result.push_back({group});
    }
    if (m_universe.archCount() > 1)
        result.push_back({{version, {}}});
    return result;
}

bool Walk::Problems::isBroken(PackageId package)
{
    const VersionId version = state(package).install;
    return version != none && m_walk.isBroken(version, false);
}

/// Whether the base image itself has it broken.
bool Walk::Problems::wasBroken(PackageId package)
{
    const VersionId current = m_universe.package(package).current;
    if (current == none)
        return false;
    const auto all = needs(current);
    return !std::all_of(all.begin(), all.end(), [&](const Need &need) { return heldBefore(need, current); });
}

int Walk::Problems::brokenCount()
{
    int count = 0;
    for (std::size_t i = 0; i < m_walk.m_touched.size(); ++i) // may grow
        count += isBroken(m_walk.m_touched[i]) ? 1 : 0;
    return count;
}

bool Walk::Problems::holds(const Need &need, VersionId owner)
{
    if (need.isSibling())
        return !m_walk.conflictsWithSibling(owner);
    return need.isNegative() ? !m_walk.isHit({owner, &need.group.atoms.front()}) : m_walk.isMet(need.group);
}

bool Walk::Problems::wasMet(const DependencyRef &dependency) const
{
    return m_universe.forEachTarget(
        dependency, [&](VersionId v) { return m_universe.package(m_universe.version(v).package).current == v; },
        [](VersionId) { return true; });
}

bool Walk::Problems::heldBefore(const Need &need, VersionId owner) const
{
    if (!need.isSibling()) {
        const bool met = std::any_of(need.group.atoms.begin(), need.group.atoms.end(),
                                     [&](const DependencyAtom &atom) { return wasMet({owner, &atom}); });
        return met != need.isNegative();
    }
    const auto siblings = targets(need, nullptr, owner);
    return std::none_of(siblings.begin(), siblings.end(),
                        [&](VersionId v) { return m_universe.package(m_universe.version(v).package).current == v; });
}

bool Walk::Problems::isHitByCandidates(const Need &need, VersionId owner)
{
    return m_universe.forEachTarget(
        {owner, &need.group.atoms.front()}, [&](VersionId v) { return state(m_universe.version(v).package).candidate == v; },
        [](VersionId) { return true; });
}

/// Every version that meets (or is hit by) one alternative: those of the name itself from new to old, then those that provide it.
std::vector<VersionId> Walk::Problems::targets(const Need &need, const DependencyAtom *atom, VersionId owner) const
{
    std::vector<VersionId> result;
    if (need.isSibling()) {
        const PackageId package = m_universe.version(owner).package;
        for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
            const PackageId sibling = m_universe.packageOf(m_universe.nameOf(package), arch);
            for (VersionId v = sibling == package ? none : m_universe.package(sibling).versions; v != none; v = m_universe.version(v).next) {
                if (m_walk.excludes(owner, v))
                    result.push_back(v);
            }
        }
        return result;
    }
    const NameId name = m_universe.targetName({owner, atom});
    m_universe.forEachTarget({owner, atom}, [](VersionId) { return true; }, [&](VersionId v) {
        if (std::find(result.begin(), result.end(), v) == result.end())
            result.push_back(v);
        return false;
    });
    const auto isNamed = [&](VersionId v) { return m_universe.nameOf(m_universe.version(v).package) == name; };
    std::stable_sort(result.begin(), result.end(), [&](VersionId a, VersionId b) {
        if (isNamed(a) != isNamed(b))
            return isNamed(a);
        return isNamed(a) && m_universe.version(a).package == m_universe.version(b).package
               && compareVersions(m_universe.versionText(a), m_universe.versionText(b)) > 0;
    });
    return result;
}

PackageId Walk::Problems::targetPackage(const DependencyRef &dependency) const
{
    const ArchId arch = m_universe.targetArch(dependency);
    return arch < m_universe.archCount() ? m_universe.packageOf(m_universe.targetName(dependency), arch) : none;
}

/// A name that only one package provides stands for that one.
PackageId Walk::Problems::smartTarget(const DependencyRef &dependency) const
{
    const PackageId package = targetPackage(dependency);
    if (package != none && m_universe.package(package).versions != none)
        return package;
    PackageId only = none;
    bool several = false;
    m_universe.forEachTarget(dependency, [](VersionId) { return true; }, [&](VersionId v) {
        const PackageId provider = m_universe.version(v).package;
        several = several || (only != none && only != provider);
        only = provider;
        return false;
    });
    return several ? package : only;
}

/// What is broken now is upgraded where that is all it takes; then it is noted who is to be installed.
void Walk::Problems::recordInstalls()
{
    bool again = true;
    while (again) {
        again = false;
        for (std::size_t i = 0; i < m_walk.m_touched.size(); ++i) {
            const PackageId package = m_walk.m_touched[i];
            m_flags[package].preInstalled = state(package).mode == PackageState::Mode::Install;
            if (m_flags[package].preInstalled || !isBroken(package))
                continue;
            m_walk.markInstall(package, false, 0, false);
            again = again || state(package).mode == PackageState::Mode::Install;
        }
    }
}

/// An upgrade that was given up on the way is tried once more.
void Walk::Problems::reinstate(PackageId package)
{
    const PackageState before = state(package);
    Flags &flags = m_flags[package];
    if (before.candidate == before.install || m_universe.package(package).current == none || before.install == none || !flags.preInstalled
        || before.isProtected)
        return;
    const int broken = brokenCount();
    flags = {false, false, false};
    m_walk.markInstall(package, false, 0, false);
    if (isBroken(package) || broken < brokenCount())
        m_walk.markKeep(package, 0, false);
}

bool Walk::Problems::upgradeNeed(const Need &need, VersionId owner)
{
    if (need.isSibling())
        return true; // like conflicts: a later round sees to it
    bool failed = false;
    for (const DependencyAtom &atom : need.group.atoms) {
        if (holds(need, owner))
            break;
        const DependencyRef dependency{owner, &atom};
        const PackageId target = smartTarget(dependency);
        const bool byCandidate = m_universe.forEachTarget(
            dependency, [&](VersionId v) { return state(m_universe.version(v).package).candidate == v; }, [](VersionId) { return true; });
        if (target != none && state(target).isProtected) {
            failed = true;
        } else if (byCandidate != need.isNegative()) {
            if (target != none && upgrade(target))
                return true;
            failed = true;
        } else if (need.isNegative()) {
            break;
        } else {
            failed = true;
        }
    }
    return !failed;
}

/// Takes the candidate, and those of its dependencies that this needs, each at most once.
bool Walk::Problems::upgrade(PackageId package)
{
    const PackageState before = state(package);
    const VersionId current = m_universe.package(package).current;
    const bool isNewer = before.candidate != none
                         && (current == none || compareVersions(m_universe.versionText(before.candidate), m_universe.versionText(current)) > 0);
    if (!m_flags[package].upgradable || !isNewer || m_flags[package].asked)
        return false;
    m_flags[package].upgradable = false;
    if (!m_walk.markInstall(package, false, 0, false) || state(package).install == none)
        return false;
    const VersionId version = state(package).install;
    const auto all = needs(version);
    if (std::all_of(all.begin(), all.end(), [&](const Need &need) { return upgradeNeed(need, version); }))
        return true;
    if (before.mode == PackageState::Mode::Keep)
        m_walk.markKeep(package, 0, false);
    else
        m_walk.markDelete(package, 0);
    return false;
}

/// Keeps the package as it was, if it is whole then.
bool Walk::Problems::holdBack(Look &look)
{
    const bool wasInstall = state(look.package).mode == PackageState::Mode::Install;
    m_walk.markKeep(look.package, 0, false);
    if (isBroken(look.package))
        return false;
    look.otherwise = Or::Keep;
    if (look.inOr && wasInstall)
        m_walk.markInstall(look.package, false, 0, false); // another alternative may do
    return true;
}

/// Another package for an alternative, before the one that needs it gives way.
void Walk::Problems::tryTarget(const DependencyRef &dependency)
{
    const PackageId target = targetPackage(dependency);
    if (target == none || m_universe.package(target).current != none || state(target).mode == PackageState::Mode::Delete
        || state(target).candidate == none)
        return;
    const int broken = brokenCount();
    m_walk.markInstall(target, true, 1, false);
    if (isBroken(target) || brokenCount() > broken)
        m_walk.markDelete(target, 1);
}

/// The broken package weighs less than what it wants changed. Returns whether a further target is to be looked at.
bool Walk::Problems::changeSelf(Look &look, const DependencyRef &dependency, PackageId other)
{
    if (state(look.package).isProtected) {
        if (!upgrade(other))
            return true;
        m_scores[other] = std::min(m_scores[other], m_scores[look.package]);
        return false;
    }
    if (!holdBack(look) && !upgrade(look.package)) {
        if (!look.inOr) {
            m_walk.markDelete(look.package, 0);
            if (look.round > 1)
                m_scores[look.package] = std::max(m_scores[look.package], m_scores[other]);
        } else if (dependency.atom) {
            tryTarget(dependency);
        }
    }
    m_changed = true;
    look.done = true;
    return false;
}

/// Returns whether a further target is to be looked at.
bool Walk::Problems::considerTarget(Look &look, const Need &need, const DependencyAtom *atom, VersionId owner, VersionId target)
{
    const PackageId other = m_universe.version(target).package;
    if (need.isNegative() && state(other).install != target)
        return true;
    if (m_scores[look.package] <= m_scores[other] || (!need.isNegative() && !wasMet({owner, atom})))
        return changeSelf(look, {owner, atom}, other);
    if (!need.isSibling() && need.group.field() == DependencyField::Breaks && !isHitByCandidates(need, owner)) {
        m_walk.markInstall(other, false, 0, false);
        return true;
    }
    if (state(other).isProtected && state(other).mode != PackageState::Mode::Delete)
        return true;
    look.kills.push_back({other, need.isNegative(), heldBefore(need, owner)});
    return need.isNegative();
}

void Walk::Problems::consider(Look &look, const Need &need, const DependencyAtom *atom, VersionId owner)
{
    const auto all = targets(need, atom, owner);
    const bool isHopeless = all.empty() && !need.isNegative();
    if (isHopeless && !state(look.package).isProtected && !wasBroken(look.package)) {
        if (look.inOr)
            return;
        m_changed = true;
        m_walk.markKeep(look.package, 0, false);
        look.leave = true;
        return;
    }
    for (const VersionId target : all) {
        if (!considerTarget(look, need, atom, owner, target))
            break;
    }
    if (isHopeless && !state(look.package).isProtected) {
        if (!holdBack(look) && !look.inOr)
            m_walk.markDelete(look.package, 0);
        m_changed = true;
        look.done = true;
    }
}

void Walk::Problems::finishOr(Look &look)
{
    if (look.otherwise == Or::Keep) {
        m_walk.markKeep(look.package, 0, false);
        m_changed = true;
    } else if (!state(look.package).isProtected) {
        m_walk.markDelete(look.package, 0);
        m_changed = true;
    }
}

/// Packages that weigh less than the one that needs them gone, or as they were.
void Walk::Problems::apply(Look &look)
{
    if (state(look.package).install == none)
        return;
    for (const Kill &kill : look.kills) {
        bool found = false;
        if (kill.heldBefore)
            found = m_walk.markKeep(kill.package, 0, false);
        else
            found = kill.isNegative && m_walk.markDelete(kill.package, 0);
        if ((!found || look.round > 1) && m_scores[look.package] > m_scores[kill.package]) {
            m_scores[kill.package] = m_scores[look.package];
            m_changed = true;
        }
        m_changed = m_changed || found;
    }
}

void Walk::Problems::fix(PackageId package, int number)
{
    Look look;
    look.package = package;
    look.round = number;
    const VersionId owner = state(package).install;
    for (const Need &need : needs(owner)) {
        if (holds(need, owner))
            continue;
        look.inOr = need.group.atoms.size() > 1;
        look.otherwise = Or::Remove;
        const std::size_t before = look.kills.size();
        bool holdsNow = false;
        if (need.isSibling())
            consider(look, need, nullptr, owner);
        for (auto atom = need.group.atoms.begin(); atom != need.group.atoms.end() && !look.leave && !holdsNow; ++atom) {
            holdsNow = holds(need, owner);
            if (!holdsNow)
                consider(look, need, &*atom, owner);
        }
        if (look.inOr && !holdsNow && look.kills.size() == before)
            finishOr(look);
        if (look.leave || (!look.inOr && look.done))
            break;
    }
    apply(look);
}

bool Walk::Problems::resolve()
{
    recordInstalls();
    makeScores();
    const std::vector<PackageId> order = byScore();
    m_changed = true;
    for (int number = 0; number < maxRounds && m_changed; ++number) {
        m_changed = false;
        for (const PackageId package : order) {
            reinstate(package);
            if (isBroken(package))
                fix(package, number);
        }
    }
    return brokenCount() == 0;
}

} // namespace dosirak::debian
