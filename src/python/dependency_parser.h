// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/marker.h"
#include "python/marker_expression.h"
#include "python/requirement.h"

#include <optional>
#include <string>
#include <string_view>

namespace dosirak::python {

/// Recursive descent over the grammar of PEP 508 (inside of the room: Requirement::parse() and Marker::parse() are the
/// doors). White space is blanks and tabs only. Markers nest at most maxDepth deep.
class DependencyParser {
public:
    static constexpr int maxDepth = 100;
    static constexpr std::size_t maxSize = 64 * 1024;

    explicit DependencyParser(std::string_view text) : m_text(text) {}

    [[nodiscard]] Result<Requirement> requirement();
    [[nodiscard]] Result<Marker> wholeMarker();

private:
    [[nodiscard]] Result<void> checkSize() const;
    [[nodiscard]] Result<void> extras(Requirement &requirement);
    [[nodiscard]] Result<void> urlAndMarker(Requirement &requirement);
    [[nodiscard]] Result<void> specifierAndMarker(Requirement &requirement);
    [[nodiscard]] Result<std::string> specifierText();
    [[nodiscard]] Result<void> markerAfterSemicolon(Requirement &requirement, const QString &expected);
    [[nodiscard]] Result<MarkerExpression> expression(int depth);
    [[nodiscard]] Result<MarkerExpression::Part> part(int depth);
    [[nodiscard]] Result<MarkerComparison> comparison();
    [[nodiscard]] Result<MarkerOperand> operand();
    [[nodiscard]] Result<MarkerOperand> quotedValue();
    [[nodiscard]] Result<std::string> comparisonOperator();

    [[nodiscard]] bool atEnd() const { return m_position == m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_position]; }
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_position); }
    bool skipSpace();
    [[nodiscard]] bool take(char c);
    /// A word that neither begins nor ends inside of a longer one.
    [[nodiscard]] bool takeWord(std::string_view word);
    [[nodiscard]] bool atWordBoundary(std::size_t position) const;
    [[nodiscard]] std::string_view takeIdentifier();
    [[nodiscard]] Failure failHere(const QString &what) const;
    [[nodiscard]] Failure failExpected(const QString &what) const;

    std::string_view m_text;
    std::size_t m_position = 0;
};

/// What stands between the quotes of a marker's value, with Python's escapes resolved. Nothing for a broken escape.
[[nodiscard]] std::optional<std::string> unescapedPythonString(std::string_view inner);

} // namespace dosirak::python
