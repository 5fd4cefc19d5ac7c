// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/dependency_parser.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/names.h"

#include <algorithm>
#include <array>

namespace dosirak::python {

namespace {

bool isNameByte(char c)
{
    return ascii::isAlnum(c) || c == '.' || c == '_' || c == '-';
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct VariableName {
    std::string_view spelling;
    std::string_view name;
};

// PEP 508 with the spellings that were valid before it (PEP 345: with dots), and PEP 751's sets.
constexpr std::array<VariableName, 19> variableNames{{
    {"python_version", "python_version"},
    {"python_full_version", "python_full_version"},
    {"os_name", "os_name"},
    {"os.name", "os_name"},
    {"sys_platform", "sys_platform"},
    {"sys.platform", "sys_platform"},
    {"platform_release", "platform_release"},
    {"platform_system", "platform_system"},
    {"platform_version", "platform_version"},
    {"platform.version", "platform_version"},
    {"platform_machine", "platform_machine"},
    {"platform.machine", "platform_machine"},
    {"platform_python_implementation", "platform_python_implementation"},
    {"platform.python_implementation", "platform_python_implementation"},
    {"python_implementation", "platform_python_implementation"},
    {"implementation_name", "implementation_name"},
    {"implementation_version", "implementation_version"},
    {"extra", "extra"},
    {"extras", "extras"},
}};
constexpr std::string_view dependencyGroups = "dependency_groups";

bool isSetVariable(const MarkerOperand &operand)
{
    return operand.isVariable && (operand.text == "extras" || operand.text == dependencyGroups);
}

/// Names of extras mean the same in any spelling, so they are kept in one (PEP 685).
void normalizeExtra(MarkerComparison &comparison)
{
    MarkerOperand &left = comparison.left;
    MarkerOperand &right = comparison.right;
    if (left.isVariable && left.text == "extra" && !right.isVariable)
        right.text = normalizeName(right.text);
    else if (!left.isVariable && ((right.isVariable && right.text == "extra") || isSetVariable(right)))
        left.text = normalizeName(left.text);
}

} // namespace

Failure DependencyParser::failHere(const QString &what) const
{
    ErrorPlace place;
    place.line = 1;
    // Columns are in characters, positions in bytes of UTF-8.
    const auto characters = std::count_if(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(m_position),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    place.column = static_cast<int>(characters) + 1;
    return failAt(ErrorCode::Invalid, place, what);
}

Failure DependencyParser::failExpected(const QString &what) const
{
    const std::string_view text = m_text.substr(0, 200);
    return failHere(coreTr("“%1” is not understood: %2 is expected here.").arg(shown(text), what));
}

Result<void> DependencyParser::checkSize() const
{
    if (m_text.size() > maxSize)
        return fail(ErrorCode::Invalid, coreTr("A requirement of more than 64 KiB is refused."));
    return {};
}

bool DependencyParser::skipSpace()
{
    const std::size_t start = m_position;
    while (!atEnd() && (m_text[m_position] == ' ' || m_text[m_position] == '\t'))
        ++m_position;
    return m_position > start;
}

bool DependencyParser::take(char c)
{
    if (atEnd() || m_text[m_position] != c)
        return false;
    ++m_position;
    return true;
}

bool DependencyParser::atWordBoundary(std::size_t position) const
{
    const bool before = position > 0 && ascii::isWord(m_text[position - 1]);
    const bool after = position < m_text.size() && ascii::isWord(m_text[position]);
    return before != after;
}

bool DependencyParser::takeWord(std::string_view word)
{
    if (!rest().starts_with(word) || !atWordBoundary(m_position) || !atWordBoundary(m_position + word.size()))
        return false;
    m_position += word.size();
    return true;
}

std::string_view DependencyParser::takeIdentifier()
{
    if (atEnd() || !ascii::isAlnum(peek()) || !atWordBoundary(m_position))
        return {};
    std::size_t end = m_position + 1;
    while (end < m_text.size() && isNameByte(m_text[end]))
        ++end;
    while (end > m_position && !atWordBoundary(end)) // a name does not end in "-" or "."
        --end;
    const std::string_view identifier = m_text.substr(m_position, end - m_position);
    m_position = end;
    return identifier;
}

Result<Requirement> DependencyParser::requirement()
{
    DOSIRAK_CHECK(checkSize());
    Requirement requirement;
    skipSpace();
    requirement.name = std::string(takeIdentifier());
    if (requirement.name.empty())
        return failExpected(coreTr("the name of a package"));
    requirement.normalizedName = normalizeName(requirement.name);
    skipSpace();
    DOSIRAK_CHECK(extras(requirement));
    skipSpace();
    if (take('@'))
        DOSIRAK_CHECK(urlAndMarker(requirement));
    else
        DOSIRAK_CHECK(specifierAndMarker(requirement));
    if (!atEnd())
        return failExpected(coreTr("the end of the requirement"));
    return requirement;
}

Result<void> DependencyParser::extras(Requirement &requirement)
{
    if (!take('['))
        return {};
    skipSpace();
    std::string_view name = takeIdentifier();
    while (!name.empty()) {
        requirement.extras.emplace_back(name);
        skipSpace();
        if (!take(','))
            break;
        skipSpace();
        name = takeIdentifier();
        if (name.empty())
            return failExpected(coreTr("the name of an extra"));
    }
    skipSpace();
    if (!take(']'))
        return failExpected(coreTr("a comma or “]” after the name of an extra"));
    std::sort(requirement.extras.begin(), requirement.extras.end());
    requirement.extras.erase(std::unique(requirement.extras.begin(), requirement.extras.end()), requirement.extras.end());
    return {};
}

Result<void> DependencyParser::urlAndMarker(Requirement &requirement)
{
    skipSpace();
    const std::string_view text = rest();
    const std::string_view url = text.substr(0, std::min(text.find_first_of(" \t\r\n\f\v"), text.size()));
    if (url.empty())
        return failExpected(coreTr("a URL"));
    requirement.url = std::string(url);
    m_position += url.size();
    skipSpace();
    if (atEnd())
        return {};
    return markerAfterSemicolon(requirement, coreTr("“;” before a marker"));
}

Result<void> DependencyParser::specifierAndMarker(Requirement &requirement)
{
    const std::size_t start = m_position;
    const bool parenthesis = take('(');
    skipSpace();
    DOSIRAK_TRY(text, specifierText());
    skipSpace();
    if (parenthesis && !take(')'))
        return failExpected(coreTr("“)” after the version conditions"));
    skipSpace();
    auto specifier = SpecifierSet::parse(text);
    if (!specifier) {
        m_position = start;
        return failHere(specifier.error().what);
    }
    requirement.specifier = *std::move(specifier);
    if (atEnd())
        return {};
    return markerAfterSemicolon(requirement, text.empty() ? coreTr("a version condition, or “;” before a marker")
                                                          : coreTr("a comma, or “;” before a marker"));
}

Result<std::string> DependencyParser::specifierText()
{
    std::string text;
    while (true) {
        std::string_view remaining = rest();
        const std::string_view clause = takeSpecifier(remaining);
        if (clause.empty())
            return text;
        m_position += clause.size();
        text += clause;
        if (rest().starts_with(".*"))
            return failHere(coreTr("“.*” is only possible after == or !=, and after plain numbers."));
        if (rest().size() > 1 && peek() == '+' && ascii::isAlnum(rest()[1]))
            return failHere(coreTr("A local version (“+…”) is only possible after == or !=."));
        skipSpace();
        if (!take(','))
            return text;
        text += ',';
        skipSpace();
        while (take(',')) // nothing between two commas says nothing
            skipSpace();
    }
}

Result<void> DependencyParser::markerAfterSemicolon(Requirement &requirement, const QString &expected)
{
    if (!take(';'))
        return failExpected(expected);
    auto marker = expression(0);
    if (!marker)
        return tl::unexpected(std::move(marker).error());
    skipSpace();
    requirement.marker = Marker(std::make_shared<const MarkerExpression>(*std::move(marker)));
    return {};
}

Result<Marker> DependencyParser::wholeMarker()
{
    DOSIRAK_CHECK(checkSize());
    DOSIRAK_TRY(marker, expression(0));
    if (!atEnd())
        return failExpected(coreTr("“and”, “or” or the end of the marker"));
    return Marker(std::make_shared<const MarkerExpression>(std::move(marker)));
}

Result<MarkerExpression> DependencyParser::expression(int depth)
{
    if (depth > maxDepth)
        return failHere(coreTr("A marker with more than %1 parentheses inside each other is refused.").arg(maxDepth));
    MarkerExpression expression;
    while (true) {
        DOSIRAK_TRY(next, part(depth));
        expression.parts.push_back(std::move(next));
        if (takeWord("and"))
            expression.words.push_back(MarkerExpression::Word::And);
        else if (takeWord("or"))
            expression.words.push_back(MarkerExpression::Word::Or);
        else
            return expression;
    }
}

Result<MarkerExpression::Part> DependencyParser::part(int depth)
{
    skipSpace();
    MarkerExpression::Part result;
    if (take('(')) {
        DOSIRAK_TRY(inner, expression(depth + 1));
        if (!take(')'))
            return failExpected(coreTr("“)” after a marker"));
        result = std::move(inner);
    } else {
        DOSIRAK_TRY(single, comparison());
        result = std::move(single);
    }
    skipSpace();
    return result;
}

Result<MarkerComparison> DependencyParser::comparison()
{
    MarkerComparison comparison;
    DOSIRAK_TRY(left, operand());
    comparison.left = std::move(left);
    skipSpace();
    DOSIRAK_TRY(op, comparisonOperator());
    comparison.op = std::move(op);
    skipSpace();
    DOSIRAK_TRY(right, operand());
    comparison.right = std::move(right);
    skipSpace();
    normalizeExtra(comparison);
    return comparison;
}

Result<MarkerOperand> DependencyParser::operand()
{
    for (const VariableName &variable : variableNames) {
        if (takeWord(variable.spelling))
            return MarkerOperand{true, std::string(variable.name)};
    }
    if (takeWord(dependencyGroups))
        return MarkerOperand{true, std::string(dependencyGroups)};
    if (peek() == '"' || peek() == '\'')
        return quotedValue();
    return failExpected(coreTr("a variable of markers or a quoted text"));
}

Result<MarkerOperand> DependencyParser::quotedValue()
{
    const std::size_t end = m_text.find(peek(), m_position + 1);
    if (end == std::string_view::npos)
        return failHere(coreTr("A quoted text has no end."));
    auto value = unescapedPythonString(m_text.substr(m_position + 1, end - m_position - 1));
    if (!value)
        return failHere(coreTr("A quoted text has a broken escape, a line break or a NUL in it."));
    m_position = end + 1;
    return MarkerOperand{false, *std::move(value)};
}

Result<std::string> DependencyParser::comparisonOperator()
{
    if (takeWord("in"))
        return "in";
    if (takeWord("not")) {
        if (skipSpace() && takeWord("in"))
            return "not in";
        return failExpected(coreTr("“in” after “not”"));
    }
    for (const std::string_view op : {"===", "==", "~=", "!=", "<=", ">=", "<", ">"}) {
        if (rest().starts_with(op)) {
            m_position += op.size();
            return std::string(op);
        }
    }
    return failExpected(coreTr("a comparison (<=, <, !=, ==, >=, >, ~=, ===, in, not in)"));
}

} // namespace dosirak::python
