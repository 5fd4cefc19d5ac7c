// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/pubgrub.h"

#include <functional>
#include <map>
#include <random>
#include <set>

namespace dosirak::python::pubgrub {

/// A made-up world: every version's needs are known from the start, as ranks. Package numbers are the solver's ids,
/// because all packages are added in order before the solve.
class World final : public Provider
{
public:
    struct Need {
        PackageId package = 0;
        std::set<Rank> allowed;
    };
    struct Ask {
        PackageId package = 0;
        std::set<Rank> allowed;
    };
    using Needs = std::function<std::vector<Need>(PackageId, Rank)>;

    std::vector<std::size_t> versions;           ///< by package
    std::map<PackageId, PackageId> extras;       ///< extra → base
    std::set<std::pair<PackageId, Rank>> broken; ///< versions that cannot be had
    std::vector<Ask> asks;
    Needs needs;
    int expanded = 0;

    Rank choose(PackageId, const ChoiceSet &allowed) override { return Rank(allowed.newest()); }
    Result<Expansion> expand(PackageId package, Rank version) override
    {
        ++expanded;
        Expansion expansion;
        if (broken.contains({package, version})) {
            expansion.usable = false;
            return expansion;
        }
        for (const Need &need : needs(package, version)) {
            Dependency dependency;
            dependency.package = need.package;
            dependency.allowed = setOf(need.package, need.allowed);
            expansion.dependencies.push_back(std::move(dependency));
        }
        return expansion;
    }
    void foresee(PackageId, const ChoiceSet &) override {}

    void fill(Solver &solver) const
    {
        for (const std::size_t count : versions)
            solver.addPackage(count);
        for (const auto &[extra, base] : extras)
            solver.addExtra(extra, base);
        for (const Ask &ask : asks)
            solver.require(ask.package, setOf(ask.package, ask.allowed), 0);
    }

    /// Whether a choice (std::nullopt: not selected) is what was asked for and holds together.
    [[nodiscard]] bool holds(const std::vector<std::optional<Rank>> &choice) const
    {
        for (const Ask &ask : asks)
            if (!choice[ask.package] || !ask.allowed.contains(*choice[ask.package]))
                return false;
        for (PackageId p = 0; p < choice.size(); ++p) {
            if (!choice[p])
                continue;
            if (broken.contains({p, *choice[p]}))
                return false;
            for (const Need &need : needs(p, *choice[p]))
                if (!choice[need.package] || !need.allowed.contains(*choice[need.package]))
                    return false;
            if (const auto base = extras.find(p); base != extras.end() && choice[base->second] != choice[p])
                return false;
        }
        return true;
    }
    /// Every choice that holds, by trying all: for small worlds.
    [[nodiscard]] std::vector<std::vector<std::optional<Rank>>> allAnswers() const
    {
        std::vector<std::vector<std::optional<Rank>>> answers;
        std::vector<std::optional<Rank>> choice(versions.size());
        const std::function<void(std::size_t)> walk = [&](std::size_t p) {
            if (p == versions.size()) {
                if (holds(choice))
                    answers.push_back(choice);
                return;
            }
            choice[p].reset();
            walk(p + 1);
            for (Rank v = 0; v < versions[p]; ++v) {
                choice[p] = v;
                walk(p + 1);
            }
        };
        walk(0);
        return answers;
    }

    [[nodiscard]] ChoiceSet setOf(PackageId package, const std::set<Rank> &ranks) const
    {
        ChoiceSet set(versions[package]);
        for (const Rank rank : ranks)
            set.add(rank);
        return set;
    }
};

/// The ranks from first to last, both included.
inline std::set<Rank> ranks(Rank first, Rank last)
{
    std::set<Rank> set;
    for (Rank rank = first; rank <= last; ++rank)
        set.insert(set.end(), rank);
    return set;
}

} // namespace dosirak::python::pubgrub
