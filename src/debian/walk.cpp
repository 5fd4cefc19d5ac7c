// SPDX-License-Identifier: GPL-3.0-or-later
//
// The states and the marking. What a package needs and avoids is in walk_dependencies.cpp, which of several providers is
// taken in walk_providers.cpp, the sweep in walk_sweep.cpp.
#include "debian/walk.h"

#include "debian/walk_problems.h"

namespace dosirak::debian {

namespace {

/// apt gives up at this depth as well.
constexpr int maxDepth = 3000;

/// Marks a package as being on the path for as long as it is expanded.
class OnPath
{
public:
    OnPath(std::vector<PackageState> &states, PackageId package)
        : m_states(states)
        , m_package(package)
        , m_was(states[package].isProtected)
    {
        states[package].isProtected = true;
    }
    ~OnPath()
    {
        if (!m_was)
            m_states[m_package].isProtected = false;
    }
    OnPath(const OnPath &) = delete;
    OnPath &operator=(const OnPath &) = delete;

    [[nodiscard]] bool wasProtected() const { return m_was; }

private:
    std::vector<PackageState> &m_states;
    PackageId m_package;
    bool m_was;
};

} // namespace

Walk::Walk(const Universe &universe, const Policy &policy, bool recommends)
    : m_universe(universe)
    , m_policy(policy)
    , m_recommends(recommends)
    , m_states(universe.packageCount())
{
    for (const PackageId package : universe.installed())
        state(package);
}

PackageState &Walk::state(PackageId package)
{
    PackageState &state = m_states[package];
    if (!state.isKnown) {
        state.isKnown = true;
        state.install = m_universe.package(package).current;
        state.candidate = m_forbidden.contains(package) ? none : m_policy.candidate(package);
        state.preferred = state.candidate;
        state.isHeld = m_universe.package(package).held;
        m_touched.push_back(package);
    }
    return state;
}

void Walk::hold(PackageId package)
{
    state(package).isHeld = true;
}

void Walk::forbid(PackageId package)
{
    m_forbidden.insert(package);
    state(package).candidate = m_universe.package(package).current;
    state(package).preferred = state(package).candidate;
}

void Walk::setCandidate(VersionId version)
{
    PackageState &now = state(m_universe.version(version).package);
    now.candidate = version;
    now.preferred = version;
}

VersionId Walk::preferred(PackageId package)
{
    return state(package).preferred;
}

Selection Walk::run(const std::vector<PackageId> &requested)
{
    for (const PackageId package : requested) {
        state(package).isProtected = true;
        markInstall(package, false, 0, true);
    }
    // In the order in which they are asked for: apt 2.6 and 3.0 do not sort them.
    for (const PackageId package : requested)
        markInstall(package, true, 0, true);
    Selection selection = result();
    if (selection.isConsistent)
        return selection;
    // Where apt gives up too, the referee goes by what the walk itself chose.
    return Problems(*this, requested).resolve() ? result() : selection;
}

Selection Walk::result()
{
    Selection selection;
    selection.isConsistent = true;
    // isBroken() may make further packages known, so the list can grow while it is read.
    for (std::size_t i = 0; i < m_touched.size(); ++i) {
        const PackageId package = m_touched[i];
        const PackageState current = m_states[package];
        if (current.mode == PackageState::Mode::Delete && isInstalled(package))
            selection.remove.push_back(package);
        if (current.install == none)
            continue;
        if (current.install != m_universe.package(package).current)
            selection.install.push_back(current.install);
        if (isBroken(current.install, false))
            selection.isConsistent = false;
    }
    return selection;
}

bool Walk::mayChange(PackageId package, PackageState::Mode mode, int depth, bool fromUser)
{
    if (depth > maxDepth || m_universe.package(package).versions == none)
        return false;
    const PackageState &now = state(package);
    if (fromUser || now.mode == mode)
        return true;
    if (now.isProtected || (mode != PackageState::Mode::Keep && now.isHeld))
        return false;
    if (mode != PackageState::Mode::Delete || !isInstalled(package))
        return true;
    return !m_universe.package(package).essential && !m_universe.package(package).important;
}

void Walk::chooseCandidate(PackageId package, bool fromUser)
{
    PackageState &now = state(package);
    if (now.isProtected && now.install == now.candidate)
        return;
    const bool isNew = !isInstalled(package);
    now.install = now.candidate;
    now.mode = now.candidate == m_universe.package(package).current ? PackageState::Mode::Keep : PackageState::Mode::Install;
    if (isNew)
        now.isAutomatic = !fromUser;
}

void Walk::discardCandidate(PackageId package)
{
    PackageState &now = state(package);
    now.candidate = now.install;
}

bool Walk::discardInstall(PackageId package)
{
    PackageState &now = state(package);
    const VersionId current = m_universe.package(package).current;
    if (now.mode == PackageState::Mode::Keep && now.install == now.candidate && now.candidate == current)
        return true;
    now.install = current;
    now.mode = PackageState::Mode::Keep;
    discardCandidate(package);
    return true;
}

bool Walk::markKeep(PackageId package, int depth, bool fromUser)
{
    if (!mayChange(package, PackageState::Mode::Keep, depth, fromUser))
        return false;
    PackageState &now = state(package);
    if (now.mode != PackageState::Mode::Keep) {
        now.mode = PackageState::Mode::Keep;
        now.install = m_universe.package(package).current;
    }
    return true;
}

bool Walk::markDelete(PackageId package, int depth)
{
    if (!mayChange(package, PackageState::Mode::Delete, depth, false))
        return false;
    PackageState &now = state(package);
    if (now.mode == PackageState::Mode::Delete || now.install == none)
        return true;
    if (!isInstalled(package) && !now.isAutomatic)
        return false; // asked for
    now.mode = isInstalled(package) ? PackageState::Mode::Delete : PackageState::Mode::Keep;
    now.install = none;
    return true;
}

bool Walk::isInStepWithSiblings(PackageId package)
{
    const VersionId wanted = state(package).candidate;
    if (m_universe.archCount() == 1 || wanted == m_universe.package(package).current
        || m_universe.record(wanted).multiArch != MultiArch::Same)
        return true;
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        const PackageId sibling = m_universe.packageOf(m_universe.nameOf(package), arch);
        if (sibling == package || !isInstalled(sibling))
            continue;
        const VersionId other = state(sibling).candidate;
        if (other != none && m_universe.versionText(other) != m_universe.versionText(wanted)
            && m_universe.record(other).multiArch == MultiArch::Same && m_universe.isDownloadable(other))
            return false;
    }
    return true;
}

