// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/specifier.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/version_key.h"
#include "python/version_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dosirak::python {

namespace {

using Operator = Specifier::Operator;

// Longer operators first: "===" begins with "==".
constexpr std::array<std::pair<std::string_view, Operator>, 8> operators{{
    {"===", Operator::Arbitrary},
    {"~=", Operator::Compatible},
    {"==", Operator::Equal},
    {"!=", Operator::NotEqual},
    {"<=", Operator::LessEqual},
    {">=", Operator::GreaterEqual},
    {"<", Operator::Less},
    {">", Operator::Greater},
}};

std::optional<Operator> takeOperator(std::string_view &text)
{
    for (const auto &[word, op] : operators) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return op;
        }
    }
    return std::nullopt;
}

void skipSpace(std::string_view &text)
{
    while (!text.empty() && ascii::isSpace(text.front()))
        text.remove_prefix(1);
}

/// The part of "===" goes on to white space, ";" or ")".
void skipArbitrary(std::string_view &text)
{
    while (!text.empty() && !ascii::isSpace(text.front()) && text.front() != ';' && text.front() != ')')
        text.remove_prefix(1);
}

/// Takes the version that may follow @p op. Local labels and ".*" only go with "==" and "!="; "~=" needs two numbers.
bool takeVersion(std::string_view &text, Operator op, VersionParts &parts)
{
    const bool equality = op == Operator::Equal || op == Operator::NotEqual;
    if (!scanVersion(text, {.local = equality, .wildcard = equality}, parts))
        return false;
    return op != Operator::Compatible || parts.release.size() > 1;
}

std::string publicKey(const VersionParts &parts)
{
    std::string key;
    appendPublicKey(parts, key);
    return key;
}

/// The first version whose release is this one or begins with it: 1.2 → 1.2.dev0.
std::string firstOf(const VersionParts &parts)
{
    VersionParts first;
    first.epoch = parts.epoch;
    first.release = parts.release;
    first.dev = std::string_view("0");
    return publicKey(first);
}

/// The first version after all whose release begins with these numbers: 1.2 → 1.3.dev0.
std::string firstAfter(std::string_view epoch, std::vector<std::string_view> release)
{
    const std::string next = incremented(release.back());
    release.back() = next;
    VersionParts after;
    after.epoch = epoch;
    after.release = std::move(release);
    after.dev = std::string_view("0");
    return publicKey(after);
}

} // namespace

std::string_view takeSpecifier(std::string_view &text)
{
    std::string_view rest = text;
    const auto op = takeOperator(rest);
    if (!op)
        return {};
    skipSpace(rest);
    VersionParts parts;
    if (*op == Operator::Arbitrary) {
        const std::string_view before = rest;
        skipArbitrary(rest);
        // In a list the comma ends it, as packaging has it from 26.4 on.
        const std::string_view taken = before.substr(0, before.size() - rest.size());
        rest = before.substr(std::min(taken.find(','), taken.size()));
        if (rest.size() == before.size())
            return {};
    } else if (!takeVersion(rest, *op, parts))
        return {};
    const std::string_view taken = text.substr(0, text.size() - rest.size());
    text = rest;
    return taken;
}

std::optional<Specifier> Specifier::parse(std::string_view text)
{
    std::string_view rest = ascii::strip(text);
    const auto op = takeOperator(rest);
    if (!op)
        return std::nullopt;
    rest = ascii::strip(rest);

    Specifier specifier;
    specifier.m_operator = *op;
    specifier.m_version = std::string(rest);
    specifier.m_canonical = std::string(specifier.operatorText());
    if (*op == Operator::Arbitrary) {
        skipArbitrary(rest);
        if (!rest.empty() || specifier.m_version.empty())
            return std::nullopt;
        const auto version = Version::parse(specifier.m_version);
        specifier.m_namesPrerelease = version && version->isPrerelease();
        specifier.m_canonical += specifier.m_version;
        return specifier;
    }
    VersionParts parts;
    if (!takeVersion(rest, *op, parts) || !rest.empty())
        return std::nullopt;
    specifier.setRanges(parts);
    return specifier;
}

