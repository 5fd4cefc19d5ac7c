// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/marker_environment.h"

#include "python/tags.h"

#include <algorithm>

namespace dosirak::python {

MarkerEnvironment MarkerEnvironment::forTarget(std::string_view fullVersion, const TargetPlatform &target)
{
    if (fullVersion.ends_with('t')) // "3.13t" names the free-threaded build; markers do not know of it
        fullVersion.remove_suffix(1);
    const std::size_t firstDot = std::min(fullVersion.find('.'), fullVersion.size());
    const std::size_t secondDot = fullVersion.find('.', std::min(firstDot + 1, fullVersion.size()));
    const bool hasPatch = secondDot != std::string_view::npos;
    const std::string minorVersion(hasPatch ? fullVersion.substr(0, secondDot) : fullVersion);
    const std::string full = hasPatch ? std::string(fullVersion) : minorVersion + ".0";

    MarkerEnvironment environment;
    environment.variables = {
        {"implementation_name", "cpython"},
        {"implementation_version", full},
        {"os_name", "posix"},
        {"platform_machine", target.architecture},
        {"platform_python_implementation", "CPython"},
        {"platform_release", ""},
        {"platform_system", "Linux"},
        {"platform_version", ""},
        {"python_full_version", full},
        {"python_version", minorVersion},
        {"sys_platform", "linux"},
    };
    return environment;
}

MarkerEnvironment MarkerEnvironment::withExtra(std::string_view extra) const
{
    MarkerEnvironment environment = *this;
    environment.variables["extra"] = std::string(extra);
    return environment;
}

} // namespace dosirak::python
