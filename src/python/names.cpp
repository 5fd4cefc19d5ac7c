// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/names.h"

#include "python/ascii.h"

#include <algorithm>

namespace dosirak::python {

std::string normalizeName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    for (char c : name) {
        const bool separator = c == '-' || c == '_' || c == '.';
        if (!separator)
            result += ascii::lower(c);
        else if (result.empty() || result.back() != '-')
            result += '-';
    }
    return result;
}

bool isValidName(std::string_view name)
{
    const auto allowed = [](char c) { return ascii::isAlnum(c) || c == '-' || c == '_' || c == '.'; };
    return !name.empty() && name.size() <= 255 && ascii::isAlnum(name.front()) && ascii::isAlnum(name.back())
        && std::all_of(name.begin(), name.end(), allowed);
}

} // namespace dosirak::python
