// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/dependency_text.h"

#include "debian/deb822.h"

namespace dosirak::debian {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsName(char c)
{
    return isBlank(c) || c == ',' || c == '|' || c == '(' || c == '[' || c == '<' || c == ')';
}

std::optional<Relation> takeRelation(std::string_view &text)
{
    const auto starts = [&](std::string_view sign) {
        if (text.substr(0, sign.size()) != sign)
            return false;
        text.remove_prefix(sign.size());
        return true;
    };
    if (starts("<<"))
        return Relation::Earlier;
    if (starts(">>"))
        return Relation::Later;
    if (starts("<=") || starts("<")) // "<" and ">" alone are the obsolete spellings (policy 7.1)
        return Relation::EarlierEqual;
    if (starts(">=") || starts(">"))
        return Relation::LaterEqual;
    if (starts("="))
        return Relation::Equal;
    return std::nullopt;
}

} // namespace

void DependencyReader::skipBlanks()
{
    while (!m_rest.empty() && isBlank(m_rest.front()))
        m_rest.remove_prefix(1);
}

bool DependencyReader::skipGroup(char open, char close)
{
    // Architecture restrictions and build profiles: source packages only, but some repositories leave them in.
    while (!m_rest.empty() && m_rest.front() == open) {
        const auto end = m_rest.find(close);
        if (end == std::string_view::npos)
            return false;
        m_rest.remove_prefix(end + 1);
        skipBlanks();
    }
    return true;
}

bool DependencyReader::readVersion(WrittenDependency &dependency)
{
    if (m_rest.empty() || m_rest.front() != '(')
        return true;
    const auto end = m_rest.find(')');
    if (end == std::string_view::npos)
        return false;
    std::string_view inside = trimmed(m_rest.substr(1, end - 1));
    m_rest.remove_prefix(end + 1);
    skipBlanks();
    const auto relation = takeRelation(inside);
    if (!relation)
        return false;
    dependency.relation = *relation;
    dependency.version = trimmed(inside);
    return !dependency.version.empty();
}

bool DependencyReader::readSeparator(WrittenDependency &dependency)
{
    if (m_rest.empty())
        return true;
    const char separator = m_rest.front();
    if (separator != ',' && separator != '|')
        return false;
    dependency.orNext = separator == '|';
    m_rest.remove_prefix(1);
    skipBlanks();
    return !dependency.orNext || !m_rest.empty();
}

std::optional<WrittenDependency> DependencyReader::next()
{
    skipBlanks();
    while (!m_rest.empty() && m_rest.front() == ',') { // empty pieces: a trailing comma is common
        m_rest.remove_prefix(1);
        skipBlanks();
    }
    if (m_rest.empty())
        return std::nullopt;
    std::size_t end = 0;
    while (end < m_rest.size() && !endsName(m_rest[end]))
        ++end;
    WrittenDependency dependency;
    dependency.name = m_rest.substr(0, end);
    m_rest.remove_prefix(end);
    if (const auto colon = dependency.name.find(':'); colon != std::string_view::npos) {
        dependency.qualifier = dependency.name.substr(colon + 1);
        dependency.name = dependency.name.substr(0, colon);
    }
    skipBlanks();
    m_failed = dependency.name.empty() || !readVersion(dependency) || !skipGroup('[', ']') || !skipGroup('<', '>')
               || !readSeparator(dependency);
    return m_failed ? std::nullopt : std::optional(dependency);
}

} // namespace dosirak::debian
