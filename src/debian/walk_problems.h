// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/walk.h"

#include <vector>

namespace dosirak::debian {

/// What apt does when its walk ended in a conflict: every package gets a score (how much depends on it, how important it is), and
/// from the highest to the lowest each broken one is kept as it was, upgraded, or taken away, until nothing is broken. It
/// follows apt's pkgProblemResolver step by step, so that the same packages give way. Works on the states of one Walk.
class Walk::Problems
{
public:
    Problems(Walk &walk, const std::vector<PackageId> &requested);

    /// Whether nothing is broken any more.
    bool resolve();

private:
    /// One dependency group of a version, or (without atoms) what siblings of other architectures do to it.
    struct Need {
        Group group;
        [[nodiscard]] bool isSibling() const { return group.atoms.empty(); }
        [[nodiscard]] bool isNegative() const { return isSibling() || debian::isNegative(group.field()); }
    };
    struct Flags {
        bool preInstalled = false;
        bool upgradable = true;
        bool asked = false;
    };
    struct Kill {
        PackageId package;
        bool isNegative;
        bool heldBefore; ///< whether the need was met before anything changed
    };
    enum class Or { Remove, Keep };
    /// How one broken package is being looked at.
    struct Look {
        PackageId package = none;
        int round = 0;
        bool inOr = false;
        Or otherwise = Or::Remove;
        bool done = false;
        bool leave = false;
        std::vector<Kill> kills;
    };

    PackageState &state(PackageId package) { return m_walk.state(package); }
    [[nodiscard]] std::vector<Need> needs(VersionId version) const;
    bool isBroken(PackageId package);
    bool wasBroken(PackageId package);
    int brokenCount();
    bool holds(const Need &need, VersionId owner);
    bool heldBefore(const Need &need, VersionId owner) const;
    bool wasMet(const DependencyRef &dependency) const;
    bool isHitByCandidates(const Need &need, VersionId owner);
    std::vector<VersionId> targets(const Need &need, const DependencyAtom *atom, VersionId owner) const;
    [[nodiscard]] PackageId targetPackage(const DependencyRef &dependency) const;
    [[nodiscard]] PackageId smartTarget(const DependencyRef &dependency) const;

    void recordInstalls();
    void makeScores();
    void baseScore(PackageId package);
    void scoreDependencies(VersionId version);
    void inheritScores();
    std::vector<PackageId> byScore();
    void reinstate(PackageId package);
    bool upgrade(PackageId package);
    bool upgradeNeed(const Need &need, VersionId owner);
    void fix(PackageId package, int number);
    void consider(Look &look, const Need &need, const DependencyAtom *atom, VersionId owner);
    bool considerTarget(Look &look, const Need &need, const DependencyAtom *atom, VersionId owner, VersionId target);
    bool changeSelf(Look &look, const DependencyRef &dependency, PackageId other);
    bool holdBack(Look &look);
    void tryTarget(const DependencyRef &dependency);
    void finishOr(Look &look);
    void apply(Look &look);

    Walk &m_walk;
    const Universe &m_universe;
    std::vector<int> m_scores;   ///< by package
    std::vector<Flags> m_flags;
    bool m_changed = false;
};

} // namespace dosirak::debian
