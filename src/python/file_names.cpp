// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/file_names.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/names.h"
#include "python/version_parts.h"

#include <algorithm>
#include <set>

namespace dosirak::python {

namespace {

constexpr std::size_t maxTags = 4096;
constexpr std::size_t maxFileName = 255; // bytes, as file systems have it

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(300);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

/// Bytes that may stand in a file name of an index: visible ASCII but separators of paths.
bool isPlainFileName(std::string_view name)
{
    return !name.empty() && name.size() <= maxFileName && std::all_of(name.begin(), name.end(), [](char c) {
        return c >= 0x20 && c < 0x7f && c != '/' && c != '\\';
    });
}

bool isWheelProject(std::string_view name)
{
    return !name.empty() && name.find("__") == std::string_view::npos
        && std::all_of(name.begin(), name.end(),
                       [](char c) { return ascii::isAlnum(c) || c == '_' || c == '.'; });
}

bool isIdentifier(std::string_view text)
{
    return !text.empty() && !ascii::isDigit(text.front())
        && std::all_of(text.begin(), text.end(), [](char c) { return ascii::isAlnum(c) || c == '_'; });
}

bool isTagSet(const std::vector<std::string_view> &components)
{
    std::size_t count = 1;
    for (const std::string_view component : components) {
        const auto parts = split(component, '.');
        if (std::find(parts.begin(), parts.end(), std::string_view()) != parts.end())
            return false;
        count *= parts.size(); // each factor is below maxFileName: no overflow
    }
    const auto interpreters = split(components.front(), '.');
    return count <= maxTags && std::all_of(interpreters.begin(), interpreters.end(), isIdentifier);
}

std::optional<BuildTag> readBuild(std::string_view text)
{
    const auto digits = std::find_if_not(text.begin(), text.end(), ascii::isDigit) - text.begin();
    if (digits == 0)
        return std::nullopt;
    const auto size = static_cast<std::size_t>(digits);
    return BuildTag{std::string(trimmedNumber(text.substr(0, size))), std::string(text.substr(size))};
}

} // namespace

std::strong_ordering operator<=>(const BuildTag &a, const BuildTag &b)
{
    if (const auto order = a.number.size() <=> b.number.size(); order != 0) // no leading zeros: longer is greater
        return order;
    if (const auto order = a.number.compare(b.number) <=> 0; order != 0)
        return order;
    return a.suffix.compare(b.suffix) <=> 0;
}

std::vector<Tag> WheelName::tags() const
{
    const auto components = split(tagSet, '-');
    std::set<Tag> tags;
    for (const std::string_view interpreter : split(components[0], '.')) {
        for (const std::string_view abi : split(components[1], '.')) {
            for (const std::string_view platform : split(components[2], '.'))
                tags.insert({ascii::lowered(interpreter), ascii::lowered(abi), ascii::lowered(platform)});
        }
    }
    return {tags.begin(), tags.end()};
}

std::optional<WheelName> WheelName::read(std::string_view fileName)
{
    constexpr std::string_view ending = ".whl";
    if (!isPlainFileName(fileName) || !fileName.ends_with(ending))
        return std::nullopt;
    const auto parts = split(fileName.substr(0, fileName.size() - ending.size()), '-');
    if ((parts.size() != 5 && parts.size() != 6) || !isWheelProject(parts[0]))
        return std::nullopt;
    auto version = Version::parse(parts[1]);
    const bool hasBuild = parts.size() == 6;
    auto build = hasBuild ? readBuild(parts[2]) : BuildTag{};
    const std::vector<std::string_view> components(parts.end() - 3, parts.end());
    if (!version || !build || !isTagSet(components))
        return std::nullopt;
    const auto start = static_cast<std::size_t>(components.front().data() - fileName.data());
    return WheelName{normalizeName(parts[0]), *std::move(version), *std::move(build),
                     std::string(fileName.substr(start, fileName.size() - ending.size() - start))};
}

Result<WheelName> WheelName::parse(std::string_view fileName)
{
    if (auto name = read(fileName))
        return *std::move(name);
    return fail(ErrorCode::Invalid, coreTr("“%1” is not the file name of a wheel.").arg(shown(fileName)),
                coreTr("Names of wheels look like numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.whl."));
}

namespace {

std::optional<std::string_view> sdistStem(std::string_view fileName)
{
    if (!isPlainFileName(fileName))
        return std::nullopt;
    for (const std::string_view ending : {".tar.gz", ".zip"}) {
        if (fileName.ends_with(ending))
            return fileName.substr(0, fileName.size() - ending.size());
    }
    return std::nullopt;
}

std::optional<SdistName> sdistOf(std::string_view name, std::string_view version)
{
    auto parsed = Version::parse(version);
    if (name.empty() || !parsed)
        return std::nullopt;
    return SdistName{normalizeName(name), *std::move(parsed)};
}

} // namespace

std::optional<SdistName> SdistName::read(std::string_view fileName)
{
    const auto stem = sdistStem(fileName);
    const std::size_t dash = stem ? stem->rfind('-') : std::string_view::npos;
    if (dash == std::string_view::npos)
        return std::nullopt;
    return sdistOf(stem->substr(0, dash), stem->substr(dash + 1));
}

std::optional<SdistName> SdistName::readOf(std::string_view fileName, std::string_view normalizedName)
{
    const auto stem = sdistStem(fileName);
    for (std::size_t dash = 0; stem && (dash = stem->find('-', dash)) != std::string_view::npos; ++dash) {
        if (normalizeName(stem->substr(0, dash)) == normalizedName)
            return sdistOf(stem->substr(0, dash), stem->substr(dash + 1));
    }
    return std::nullopt;
}

Result<SdistName> SdistName::parse(std::string_view fileName)
{
    if (auto name = read(fileName))
        return *std::move(name);
    return fail(ErrorCode::Invalid, coreTr("“%1” is not the file name of a source archive.").arg(shown(fileName)),
                coreTr("Names of source archives look like numpy-1.26.4.tar.gz."));
}

std::optional<std::size_t> selectWheel(const std::vector<std::string> &fileNames, const TargetTags &tags)
{
    struct Choice {
        std::size_t index;
        std::size_t rank;
        WheelName name;
    };
    std::optional<Choice> best;
    const auto better = [](const Choice &a, const Choice &b) {
        if (a.name.version.isPrerelease() != b.name.version.isPrerelease())
            return b.name.version.isPrerelease();
        if (a.name.version != b.name.version)
            return a.name.version > b.name.version;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.name.build > b.name.build;
    };
    for (std::size_t i = 0; i < fileNames.size(); ++i) {
        auto name = WheelName::read(fileNames[i]);
        const auto rank = name ? tags.bestRank(name->tagSet) : std::nullopt;
        if (!rank)
            continue;
        Choice choice{i, *rank, *std::move(name)};
        if (!best || better(choice, *best))
            best = std::move(choice);
    }
    return best ? std::optional(best->index) : std::nullopt;
}

} // namespace dosirak::python
