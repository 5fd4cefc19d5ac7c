// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/index_client.h"
#include "python/metadata_source.h"
#include "python/pubgrub.h"
#include "python/wheel_resolver_input.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dosirak::python {

/// The world of one resolve: what the indexes and files say, as the solver's packages, versions and needs. An extra is a
/// package of its own, "name[extra]". While it waits for one answer, it follows likely needs ahead of the solver, so that
/// most answers are there when they are asked for; that only warms, and never changes what the solver is told.
class Universe final : public pubgrub::Provider
{
public:
    Universe(const ResolverInput &input, IndexClient &pages, MetadataSource &files, Inbox &inbox, std::stop_token stop,
             ProgressSink progress);

    /// Tells the solver what is asked for. Errors: NotFound (no index knows a name), those of the pages, Cancelled.
    [[nodiscard]] Result<void> begin(pubgrub::Solver &solver);

    pubgrub::Rank choose(pubgrub::PackageId package, const pubgrub::ChoiceSet &allowed) override;
    Result<pubgrub::Expansion> expand(pubgrub::PackageId package, pubgrub::Rank version) override;
    void foresee(pubgrub::PackageId package, const pubgrub::ChoiceSet &allowed) override;

    struct Package {
        std::string name;
        std::string extra;                                 ///< empty: the package itself
        std::shared_ptr<const Project> project;            ///< null: no index knows it
    };
    [[nodiscard]] const Package &package(pubgrub::PackageId id) const { return m_packages[id]; }
    [[nodiscard]] std::size_t packageCount() const { return m_packages.size(); }
    /// The text of a fact: the requirement, or why a version is of no use.
    [[nodiscard]] const std::string &note(std::uint32_t note) const { return m_notes[note]; }
    [[nodiscard]] const ResolverInput &input() const { return m_input; }
    [[nodiscard]] const IndexClient &pages() const { return m_pages; }
    /// What is known of a file that was expanded.
    [[nodiscard]] const FileMetadata &metadata(const Candidate &candidate) const;
    /// Names that a version with an extra ("" for none) asks for on the target.
    [[nodiscard]] Result<const std::vector<Requirement> *> needs(const FileMetadata &file, const std::string &extra);

private:
    /// One project with the sets that requirements on it stand for.
    struct View {
        std::shared_ptr<const Project> project;
        std::unordered_map<std::string, pubgrub::ChoiceSet> sets; ///< by specifier text
    };
    struct Guess {
        SpecifierSet specifier;
        std::vector<std::string> extras;
    };

    [[nodiscard]] Result<void> waitForPages(const std::vector<std::string> &names);
    [[nodiscard]] View &view(const std::string &name);
    [[nodiscard]] const pubgrub::ChoiceSet &allowed(const std::string &name, const SpecifierSet &specifier);
    [[nodiscard]] pubgrub::ChoiceSet allowedAnew(const View &view, const std::string &name,
                                                 const SpecifierSet &specifier) const;
    [[nodiscard]] pubgrub::PackageId ensure(const std::string &name, const std::string &extra);
    void constrain(pubgrub::PackageId id, const std::string &name);
    void addDependencies(const Requirement &requirement, std::vector<pubgrub::Dependency> &dependencies);
    [[nodiscard]] std::uint32_t newNote(std::string text);
    [[nodiscard]] std::string whyUnusable(const Package &package, const Candidate &candidate) const;
    [[nodiscard]] pubgrub::Rank preferred(const std::string &name, const View &view,
                                          const pubgrub::ChoiceSet &allowed) const;

    void guess(const Requirement &requirement);
    void pageCame(const std::string &name);
    void followGuess(const std::string &name, const Guess &guess);
    void metadataCame(const Candidate &candidate);
    void followNeeds(const Candidate &candidate, const std::string &extra);

    const ResolverInput &m_input;
    IndexClient &m_pages;
    MetadataSource &m_files;
    Inbox &m_inbox;
    std::stop_token m_stop;
    ProgressSink m_progress;
    pubgrub::Solver *m_solver = nullptr;
    std::vector<Package> m_packages;                       ///< by solver id
    std::map<std::string, pubgrub::PackageId> m_ids;       ///< "name" and "name[extra]"
    std::unordered_map<std::string, View> m_views;
    std::unordered_map<std::string, std::vector<Requirement>> m_needs; ///< by file and extra
    std::vector<std::string> m_notes;
    std::unordered_map<pubgrub::PackageId, int> m_foreseen;
    std::unordered_map<std::string, std::vector<Guess>> m_guesses;     ///< waiting for their page
    std::unordered_map<std::string, std::set<std::string>> m_followed; ///< by file: extras whose needs are to be guessed
    std::unordered_set<std::string> m_guessed;
};

} // namespace dosirak::python
