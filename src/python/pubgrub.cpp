// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/pubgrub.h"

#include <algorithm>
#include <utility>

namespace dosirak::python::pubgrub {

namespace {

/// How often a package is thrown out, or throws another out, before it is decided earlier. uv uses five as well; with
/// fewer, direct requirements lose their turn without need, with more, hopeless pairs are tried for long.
constexpr int patience = 5;

} // namespace

PackageId Solver::addPackage(std::size_t versions)
{
    Package package;
    package.possible = ChoiceSet::full(versions);
    m_packages.push_back(std::move(package));
    return PackageId(m_packages.size() - 1);
}

void Solver::addExtra(PackageId extra, PackageId base)
{
    m_packages[extra].mirrors.emplace_back(base, true);
    m_packages[base].mirrors.emplace_back(extra, false);
    enqueue(base);
}

void Solver::require(PackageId package, const ChoiceSet &allowed, std::uint32_t note)
{
    forbid(package, allowed.inverted(), Cause::Requirement, note);
}

void Solver::forbid(PackageId package, const ChoiceSet &outside, Cause cause, std::uint32_t note)
{
    if (outside.empty())
        return;
    Incompatibility fact;
    if (!outside.isFull())
        fact.terms.push_back({package, outside});
    fact.cause = cause;
    fact.note = note;
    const IncompatibilityId id = store(std::move(fact));
    watch(id);
}

IncompatibilityId Solver::store(Incompatibility incompatibility)
{
    m_incompatibilities.push_back(std::move(incompatibility));
    m_dismissals.emplace_back();
    return IncompatibilityId(m_incompatibilities.size() - 1);
}

void Solver::watch(IncompatibilityId id)
{
    const auto &terms = m_incompatibilities[id].terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        Package &package = m_packages[terms[i].package];
        if (const std::ptrdiff_t only = terms[i].set.single(); only >= 0)
            package.exact[std::size_t(only)].push_back(id);
        else
            package.watched.push_back(watchFor(id, i));
    }
    m_fresh.push_back(id);
    m_added.emplace_back(level(), id);
}

Solver::Watch Solver::watchFor(IncompatibilityId id, std::size_t own) const
{
    Watch watch{id, 0, 0, 0};
    const auto &terms = m_incompatibilities[id].terms;
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (const std::ptrdiff_t only = i == own ? -1 : terms[i].set.single(); only >= 0) {
            watch.blocker = terms[i].package;
            watch.blockerBit = std::uint32_t(only + 1);
        }
    return watch;
}

void Solver::enqueue(PackageId package)
{
    if (m_packages[package].queued)
        return;
    m_packages[package].queued = true;
    m_queue.push_back(package);
}

void Solver::assign(PackageId id, ChoiceSet possible, IncompatibilityId cause)
{
    Package &package = m_packages[id];
    package.possible = std::move(possible);
    package.history.push_back({std::uint32_t(m_trail.size()), package.possible});
    m_trail.push_back({id, level(), cause});
    if (!package.changed) {
        package.changed = true;
        m_changed.push_back(id);
    }
    enqueue(id);
}

bool Solver::dismissed(IncompatibilityId id) const
{
    const Dismissal &dismissal = m_dismissals[id];
    return dismissal.stamp != 0 && dismissal.level < m_levelStamps.size()
        && m_levelStamps[dismissal.level] == dismissal.stamp;
}

std::optional<IncompatibilityId> Solver::propagate()
{
    while (true) {
        if (auto conflict = propagateFresh())
            return conflict;
        if (m_queue.empty())
            return std::nullopt;
        const PackageId id = m_queue.back();
        m_queue.pop_back();
        m_packages[id].queued = false;
        if (auto conflict = propagatePackage(id))
            return conflict;
    }
}

std::optional<IncompatibilityId> Solver::propagateFresh()
{
    while (!m_fresh.empty()) {
        const IncompatibilityId id = m_fresh.back();
        m_fresh.pop_back();
        if (auto conflict = propagateUnit(id))
            return conflict;
    }
    return std::nullopt;
}

