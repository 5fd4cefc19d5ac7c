// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// A version by PEP 440 ("Version identification and dependency specification" of the packaging specifications).
///
/// Small and cheap to compare: it holds its normalised text and a byte string whose plain byte order is PEP 440's
/// order, so comparing is one memcmp and needs no parsing. Numbers of any length are kept exactly.
/// An immutable plain value; any thread.
class Version {
public:
    /// Version 0.
    Version();

    /// Reads any spelling that PEP 440 accepts ("v1.0-RC.1", " 1.0.post-2 "). Nothing for text that is no version:
    /// index pages hold such names and their readers skip them.
    [[nodiscard]] static std::optional<Version> parse(std::string_view text);

    /// Normalised: "1.0rc1", "2!1.0.post2.dev0+cu118". Trailing zeros of the release stay.
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Without the local label. The view lives as long as this value.
    [[nodiscard]] std::string_view publicText() const { return std::string_view(m_text).substr(0, m_publicSize); }
    /// The local label without its "+"; empty when there is none.
    [[nodiscard]] std::string_view local() const;
    /// "0" when none is given.
    [[nodiscard]] std::string_view epoch() const;
    /// The numbers of the release as decimal text, trailing zeros included: "1.10.0" → {"1", "10", "0"}.
    [[nodiscard]] std::vector<std::string_view> release() const;

    [[nodiscard]] bool hasLocal() const { return m_publicSize < m_text.size(); }
    /// Alpha, beta, release candidate or development release.
    [[nodiscard]] bool isPrerelease() const { return m_pre || m_dev; }
    [[nodiscard]] bool isPostrelease() const { return m_post; }
    [[nodiscard]] bool isDevrelease() const { return m_dev; }

    /// Byte order of keys is the order of versions; equal keys are equal versions ("1.0" and "1.0.0").
    [[nodiscard]] const std::string &key() const { return m_key; }
    /// The key without the local label: a prefix of the keys of all local versions of this one.
    [[nodiscard]] std::string_view publicKey() const { return std::string_view(m_key).substr(0, m_publicKeySize); }
    /// The key up to the pre-release: a prefix of the keys of this version, its post-releases and (of a pre-release)
    /// its development releases.
    [[nodiscard]] std::string_view preKey() const { return std::string_view(m_key).substr(0, m_preKeySize); }

    friend bool operator==(const Version &a, const Version &b) { return a.m_key == b.m_key; }
    friend std::strong_ordering operator<=>(const Version &a, const Version &b)
    {
        return a.m_key.compare(b.m_key) <=> 0;
    }

private:
    struct Blank {};
    explicit Version(Blank) {}

    std::string m_text;
    std::string m_key;
    std::uint32_t m_publicSize = 0;
    std::uint32_t m_publicKeySize = 0;
    std::uint32_t m_preKeySize = 0;
    bool m_pre = false;
    bool m_post = false;
    bool m_dev = false;
};

/// Version::parse() for text that a person wrote. Errors: Invalid.
[[nodiscard]] Result<Version> parseVersion(std::string_view text);

} // namespace dosirak::python

template<>
struct std::hash<dosirak::python::Version> {
    std::size_t operator()(const dosirak::python::Version &version) const noexcept
    {
        return std::hash<std::string>()(version.key());
    }
};
