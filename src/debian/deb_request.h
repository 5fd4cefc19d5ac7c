// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace dosirak::debian {

/// One package of a request as apt takes it: `name`, `name:arch`, `name=version`, `name/release`.
struct PackageWish {
    std::string name;
    std::string architecture; ///< empty: the native one, else any that has it
    std::string version;      ///< empty: the candidate
    std::string release;      ///< suite, codename or version of a release; empty: any
    std::string path;         ///< of a local .deb; then all others are empty
};

/// Errors: Usage.
[[nodiscard]] Result<PackageWish> parseWish(std::string_view text);

} // namespace dosirak::debian
