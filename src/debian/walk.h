// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/policy.h"
#include "debian/universe.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace dosirak::debian {

/// What one package is to become.
struct PackageState {
    enum class Mode : std::uint8_t { Keep, Install, Delete };

    VersionId install = none;    ///< the version it will have
    VersionId candidate = none;  ///< none or the installed one as soon as it turned out that it cannot be had
    VersionId preferred = none;  ///< the candidate before that: by policy, or as asked for
    Mode mode = Mode::Keep;
    bool isKnown = false;        ///< whether the members above were filled in
    bool isProtected = false;    ///< asked for, surely needed, or on the path that is being expanded
    bool isAutomatic = false;    ///< came as a dependency
    bool isHeld = false;
};

/// One answer: the packages that change.
struct Selection {
    std::vector<VersionId> install;   ///< new and upgraded, in the order in which they were chosen
    std::vector<PackageId> remove;    ///< of the base image
    bool isConsistent = false;        ///< every dependency holds, nothing conflicts; where not, apt refuses
};

/// The second of the three steps: follows a request through the dependencies as apt's MarkInstall does, so that the same
/// alternatives, providers and recommended packages are chosen, and where that ends in a conflict mends it as apt's problem
/// resolver does. It does not search: where apt gives up, so does this, and the referee decides. Thread: one at a time.
class Walk
{
public:
    Walk(const Universe &universe, const Policy &policy, bool recommends);

    /// Before anything is asked for.
    void hold(PackageId package);
    void forbid(PackageId package);

    /// Version @p version takes the place of the policy's candidate.
    void setCandidate(VersionId version);
    /// Likewise, and where its dependencies need it, those of their packages that are in the same release (`name/release`).
    void setCandidateRelease(VersionId version, const std::string &release);
    /// What policy or request prefer, whatever the walk found out since.
    [[nodiscard]] VersionId preferred(PackageId package);

    /// Takes the packages that are asked for, then expands each, then mends what is broken.
    [[nodiscard]] Selection run(const std::vector<PackageId> &requested);

    /// Of @p selection what is asked for or needed by something kept; the rest is left out, as by apt's automatic removal.
    /// Suggests count as a need, as they do in apt by default. @p gone: packages of the base image that are removed.
    [[nodiscard]] std::vector<VersionId> sweep(const std::vector<VersionId> &selection,
                                               const std::vector<PackageId> &requested,
                                               const std::vector<PackageId> &gone = {}) const;

private:
    class Problems; ///< walk_problems.h

    using Atoms = std::span<const DependencyAtom>;
    /// One group of alternatives.
    struct Group {
        VersionId owner = none;
        Atoms atoms;
        [[nodiscard]] DependencyField field() const { return atoms.front().field; }
    };
    struct Plan {
        std::vector<Group> toInstall;
        std::vector<DependencyRef> toAvoid;
        std::vector<PackageId> toUpgrade;
        std::vector<PackageId> toDelete;
    };

    PackageState &state(PackageId package);
    [[nodiscard]] bool isInstalled(PackageId package) const { return m_universe.package(package).current != none; }
    [[nodiscard]] bool isImportant(DependencyField field) const;
    [[nodiscard]] std::vector<Group> groups(VersionId version) const;
    bool isMet(const Group &group);
    bool isMet(const DependencyRef &dependency);
    bool canBeMet(const Group &group);
    bool isHit(const DependencyRef &dependency);
    bool isBroken(VersionId version, bool withRecommends);
    bool conflictsWithSibling(VersionId version);
    [[nodiscard]] bool excludes(VersionId version, VersionId sibling) const;

    bool mayChange(PackageId package, PackageState::Mode mode, int depth, bool fromUser);
    bool mayInstall(PackageId package, bool expand, bool fromUser);
    bool isInStepWithSiblings(PackageId package);
    bool markInstall(PackageId package, bool expand, int depth, bool fromUser);
    bool markKeep(PackageId package, int depth, bool fromUser);
    bool markDelete(PackageId package, int depth);
    void chooseCandidate(PackageId package, bool fromUser);
    bool discardInstall(PackageId package);
    void discardCandidate(PackageId package);
    bool expand(PackageId package, Plan &plan, int depth, bool fromUser, bool failed);

    void collect(VersionId version, bool isProtected, Plan &plan);
    bool avoidConflicts(VersionId version, Plan &plan, bool isProtected, bool fromUser, int depth);
    bool avoidCandidates(const DependencyRef &conflict, VersionId version, Plan &plan, std::vector<PackageId> &bad,
                         bool isProtected, bool fromUser, int depth);
    bool avoidInstalled(const DependencyRef &conflict, VersionId version, Plan &plan, const std::vector<PackageId> &bad,
                        bool isProtected, bool fromUser, int depth);
    bool deleteUnupgradeable(PackageId package, Plan &plan, bool isProtected, int depth);
    bool avoidSiblings(VersionId version, Plan &plan, bool isProtected, bool fromUser, int depth);
    bool avoidPackage(VersionId target, Plan &plan, std::vector<PackageId> &bad, bool isProtected, int depth);
    void collectReverse(VersionId version, Plan &plan);
    void upgradeSameSource(PackageId package, VersionId version, int depth);
    bool upgradeOrRemove(Plan &plan, bool isProtected, bool fromUser, int depth);
    bool installDependencies(PackageId package, Plan &plan, bool isProtected, bool fromUser, int depth);
    bool installGroup(const Group &group, bool isProtected, int depth);
    bool protectOnlySolution(const Group &group, int depth);
    bool wasIgnoredBefore(PackageId package, const Group &group);
    std::vector<VersionId> solutions(const Group &group);
    void sortSolutions(const DependencyRef &dependency, std::vector<VersionId> &versions);
    bool isBetter(VersionId a, VersionId b, NameId target);
    bool hasInstalledSibling(VersionId version) const;
    bool canBeInstalledNow(VersionId version);

    bool isGoodEnough(const DependencyRef &dependency);
    [[nodiscard]] VersionId versionInRelease(const DependencyRef &dependency, const std::string &release) const;
    bool switchGroup(const Group &group, const std::string &release, int depth);
    bool switchCandidates(VersionId version, const std::string &release, int depth);
    Selection result();

    const Universe &m_universe;
    const Policy &m_policy;
    bool m_recommends;
    std::vector<PackageState> m_states;
    std::vector<PackageId> m_touched;
    std::set<PackageId> m_forbidden;
    std::set<PackageId> m_switched; ///< whose candidate was switched to a release that was asked for
};

} // namespace dosirak::debian
