// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/version.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// Who decides about pre-releases.
enum class Prereleases {
    Default, ///< PEP 440: finals, and pre-releases when a clause names one or when no final matches
    Allow,
    Refuse,
};

/// One clause: an operator and a version. It is held as byte ranges over Version::key(), so matching a version is two
/// comparisons. Follows the `packaging` library, release 26.3.
class Specifier {
public:
    enum class Operator { Compatible, Equal, NotEqual, LessEqual, GreaterEqual, Less, Greater, Arbitrary };

    /// Reads one clause (">= 1.0"); white space around and after the operator is dropped.
    [[nodiscard]] static std::optional<Specifier> parse(std::string_view text);

    [[nodiscard]] Operator op() const { return m_operator; }
    [[nodiscard]] std::string_view operatorText() const;
    /// As written, not normalised: "v1.0", "1.*".
    [[nodiscard]] const std::string &version() const { return m_version; }
    /// operatorText() + version().
    [[nodiscard]] std::string text() const;
    /// The clause names a pre-release ("!=" and ".*" never do), which opens its package to pre-releases.
    [[nodiscard]] bool namesPrerelease() const { return m_namesPrerelease; }

    /// Whether the version lies in the ranges; says nothing about pre-releases. "===" compares the normalised text.
    [[nodiscard]] bool matches(const Version &version) const;
    /// The same for text as somebody wrote it, which may be no version at all: "===" compares this text without case.
    [[nodiscard]] bool matchesText(std::string_view text) const;

    /// The same set for the same reason: ">=1.0" and ">=1.0.0" are equal, "~=1.0" and "~=1.0.0" are not.
    friend bool operator==(const Specifier &a, const Specifier &b) { return a.m_canonical == b.m_canonical; }

private:
    /// Keys from lower (included) to upper (excluded; unset: no end).
    struct Range {
        std::string lower;
        std::optional<std::string> upper;
    };

    Specifier() = default;
    void setRanges(const struct VersionParts &parts);

    Operator m_operator = Operator::Equal;
    bool m_namesPrerelease = false;
    std::string m_version;
    std::string m_canonical;
    std::vector<Range> m_ranges; ///< ascending; none for "==="
};

/// Clauses that all hold, "" for no condition at all.
class SpecifierSet {
public:
    SpecifierSet() = default;

    /// Clauses between commas; empty ones are dropped. Errors: Invalid, naming the clause.
    [[nodiscard]] static Result<SpecifierSet> parse(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return m_specifiers.empty(); }
    /// Sorted by text, equal ones once.
    [[nodiscard]] const std::vector<Specifier> &specifiers() const { return m_specifiers; }
    /// The clauses joined by commas: "!=1.5,>=1.0".
    [[nodiscard]] std::string text() const;
    /// A clause names a pre-release.
    [[nodiscard]] bool namesPrerelease() const;

    /// All clauses match; says nothing about pre-releases.
    [[nodiscard]] bool matches(const Version &version) const;
    /// One version on its own, by the pre-release rule: with Default a lone pre-release is the only one there is, so it is
    /// in. Text that is no version is only in for "===" and for no clause at all.
    [[nodiscard]] bool contains(std::string_view version, Prereleases prereleases = Prereleases::Default) const;
    [[nodiscard]] bool contains(const Version &version, Prereleases prereleases = Prereleases::Default) const;

    /// Indexes of the versions that are in, in their order. Texts that are no version come through only as for contains().
    [[nodiscard]] std::vector<std::size_t> filter(std::span<const std::string> versions,
                                                  Prereleases prereleases = Prereleases::Default) const;
    [[nodiscard]] std::vector<std::size_t> filter(std::span<const Version> versions,
                                                  Prereleases prereleases = Prereleases::Default) const;

    /// Both sets' clauses.
    [[nodiscard]] SpecifierSet with(const SpecifierSet &other) const;

    friend bool operator==(const SpecifierSet &, const SpecifierSet &) = default;

private:
    void add(Specifier specifier);
    [[nodiscard]] bool matchesText(std::string_view text, const std::optional<Version> &version) const;

    std::vector<Specifier> m_specifiers;
};

/// Takes the longest clause at the start of @p text off it, as a requirement's scanner needs it: nothing is said about
/// what follows. Empty when no clause begins here.
[[nodiscard]] std::string_view takeSpecifier(std::string_view &text);

} // namespace dosirak::python