/// Whether each thing that the candidate needs could be had; if not, there is no candidate any more.
bool Walk::mayInstall(PackageId package, bool expand, bool fromUser)
{
    const PackageState now = state(package);
    const bool isChosen = now.mode == PackageState::Mode::Install && now.install == now.candidate;
    if (!fromUser && !isChosen && !isInStepWithSiblings(package))
        return false;
    if (!expand || now.candidate == m_universe.package(package).current)
        return true;
    for (const Group &group : groups(now.candidate)) {
        if (!isRequired(group.field()) || canBeMet(group))
            continue;
        PackageState &mine = state(package);
        if (!mine.isProtected) {
            mine.candidate = m_universe.package(package).current;
            if (mine.mode != PackageState::Mode::Delete) {
                mine.mode = PackageState::Mode::Keep;
                mine.install = m_universe.package(package).current;
            }
        }
        return false;
    }
    return true;
}

bool Walk::markInstall(PackageId package, bool expand, int depth, bool fromUser)
{
    const VersionId current = m_universe.package(package).current;
    {
        const PackageState now = state(package);
        const bool staysAsItIs = now.isProtected && now.mode == PackageState::Mode::Keep && now.candidate != none
                                 && now.candidate == current;
        if (!staysAsItIs && !mayChange(package, PackageState::Mode::Install, depth, fromUser))
            return false;
        if (now.candidate == none)
            return false;
        if (!now.isProtected && (now.install == none || !isBroken(now.install, m_recommends))) {
            if (now.candidate == current)
                return now.install != none || markKeep(package, depth + 1, fromUser);
            if (now.mode == PackageState::Mode::Install)
                return true;
        }
    }
    if (!mayInstall(package, expand, fromUser))
        return false;
    if (fromUser)
        chooseCandidate(package, fromUser);
    const bool failsEarly = !state(package).isProtected && !fromUser;
    bool failed = false;
    Plan plan;
    if (expand) {
        const VersionId wanted = state(package).candidate;
        collect(wanted, state(package).isProtected, plan);
        failed = !avoidConflicts(wanted, plan, state(package).isProtected, fromUser, depth);
        if (failed && failsEarly)
            return false;
        collectReverse(wanted, plan);
    }
    if (!fromUser)
        chooseCandidate(package, fromUser);
    if (!expand)
        return !failed;
    return this->expand(package, plan, depth, fromUser, failed);
}

bool Walk::expand(PackageId package, Plan &plan, int depth, bool fromUser, bool failed)
{
    const bool failsEarly = !state(package).isProtected && !fromUser;
    const OnPath path(m_states, package);
    const auto giveUp = [&] {
        discardInstall(package);
        return false;
    };
    upgradeSameSource(package, state(package).candidate, depth);
    if (!upgradeOrRemove(plan, path.wasProtected(), fromUser, depth)) {
        if (failsEarly)
            return giveUp();
        failed = true;
    }
    if (!installDependencies(package, plan, path.wasProtected(), fromUser, depth)) {
        if (failsEarly)
            return giveUp();
        failed = true;
    }
    for (const PackageId unwanted : plan.toDelete) {
        if (markDelete(unwanted, depth))
            continue;
        if (failsEarly)
            return giveUp();
        failed = true;
    }
    return !failed;
}

} // namespace dosirak::debian
