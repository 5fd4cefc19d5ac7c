// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QDateTime>
#include <QString>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::python {

/// Where wheels come from. First-index rule: a package comes from the index that names it in `packages`, else from the
/// first index without `packages` that knows it. Versions of several indexes are never mixed (dependency confusion).
struct WheelIndex {
    std::string name;                  ///< for people and for the lock; unique in one request
    std::string url;                   ///< PEP 503/691 root, "file://" or absolute folder (a repository tree or a plain
                                       ///< folder of files); empty: defaultIndex(). Credentials come from netrc.
    std::vector<std::string> packages; ///< only these come from here: names, or prefixes as "nvidia-*"; empty: the rest
    bool allowLinuxTag = false;        ///< plain linux_<arch> wheels are acceptable (PyTorch's indexes up to 2.5)
    bool flat = false;                 ///< on the web: one page that lists files of many projects (pip's find-links)
};

/// A version that is taken when it is still allowed: what an old lock said.
struct WheelPreference {
    std::string name;                  ///< any spelling (PEP 503 normalisation is applied)
    std::string version;               ///< PEP 440, with its local label
};

/// All that the answer depends on, beside what the indexes say. Texts are ASCII/UTF-8 machine text.
struct WheelRequest {
    std::string python;                ///< "3.11" or "3.11.4": the target's CPython
    std::string platform;              ///< "manylinux_2_36_x86_64", "linux_x86_64", "musllinux_1_2_aarch64", …
    std::vector<WheelIndex> indexes;   ///< in order; empty: the default index alone
    std::vector<std::string> requirements; ///< PEP 508, in the user's order
    std::vector<std::string> constraints;  ///< PEP 508 without extras: narrow a package if it is needed
    std::vector<std::string> overrides;    ///< PEP 508: replace whatever any package asks of that name
    std::vector<std::string> excludes;     ///< names that are never installed, whoever asks for them
    std::vector<std::string> prereleases;  ///< names whose pre-releases are welcome
    std::vector<std::string> sdists;       ///< names that may come as a source archive
    std::vector<WheelPreference> preferences;
    bool upgradeAll = false;               ///< preferences are ignored (and still used for prefetching)
    std::vector<std::string> upgrade;      ///< the same for these names
    std::map<std::string, std::vector<std::string>> hashes; ///< name → SHA-256 (64 hex): no other file of it is taken
    std::optional<QDateTime> excludeNewer; ///< UTC: files uploaded later do not exist (PEP 700 upload-time)
    std::map<std::string, std::string> markerOverrides;     ///< PEP 508 marker variable → value ("platform_release")
};

/// How the answer is got; never changes what it is while the indexes stand still.
struct WheelOptions {
    std::chrono::seconds pagesFreshFor = std::chrono::minutes(10); ///< index pages younger than this are not asked again
    QString cacheFolder;               ///< for parsed pages and wheel metadata; empty: nothing is kept
};

/// One file of the answer.
struct LockedWheel {
    std::string name;                  ///< normalised (PEP 503)
    std::string version;               ///< normalised (PEP 440), with its local label
    std::string fileName;              ///< a safe file name, as the index spells it
    std::string url;                   ///< absolute, without fragment; file:// for a folder
    std::string index;                 ///< WheelIndex::name; empty for a requirement with a URL of its own
    std::string sha256;                ///< 64 lower-case hex digits; empty: the index has none, hash it when it is synced
    std::int64_t size = -1;            ///< bytes; -1: not known
    std::string requiresPython;        ///< as the index or the metadata says; may be empty
    std::string licence;               ///< License-Expression, else License, else the classifiers; one line, may be empty
    bool isSdist = false;
    std::vector<std::string> buildRequires; ///< of an sdist: its [build-system] requires, for the builder stage
    std::vector<std::string> extras;   ///< the extras of it that something asks for, sorted
    std::vector<std::string> why;      ///< shortest chain of names from a direct requirement to this one, both included
    std::vector<std::string> needs;    ///< names in this answer that it needs directly, sorted
    bool direct = false;               ///< asked for by the request itself
};

/// What the work cost; for the bench and for "Show details".
struct WheelStatistics {
    int pages = 0;                     ///< index pages read, from cache or network
    int metadata = 0;                  ///< METADATA read, from cache or network
    int requests = 0;                  ///< requests handed to the HTTP client
    int decisions = 0;
    int conflicts = 0;
    std::chrono::microseconds solving{0}; ///< in the solver itself, without waiting
};

struct WheelResolution {
    std::vector<LockedWheel> wheels;   ///< sorted by name
    std::vector<QString> notices;      ///< for people: a yanked pin, a file without a hash, a moved preference, …
    WheelStatistics statistics;
};

/// Finds the newest versions that fit together, direct requirements first, by PubGrub; fetches the metadata of the
/// versions it decides on and of those that are likely. Equal inputs and equal indexes give equal answers, on any host.
/// Thread: a worker thread; blocks until done. @p http may be shared between threads.
/// Errors: Usage (no such target), Invalid (a requirement cannot be read: place names it; an index page or a wheel is
/// broken), Unsolvable (what: the headline; detail: the derivation, line by line; hint: what to relax), NotFound (no index
/// knows a name asked for directly), Network, Refused, Integrity, Io, Cancelled.
[[nodiscard]] Result<WheelResolution> resolveWheels(const WheelRequest &request, fetch::HttpClient &http,
                                                    const WheelOptions &options, const std::stop_token &stop,
                                                    const ProgressSink &progress);

/// This machine's own default index: from the environment (UV_DEFAULT_INDEX, UV_INDEX_URL, PIP_INDEX_URL), then uv.toml,
/// then pip.conf (user before site), else what the installed pip itself would use, asked of it by a short python3 call.
/// The URL may hold credentials: do not log it. Errors: NotFound (nothing says), MissingTool.
/// Thread: any but the UI thread (may start a process once; the answer is kept for the process's life).
[[nodiscard]] Result<std::string> defaultIndex(const std::stop_token &stop = {});

/// What this machine's configuration says beside the default index; all may be empty. URLs may hold credentials.
struct ConfiguredIndexes {
    std::string defaultUrl;                ///< as defaultIndex(), without asking pip
    std::vector<std::string> first;        ///< asked before it: UV_INDEX, and uv.toml's [[index]] that is not the default
    std::vector<std::string> extra;        ///< asked after it: PIP_EXTRA_INDEX_URL, UV_EXTRA_INDEX_URL, extra-index-url
    std::vector<std::string> findLinks;    ///< folders and URLs: PIP_FIND_LINKS, UV_FIND_LINKS, find-links
    bool noIndex = false;                  ///< PIP_NO_INDEX, UV_NO_INDEX, no-index
};

/// From the environment, then uv.toml, then pip.conf (user before site); of each list the first source that has it.
/// Starts no process. Thread: any.
[[nodiscard]] ConfiguredIndexes configuredIndexes();

/// The same as indexes to ask, for a call that names none: find-links, those that come first, the default, the extra ones.
/// First-index rule as everywhere: a further index is asked only for what those before it do not know.
[[nodiscard]] std::vector<WheelIndex> indexesOfThisMachine();

} // namespace dosirak::python
