// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/tags.h"

#include "base/tr.h"
#include "python/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dosirak::python {

namespace {

using Libc = TargetPlatform::Libc;

struct LegacyName {
    std::string_view prefix;
    int minor; ///< of glibc 2
};

// PEP 599, PEP 571, PEP 513.
constexpr std::array<LegacyName, 3> legacyNames{{{"manylinux2014", 17}, {"manylinux2010", 12}, {"manylinux1", 5}}};

// The oldest glibc 2 that has tags: 2.5 on x86 (PEP 513), 2.17 elsewhere (PEP 599).
constexpr int oldestGlibcX86 = 5;
constexpr int oldestGlibc = 17;

// No glibc or musl is near this; it bounds what a mistyped platform can ask for.
constexpr int largestMinor = 999;

bool isX86(std::string_view architecture)
{
    return architecture == "x86_64" || architecture == "i686";
}

bool isArchitecture(std::string_view text)
{
    return !text.empty() && text.size() <= 32 && ascii::isAlpha(text.front())
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return ascii::isLower(c) || ascii::isDigit(c) || c == '_'; });
}

/// Takes "2_" off the text.
std::optional<int> takeNumber(std::string_view &text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto size = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || number < 0 || size >= text.size() || text[size] != '_')
        return std::nullopt;
    text.remove_prefix(size + 1);
    return number;
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "_2_35_x86_64" after the family's name.
bool readVersioned(std::string_view text, TargetPlatform &platform)
{
    const auto major = takeNumber(text);
    const auto minor = major ? takeNumber(text) : std::nullopt;
    if (!minor || *major > largestMinor || *minor > largestMinor || !isArchitecture(text))
        return false;
    platform.major = *major;
    platform.minor = *minor;
    platform.architecture = std::string(text);
    return platform.libc != Libc::Glibc || *major == 2; // there is no glibc 3 to say anything about
}

bool readPlatform(std::string_view text, TargetPlatform &platform)
{
    for (const LegacyName &legacy : legacyNames) {
        if (text.starts_with(legacy.prefix) && text.substr(legacy.prefix.size()).starts_with('_')) {
            platform.libc = Libc::Glibc;
            platform.major = 2;
            platform.minor = legacy.minor;
            platform.architecture = std::string(text.substr(legacy.prefix.size() + 1));
            return isArchitecture(platform.architecture);
        }
    }
    for (const auto &[prefix, libc] : {std::pair{std::string_view("manylinux_"), Libc::Glibc},
                                       std::pair{std::string_view("musllinux_"), Libc::Musl}}) {
        if (text.starts_with(prefix)) {
            platform.libc = libc;
            return readVersioned(text.substr(prefix.size()), platform);
        }
    }
    if (!text.starts_with("linux_"))
        return false;
    platform.libc = Libc::Unknown;
    platform.architecture = std::string(text.substr(6));
    platform.acceptsLinuxTag = true;
    return isArchitecture(platform.architecture);
}

void appendGlibcTags(const TargetPlatform &platform, std::vector<std::string> &tags)
{
    const int oldest = isX86(platform.architecture) ? oldestGlibcX86 : oldestGlibc;
    for (int minor = platform.minor; minor >= oldest; --minor) {
        tags.push_back("manylinux_2_" + std::to_string(minor) + '_' + platform.architecture);
        for (const LegacyName &legacy : legacyNames) {
            if (legacy.minor == minor)
                tags.push_back(std::string(legacy.prefix) + '_' + platform.architecture);
        }
    }
}

} // namespace

Result<TargetPlatform> TargetPlatform::parse(std::string_view text)
{
    TargetPlatform platform;
    if (text.size() <= 100 && readPlatform(text, platform))
        return platform;
    return fail(ErrorCode::Usage, coreTr("“%1” is not a platform that wheels are made for.").arg(shown(text.substr(0, 100))),
                coreTr("Platforms look like manylinux_2_35_x86_64, manylinux2014_aarch64, musllinux_1_2_x86_64 or "
                       "linux_x86_64."));
}

std::string TargetPlatform::text() const
{
    if (libc == Libc::Unknown)
        return "linux_" + architecture;
    return (libc == Libc::Glibc ? "manylinux_" : "musllinux_") + std::to_string(major) + '_' + std::to_string(minor)
        + '_' + architecture;
}

std::vector<std::string> TargetPlatform::tags() const
{
    std::vector<std::string> tags;
    if (acceptsLinuxTag || libc == Libc::Unknown)
        tags.push_back("linux_" + architecture);
    if (libc == Libc::Glibc)
        appendGlibcTags(*this, tags);
    for (int older = minor; libc == Libc::Musl && older >= 0; --older)
        tags.push_back("musllinux_" + std::to_string(major) + '_' + std::to_string(older) + '_' + architecture);
    return tags;
}