std::optional<IncompatibilityId> Solver::propagatePackage(PackageId id)
{
    // Newest first: what was learned last is what most likely speaks now. An incompatibility becomes news only at the
    // moment when one of its terms begins to hold.
    for (std::size_t i = m_packages[id].watched.size(); i-- > 0;) {
        Watch &watch = m_packages[id].watched[i];
        const ChoiceSet &possible = m_packages[id].possible;
        // The first look finds the witness; later ones mostly end here, without touching the sets.
        if (watch.witness != 0 && possible.has(watch.witness - 1))
            continue;
        if (watch.blockerBit != 0 && !m_packages[watch.blocker].possible.has(watch.blockerBit - 1))
            continue;
        if (dismissed(watch.id))
            continue;
        const auto &terms = m_incompatibilities[watch.id].terms;
        const auto term = std::find_if(terms.begin(), terms.end(), [id](const Term &t) { return t.package == id; });
        const std::ptrdiff_t witness = possible.witnessOutside(term->set);
        watch.witness = std::uint32_t(witness + 1);
        if (witness >= 0)
            continue;
        if (auto conflict = propagateUnit(watch.id))
            return conflict;
    }
    if (const std::ptrdiff_t only = m_packages[id].possible.single(); only >= 0)
        if (const auto exact = m_packages[id].exact.find(std::size_t(only)); exact != m_packages[id].exact.end())
            for (const IncompatibilityId one : exact->second)
                if (auto conflict = propagateUnit(one))
                    return conflict;
    for (std::size_t i = 0; i < m_packages[id].mirrors.size(); ++i) {
        const auto [other, isExtra] = m_packages[id].mirrors[i];
        if (auto conflict = isExtra ? propagateMirror(id, other) : propagateMirror(other, id))
            return conflict;
    }
    return std::nullopt;
}

std::optional<IncompatibilityId> Solver::propagateUnit(IncompatibilityId id)
{
    const Incompatibility &incompatibility = m_incompatibilities[id];
    const Term *open = nullptr;
    for (const Term &term : incompatibility.terms) {
        const ChoiceSet &possible = m_packages[term.package].possible;
        if (!possible.meets(term.set)) {
            m_dismissals[id] = {level(), m_levelStamps.back()};
            return std::nullopt;
        }
        if (possible.within(term.set))
            continue;
        if (open != nullptr)
            return std::nullopt;
        open = &term;
    }
    if (open == nullptr)
        return id;
    ChoiceSet rest = m_packages[open->package].possible;
    rest -= open->set;
    assign(open->package, std::move(rest), id);
    return std::nullopt;
}

/// Keeps an extra and its package on one version. The reasons are made when they are needed: for any set P, "extra in P"
/// and "base outside P" cannot both hold, so there is always one that fits what is known just now.
std::optional<IncompatibilityId> Solver::propagateMirror(PackageId extra, PackageId base)
{
    const auto narrow = [this](PackageId target, PackageId witness) -> std::optional<IncompatibilityId> {
        const ChoiceSet &known = m_packages[witness].possible;
        ChoiceSet excluded = known.inverted();
        const bool targetIsExtra = [&] {
            for (const auto &[other, isExtra] : m_packages[target].mirrors)
                if (other == witness && isExtra)
                    return true;
            return false;
        }();
        if (targetIsExtra)
            excluded.remove(excluded.absent());
        if (!m_packages[target].possible.meets(excluded))
            return std::nullopt;
        Incompatibility reason;
        reason.cause = Cause::SameVersion;
        reason.terms = {{target, excluded}, {witness, known}};
        const bool conflict = m_packages[target].possible.within(excluded);
        const IncompatibilityId id = store(std::move(reason));
        if (conflict)
            return id;
        ChoiceSet rest = m_packages[target].possible;
        rest -= excluded;
        assign(target, std::move(rest), id);
        return std::nullopt;
    };
    if (auto conflict = narrow(extra, base))
        return conflict;
    if (!m_packages[extra].possible.mayBeAbsent())
        return narrow(base, extra);
    return std::nullopt;
}

/// The first assignment after which the term holds.
std::uint32_t Solver::satisfiedAt(const Term &term) const
{
    const auto &history = m_packages[term.package].history;
    const auto moment = std::partition_point(history.begin(), history.end(), [&term](const Moment &m) {
        return !m.possible.within(term.set);
    });
    return moment->trail;
}

