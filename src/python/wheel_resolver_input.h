// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/index_client_project.h"
#include "python/requirement.h"
#include "python/wheel_resolver.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dosirak::python {

/// A WheelRequest read and put into the forms that the resolver works with. Immutable. Names are normalised.
struct ResolverInput {
    std::shared_ptr<const WheelTarget> target;
    std::vector<Requirement> direct;                       ///< those whose markers hold, overrides applied
    std::map<std::string, std::vector<SpecifierSet>> constraints;
    std::map<std::string, std::vector<Requirement>> overrides; ///< empty list: what is asked of that name is dropped
    std::set<std::string> excludes;
    std::set<std::string> prereleases;                     ///< asked for, or a pre-release is named by the user
    std::set<std::string> sdists;
    std::map<std::string, std::string> urls;               ///< projects that the user takes from a URL of their own
    std::map<std::string, Version> preferences;
    std::set<std::string> movable;                         ///< names whose preference does not count
    bool upgradeAll = false;

    [[nodiscard]] static Result<ResolverInput> read(const WheelRequest &request);

    /// Whether a requirement holds on the target, with one extra of the package that has it ("" for none).
    [[nodiscard]] Result<bool> holds(const Requirement &requirement, const std::string &extra) const;
    /// What stands for a requirement after excludes and overrides. The extras asked for stay.
    [[nodiscard]] std::vector<Requirement> instead(const Requirement &requirement) const;
};

} // namespace dosirak::python
