// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver_explain.h"

#include "base/json.h"
#include "base/tr.h"

#include <algorithm>
#include <map>
#include <set>

namespace dosirak::python {

using namespace Qt::StringLiterals;
using pubgrub::Cause;
using pubgrub::ChoiceSet;
using pubgrub::Incompatibility;
using pubgrub::IncompatibilityId;
using pubgrub::PackageId;
using pubgrub::Rank;
using pubgrub::Term;

namespace {

constexpr int mostRanges = 4;
constexpr int mostLines = 40;
constexpr int mostFacts = 8;

QString nameOf(const Universe::Package &package)
{
    return fromStd(package.extra.empty() ? package.name : package.name + '[' + package.extra + ']');
}

QString joined(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return coreTr("%1 and %2", "the last two of a list").arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.last());
}

/// Runs of neighbours in a set: first and last rank of each.
std::vector<std::pair<Rank, Rank>> runsOf(const ChoiceSet &set)
{
    std::vector<std::pair<Rank, Rank>> runs;
    set.forEachVersion([&runs](Rank rank) {
        if (!runs.empty() && runs.back().second + 1 == rank)
            runs.back().second = rank;
        else
            runs.emplace_back(rank, rank);
    });
    return runs;
}

/// Why a project has no version that fits, from what its page has: the most frequent reason, with the newest such version.
QString whyNothing(const Universe::Package &package, const WheelTarget &target)
{
    if (!package.project)
        return coreTr("no index knows %1").arg(fromStd(package.name));
    const auto &leftOut = package.project->leftOut;
    if (leftOut.empty())
        return coreTr("%1 has no files").arg(fromStd(package.name));
    const LeftOut &newest = leftOut.back();
    const QString what = fromStd(package.name + ' ' + newest.version.text());
    switch (newest.because) {
    case LeftOutBecause::Platform:
        return coreTr("%1 has no wheel for Python %2 on %3").arg(what, fromStd(target.fullVersion), fromStd(target.platform.text()));
    case LeftOutBecause::Python:
        return coreTr("%1 needs Python %2").arg(what, fromStd(newest.requiresPython));
    case LeftOutBecause::SourceOnly:
        return coreTr("%1 is only there as a source archive").arg(what);
    case LeftOutBecause::TooNew:
        return coreTr("%1 is newer than the date that is allowed").arg(what);
    case LeftOutBecause::Hash:
        return coreTr("no file of %1 has one of the hashes that are allowed").arg(what);
    }
    return {};
}

class Explainer
{
public:
    Explainer(const pubgrub::Solver &solver, const Universe &universe) : m_solver(solver), m_universe(universe) {}

    Explanation run(IncompatibilityId failure)
    {
        tell(failure);
        Error error;
        error.code = ErrorCode::Unsolvable;
        error.what = m_asked.size() == 1 ? coreTr("No set of wheels gives %1.").arg(*m_asked.begin())
                                         : coreTr("No set of wheels gives all of these: %1.").arg(someOf(m_asked));
        error.hint = hint();
        error.detail = m_lines.join(u'\n');
        return {error, m_archives};
    }

private:
    [[nodiscard]] const Universe::Package &package(PackageId id) const { return m_universe.package(id); }

    static QString someOf(const QStringList &list)
    {
        QStringList some = list.mid(0, mostFacts);
        if (list.size() > mostFacts)
            some.append(coreTr("%n more", nullptr, int(list.size()) - mostFacts));
        return joined(some);
    }

    /// One line for a derived incompatibility, after those that it rests on. Iterative: derivations can be deep.
    void tell(IncompatibilityId failure)
    {
        std::vector<std::pair<IncompatibilityId, std::size_t>> path = {{failure, 0}};
        std::set<IncompatibilityId> seen = {failure};
        while (!path.empty()) {
            const IncompatibilityId id = path.back().first;
            const auto &causes = m_solver.incompatibility(id).causes;
            if (path.back().second < causes.size()) {
                const IncompatibilityId cause = causes[path.back().second++];
                if (m_solver.incompatibility(cause).cause == Cause::Derived && seen.insert(cause).second)
                    path.emplace_back(cause, 0);
                continue;
            }
            path.pop_back();
            m_numbers[id] = int(m_numbers.size()) + 1;
            say(id, id == failure);
        }
        if (m_lines.size() > mostLines) {
            const int left = int(m_lines.size()) - mostLines;
            m_lines = m_lines.mid(m_lines.size() - mostLines);
            m_lines.prepend(coreTr("(%n earlier lines are left out.)", nullptr, left));
        }
    }