Result<TargetPython> TargetPython::parse(std::string_view text)
{
    TargetPython python;
    std::string_view rest = text;
    if (rest.ends_with('t')) {
        python.freeThreaded = true;
        rest.remove_suffix(1);
    }
    std::vector<int> numbers;
    while (!rest.empty() && numbers.size() < 3) {
        int number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc() || number < 0 || number > largestMinor)
            break;
        numbers.push_back(number);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        if (!rest.starts_with('.'))
            break;
        rest.remove_prefix(rest.size() > 1 ? 1 : 0); // a dot at the end is not part of a version
    }
    if (!rest.empty() || numbers.size() < 2 || numbers[0] < 2 || (python.freeThreaded && numbers < std::vector{3, 13}))
        return fail(ErrorCode::Usage, coreTr("“%1” is not a version of Python.").arg(shown(text.substr(0, 100))),
                    coreTr("Versions of Python look like 3.11, 3.11.4 or, for the free-threaded build, 3.13t."));
    python.major = numbers[0];
    python.minor = numbers[1];
    return python;
}

std::string TargetPython::interpreterTag() const
{
    return "cp" + std::to_string(major) + std::to_string(minor);
}

std::string TargetPython::abiTag() const
{
    if (freeThreaded)
        return interpreterTag() + 't';
    // pymalloc was part of the ABI's name before 3.8 (bpo-36707), the width of characters before 3.3 (PEP 393).
    if (major > 3 || (major == 3 && minor >= 8))
        return interpreterTag();
    return interpreterTag() + (major == 3 && minor >= 3 ? "m" : "mu");
}

TargetTags::TargetTags(const TargetPython &python, const TargetPlatform &platform)
    : m_platforms(platform.tags())
{
    for (std::size_t i = 0; i < m_platforms.size(); ++i)
        m_platformRanks.emplace(m_platforms[i], i);

    const std::string prefix = std::to_string(python.major);
    const std::string interpreter = python.interpreterTag();
    const bool hasStableAbi = python.major > 3 || (python.major == 3 && python.minor >= 2); // PEP 384
    const std::string stableAbi = python.freeThreaded ? "abi3t" : "abi3";                   // PEP 803
    add(interpreter, python.abiTag(), false);
    if (hasStableAbi)
        add(interpreter, stableAbi, false);
    add(interpreter, "none", false);
    for (int minor = python.minor - 1; hasStableAbi && minor >= 2; --minor)
        add("cp" + prefix + std::to_string(minor), stableAbi, false);

    std::vector<std::string> generic{"py" + prefix + std::to_string(python.minor), "py" + prefix};
    for (int minor = python.minor - 1; minor >= 0; --minor)
        generic.push_back("py" + prefix + std::to_string(minor));
    for (const std::string &name : generic)
        add(name, "none", false);
    add(interpreter, "none", true);
    for (const std::string &name : generic)
        add(name, "none", true);
}

void TargetTags::add(std::string interpreter, std::string abi, bool any)
{
    m_groups.push_back({std::move(interpreter), std::move(abi), any, m_size});
    m_size += any ? 1 : m_platforms.size();
}

std::vector<Tag> TargetTags::list() const
{
    std::vector<Tag> tags;
    tags.reserve(m_size);
    for (const Group &group : m_groups) {
        if (group.any)
            tags.push_back({group.interpreter, group.abi, "any"});
        for (std::size_t i = 0; !group.any && i < m_platforms.size(); ++i)
            tags.push_back({group.interpreter, group.abi, m_platforms[i]});
    }
    return tags;
}

std::optional<std::size_t> TargetTags::rank(std::string_view interpreter, std::string_view abi,
                                            std::string_view platform) const
{
    const bool any = platform == "any";
    const auto platformRank = m_platformRanks.find(platform);
    if (!any && platformRank == m_platformRanks.end())
        return std::nullopt;
    for (const Group &group : m_groups) {
        if (group.any == any && group.interpreter == interpreter && group.abi == abi)
            return group.first + (any ? 0 : platformRank->second);
    }
    return std::nullopt;
}

namespace {

/// Calls @p use with each part between dots.
template<class Use>
void forEachPart(std::string_view set, const Use &use)
{
    while (true) {
        const std::size_t end = std::min(set.find('.'), set.size());
        use(set.substr(0, end));
        if (end == set.size())
            return;
        set.remove_prefix(end + 1);
    }
}

} // namespace

std::optional<std::size_t> TargetTags::bestRank(std::string_view tagSet) const
{
    std::string lower;
    if (std::any_of(tagSet.begin(), tagSet.end(), ascii::isUpper)) {
        lower = ascii::lowered(tagSet);
        tagSet = lower;
    }
    const std::size_t first = tagSet.find('-');
    const std::size_t second = first == std::string_view::npos ? first : tagSet.find('-', first + 1);
    if (second == std::string_view::npos || tagSet.find('-', second + 1) != std::string_view::npos)
        return std::nullopt;
    std::optional<std::size_t> best;
    forEachPart(tagSet.substr(second + 1), [&](std::string_view platform) {
        if (platform != "any" && !m_platformRanks.contains(platform)) // most wheels of a page are for other systems
            return;
        forEachPart(tagSet.substr(0, first), [&](std::string_view interpreter) {
            forEachPart(tagSet.substr(first + 1, second - first - 1), [&](std::string_view abi) {
                const auto found = rank(interpreter, abi, platform);
                if (found && (!best || *found < *best))
                    best = found;
            });
        });
    });
    return best;
}

} // namespace dosirak::python
