// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/version.h"

#include <algorithm>
#include <cstdint>

namespace dosirak::debian {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Weight of one character outside of numbers: tilde, then the end of the text (and digits), then letters, then the rest.
int weight(std::string_view text, std::size_t at)
{
    if (at >= text.size() || isDigit(text[at]))
        return 0;
    const char c = text[at];
    if (c == '~')
        return -1;
    return isLetter(c) ? c : 256 + static_cast<unsigned char>(c);
}

std::string_view takeNumber(std::string_view text, std::size_t &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const std::size_t start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(start, at - start);
}

std::strong_ordering compareNumbers(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

/// One part, upstream or revision: stretches of non-digits and of digits in turn.
std::strong_ordering compareParts(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        while ((i < a.size() && !isDigit(a[i])) || (j < b.size() && !isDigit(b[j]))) {
            if (const auto order = weight(a, i) <=> weight(b, j); order != 0)
                return order;
            ++i;
            ++j;
        }
        const std::string_view left = takeNumber(a, i);
        const std::string_view right = takeNumber(b, j);
        if (const auto order = compareNumbers(left, right); order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering compareEpochs(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    const std::string_view left = takeNumber(a, i);
    const std::string_view right = takeNumber(b, j);
    return compareNumbers(left, right);
}

bool isValidEpoch(std::string_view epoch)
{
    if (epoch.empty() || !std::all_of(epoch.begin(), epoch.end(), isDigit))
        return false;
    std::size_t at = 0;
    const std::string_view number = takeNumber(epoch, at);
    return compareNumbers(number, "2147483647") <= 0;
}

bool isPartCharacter(char c)
{
    return isDigit(c) || isLetter(c) || c == '.' || c == '+' || c == '~';
}

} // namespace

VersionParts splitVersion(std::string_view version)
{
    VersionParts parts;
    if (const auto colon = version.find(':'); colon != std::string_view::npos) {
        parts.epoch = version.substr(0, colon);
        version.remove_prefix(colon + 1);
    }
    const auto hyphen = version.rfind('-');
    parts.upstream = version.substr(0, hyphen);
    if (hyphen != std::string_view::npos)
        parts.revision = version.substr(hyphen + 1);
    return parts;
}

std::strong_ordering compareVersions(std::string_view a, std::string_view b)
{
    if (a == b)
        return std::strong_ordering::equal;
    const VersionParts left = splitVersion(a);
    const VersionParts right = splitVersion(b);
    if (const auto order = compareEpochs(left.epoch, right.epoch); order != 0)
        return order;
    if (const auto order = compareParts(left.upstream, right.upstream); order != 0)
        return order;
    return compareParts(left.revision, right.revision);
}

bool isValidVersion(std::string_view version)
{
    const auto colon = version.find(':');
    const VersionParts parts = splitVersion(version);
    if (colon != std::string_view::npos && !isValidEpoch(parts.epoch))
        return false;
    const bool hasRevision = version.find('-', colon == std::string_view::npos ? 0 : colon) != std::string_view::npos;
    if (hasRevision && parts.revision.empty())
        return false;
    if (parts.upstream.empty() || !isDigit(parts.upstream.front()))
        return false;
    return std::all_of(parts.upstream.begin(), parts.upstream.end(),
                       [](char c) { return isPartCharacter(c) || c == '-' || c == ':'; })
           && std::all_of(parts.revision.begin(), parts.revision.end(), isPartCharacter);
}

bool satisfies(std::string_view version, Relation relation, std::string_view bound)
{
    if (relation == Relation::Any)
        return true;
    const auto order = compareVersions(version, bound);
    switch (relation) {
    case Relation::Any: return true;
    case Relation::Earlier: return order < 0;
    case Relation::EarlierEqual: return order <= 0;
    case Relation::Equal: return order == 0;
    case Relation::LaterEqual: return order >= 0;
    case Relation::Later: return order > 0;
    }
    return false;
}

} // namespace dosirak::debian
