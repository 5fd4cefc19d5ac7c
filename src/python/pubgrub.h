// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/pubgrub_set.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <utility>
#include <vector>

/// PubGrub (the version solving algorithm of Natalie Weizenbaum's "PubGrub: Next-Generation Version Solving", 2018) over
/// bitsets. Pure: it knows numbers, not names, files or the network; a Provider tells it what it wants to know.
namespace dosirak::python::pubgrub {

using PackageId = std::uint32_t;
using Rank = std::size_t;               ///< of a version in its package; 0 is the oldest
using IncompatibilityId = std::uint32_t;

/// Why an incompatibility holds. All but Derived are facts from outside, worded by whoever added them.
enum class Cause {
    Requirement,  ///< asked for by the user: {p: all but S}
    Constraint,   ///< narrowed by the user: {p: what is outside}
    Dependency,   ///< {p: versions} needs {q in S}: second term is q: all but S
    SameVersion,  ///< an extra is of one version with its package
    Unusable,     ///< {p: version} cannot be had
    Derived,      ///< follows from `causes`
};

struct Term {
    PackageId package = 0;
    ChoiceSet set;
};

/// Terms that cannot all hold at once. At most one term a package; terms that always hold are dropped, so that no terms
/// at all means: there is no solution.
struct Incompatibility {
    std::vector<Term> terms;
    Cause cause = Cause::Derived;
    std::uint32_t note = 0;                 ///< the caller's own number for a fact from outside
    std::vector<IncompatibilityId> causes;  ///< of a Derived one, in the order they were used
};

struct Dependency {
    PackageId package = 0;
    ChoiceSet allowed;          ///< versions; the "not selected" bit is not set
    std::uint32_t note = 0;     ///< the caller's number for the text of this requirement
    ChoiceSet dependers;        ///< versions of the depending package known to ask the same; empty: only the one expanded
};

/// What a version brings with it.
struct Expansion {
    bool usable = true;         ///< false: this version cannot be had (note says why)
    std::uint32_t note = 0;
    std::vector<Dependency> dependencies;
};

/// What the solver asks while it works. Calls come on the thread of solve(). For a reproducible answer, replies may
/// depend on the arguments and on earlier calls, never on time or caches.
class Provider
{
public:
    virtual ~Provider() = default;
    /// The version to try, out of @p allowed, which has at least one.
    virtual Rank choose(PackageId package, const ChoiceSet &allowed) = 0;
    /// Reads what that version needs; may add packages to the solver; may block.
    virtual Result<Expansion> expand(PackageId package, Rank version) = 0;
    /// @p package is needed now and will be decided soon, among @p allowed: a chance to fetch ahead.
    virtual void foresee(PackageId package, const ChoiceSet &allowed) = 0;
};

struct Statistics {
    int decisions = 0;
    int conflicts = 0;
};

/// One solve. Thread: one.
class Solver
{
public:
    explicit Solver(Provider &provider) : m_provider(provider) {}

    /// A new package. Those added first are decided first.
    PackageId addPackage(std::size_t versions);
    /// @p extra has the same versions as @p base and, when selected, is of one version with it.
    void addExtra(PackageId extra, PackageId base);
    /// One of @p allowed must be selected.
    void require(PackageId package, const ChoiceSet &allowed, std::uint32_t note);
    /// None of @p outside may be selected.
    void forbid(PackageId package, const ChoiceSet &outside, Cause cause, std::uint32_t note);

    struct Outcome {
        bool solved = false;
        std::vector<std::optional<Rank>> selected;  ///< by package
        IncompatibilityId failure = 0;              ///< when not solved: the incompatibility without terms
    };
    /// Errors: Cancelled, and what the provider's expand() fails with. No solution is an outcome.
    [[nodiscard]] Result<Outcome> solve(const std::stop_token &stop);

    [[nodiscard]] const Incompatibility &incompatibility(IncompatibilityId id) const { return m_incompatibilities[id]; }
    [[nodiscard]] const ChoiceSet &possible(PackageId package) const { return m_packages[package].possible; }
    [[nodiscard]] std::size_t packageCount() const { return m_packages.size(); }
    [[nodiscard]] const Statistics &statistics() const { return m_statistics; }

private:
    static constexpr IncompatibilityId decided = ~IncompatibilityId{0};