    void say(IncompatibilityId id, bool last)
    {
        QStringList reasons = reasonsOf(id);
        const qsizetype all = reasons.size();
        if (all > mostFacts) {
            reasons = reasons.mid(0, mostFacts);
            reasons.append(coreTr("%n more facts", nullptr, int(all) - mostFacts));
        }
        const QString because = joined(reasons);
        m_lines.append(last ? coreTr("Because %1, there is no solution.").arg(because)
                            : coreTr("(%1) Because %2: %3.").arg(QString::number(m_numbers.at(id)), because,
                                                                 conclusion(m_solver.incompatibility(id).terms)));
    }

    QStringList reasonsOf(IncompatibilityId id)
    {
        QStringList reasons;
        std::map<std::pair<PackageId, PackageId>, std::vector<const Incompatibility *>> needs;
        std::vector<std::pair<PackageId, PackageId>> order;
        const auto add = [&reasons](const QString &text) {
            if (!text.isEmpty() && !reasons.contains(text))
                reasons.append(text);
        };
        for (const IncompatibilityId cause : m_solver.incompatibility(id).causes) {
            const Incompatibility &fact = m_solver.incompatibility(cause);
            switch (fact.cause) {
            case Cause::Requirement:
                add(requirementText(fact));
                break;
            case Cause::Constraint:
                note(m_constraints, fromStd(m_universe.note(fact.note)));
                add(coreTr("you allow only %1").arg(fromStd(m_universe.note(fact.note))));
                break;
            case Cause::Unusable:
                add(fromStd(m_universe.note(fact.note)));
                break;
            case Cause::SameVersion:
                break;
            case Cause::Derived:
                add(u"(%1)"_s.arg(m_numbers.at(cause)));
                break;
            case Cause::Dependency: {
                const PackageId other = fact.terms.size() > 1 ? fact.terms[1].package : ~PackageId{0};
                const auto key = std::pair(fact.terms.front().package, other);
                // Without a second term there is no set to join: each such fact has a text of its own.
                if (fact.terms.size() < 2) {
                    add(needText({&fact}));
                } else {
                    if (needs[key].empty())
                        order.push_back(key);
                    needs[key].push_back(&fact);
                }
                break;
            }
            }
        }
        for (const auto &key : order)
            add(needText(needs.at(key)));
        return reasons;
    }

    static void note(QStringList &list, const QString &text)
    {
        if (!list.contains(text))
            list.append(text);
    }

    /// "…, of which …": what is known when nothing at all fits a requirement.
    QString nothingFits(const std::string &requirementText)
    {
        const auto requirement = Requirement::parse(requirementText);
        if (!requirement)
            return {};
        for (PackageId id = 0; id < m_universe.packageCount(); ++id) {
            const Universe::Package &of = package(id);
            if (of.name != requirement->normalizedName || !of.extra.empty())
                continue;
            if (of.project)
                noteSources(of, requirement->specifier);
            return rejected(of, requirement->specifier);
        }
        return {};
    }

    void noteSources(const Universe::Package &of, const SpecifierSet &specifier)
    {
        const LeftOut *newest = nullptr;
        for (const LeftOut &left : of.project->leftOut)
            if (left.because == LeftOutBecause::SourceOnly && specifier.matches(left.version))
                newest = &left;
        if (newest == nullptr || m_sources.contains(fromStd(of.name)))
            return;
        m_sources.append(fromStd(of.name));
        m_archives.emplace_back(of.name, Candidate{newest->version, newest->file, true});
    }

    QString rejected(const Universe::Package &of, const SpecifierSet &specifier) const
    {
        const WheelTarget &target = *m_universe.input().target;
        if (!of.project)
            return whyNothing(of, target);
        Universe::Package narrowed = of;
        auto project = std::make_shared<Project>(*of.project);
        std::erase_if(project->leftOut, [&](const LeftOut &left) { return !specifier.matches(left.version); });
        narrowed.project = project;
        if (!project->leftOut.empty())
            return whyNothing(narrowed, target);
        if (of.project->versions.empty())
            return whyNothing(of, target);
        return coreTr("there are %1").arg(rangesText(ChoiceSet::full(of.project->versions.size()), of).isEmpty()
                                              ? fromStd(of.name)
                                              : coreTr("%1 to %2").arg(fromStd(of.name + ' ' + of.project->versions.front().version.text()),
                                                                       fromStd(of.project->versions.back().version.text())));
    }

