// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/deb_request.h"
#include "debian/deb_resolver.h"
#include "debian/policy.h"
#include "debian/universe.h"
#include "debian/walk.h"

namespace dosirak::debian {

/// The versions that a request comes to, and who asked for them.
struct Solution {
    std::vector<PackageId> requested;
    std::vector<VersionId> install;
    std::vector<PackageId> remove;     ///< of the base image
    bool repaired = false;
};

/// The three steps over indexes that are there. Errors: NotFound, Unsolvable, Invalid, Usage.
[[nodiscard]] Result<Solution> solve(const Universe &universe, const DebRequest &request, const std::vector<PackageWish> &wishes);

/// Fills packages, removals and notices: one .deb a version, with reasons. Errors: Invalid (an index names a file that no .deb
/// of it can be).
[[nodiscard]] Result<void> describe(const Universe &universe, const Solution &solution, bool recommends, DebResolution &resolution);

} // namespace dosirak::debian
