// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "debian/index_fetcher.h"
#include "debian/sources.h"

#include <QDateTime>
#include <QString>
#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace dosirak::debian {

/// What is to be installed, on top of what, from where. A plain value.
struct DebRequest {
    std::vector<std::string> packages;          ///< name, name:arch, name=version, name/release; a path with a "/" that ends in .deb
    std::vector<Source> sources;                ///< in apt's order: the first that has a version gives its URL
    std::vector<std::string> localDebs;         ///< paths of .deb files that count as available (and are not asked for by that)
    std::string architecture = "amd64";         ///< Debian architecture of the target
    std::vector<std::string> foreignArchitectures;
    std::optional<std::string> statusText;      ///< dpkg status of the base image; none: an empty root
    std::string preferences;                    ///< apt_preferences(5) text
    std::string targetRelease;                  ///< APT::Default-Release: codename, suite or version; empty: none
    bool recommends = false;
    bool allowRemovals = false;                 ///< packages of the base image may go, as with apt-get -y; never essential ones
    std::vector<std::string> held;              ///< names whose installed version stays, and which are not newly installed
    std::vector<std::string> forbidden;         ///< names that must not be installed
    QString cacheFolder;                        ///< for parsed indexes; empty: nothing is kept
    QDateTime now;                              ///< UTC, for Valid-Until; invalid: the clock
};

/// One .deb of the answer.
struct DebPackage {
    std::string name;
    std::string version;
    std::string architecture;                   ///< "amd64", "all", …
    std::string url;                            ///< absolute; file:// for a local file
    std::string fileName;                       ///< a safe file name: "libc6_2.36-9_amd64.deb", the epoch's colon as %3a
    std::int64_t size = -1;                     ///< bytes
    std::string sha256;                         ///< 64 lower-case hex digits; empty: the index has none, hash it when it is synced
    std::string sourceName;                     ///< source package
    std::string sourceVersion;
    std::string source;                         ///< Source::name of the repository (or what stands for it)
    std::string stanza;                         ///< its paragraph of the index, for the local index (repo_index.h)
    std::vector<std::string> why;               ///< shortest chain of names from a requested package to this one, both included
    std::vector<std::string> needs;             ///< names in this answer that it Depends or Pre-Depends on, sorted
    std::string replaces;                       ///< version of the base image that it upgrades; empty: new
    bool direct = false;                        ///< asked for by the request itself
};

/// A package of the base image that would have to go.
struct DebRemoval {
    std::string name;                           ///< "foo", or "foo:i386" for a foreign one
    std::string version;
};

/// One index file that was used.
struct DebIndexSnapshot {
    std::string source;                         ///< Source::name, or what stands for it
    std::string url;                            ///< of the InRelease (or Release) file
    std::string sha256;                         ///< of that file
    std::string date;                           ///< its Date field, as written
    bool signatureChecked = false;              ///< false: taken as `trusted`
};

struct DebStatistics {
    int indexes = 0;                            ///< Packages files used
    int parsed = 0;                             ///< of these: not in the cache, parsed anew
    std::chrono::microseconds loading{0};       ///< fetching, verifying, parsing
    std::chrono::microseconds solving{0};
    bool repaired = false;                      ///< the walk met a dead end and the referee chose otherwise
};

struct DebResolution {
    std::vector<DebPackage> packages;           ///< sorted by name, then architecture; only what is to be installed or upgraded
    std::vector<DebRemoval> removals;           ///< sorted by name; empty unless the request allows them
    std::vector<DebIndexSnapshot> snapshots;
    std::vector<QString> notices;               ///< for people: unsigned sources, versions with two hashes, half-installed packages, …
    DebStatistics statistics;
};

/// Adds to the request's foreign architectures those that its sources name (Architectures) and those of `name:arch`.
void addForeignArchitectures(DebRequest &request);

/// The set of packages that `apt-get install` would install (removing some only where the request allows it), got in three steps: apt's candidate
/// policy, apt's walk of dependencies, and libsolv, which proves, repairs or refuses. Equal inputs give equal answers on
/// any host. @p fetcher is asked for Release and Packages files (file: URLs are read here).
/// Thread: a worker thread; blocks until done.
/// Errors: Usage (no packages, unknown architecture), Invalid (broken preferences, status, index or .deb), NotFound (no source
/// has a name that was asked for), Unsolvable (what: the headline; detail: the chain of reasons, a line each; hint), Integrity
/// (signature, hash or date of an index), MissingTool (gpgv), Network, Refused, Io, Cancelled.
[[nodiscard]] Result<DebResolution> resolveDebs(const DebRequest &request, IndexFetcher &fetcher,
                                                const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::debian