void Specifier::setRanges(const VersionParts &parts)
{
    const auto below = [](std::string upper) { return Range{{}, std::move(upper)}; };
    const auto from = [](std::string lower) { return Range{std::move(lower), std::nullopt}; };

    if (parts.wildcard) {
        m_canonical += m_version;
        const std::string first = firstOf(parts);
        const std::string after = firstAfter(parts.epoch, parts.release);
        if (m_operator == Operator::Equal)
            m_ranges = {{first, after}};
        else
            m_ranges = {below(first), from(after)};
        return;
    }

    const Version version = *Version::parse(m_version); // what takeVersion() accepts is a version
    m_namesPrerelease = m_operator != Operator::NotEqual && version.isPrerelease();
    m_canonical += version.key();
    // Local versions belong to a version without a label, and nothing else lies between the two keys.
    std::string aboveLocals = std::string(version.publicKey()) + version_key::AboveAll;
    std::string aboveVersion = version.hasLocal() ? version.key() + '\0' : aboveLocals;
    switch (m_operator) {
    case Operator::Equal:
        m_ranges = {{version.key(), aboveVersion}};
        break;
    case Operator::NotEqual:
        m_ranges = {below(version.key()), from(aboveVersion)};
        break;
    case Operator::LessEqual:
        m_ranges = {below(aboveLocals)};
        break;
    case Operator::GreaterEqual:
        m_ranges = {from(version.key())};
        break;
    case Operator::Less: {
        // Pre-releases of a final version are below it, and "<" leaves them out all the same.
        VersionParts bound = parts;
        if (!version.isPrerelease())
            bound.dev = std::string_view("0");
        m_ranges = {below(publicKey(bound))};
        break;
    }
    case Operator::Greater:
        // Post-releases of a version are above it, and ">" leaves them out unless it names one.
        if (version.isDevrelease() || version.isPostrelease())
            m_ranges = {from(aboveLocals)};
        else
            m_ranges = {from(std::string(version.preKey()) + version_key::AboveAll)};
        break;
    case Operator::Compatible: {
        auto prefix = parts.release;
        prefix.pop_back();
        m_canonical += '/' + std::to_string(prefix.size()); // ~=1.0 and ~=1.0.0 are not the same
        m_ranges = {{version.key(), firstAfter(parts.epoch, std::move(prefix))}};
        break;
    }
    case Operator::Arbitrary:
        break;
    }
}

std::string_view Specifier::operatorText() const
{
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [this](const auto &entry) { return entry.second == m_operator; });
    return found->first;
}

std::string Specifier::text() const
{
    return std::string(operatorText()) + m_version;
}

bool Specifier::matches(const Version &version) const
{
    if (m_operator == Operator::Arbitrary)
        return ascii::equalsIgnoringCase(version.text(), m_version);
    return std::any_of(m_ranges.begin(), m_ranges.end(), [&key = version.key()](const Range &range) {
        return key >= range.lower && (!range.upper || key < *range.upper);
    });
}

bool Specifier::matchesText(std::string_view text) const
{
    if (m_operator == Operator::Arbitrary)
        return ascii::equalsIgnoringCase(text, m_version);
    const auto version = Version::parse(text);
    return version && matches(*version);
}

Result<SpecifierSet> SpecifierSet::parse(std::string_view text)
{
    SpecifierSet set;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view clause = ascii::strip(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (clause.empty())
            continue;
        auto specifier = Specifier::parse(clause);
        if (!specifier) {
            const auto shown = QString::fromUtf8(clause.data(), static_cast<qsizetype>(clause.size()));
            return fail(ErrorCode::Invalid, coreTr("“%1” is not a version condition.").arg(shown),
                        coreTr("Conditions look like >=1.2, ==1.2.*, ~=1.4.2 or !=1.5 (PEP 440)."));
        }
        set.add(*std::move(specifier));
    }
    return set;
}

