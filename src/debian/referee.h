// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/universe.h"

#include <functional>
#include <string>
#include <vector>

namespace dosirak::debian {

/// What the referee is asked.
struct RefereeRequest {
    std::vector<VersionId> requested;      ///< must be in the answer
    std::vector<VersionId> wish;           ///< the walk's expansion, in its order; taken wherever it can be
    std::vector<VersionId> visible;        ///< all versions that may be used; those of the base image are always visible
    std::vector<PackageId> held;           ///< stay as they are in the base image
    std::vector<PackageId> gone;           ///< of the base image: treated as not there
    bool mayRemove = false;                ///< packages of the base image may go, but no essential ones
};

/// One link of the chain of reasons why a request cannot be had.
struct Refusal {
    std::vector<std::string> lines;        ///< plain English machine text is in the names only; sentences are translated
    std::string headline;
};

struct Verdict {
    bool possible = false;
    std::vector<VersionId> install;        ///< new and upgraded
    std::vector<PackageId> remove;         ///< only with mayRemove
    Refusal refusal;                       ///< when it is not possible
};

/// The third step: libsolv proves that a selection is consistent, repairs it, or refuses and says why.
/// One pool a call; several threads may ask at once. Cannot be stopped while libsolv solves (at most some tenths of a second).
[[nodiscard]] Verdict referee(const Universe &universe, const RefereeRequest &request);

/// All versions that can play a part when @p wanted are installed: what they need, in every alternative, as far as
/// @p usable allows, and what could replace packages of the base image.
[[nodiscard]] std::vector<VersionId> reachable(const Universe &universe, const std::vector<VersionId> &wanted,
                                               const std::function<bool(VersionId)> &usable);

} // namespace dosirak::debian