    /// What is known of a package after the assignment at `trail`.
    struct Moment {
        std::uint32_t trail = 0;
        ChoiceSet possible;
    };
    /// While its `witness` is possible, the term does not hold, and the incompatibility has nothing new to say.
    struct Watch {
        IncompatibilityId id = 0;
        std::uint32_t witness = 0;              ///< bit + 1; 0: not known yet
        PackageId blocker = 0;                  ///< another term holds only while this package may be `blockerBit`
        std::uint32_t blockerBit = 0;           ///< bit + 1; 0: there is no such term
    };
    struct Package {
        ChoiceSet possible;                         ///< the AND of all assignments
        std::vector<Moment> history;
        std::vector<Watch> watched;                 ///< incompatibilities with a term of this package
        std::unordered_map<std::size_t, std::vector<IncompatibilityId>> exact; ///< those whose term is one choice alone
        std::vector<std::pair<PackageId, bool>> mirrors; ///< the other of an (extra, base) pair; true: this is the extra
        std::optional<Rank> decision;
        int rejected = 0;                           ///< how often its version was thrown out by another's
        int rejecting = 0;                          ///< how often its version threw out another's
        int urgency = 0;                            ///< 0 as it came, 1 often rejecting, 2 often rejected
        bool queued = false;
        bool changed = false;                       ///< since foresee() was last called
    };
    struct Assignment {
        PackageId package = 0;
        std::uint32_t level = 0;
        IncompatibilityId cause = decided;
    };
    /// Until the level it was seen at is left, an incompatibility with a term that cannot hold needs no second look.
    struct Dismissal {
        std::uint32_t level = 0;
        std::uint32_t stamp = 0;
    };
    struct Satisfier {
        std::uint32_t trail = 0;
        std::size_t term = 0;
        std::uint32_t previousLevel = 0;
    };

    IncompatibilityId store(Incompatibility incompatibility);
    void watch(IncompatibilityId id);
    [[nodiscard]] Watch watchFor(IncompatibilityId id, std::size_t term) const;
    void replaceWatched(IncompatibilityId before, IncompatibilityId after);
    void addDependency(PackageId package, Rank version, const Dependency &dependency);
    void enqueue(PackageId package);
    void assign(PackageId package, ChoiceSet possible, IncompatibilityId cause);
    [[nodiscard]] std::uint32_t level() const { return std::uint32_t(m_levelStamps.size() - 1); }
    [[nodiscard]] bool dismissed(IncompatibilityId id) const;

    [[nodiscard]] std::optional<IncompatibilityId> propagate();
    [[nodiscard]] std::optional<IncompatibilityId> propagateFresh();
    [[nodiscard]] std::optional<IncompatibilityId> propagatePackage(PackageId id);
    [[nodiscard]] std::optional<IncompatibilityId> propagateUnit(IncompatibilityId id);
    [[nodiscard]] std::optional<IncompatibilityId> propagateMirror(PackageId extra, PackageId base);
    [[nodiscard]] std::uint32_t satisfiedAt(const Term &term) const;
    [[nodiscard]] Satisfier findSatisfier(const std::vector<Term> &terms) const;
    /// Learns from a conflict and jumps back. False: the failure was reached; its id is then the last stored.
    [[nodiscard]] bool learn(IncompatibilityId conflict);
    void blame(const std::vector<Term> &terms, PackageId rejected);
    void backjump(std::uint32_t level);
    [[nodiscard]] std::optional<PackageId> next() const;
    [[nodiscard]] Result<void> decide(PackageId package);
    void foreseeChanged();

    Provider &m_provider;
    std::vector<Package> m_packages;
    std::vector<Incompatibility> m_incompatibilities;
    std::vector<Dismissal> m_dismissals;            ///< by incompatibility
    std::vector<Assignment> m_trail;
    std::vector<std::uint32_t> m_levelStamps = {1}; ///< by level: unique for each time a level was opened
    std::uint32_t m_lastStamp = 1;
    std::vector<PackageId> m_queue;                 ///< packages of which more is known than was looked at
    std::vector<IncompatibilityId> m_fresh;         ///< incompatibilities to be looked at whatever changed
    std::vector<std::pair<std::uint32_t, IncompatibilityId>> m_added; ///< by the level at which they were added
    std::unordered_multimap<std::size_t, IncompatibilityId> m_dependencies; ///< by depender, needed package and set
    std::vector<PackageId> m_changed;
    bool m_restart = false;
    Statistics m_statistics;
};

} // namespace dosirak::python::pubgrub
