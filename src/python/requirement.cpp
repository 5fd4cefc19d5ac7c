// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/requirement.h"

#include "python/dependency_parser.h"
#include "python/names.h"

#include <algorithm>

namespace dosirak::python {

Result<Requirement> Requirement::parse(std::string_view text)
{
    return DependencyParser(text).requirement();
}

std::string Requirement::text() const
{
    std::string text = name;
    for (std::size_t i = 0; i < extras.size(); ++i)
        text += (i == 0 ? "[" : ",") + extras[i];
    if (!extras.empty())
        text += ']';
    text += specifier.text();
    if (!url.empty())
        text += " @ " + url + (marker ? " " : "");
    if (marker)
        text += "; " + marker->text().value_or("");
    return text;
}

std::vector<std::string> Requirement::normalizedExtras() const
{
    std::vector<std::string> normalized;
    for (const std::string &extra : extras)
        normalized.push_back(normalizeName(extra));
    std::sort(normalized.begin(), normalized.end());
    normalized.erase(std::unique(normalized.begin(), normalized.end()), normalized.end());
    return normalized;
}

} // namespace dosirak::python
