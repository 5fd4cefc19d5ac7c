// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/specifier.h"
#include "python/version.h"

namespace dosirak::fuzz {

namespace {

using python::SpecifierSet;
using python::Version;

void checkVersion(const Version &version)
{
    const auto again = Version::parse(version.text());
    require(again && again->text() == version.text() && again->key() == version.key(), "normalised text stays");
    require(again->isPrerelease() == version.isPrerelease(), "and means the same");
    const std::string text = version.text();
    const std::string publicText(version.publicText());
    require(SpecifierSet::parse("==" + text)->matches(version), "a version equals itself");
    require(!SpecifierSet::parse("!=" + text)->matches(version), "and nothing else");
    require(SpecifierSet::parse("===" + text)->matches(version), "also as text");
    require(SpecifierSet::parse("<=" + publicText)->matches(version), "it is at most itself");
    require(SpecifierSet::parse(">=" + publicText)->matches(version), "and at least itself");
    require(!SpecifierSet::parse("<" + publicText)->matches(version), "it is not below itself");
    require(!SpecifierSet::parse(">" + publicText)->matches(version), "and not above itself");
}

} // namespace

/// Two versions or two sets of conditions, with a line feed between them.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const auto text = textOf(bytes);
    const std::size_t middle = std::min(text.find('\n'), text.size());
    const auto first = text.substr(0, middle);
    const auto second = text.substr(std::min(middle + 1, text.size()));
    const auto a = Version::parse(first);
    const auto b = Version::parse(second);
    if (a)
        checkVersion(*a);
    if (a && b)
        require((*a == *b) == (a->key() == b->key()) && (*a < *b) == (*b > *a), "one order");
    const auto set = SpecifierSet::parse(second);
    if (set) {
        const auto again = SpecifierSet::parse(set->text());
        require(again && *again == *set, "canonical text stays");
        if (a)
            require(set->matches(*a) == again->matches(*a), "and means the same");
    }
}

} // namespace dosirak::fuzz
