// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "python/pubgrub.h"
#include "python/wheel_resolver_universe.h"

namespace dosirak::python {

/// A failure in words, and what it may be worth to look at more closely.
struct Explanation {
    Error error;
    std::vector<std::pair<std::string, Candidate>> sources; ///< project and its newest source archive, where no wheel is
};

/// Words for a failure: Unsolvable, with a headline, the derivation from facts to the contradiction line by line, and what
/// the user can relax.
[[nodiscard]] Explanation explainFailure(const pubgrub::Solver &solver, pubgrub::IncompatibilityId failure,
                                         const Universe &universe);

/// "numpy 1.20 to 1.26.4", "numpy before 1.20", "numpy" (all of them): a set as ranges over the versions that there are.
[[nodiscard]] QString rangesText(const pubgrub::ChoiceSet &set, const Universe::Package &package);

} // namespace dosirak::python