    QString requirementText(const Incompatibility &fact)
    {
        const std::string &text = m_universe.note(fact.note);
        note(m_asked, fromStd(text));
        if (!fact.terms.empty())
            return coreTr("you ask for %1").arg(fromStd(text));
        return coreTr("you ask for %1, which nothing fits (%2)").arg(fromStd(text), nothingFits(text));
    }

    QString needText(const std::vector<const Incompatibility *> &facts)
    {
        const Incompatibility &first = *facts.front();
        ChoiceSet dependers = first.terms.front().set;
        for (const Incompatibility *fact : facts)
            dependers |= fact->terms.front().set;
        const PackageId depender = first.terms.front().package;
        const QString who = rangesText(dependers, package(depender));
        const std::string &text = m_universe.note(first.note);
        if (first.terms.size() == 1)
            return coreTr("%1 needs %2, which nothing fits (%3)").arg(who, fromStd(text), nothingFits(text));
        if (facts.size() == 1)
            return coreTr("%1 needs %2").arg(who, fromStd(text));
        ChoiceSet needed = first.terms[1].set.inverted();
        for (const Incompatibility *fact : facts)
            needed |= fact->terms[1].set.inverted();
        return coreTr("%1 needs, each version its own, some of %2").arg(who, rangesText(needed, package(first.terms[1].package)));
    }

    /// What follows when not all of the terms can hold.
    QString conclusion(const std::vector<Term> &terms) const
    {
        QStringList conditions;
        QStringList wanted;
        for (const Term &term : terms) {
            const bool negative = term.set.mayBeAbsent();
            (negative ? wanted : conditions).append(negative ? rangesText(term.set.inverted(), package(term.package))
                                                             : rangesText(term.set, package(term.package)));
        }
        if (wanted.isEmpty())
            return terms.size() == 1 ? coreTr("%1 cannot be taken").arg(conditions.first())
                                     : coreTr("%1 do not go together").arg(joined(conditions));
        const QString needed = wanted.size() == 1 ? wanted.first() : wanted.join(coreTr(" or "));
        return conditions.isEmpty() ? coreTr("%1 is needed").arg(needed)
                                    : coreTr("%1 needs %2").arg(joined(conditions), needed);
    }

    QString hint() const
    {
        QStringList ways;
        if (!m_sources.isEmpty())
            ways.append(coreTr("allow %1 as a source archive, or find a wheel of it").arg(joined(m_sources)));
        if (!m_constraints.isEmpty())
            ways.append(coreTr("drop the limit %1").arg(someOf(m_constraints)));
        if (m_asked.size() > 1)
            ways.append(coreTr("ask for another version of one of %1").arg(someOf(m_asked)));
        else if (!m_asked.isEmpty())
            ways.append(coreTr("ask for another version than %1").arg(m_asked.first()));
        ways.append(coreTr("choose another Python or platform"));
        return coreTr("What can be done: %1.").arg(ways.join(u"; "_s));
    }

    const pubgrub::Solver &m_solver;
    const Universe &m_universe;
    std::map<IncompatibilityId, int> m_numbers;
    QStringList m_lines;
    QStringList m_asked;
    QStringList m_constraints;
    QStringList m_sources;
    std::vector<std::pair<std::string, Candidate>> m_archives;
};

} // namespace

QString rangesText(const ChoiceSet &set, const Universe::Package &package)
{
    const QString name = nameOf(package);
    const auto runs = runsOf(set);
    if (!package.project || runs.empty())
        return coreTr("no version of %1").arg(name);
    const auto &versions = package.project->versions;
    if (set.countVersions() == versions.size())
        return name;
    const auto version = [&versions](Rank rank) { return fromStd(versions[rank].version.text()); };
    QStringList parts;
    for (const auto &[first, last] : runs) {
        if (first == last)
            parts.append(version(first));
        else if (last + 1 == versions.size())
            parts.append(coreTr("%1 and newer").arg(version(first)));
        else if (first == 0)
            parts.append(coreTr("up to %1").arg(version(last)));
        else
            parts.append(coreTr("%1 to %2").arg(version(first), version(last)));
    }
    if (parts.size() > mostRanges)
        return coreTr("%1 (%2 of its versions from %3 to %4)").arg(name, QString::number(set.countVersions()), version(runs.front().first),
                                                       version(runs.back().second));
    return name + u' ' + parts.join(u", "_s);
}

Explanation explainFailure(const pubgrub::Solver &solver, IncompatibilityId failure, const Universe &universe)
{
    return Explainer(solver, universe).run(failure);
}

} // namespace dosirak::python
