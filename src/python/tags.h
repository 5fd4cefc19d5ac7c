// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <compare>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// One compatibility tag (PEP 425): "cp311-cp311-manylinux_2_17_x86_64". Parts are lower case.
struct Tag {
    std::string interpreter;
    std::string abi;
    std::string platform;

    [[nodiscard]] std::string text() const { return interpreter + '-' + abi + '-' + platform; }
    friend auto operator<=>(const Tag &, const Tag &) = default;
};

/// The C library and architecture of a target, as the platform tags of PEP 600 and PEP 656 say it.
struct TargetPlatform {
    enum class Libc {
        Unknown, ///< "linux_x86_64": only wheels for plain Linux fit
        Glibc,   ///< "manylinux_2_35_x86_64", "manylinux2014_x86_64"
        Musl,    ///< "musllinux_1_2_aarch64"
    };
    Libc libc = Libc::Unknown;
    int major = 0;
    int minor = 0;
    std::string architecture;        ///< "x86_64", "aarch64", …
    bool acceptsLinuxTag = false;    ///< plain linux_<architecture> wheels fit too, before all others

    /// Errors: Usage (no such platform).
    [[nodiscard]] static Result<TargetPlatform> parse(std::string_view text);
    /// "manylinux_2_35_x86_64": parse() of it gives this value again (but for acceptsLinuxTag).
    [[nodiscard]] std::string text() const;
    /// Platform tags that fit, best first: each version down to the oldest there is, every legacy name after its own.
    [[nodiscard]] std::vector<std::string> tags() const;
};

/// CPython as the target has it.
struct TargetPython {
    int major = 3;
    int minor = 0;
    bool freeThreaded = false;       ///< "3.13t"

    /// From "3.11", "3.11.4" or "3.13t". Errors: Usage.
    [[nodiscard]] static Result<TargetPython> parse(std::string_view text);
    [[nodiscard]] std::string interpreterTag() const; ///< "cp311"
    [[nodiscard]] std::string abiTag() const;         ///< "cp311", "cp37m", "cp313t"
};

/// All tags that fit one target, with their order of preference, as `packaging.tags` (cpython_tags() and then
/// compatible_tags()) and pip have it. Immutable; any thread may read it.
class TargetTags {
public:
    TargetTags(const TargetPython &python, const TargetPlatform &platform);

    /// Best first.
    [[nodiscard]] std::vector<Tag> list() const;

    /// The place of one tag in list(), 0 for the best; nothing when the tag does not fit. No memory is taken.
    [[nodiscard]] std::optional<std::size_t> rank(std::string_view interpreter, std::string_view abi,
                                                  std::string_view platform) const;
    /// The best rank of a compressed tag set as in a wheel's name ("py2.py3-none-any"), without expanding it.
    /// Nothing when none fits or the text is no tag set.
    [[nodiscard]] std::optional<std::size_t> bestRank(std::string_view tagSet) const;

private:
    struct Group {
        std::string interpreter;
        std::string abi;
        bool any = false;            ///< platform "any" instead of the platforms
        std::size_t first = 0;       ///< rank of its first tag
    };
    void add(std::string interpreter, std::string abi, bool any);

    std::vector<std::string> m_platforms;
    std::map<std::string, std::size_t, std::less<>> m_platformRanks;
    std::vector<Group> m_groups;     ///< in order of preference
    std::size_t m_size = 0;
};

} // namespace dosirak::python
