// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/deb_resolver.h"
#include "debian/universe.h"

namespace dosirak::debian {

/// All indexes of a request's sources, verified and parsed, in the order in which apt reads them.
struct Repositories {
    std::vector<LoadedIndex> indexes;
    std::vector<DebIndexSnapshot> snapshots;
    std::vector<QString> notices;
    int parsed = 0; ///< indexes that were not in the cache
};

/// Fetches and verifies the Release files, then fetches, checks and parses those indexes that the cache lacks.
/// Errors: as resolveDebs().
[[nodiscard]] Result<Repositories> loadRepositories(const DebRequest &request, IndexFetcher &fetcher,
                                                    const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::debian
