// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/marker.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/dependency_parser.h"
#include "python/marker_expression.h"
#include "python/names.h"
#include "python/specifier.h"

#include <algorithm>
#include <array>

namespace dosirak::python {

namespace {

using Part = MarkerExpression::Part;
using Word = MarkerExpression::Word;

constexpr std::array<std::string_view, 4> versionVariables{"implementation_version", "platform_release",
                                                           "python_full_version", "python_version"};

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// ---- text ----

std::optional<std::string> textOf(const MarkerOperand &operand)
{
    if (operand.isVariable)
        return operand.text;
    const bool hasDouble = operand.text.find('"') != std::string::npos;
    if (hasDouble && operand.text.find('\'') != std::string::npos)
        return std::nullopt;
    const char quote = hasDouble ? '\'' : '"';
    return quote + operand.text + quote;
}

std::optional<std::string> textOf(const MarkerComparison &comparison)
{
    const auto left = textOf(comparison.left);
    const auto right = textOf(comparison.right);
    if (!left || !right)
        return std::nullopt;
    return *left + ' ' + comparison.op + ' ' + *right;
}

std::optional<std::string> textOf(const MarkerExpression &expression, bool outermost);

std::optional<std::string> textOf(const Part &part, bool outermost)
{
    if (const auto *comparison = std::get_if<MarkerComparison>(&part))
        return textOf(*comparison);
    return textOf(std::get<MarkerExpression>(part), outermost);
}

std::optional<std::string> textOf(const MarkerExpression &expression, bool outermost)
{
    if (expression.parts.size() == 1) // parentheses around one part say nothing
        return textOf(expression.parts.front(), outermost);
    std::string text;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        if (i > 0)
            text += expression.words[i - 1] == Word::And ? " and " : " or ";
        const auto part = textOf(expression.parts[i], false);
        if (!part)
            return std::nullopt;
        text += *part;
    }
    return outermost ? text : '(' + text + ')';
}

// ---- evaluation ----

bool isSetName(std::string_view name)
{
    return name == "extras" || name == "dependency_groups";
}

Failure unknownVariable(std::string_view name)
{
    return fail(ErrorCode::Invalid, coreTr("The target has no value for “%1”, which a marker asks for.").arg(shown(name)));
}

/// `python_full_version` of a build from a checkout ends in "+", which is no version yet.
std::string repaired(std::string_view name, const std::string &value)
{
    return name == "python_full_version" && value.ends_with('+') ? value + "local" : value;
}

Result<std::string> valueOf(const std::string &name, const MarkerEnvironment &environment)
{
    const auto found = environment.variables.find(name);
    if (found == environment.variables.end()) {
        if (name == "extra")
            return std::string();
        return unknownVariable(name);
    }
    return name == "extra" ? normalizeName(found->second) : repaired(name, found->second);
}

Result<bool> compareTexts(const std::string &left, const std::string &op, const std::string &right)
{
    if (op == "in")
        return right.find(left) != std::string::npos;
    if (op == "not in")
        return right.find(left) == std::string::npos;
    if (op == "==" || op == "<=" || op == ">=")
        return left == right;
    if (op == "!=")
        return left != right;
    if (op == "<" || op == ">")
        return false;
    return fail(ErrorCode::Invalid, coreTr("“%1 %2 %3” in a marker compares what are no versions.")
                                        .arg(shown(left), shown(op), shown(right)));
}

Result<bool> compareValues(std::string_view variable, const std::string &left, const std::string &op,
                           const std::string &right)
{
    if (std::find(versionVariables.begin(), versionVariables.end(), variable) != versionVariables.end()) {
        if (const auto specifier = Specifier::parse(op + right))
            return specifier->matchesText(left);
    }
    return compareTexts(left, op, right);
}

Result<bool> compareSet(const MarkerComparison &comparison, const MarkerEnvironment &environment)
{
    const auto set = environment.sets.find(comparison.right.text);
    if (set == environment.sets.end())
        return unknownVariable(comparison.right.text);
    const std::string name = normalizeName(comparison.left.text);
    const bool isIn = std::any_of(set->second.begin(), set->second.end(),
                                  [&name](const std::string &entry) { return normalizeName(entry) == name; });
    if (comparison.op == "in")
        return isIn;
    if (comparison.op == "not in")
        return !isIn;
    // A text never equals a set.
    if (comparison.op == "==" || comparison.op == "<=" || comparison.op == ">=" || comparison.op == "<"
        || comparison.op == ">")
        return false;
    if (comparison.op == "!=")
        return true;
    return compareTexts(comparison.left.text, comparison.op, comparison.right.text);
}

/// The left side decides which variable is meant; when it is a value, the right side names it. (So a comparison of two
/// values looks for a variable of that name, and one of two variables compares with the name of the second.)
Result<bool> evaluateOne(const MarkerComparison &comparison, const MarkerEnvironment &environment)
{
    const std::string &variable = comparison.left.isVariable ? comparison.left.text : comparison.right.text;
    if (isSetName(variable)) {
        if (!comparison.left.isVariable)
            return compareSet(comparison, environment);
        return fail(ErrorCode::Invalid,
                    coreTr("“%1” in a marker can only stand after “in” or “not in”.").arg(shown(variable)));
    }
    DOSIRAK_TRY(value, valueOf(variable, environment));
    const std::string &left = comparison.left.isVariable ? value : comparison.left.text;
    const std::string &right = comparison.left.isVariable ? comparison.right.text : value;
    return compareValues(variable, left, comparison.op, right);
}

Result<bool> evaluateAll(const MarkerExpression &expression, const MarkerEnvironment &environment);

Result<bool> evaluatePart(const Part &part, const MarkerEnvironment &environment)
{
    if (const auto *comparison = std::get_if<MarkerComparison>(&part))
        return evaluateOne(*comparison, environment);
    return evaluateAll(std::get<MarkerExpression>(part), environment);
}

/// Every part is evaluated, decided or not: an error in a marker does not hide behind an "or".
Result<bool> evaluateAll(const MarkerExpression &expression, const MarkerEnvironment &environment)
{
    bool any = false;
    bool all = true;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        if (i > 0 && expression.words[i - 1] == Word::Or) {
            any = any || all;
            all = true;
        }
        DOSIRAK_TRY(holds, evaluatePart(expression.parts[i], environment));
        all = all && holds;
    }
    return any || all;
}

