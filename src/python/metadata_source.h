// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/index_client_inbox.h"
#include "python/index_client_project.h"
#include "python/index_client_web.h"
#include "python/metadata.h"

#include <QString>
#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

namespace dosirak::python {

/// What a file says about itself. Immutable.
struct FileMetadata {
    Metadata metadata;
    std::vector<std::string> buildRequires;  ///< of a source archive: [build-system] requires
    std::vector<std::string> fetchesFrom;    ///< of a source archive: see SdistContents
};

/// Reads METADATA of single files, many at once, each once: from the disk (kept for ever by the file's SHA-256: a wheel's
/// metadata never changes), from beside the file (PEP 658), from the file's end by an HTTP range, or from a local file.
/// Thread: one owner (the inbox's); the reading itself is done on pool threads.
class MetadataSource
{
public:
    /// @p cacheFolder may be empty: nothing is kept.
    MetadataSource(const QString &cacheFolder, std::shared_ptr<Web> web, std::shared_ptr<Inbox> inbox);

    /// Begins to read, unless that was begun already. @p project is its normalised name.
    void ask(const std::string &project, const Candidate &candidate);
    [[nodiscard]] bool has(const Candidate &candidate) const;
    /// The answer, when it is there. An error of code Invalid or Unsupported says that the file is of no use to anybody.
    [[nodiscard]] const Result<std::shared_ptr<const FileMetadata>> &get(const Candidate &candidate) const;
    /// Called on the owner's thread for each answer as it comes.
    std::function<void(const std::string &project, const Candidate &candidate)> onMetadata;

    [[nodiscard]] int read() const { return m_read; }
    [[nodiscard]] int requests() const { return *m_requests; }

private:
    using Answer = Result<std::shared_ptr<const FileMetadata>>;

    QString m_cacheFolder;
    std::shared_ptr<Web> m_web;
    std::shared_ptr<Inbox> m_inbox;
    std::unordered_map<std::string, std::optional<Answer>> m_answers; ///< by URL
    int m_read = 0;
    std::shared_ptr<std::atomic<int>> m_requests;
};

} // namespace dosirak::python
