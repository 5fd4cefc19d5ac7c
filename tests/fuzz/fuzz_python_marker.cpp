// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/marker.h"
#include "python/tags.h"

namespace dosirak::fuzz {

namespace {

using python::Marker;
using python::MarkerEnvironment;

MarkerEnvironment target()
{
    auto environment = MarkerEnvironment::forTarget("3.11.4", *python::TargetPlatform::parse("manylinux_2_36_x86_64"));
    environment.sets["extras"] = {"foo"};
    environment.sets["dependency_groups"] = {};
    return environment;
}

void checkText(const Marker &marker, std::string_view source)
{
    const auto text = marker.text();
    if (!text || source.find('\\') != std::string_view::npos)
        return;
    const auto again = Marker::parse(*text);
    require(again.has_value() && again->text() == text, "canonical text stays");
}

/// The marker for a target says what the whole one says, for every extra.
void checkSimplified(const Marker &marker)
{
    const auto simple = marker.simplified(target());
    for (const char *extra : {"", "foo", "bar"}) {
        const auto environment = target().withExtra(extra);
        const auto whole = marker.evaluate(environment);
        if (!whole)
            continue;
        require(simple.has_value(), "what can be evaluated can be simplified");
        require(simple->remaining.has_value() || simple->always == *whole, "decided as the whole");
        require(!simple->remaining || *simple->remaining->evaluate(environment) == *whole, "the rest decides as the whole");
    }
}

} // namespace

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const auto marker = Marker::parse(textOf(bytes));
    if (!marker)
        return;
    checkText(*marker, textOf(bytes));
    checkSimplified(*marker);
}

} // namespace dosirak::fuzz
