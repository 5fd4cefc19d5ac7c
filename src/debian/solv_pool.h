// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// libsolv's member "requires" is a keyword of C++20; with this it is "dep_requires".
#define LIBSOLV_SOLVABLE_PREPEND_DEP 1

#include "debian/referee.h"
#include "debian/universe.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

extern "C" {
#include <solv/pool.h>
#include <solv/queue.h>
#include <solv/repo.h>
#include <solv/solver.h>
}

namespace dosirak::debian {

/// Versions of the universe as libsolv sees them. Which version meets which dependency is said by the universe alone: each
/// dependency becomes a capability of its own that the versions which meet it provide, so that libsolv decides over exactly
/// the relation that the walk uses (Multi-Arch, ":any", versioned Provides). Not for use outside of this room.
class SolvPool
{
public:
    explicit SolvPool(const Universe &universe);
    ~SolvPool();
    SolvPool(const SolvPool &) = delete;
    SolvPool &operator=(const SolvPool &) = delete;

    void add(VersionId version);
    /// After the last add(), before solving.
    void finish();

    [[nodiscard]] Id solvable(VersionId version) const { return m_solvables.at(version); }
    [[nodiscard]] VersionId version(Id solvable) const;
    [[nodiscard]] ::Pool *pool() const { return m_pool; }
    [[nodiscard]] const Universe &universe() const { return m_universe; }
    /// The dependency as a person wrote it: "libc6 (>= 2.36) | libc6.1".
    [[nodiscard]] std::string capabilityText(Id capability) const;
    [[nodiscard]] bool isInstalled(Id solvable) const;
    /// A dependency that stands for this capability, to look for versions that would not do.
    [[nodiscard]] DependencyRef sample(Id capability) const;

private:
    void addDependencies(VersionId version);
    Id capability(VersionId version, const DependencyAtom *first, bool wholeGroup);
    void provide(const DependencyRef &dependency, Id capability);
    void addSiblingConflicts(VersionId version);

    const Universe &m_universe;
    ::Pool *m_pool;
    ::Repo *m_base;
    ::Repo *m_available;
    std::unordered_map<VersionId, Id> m_solvables;
    std::vector<VersionId> m_versions;                ///< by solvable
    std::unordered_map<std::string, Id> m_capabilities;
    std::unordered_map<Id, DependencyRef> m_samples;
    std::unordered_map<Id, std::string> m_texts;
    std::vector<std::pair<Id, Id>> m_provided;        ///< solvable, capability
};

/// A queue of jobs, freed at its end.
class Jobs
{
public:
    Jobs() { queue_init(&m_queue); }
    ~Jobs() { queue_free(&m_queue); }
    Jobs(const Jobs &) = delete;
    Jobs &operator=(const Jobs &) = delete;
    void push(Id how, Id what) { queue_push2(&m_queue, how, what); }
    [[nodiscard]] ::Queue *queue() { return &m_queue; }

private:
    ::Queue m_queue;
};

/// One run of libsolv's solver.
class Solving
{
public:
    Solving(SolvPool &pool, Jobs &jobs, bool mayRemove);
    ~Solving();
    Solving(const Solving &) = delete;
    Solving &operator=(const Solving &) = delete;

    [[nodiscard]] int problems() const { return m_problems; }
    [[nodiscard]] ::Solver *solver() const { return m_solver; }
    void decisions(std::vector<VersionId> &install, std::vector<PackageId> &remove) const;

private:
    SolvPool &m_pool;
    ::Solver *m_solver;
    int m_problems;
};

/// The chain of reasons behind the first problem, in plain words.
[[nodiscard]] Refusal explain(const SolvPool &pool, const Solving &solving);

} // namespace dosirak::debian
