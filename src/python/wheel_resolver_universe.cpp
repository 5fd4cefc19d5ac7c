// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver_universe.h"

#include "base/json.h"
#include "base/tr.h"

#include <algorithm>

namespace dosirak::python {

using pubgrub::ChoiceSet;
using pubgrub::Dependency;
using pubgrub::Expansion;
using pubgrub::PackageId;
using pubgrub::Rank;

namespace {

/// The most versions of one package whose metadata is fetched ahead when the solver goes down its history.
constexpr int mostAhead = 32;

/// A pin to one version: "==1.0" or "===1.0", not "==1.*".
bool pins(const SpecifierSet &specifier, const Version &version)
{
    for (const Specifier &clause : specifier.specifiers()) {
        const bool exact = clause.op() == Specifier::Operator::Arbitrary
            || (clause.op() == Specifier::Operator::Equal && !clause.version().ends_with('*'));
        if (exact && clause.matches(version))
            return true;
    }
    return false;
}

} // namespace

Universe::Universe(const ResolverInput &input, IndexClient &pages, MetadataSource &files, Inbox &inbox,
                   std::stop_token stop, ProgressSink progress)
    : m_input(input), m_pages(pages), m_files(files), m_inbox(inbox), m_stop(std::move(stop)),
      m_progress(std::move(progress))
{
    m_pages.onPage = [this](const std::string &name) { pageCame(name); };
    m_files.onMetadata = [this](const std::string &, const Candidate &candidate) { metadataCame(candidate); };
}

std::uint32_t Universe::newNote(std::string text)
{
    m_notes.push_back(std::move(text));
    return std::uint32_t(m_notes.size() - 1);
}

Result<void> Universe::waitForPages(const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        m_pages.ask(name);
    for (const std::string &name : names) {
        if (!m_inbox.runUntil([&] { return m_pages.has(name); }, m_stop))
            return cancelled();
        if (const auto &page = m_pages.get(name); !page)
            return tl::unexpected(page.error());
    }
    return {};
}

Universe::View &Universe::view(const std::string &name)
{
    const auto [entry, isNew] = m_views.try_emplace(name);
    if (isNew)
        if (const auto &page = m_pages.get(name); page)
            entry->second.project = *page;
    return entry->second;
}

const ChoiceSet &Universe::allowed(const std::string &name, const SpecifierSet &specifier)
{
    View &of = view(name);
    const auto [entry, isNew] = of.sets.try_emplace(specifier.text());
    if (isNew)
        entry->second = allowedAnew(of, name, specifier);
    return entry->second;
}

ChoiceSet Universe::allowedAnew(const View &of, const std::string &name, const SpecifierSet &specifier) const
{
    if (!of.project)
        return ChoiceSet(0);
    const auto &versions = of.project->versions;
    const bool fromUrl = m_input.urls.contains(name);
    const bool pre = m_input.prereleases.contains(name) || specifier.namesPrerelease() || fromUrl;
    const auto constraints = m_input.constraints.find(name);
    ChoiceSet finals(versions.size());
    ChoiceSet prereleases(versions.size());
    for (Rank rank = 0; rank < versions.size(); ++rank) {
        const Candidate &candidate = versions[rank];
        if (!fromUrl && !specifier.matches(candidate.version))
            continue;
        bool pinned = pins(specifier, candidate.version);
        if (constraints != m_input.constraints.end())
            for (const SpecifierSet &constraint : constraints->second)
                pinned = pinned || pins(constraint, candidate.version);
        // PEP 592: a yanked file is ignored, unless it is what a pin names.
        if (candidate.file.yanked && !pinned)
            continue;
        (candidate.version.isPrerelease() && !pre ? prereleases : finals).add(rank);
    }
    return finals.empty() ? prereleases : finals;
}

PackageId Universe::ensure(const std::string &name, const std::string &extra)
{
    const std::string key = extra.empty() ? name : name + '[' + extra + ']';
    if (const auto known = m_ids.find(key); known != m_ids.end())
        return known->second;
    const View &of = view(name);
    const std::size_t versions = of.project ? of.project->versions.size() : 0;
    std::optional<PackageId> base;
    if (!extra.empty())
        base = ensure(name, {});
    const PackageId id = m_solver->addPackage(versions);
    m_packages.push_back({name, extra, of.project});
    m_ids.emplace(key, id);
    if (base)
        m_solver->addExtra(id, *base);
    else
        constrain(id, name);
    return id;
}

void Universe::constrain(PackageId id, const std::string &name)
{
    const auto constraints = m_input.constraints.find(name);
    const auto &project = m_packages[id].project;
    if (constraints == m_input.constraints.end() || !project)
        return;
    for (const SpecifierSet &constraint : constraints->second) {
        ChoiceSet outside(project->versions.size());
        for (Rank rank = 0; rank < project->versions.size(); ++rank)
            if (!constraint.matches(project->versions[rank].version))
                outside.add(rank);
        m_solver->forbid(id, outside, pubgrub::Cause::Constraint, newNote(name + constraint.text()));
    }
}

Result<void> Universe::begin(pubgrub::Solver &solver)
{
    m_solver = &solver;
    std::vector<std::string> names;
    for (const Requirement &requirement : m_input.direct) {
        guess(requirement);
        names.push_back(requirement.normalizedName);
    }
    // On a relock the pages of the whole last closure are asked for at once.
    for (const auto &[name, version] : m_input.preferences)
        guess(Requirement{name, name, {}, {}, {}, {}});
    DOSIRAK_CHECK(waitForPages(names));
    for (const Requirement &requirement : m_input.direct)
        if (!view(requirement.normalizedName).project)
            return fail(ErrorCode::NotFound,
                        coreTr("No index knows a package named “%1”.").arg(fromStd(requirement.normalizedName)),
                        coreTr("Check the spelling, and whether the package is pinned to the right index."));
    for (const Requirement &requirement : m_input.direct) {
        const ChoiceSet &set = allowed(requirement.normalizedName, requirement.specifier);
        const std::uint32_t note = newNote(requirement.text());
        m_solver->require(ensure(requirement.normalizedName, {}), set, note);
        for (const std::string &extra : requirement.normalizedExtras())
            m_solver->require(ensure(requirement.normalizedName, extra), set, note);
    }
    return {};
}

Rank Universe::preferred(const std::string &name, const View &of, const ChoiceSet &allowed) const
{
    const auto preference = m_input.preferences.find(name);
    if (preference != m_input.preferences.end() && !m_input.upgradeAll && !m_input.movable.contains(name)) {
        const auto &versions = of.project->versions;
        const auto at = std::lower_bound(versions.begin(), versions.end(), preference->second,
                                         [](const Candidate &c, const Version &v) { return c.version < v; });
        if (at != versions.end() && at->version == preference->second && allowed.has(Rank(at - versions.begin())))
            return Rank(at - versions.begin());
    }
    return Rank(allowed.newest());
}

Rank Universe::choose(PackageId id, const ChoiceSet &allowed)
{
    return preferred(m_packages[id].name, view(m_packages[id].name), allowed);
}

void Universe::foresee(PackageId id, const ChoiceSet &allowed)
{
    const Package package = m_packages[id];
    if (!package.project || allowed.newest() < 0)
        return;
    m_files.ask(package.name, package.project->versions[choose(id, allowed)]);
    // Seen again and again, the solver is on its way down: more and more is fetched ahead.
    const int ahead = std::min(1 << std::min(m_foreseen[id]++, 6), mostAhead) - 2;
    ChoiceSet rest = allowed;
    for (int i = 0; i < ahead && rest.newest() >= 0; ++i) {
        const auto rank = Rank(rest.newest());
        m_files.ask(package.name, package.project->versions[rank]);
        rest.remove(rank);
    }
}

const FileMetadata &Universe::metadata(const Candidate &candidate) const
{
    return **m_files.get(candidate);
}

Result<const std::vector<Requirement> *> Universe::needs(const FileMetadata &file, const std::string &extra)
{
    const std::string key = file.metadata.normalizedName + ' ' + file.metadata.version.text() + ' ' + extra;
    const auto [entry, isNew] = m_needs.try_emplace(key);
    if (!isNew)
        return &entry->second;
    std::vector<Requirement> found;
    for (const Requirement &requirement : file.metadata.requirements) {
        // What holds without the extra belongs to the package itself.
        if (!extra.empty() && (!requirement.marker || !requirement.marker->asksForExtra()))
            continue;
        const auto holds = m_input.holds(requirement, extra);
        if (!holds) {
            m_needs.erase(key);
            return tl::unexpected(holds.error());
        }
        if (*holds)
            for (Requirement &taken : m_input.instead(requirement))
                found.push_back(std::move(taken));
    }
    entry->second = std::move(found);
    return &entry->second;
}

std::string Universe::whyUnusable(const Package &package, const Candidate &candidate) const
{
    const auto &answer = m_files.get(candidate);
    const std::string what = package.name + ' ' + candidate.version.text();
    if (!answer)
        return what + ": " + toStd(answer.error().what);
    const FileMetadata &file = **answer;
    if (!file.fetchesFrom.empty())
        return toStd(coreTr("%1 is no source: while it is built it downloads its real parts by running pip against %2")
                         .arg(fromStd(what), fromStd(file.fetchesFrom.front())));
    if (file.metadata.requiresPython && !file.metadata.requiresPython->matches(m_input.target->version))
        return toStd(coreTr("%1 needs Python %2").arg(fromStd(what), fromStd(file.metadata.requiresPythonText)));
    return {};
}

void Universe::addDependencies(const Requirement &requirement, std::vector<Dependency> &dependencies)
{
    const ChoiceSet set = allowed(requirement.normalizedName, requirement.specifier);
    Requirement plain = requirement;
    plain.marker.reset();
    const std::uint32_t note = newNote(plain.text());
    dependencies.push_back({ensure(requirement.normalizedName, {}), set, note, {}});
    for (const std::string &extra : requirement.normalizedExtras())
        dependencies.push_back({ensure(requirement.normalizedName, extra), set, note, {}});
}

Result<Expansion> Universe::expand(PackageId id, Rank version)
{
    const Package package = m_packages[id];
    const Candidate &candidate = package.project->versions[version];
    report(m_progress, {coreTr("Choosing wheels"), fromStd(package.name), m_solver->statistics().decisions, 0,
                        Progress::Unit::Steps});
    m_files.ask(package.name, candidate);
    if (!m_inbox.runUntil([&] { return m_files.has(candidate); }, m_stop))
        return cancelled();
    const auto &answer = m_files.get(candidate);
    if (!answer && answer.error().code != ErrorCode::Invalid && answer.error().code != ErrorCode::Unsupported)
        return tl::unexpected(answer.error());
    Expansion expansion;
    const auto refuse = [&](std::string why) {
        expansion.usable = false;
        expansion.note = newNote(std::move(why));
        return expansion;
    };
    if (std::string why = whyUnusable(package, candidate); !why.empty())
        return refuse(std::move(why));
    const std::string what = package.name + ' ' + candidate.version.text();
    const auto needed = needs(**answer, package.extra);
    if (!needed)
        return refuse(what + ": " + toStd(needed.error().what));
    const std::vector<Requirement> wanted = **needed;
    std::vector<std::string> names;
    for (const Requirement &requirement : wanted) {
        if (!requirement.url.empty() && !m_input.urls.contains(requirement.normalizedName))
            return refuse(toStd(coreTr("%1 asks for a file by its URL: %2").arg(fromStd(what), fromStd(requirement.text()))));
        guess(requirement);
        names.push_back(requirement.normalizedName);
    }
    DOSIRAK_CHECK(waitForPages(names));
    for (const Requirement &requirement : wanted)
        addDependencies(requirement, expansion.dependencies);
    return expansion;
}

void Universe::guess(const Requirement &requirement)
{
    std::string key = requirement.normalizedName + ' ' + requirement.specifier.text();
    for (const std::string &extra : requirement.normalizedExtras())
        key += ' ' + extra;
    if (!m_guessed.insert(std::move(key)).second)
        return;
    const Guess guess{requirement.specifier, requirement.normalizedExtras()};
    const std::string &name = requirement.normalizedName;
    m_pages.ask(name);
    if (m_pages.has(name))
        followGuess(name, guess);
    else
        m_guesses[name].push_back(guess);
}

void Universe::pageCame(const std::string &name)
{
    const auto waiting = m_guesses.find(name);
    if (waiting == m_guesses.end())
        return;
    const std::vector<Guess> guesses = std::move(waiting->second);
    m_guesses.erase(waiting);
    for (const Guess &guess : guesses)
        followGuess(name, guess);
}

void Universe::followGuess(const std::string &name, const Guess &guess)
{
    const auto &page = m_pages.get(name);
    if (!page || !*page)
        return;
    ChoiceSet set = allowed(name, guess.specifier);
    if (const auto constraints = m_input.constraints.find(name); constraints != m_input.constraints.end())
        for (const SpecifierSet &constraint : constraints->second)
            set &= allowed(name, constraint);
    // What the solver knows by now narrows the guess, but never to nothing.
    if (const auto known = m_ids.find(name); known != m_ids.end() && m_solver->possible(known->second).meets(set))
        set &= m_solver->possible(known->second);
    if (set.newest() < 0)
        return;
    const Candidate &candidate = (*page)->versions[preferred(name, view(name), set)];
    std::set<std::string> &followed = m_followed[candidate.file.url];
    std::vector<std::string> extras = guess.extras;
    extras.emplace_back();
    for (const std::string &extra : extras)
        if (followed.insert(extra).second && m_files.has(candidate))
            followNeeds(candidate, extra);
    m_files.ask(name, candidate);
}

void Universe::metadataCame(const Candidate &candidate)
{
    const auto followed = m_followed.find(candidate.file.url);
    if (followed == m_followed.end())
        return;
    const std::set<std::string> extras = followed->second;
    for (const std::string &extra : extras)
        followNeeds(candidate, extra);
}

void Universe::followNeeds(const Candidate &candidate, const std::string &extra)
{
    const auto &answer = m_files.get(candidate);
    if (!answer)
        return;
    const auto needed = needs(**answer, extra);
    if (!needed)
        return;
    const std::vector<Requirement> wanted = **needed;
    for (const Requirement &requirement : wanted)
        if (requirement.url.empty())
            guess(requirement);
}

} // namespace dosirak::python
