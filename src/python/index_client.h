// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/index_client_inbox.h"
#include "python/index_client_project.h"
#include "python/index_client_web.h"
#include "python/wheel_resolver.h"

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace dosirak::python {

/// Reads the pages of projects, many at once, each once. By the first-index rule, a project has one index.
/// Thread: one owner (the inbox's); the reading itself is done on pool threads.
class IndexClient
{
public:
    struct Settings {
        std::vector<WheelIndex> indexes;       ///< with their URLs, none empty
        std::shared_ptr<const WheelTarget> target;
        std::map<std::string, ProjectPolicy> policies; ///< by project; linuxTag is taken from the index
        ProjectPolicy otherwise;               ///< for all other projects
        std::map<std::string, std::string> urls; ///< projects that come from one URL, whatever the indexes have
        std::chrono::seconds freshFor{600};
    };

    IndexClient(Settings settings, std::shared_ptr<Web> web, std::shared_ptr<Inbox> inbox);

    /// Begins to read the page of @p name (normalised), unless that was begun already.
    void ask(const std::string &name);
    /// Whether the answer is there.
    [[nodiscard]] bool has(const std::string &name) const;
    /// The answer, when it is there. A null pointer: no index knows the project.
    [[nodiscard]] const Result<std::shared_ptr<const Project>> &get(const std::string &name) const;
    /// Called on the owner's thread for each answer as it comes.
    std::function<void(const std::string &name)> onPage;

    [[nodiscard]] const std::vector<WheelIndex> &indexes() const { return m_settings->indexes; }
    /// The indexes that are asked for a project, in order.
    [[nodiscard]] std::vector<std::size_t> indexesFor(const std::string &name) const;
    /// Looks whether indexes after the one that gave @p name know a project of that name as well. By the first-index rule
    /// that changes nothing; it is what an attack by a taken name looks like, and people should hear of it (PEP 708).
    /// Indexes that the projects themselves declare to be the same are not counted, and those that do not answer neither.
    void askOthers(const std::string &name);
    [[nodiscard]] bool hasOthers(const std::string &name) const;
    /// Positions in indexes(), ascending.
    [[nodiscard]] const std::vector<std::size_t> &others(const std::string &name) const { return m_others.at(name).alsoOn; }

    [[nodiscard]] int pages() const { return m_pages; }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    using Answer = Result<std::shared_ptr<const Project>>;
    struct Entry {
        std::vector<std::size_t> indexes;
        std::size_t next = 0;
        std::optional<Answer> answer;
    };

    void askNext(const std::string &name);
    void askUrl(const std::string &name, const std::string &url);
    void askFolder(const std::string &name, std::size_t index, const std::string &folder);
    void askWeb(const std::string &name, std::size_t index);
    void settle(const std::string &name, Answer answer);
    [[nodiscard]] ProjectPolicy policyFor(const std::string &name, std::size_t index) const;

    std::shared_ptr<const Settings> m_settings;
    std::shared_ptr<Web> m_web;
    std::shared_ptr<Inbox> m_inbox;
    struct Others {
        std::size_t open = 0;              ///< answers that are still to come
        std::vector<std::size_t> alsoOn;
    };
    void otherCame(const std::string &name, std::size_t index, const SimplePage *page);
    [[nodiscard]] std::string pageUrl(const std::string &name, std::size_t index) const;

    std::unordered_map<std::string, Entry> m_entries;
    std::unordered_map<std::string, Others> m_others;
    int m_pages = 0;
    int m_requests = 0;
};

/// Whether a project is meant by one of an index's patterns: a name, or a prefix with "*" at its end.
[[nodiscard]] bool matchesPattern(const std::string &name, const std::string &pattern);

/// The folder that a URL or path of an index means, or nothing when it is on the web.
[[nodiscard]] std::optional<QString> indexFolder(const std::string &url);

/// The page of a project in a folder: <folder>/<name>/index.html, the files of <folder>/<name>/, or those files right in
/// the folder that are of this project. Nothing when there is none of it. Errors: Io, Invalid.
[[nodiscard]] Result<std::optional<SimplePage>> folderPage(const QString &folder, const std::string &name);

} // namespace dosirak::python