Solver::Satisfier Solver::findSatisfier(const std::vector<Term> &terms) const
{
    Satisfier found;
    std::uint32_t second = 0;
    bool hasSecond = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const std::uint32_t at = satisfiedAt(terms[i]);
        if (i == 0) {
            found = {at, i, 0};
        } else if (at > found.trail) {
            second = found.trail;
            hasSecond = true;
            found = {at, i, 0};
        } else if (!hasSecond || at > second) {
            second = at;
            hasSecond = true;
        }
    }
    if (hasSecond)
        found.previousLevel = m_trail[second].level;
    const Assignment &assignment = m_trail[found.trail];
    if (assignment.cause == decided)
        return found;
    // The assignment may satisfy the term only together with what was known of the package before it.
    Term rest = terms[found.term];
    for (const Term &term : m_incompatibilities[assignment.cause].terms)
        if (term.package == rest.package)
            rest.set |= term.set;
    if (!rest.set.isFull())
        found.previousLevel = std::max(found.previousLevel, m_trail[satisfiedAt(rest)].level);
    return found;
}

namespace {

/// The rule of resolution on @p pivot: from "not all of a" and "not all of b" follows this.
std::vector<Term> resolve(const std::vector<Term> &a, const std::vector<Term> &b, PackageId pivot)
{
    std::vector<Term> terms = a;
    for (const Term &term : b) {
        const auto same = std::find_if(terms.begin(), terms.end(),
                                       [&term](const Term &t) { return t.package == term.package; });
        if (same == terms.end())
            terms.push_back(term);
        else if (term.package == pivot)
            same->set |= term.set;
        else
            same->set &= term.set;
    }
    std::erase_if(terms, [](const Term &term) { return term.set.isFull(); });
    return terms;
}

} // namespace

bool Solver::learn(IncompatibilityId conflict)
{
    ++m_statistics.conflicts;
    Incompatibility learned;
    learned.terms = m_incompatibilities[conflict].terms;
    learned.causes = {conflict};
    while (!learned.terms.empty()) {
        const Satisfier satisfier = findSatisfier(learned.terms);
        const Assignment assignment = m_trail[satisfier.trail];
        if (assignment.cause == decided || satisfier.previousLevel < assignment.level) {
            blame(learned.terms, assignment.package);
            backjump(satisfier.previousLevel);
            if (learned.causes.size() > 1)
                watch(store(std::move(learned)));
            else if (m_incompatibilities[conflict].cause == Cause::SameVersion)
                watch(conflict);
            else
                m_fresh.push_back(conflict);
            return true;
        }
        learned.terms = resolve(learned.terms, m_incompatibilities[assignment.cause].terms, assignment.package);
        learned.causes.push_back(assignment.cause);
    }
    store(std::move(learned));
    return false;
}

void Solver::blame(const std::vector<Term> &terms, PackageId rejected)
{
    const auto raise = [this](PackageId id, int count, int urgency) {
        if (count < patience || m_packages[id].urgency >= urgency)
            return;
        m_packages[id].urgency = urgency;
        m_restart = true;
    };
    raise(rejected, ++m_packages[rejected].rejected, 2);
    for (const Term &term : terms)
        if (term.package != rejected)
            raise(term.package, ++m_packages[term.package].rejecting, 1);
}

void Solver::backjump(std::uint32_t target)
{
    while (!m_trail.empty() && m_trail.back().level > target) {
        Package &package = m_packages[m_trail.back().package];
        if (m_trail.back().cause == decided)
            package.decision.reset();
        package.history.pop_back();
        package.possible = package.history.empty() ? ChoiceSet::full(package.possible.versions())
                                                   : package.history.back().possible;
        m_trail.pop_back();
    }
    m_levelStamps.resize(target + 1);
    for (const PackageId id : m_queue)
        m_packages[id].queued = false;
    m_queue.clear();
    // What was added at a level that is left may have had something to say before it.
    for (auto added = m_added.rbegin(); added != m_added.rend() && added->first > target; ++added) {
        added->first = target;
        m_fresh.push_back(added->second);
    }
}

std::optional<PackageId> Solver::next() const
{
    std::optional<PackageId> best;
    int bestUrgency = -1;
    for (PackageId id = 0; id < m_packages.size(); ++id) {
        const Package &package = m_packages[id];
        if (package.decision || package.possible.mayBeAbsent())
            continue;
        // Only one version left: nothing is chosen by taking it, and its needs narrow what is.
        const int urgency = package.possible.count() == 1 ? 3 : package.urgency;
        if (urgency > bestUrgency) {
            best = id;
            bestUrgency = urgency;
        }
    }
    return best;
}