void SpecifierSet::add(Specifier specifier)
{
    const std::string text = specifier.text();
    const auto place = std::find_if(m_specifiers.begin(), m_specifiers.end(),
                                    [&text](const Specifier &other) { return other.text() > text; });
    const auto before = std::find(m_specifiers.begin(), place, specifier);
    if (before != place)
        return;
    const auto inserted = m_specifiers.insert(place, std::move(specifier));
    const auto after = std::find(inserted + 1, m_specifiers.end(), *inserted);
    if (after != m_specifiers.end())
        m_specifiers.erase(after);
}

std::string SpecifierSet::text() const
{
    std::string text;
    for (const Specifier &specifier : m_specifiers) {
        if (!text.empty())
            text += ',';
        text += specifier.text();
    }
    return text;
}

bool SpecifierSet::namesPrerelease() const
{
    return std::any_of(m_specifiers.begin(), m_specifiers.end(), [](const Specifier &s) { return s.namesPrerelease(); });
}

bool SpecifierSet::matches(const Version &version) const
{
    return std::all_of(m_specifiers.begin(), m_specifiers.end(),
                       [&version](const Specifier &s) { return s.matches(version); });
}

bool SpecifierSet::matchesText(std::string_view text, const std::optional<Version> &version) const
{
    return std::all_of(m_specifiers.begin(), m_specifiers.end(), [&](const Specifier &s) {
        return s.op() == Specifier::Operator::Arbitrary ? s.matchesText(text) : version && s.matches(*version);
    });
}

bool SpecifierSet::contains(std::string_view text, Prereleases prereleases) const
{
    const auto version = Version::parse(text);
    if (prereleases == Prereleases::Refuse && version && version->isPrerelease())
        return false;
    return matchesText(text, version);
}

bool SpecifierSet::contains(const Version &version, Prereleases prereleases) const
{
    return !(prereleases == Prereleases::Refuse && version.isPrerelease()) && matches(version);
}

namespace {

struct Candidate {
    std::size_t index;
    enum class Kind { Text, Prerelease, Final } kind;
};

/// PEP 440's rule over all that match: pre-releases only when no final is among them.
std::vector<std::size_t> choose(const std::vector<Candidate> &candidates, Prereleases prereleases)
{
    const bool anyFinal = std::any_of(candidates.begin(), candidates.end(),
                                      [](const Candidate &c) { return c.kind == Candidate::Kind::Final; });
    std::vector<std::size_t> indexes;
    for (const Candidate &candidate : candidates) {
        const bool dropped = candidate.kind == Candidate::Kind::Prerelease
            && (prereleases == Prereleases::Refuse || (prereleases == Prereleases::Default && anyFinal));
        if (!dropped)
            indexes.push_back(candidate.index);
    }
    return indexes;
}

Candidate::Kind kindOf(const std::optional<Version> &version)
{
    if (!version)
        return Candidate::Kind::Text;
    return version->isPrerelease() ? Candidate::Kind::Prerelease : Candidate::Kind::Final;
}

} // namespace

std::vector<std::size_t> SpecifierSet::filter(std::span<const std::string> versions, Prereleases prereleases) const
{
    if (prereleases == Prereleases::Default && namesPrerelease())
        prereleases = Prereleases::Allow;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto version = Version::parse(versions[i]);
        if (matchesText(versions[i], version))
            candidates.push_back({i, kindOf(version)});
    }
    return choose(candidates, prereleases);
}

std::vector<std::size_t> SpecifierSet::filter(std::span<const Version> versions, Prereleases prereleases) const
{
    if (prereleases == Prereleases::Default && namesPrerelease())
        prereleases = Prereleases::Allow;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        if (matches(versions[i]))
            candidates.push_back({i, kindOf(versions[i])});
    }
    return choose(candidates, prereleases);
}

SpecifierSet SpecifierSet::with(const SpecifierSet &other) const
{
    SpecifierSet both = *this;
    for (const Specifier &specifier : other.m_specifiers)
        both.add(specifier);
    return both;
}

} // namespace dosirak::python
