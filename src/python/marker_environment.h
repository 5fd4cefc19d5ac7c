// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace dosirak::python {

struct TargetPlatform;

/// What the variables of markers are on the *target* (PEP 508, Environment Markers). Nothing of this machine gets in.
/// A plain value; a variable that is not set is an error when a marker asks for it.
struct MarkerEnvironment {
    /// "python_version" → "3.11". `extra` is one of them; it counts as "" when it is not set.
    std::map<std::string, std::string, std::less<>> variables;
    /// The set-valued variables of lock files ("extras", "dependency_groups"; PEP 751). Names in any spelling.
    std::map<std::string, std::set<std::string>, std::less<>> sets;

    /// All eleven variables for CPython on Linux. @p fullVersion is "3.11.4"; of "3.11" the patch level counts as 0.
    /// platform_release and platform_version are the kernel's, which a container image does not have: they are "" and can
    /// be overridden in `variables`.
    [[nodiscard]] static MarkerEnvironment forTarget(std::string_view fullVersion, const TargetPlatform &target);

    [[nodiscard]] MarkerEnvironment withExtra(std::string_view extra) const;
};

} // namespace dosirak::python