void Solver::addDependency(PackageId package, Rank version, const Dependency &dependency)
{
    const std::size_t versions = m_packages[package].possible.versions();
    ChoiceSet dependers = dependency.dependers.empty() ? ChoiceSet(versions) : dependency.dependers;
    dependers.add(version);
    Incompatibility fact;
    fact.cause = Cause::Dependency;
    fact.note = dependency.note;
    ChoiceSet others = dependency.allowed.inverted();
    if (dependency.package == package) {
        // A package that asks for itself only says which of its versions are good.
        dependers &= others;
        if (dependers.empty())
            return;
        fact.terms = {{package, std::move(dependers)}};
        watch(store(std::move(fact)));
        return;
    }
    // Versions that ask the same become one fact: learned facts and messages are then about all of them.
    const std::size_t key = (others.hash() * 31 + package) * 31 + dependency.package;
    const auto [first, last] = m_dependencies.equal_range(key);
    for (auto entry = first; entry != last; ++entry) {
        const Incompatibility &known = m_incompatibilities[entry->second];
        const bool same = known.terms.front().package == package
            && (known.terms.size() == 1 ? others.isFull()
                                        : known.terms[1].package == dependency.package && known.terms[1].set == others);
        if (!same)
            continue;
        if (dependers.within(known.terms.front().set))
            return;
        fact.terms = known.terms;
        fact.note = known.note;
        fact.terms.front().set |= dependers;
        const IncompatibilityId before = std::exchange(entry->second, store(std::move(fact)));
        replaceWatched(before, entry->second);
        return;
    }
    fact.terms.push_back({package, std::move(dependers)});
    if (!others.isFull())
        fact.terms.push_back({dependency.package, std::move(others)});
    const IncompatibilityId id = store(std::move(fact));
    m_dependencies.emplace(key, id);
    watch(id);
}

void Solver::replaceWatched(IncompatibilityId before, IncompatibilityId after)
{
    for (const Term &term : m_incompatibilities[before].terms) {
        Package &package = m_packages[term.package];
        if (const std::ptrdiff_t only = term.set.single(); only >= 0)
            std::erase(package.exact[std::size_t(only)], before);
        else
            std::erase_if(package.watched, [before](const Watch &watch) { return watch.id == before; });
    }
    watch(after);
}

Result<void> Solver::decide(PackageId id)
{
    ChoiceSet candidates = m_packages[id].possible;
    const Rank version = m_provider.choose(id, candidates);
    DOSIRAK_TRY(expansion, m_provider.expand(id, version));
    ++m_statistics.decisions;
    const std::size_t versions = candidates.versions();
    if (!expansion.usable) {
        forbid(id, ChoiceSet::of(versions, version), Cause::Unusable, expansion.note);
        return {};
    }
    bool contradicted = false;
    for (const Dependency &dependency : expansion.dependencies) {
        addDependency(id, version, dependency);
        const bool violated = dependency.package == id ? !dependency.allowed.has(version)
                                                       : !m_packages[dependency.package].possible.meets(dependency.allowed);
        if (violated && !contradicted)
            blame({{dependency.package, {}}}, id);
        contradicted = contradicted || violated;
    }
    if (contradicted) {
        ++m_statistics.conflicts;
        return {};
    }
    m_levelStamps.push_back(++m_lastStamp);
    m_packages[id].decision = version;
    assign(id, ChoiceSet::of(versions, version), decided);
    return {};
}

void Solver::foreseeChanged()
{
    for (const PackageId id : std::exchange(m_changed, {})) {
        m_packages[id].changed = false;
        if (!m_packages[id].decision && !m_packages[id].possible.mayBeAbsent())
            m_provider.foresee(id, m_packages[id].possible);
    }
}

Result<Solver::Outcome> Solver::solve(const std::stop_token &stop)
{
    Outcome outcome;
    while (true) {
        if (stop.stop_requested())
            return cancelled();
        if (const auto conflict = propagate()) {
            if (!learn(*conflict)) {
                outcome.failure = IncompatibilityId(m_incompatibilities.size() - 1);
                return outcome;
            }
            continue;
        }
        if (std::exchange(m_restart, false) && level() > 0) {
            backjump(0);
            for (PackageId id = 0; id < m_packages.size(); ++id)
                enqueue(id);
            continue;
        }
        foreseeChanged();
        const auto package = next();
        if (!package)
            break;
        DOSIRAK_CHECK(decide(*package));
    }
    outcome.solved = true;
    for (const Package &package : m_packages)
        outcome.selected.push_back(package.decision);
    return outcome;
}

} // namespace dosirak::python::pubgrub
