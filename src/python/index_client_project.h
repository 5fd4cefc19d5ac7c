// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/file_names.h"
#include "python/marker_environment.h"
#include "python/simple_page.h"
#include "python/specifier.h"
#include "python/tags.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dosirak::python {

/// What files are chosen for. Immutable while a resolve runs; any thread may read it.
struct WheelTarget {
    TargetPython python;
    std::string fullVersion;             ///< "3.11.0"
    Version version;                     ///< the same
    TargetPlatform platform;
    TargetTags tags;
    TargetTags tagsWithLinux;            ///< for indexes whose plain linux_<arch> wheels are acceptable
    MarkerEnvironment environment;

    /// Errors: Usage.
    [[nodiscard]] static Result<WheelTarget> make(const std::string &python, const std::string &platform);
};

/// What the user allows for the files of one project.
struct ProjectPolicy {
    bool linuxTag = false;
    bool sdists = false;
    std::set<std::string> hashes;        ///< SHA-256; empty: any file
    std::string excludeNewer;            ///< ISO 8601 UTC; empty: no limit
};

/// One version with the file that would be taken.
struct Candidate {
    Version version;
    SimpleFile file;
    bool isSdist = false;
};

/// Why a version of a page is no candidate.
enum class LeftOutBecause { Platform, Python, SourceOnly, TooNew, Hash };

struct LeftOut {
    Version version;
    LeftOutBecause because = LeftOutBecause::Platform;
    std::string requiresPython;          ///< for Python
    SimpleFile file;                     ///< for SourceOnly: the source archive
};

inline constexpr std::size_t noIndex = ~std::size_t{0};

/// The page of one project as one target sees it. Immutable.
struct Project {
    std::string name;
    std::size_t index = 0;               ///< in the request's list of indexes; noIndex: a URL of its own
    std::vector<Candidate> versions;     ///< ascending; equal versions once
    std::vector<LeftOut> leftOut;        ///< ascending
    std::vector<std::string> sameAs;     ///< PEP 708: URLs of this project elsewhere that it tracks or shares its names with
};

/// For each version the best file: a wheel whose tags fit best (then the higher build number), else, where allowed, the
/// source archive. Files that are not yanked come before yanked ones.
[[nodiscard]] Project chooseFiles(const std::string &name, const SimplePage &page, const WheelTarget &target,
                                  const ProjectPolicy &policy);

} // namespace dosirak::python