// ---- simplification ----

bool asksForExtra(const MarkerComparison &comparison)
{
    const auto isExtra = [](const MarkerOperand &operand) {
        return operand.isVariable && (operand.text == "extra" || isSetName(operand.text));
    };
    return isExtra(comparison.left) || isExtra(comparison.right);
}

bool asksForExtra(const MarkerExpression &expression)
{
    return std::any_of(expression.parts.begin(), expression.parts.end(), [](const Part &part) {
        if (const auto *comparison = std::get_if<MarkerComparison>(&part))
            return asksForExtra(*comparison);
        return asksForExtra(std::get<MarkerExpression>(part));
    });
}

/// A part that is decided, or what is left of it.
struct Reduced {
    std::optional<bool> decided;
    MarkerExpression rest;
};

Reduced decided(bool value)
{
    return {value, {}};
}

void append(MarkerExpression &expression, Word word, Part part)
{
    if (!expression.parts.empty())
        expression.words.push_back(word);
    expression.parts.push_back(std::move(part));
}

/// An expression of one part stands for that part, so that no needless parentheses arise.
Part partOf(MarkerExpression expression)
{
    if (expression.parts.size() == 1)
        return std::move(expression.parts.front());
    return expression;
}

Result<Reduced> reduce(const MarkerExpression &expression, const MarkerEnvironment &environment);

Result<Reduced> reducePart(const Part &part, const MarkerEnvironment &environment)
{
    if (const auto *inner = std::get_if<MarkerExpression>(&part))
        return reduce(*inner, environment);
    const auto &comparison = std::get<MarkerComparison>(part);
    if (asksForExtra(comparison)) {
        Reduced reduced;
        reduced.rest.parts.push_back(comparison);
        return reduced;
    }
    DOSIRAK_TRY(holds, evaluateOne(comparison, environment));
    return decided(holds);
}

/// Parts from @p first that "and" joins; @p first goes to the part after them.
Result<Reduced> reduceGroup(const MarkerExpression &expression, std::size_t &first, const MarkerEnvironment &environment)
{
    Reduced group;
    bool impossible = false;
    while (true) {
        DOSIRAK_TRY(part, reducePart(expression.parts[first], environment));
        impossible = impossible || part.decided == false;
        if (!part.decided)
            append(group.rest, Word::And, partOf(std::move(part.rest)));
        ++first;
        if (first >= expression.parts.size() || expression.words[first - 1] == Word::Or)
            break;
    }
    if (impossible)
        return decided(false);
    return group.rest.parts.empty() ? decided(true) : group;
}

Result<Reduced> reduce(const MarkerExpression &expression, const MarkerEnvironment &environment)
{
    Reduced result;
    bool certain = false;
    for (std::size_t i = 0; i < expression.parts.size();) {
        DOSIRAK_TRY(group, reduceGroup(expression, i, environment));
        certain = certain || group.decided == true;
        if (!group.decided)
            append(result.rest, Word::Or, partOf(std::move(group.rest)));
    }
    if (certain)
        return decided(true);
    return result.rest.parts.empty() ? decided(false) : result;
}

} // namespace

Result<Marker> Marker::parse(std::string_view text)
{
    return DependencyParser(text).wholeMarker();
}

std::optional<std::string> Marker::text() const
{
    return textOf(*m_expression, true);
}

Result<bool> Marker::evaluate(const MarkerEnvironment &environment) const
{
    return evaluateAll(*m_expression, environment);
}

bool Marker::asksForExtra() const
{
    return python::asksForExtra(*m_expression);
}

Result<SimplifiedMarker> Marker::simplified(const MarkerEnvironment &environment) const
{
    DOSIRAK_TRY(reduced, reduce(*m_expression, environment));
    SimplifiedMarker simple;
    simple.always = reduced.decided == true;
    if (!reduced.decided)
        simple.remaining = Marker(std::make_shared<const MarkerExpression>(std::move(reduced.rest)));
    return simple;
}

bool operator==(const Marker &a, const Marker &b)
{
    return a.text() == b.text();
}

} // namespace dosirak::python
