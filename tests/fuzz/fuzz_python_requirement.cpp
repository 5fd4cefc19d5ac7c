// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/names.h"
#include "python/requirement.h"

namespace dosirak::fuzz {

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const auto text = textOf(bytes);
    const auto requirement = python::Requirement::parse(text);
    if (!requirement) {
        require(!requirement.error().what.isEmpty(), "a refusal says why");
        return;
    }
    require(!requirement->name.empty() && requirement->normalizedName == python::normalizeName(requirement->name), "the name");
    require(requirement->url.empty() || requirement->specifier.isEmpty(), "a URL has no conditions");
    // Canonical text means the same again. (Values of markers are written without escapes, as by others: those with
    // backslashes or both kinds of quotes have no text that can be read back.)
    if (text.find('\\') != std::string_view::npos)
        return;
    const auto again = python::Requirement::parse(requirement->text());
    require(again.has_value(), "canonical text can be read");
    require(again->text() == requirement->text(), "canonical text stays");
}

} // namespace dosirak::fuzz
