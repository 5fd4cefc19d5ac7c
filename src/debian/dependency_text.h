// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/version.h"

#include <optional>
#include <string_view>

namespace dosirak::debian {

/// One name of a relationship field as written (Debian policy 7.1). Views into the field.
struct WrittenDependency {
    std::string_view name;
    std::string_view qualifier; ///< after the colon: "any", "native", an architecture; may be empty
    Relation relation = Relation::Any;
    std::string_view version;   ///< empty with Relation::Any
    bool orNext = false;        ///< a "|" follows
};

/// Takes the names of a relationship field one after the other.
class DependencyReader
{
public:
    explicit DependencyReader(std::string_view field)
        : m_rest(field)
    {
    }

    /// std::nullopt at the end, and when the field cannot be read on (then failed() is true).
    [[nodiscard]] std::optional<WrittenDependency> next();
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool readVersion(WrittenDependency &dependency);
    bool readSeparator(WrittenDependency &dependency);
    void skipBlanks();
    bool skipGroup(char open, char close);

    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace dosirak::debian
