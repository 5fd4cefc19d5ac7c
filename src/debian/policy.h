// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/universe.h"

#include <string>
#include <string_view>
#include <vector>

namespace dosirak::debian {

/// One record of apt_preferences(5).
struct Pin {
    std::vector<std::string> packages;  ///< names, shell patterns, /regular expressions/, "src:name"; "*" alone: the general form
    enum class Kind { Version, Release, Origin } kind = Kind::Release;
    std::string pattern;                ///< "1.2*", "a=stable,n=bookworm" or a host name
    int priority = 0;
    [[nodiscard]] bool isGeneral() const { return packages.size() == 1 && packages.front() == "*"; }
};

/// Errors: Invalid with the line.
[[nodiscard]] Result<std::vector<Pin>> parsePreferences(std::string_view text, const QString &file);

/// apt's policy: which version of each package is the candidate. Looks into the universe, which must outlive it.
class Policy
{
public:
    Policy(const Universe &universe, std::vector<Pin> pins, const std::string &targetRelease);

    /// The version that apt would install; none when there is none. The installed one when nothing better is there.
    [[nodiscard]] VersionId candidate(PackageId package) const;
    /// Below 0 and 0: never installed.
    [[nodiscard]] int priority(VersionId version) const;
    /// Whether a version is in an index that this release expression ("bookworm-backports", "a=…,n=…", "12*") means.
    [[nodiscard]] bool isInRelease(VersionId version, std::string_view release) const;

private:
    [[nodiscard]] int indexPriority(const LoadedIndex &index) const;
    [[nodiscard]] bool matches(const Pin &pin, VersionId version) const;

    const Universe &m_universe;
    std::vector<Pin> m_special;          ///< those that name packages
    std::vector<int> m_indexPriorities;  ///< by index
};

} // namespace dosirak::debian
