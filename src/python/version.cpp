// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/version.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/version_key.h"
#include "python/version_parts.h"

#include <algorithm>

namespace dosirak::python {

namespace {

using Pre = VersionParts::Pre;

void appendPublicText(const VersionParts &parts, std::string &text)
{
    if (trimmedNumber(parts.epoch) != "0") {
        text += trimmedNumber(parts.epoch);
        text += '!';
    }
    for (std::size_t i = 0; i < parts.release.size(); ++i) {
        if (i > 0)
            text += '.';
        text += trimmedNumber(parts.release[i]);
    }
    if (parts.pre != Pre::None) {
        text += parts.pre == Pre::Alpha ? "a" : parts.pre == Pre::Beta ? "b" : "rc";
        text += trimmedNumber(parts.preNumber);
    }
    if (parts.post) {
        text += ".post";
        text += trimmedNumber(*parts.post);
    }
    if (parts.dev) {
        text += ".dev";
        text += trimmedNumber(*parts.dev);
    }
}

/// Appends one part of a local label to text and key: numbers count as numbers.
void appendLocalPart(std::string_view part, std::string &text, std::string &key)
{
    if (std::all_of(part.begin(), part.end(), ascii::isDigit)) {
        text += trimmedNumber(part);
        key += version_key::LocalNumber;
        version_key::appendNumber(key, part);
        return;
    }
    const std::string lower = ascii::lowered(part);
    text += lower;
    key += version_key::LocalText;
    key += lower;
    key += '\0'; // "ab" sorts before "abc", whatever part follows
}

void appendLocal(std::string_view local, std::string &text, std::string &key)
{
    text += '+';
    while (true) {
        const std::size_t end = std::min(local.find_first_of(".-_"), local.size());
        appendLocalPart(local.substr(0, end), text, key);
        if (end == local.size())
            return;
        text += '.';
        local.remove_prefix(end + 1);
    }
}

} // namespace

Version::Version() : Version(*parse("0")) {}

std::optional<Version> Version::parse(std::string_view text)
{
    text = ascii::strip(text);
    VersionParts parts;
    if (!scanVersion(text, {.local = true, .wildcard = false}, parts) || !text.empty())
        return std::nullopt;

    Version version{Blank()};
    appendPublicText(parts, version.m_text);
    version.m_publicSize = static_cast<std::uint32_t>(version.m_text.size());
    version.m_preKeySize = static_cast<std::uint32_t>(appendPublicKey(parts, version.m_key));
    version.m_publicKeySize = static_cast<std::uint32_t>(version.m_key.size());
    if (!parts.local.empty())
        appendLocal(parts.local, version.m_text, version.m_key);
    version.m_pre = parts.pre != Pre::None;
    version.m_post = parts.post.has_value();
    version.m_dev = parts.dev.has_value();
    return version;
}

std::string_view Version::local() const
{
    return hasLocal() ? std::string_view(m_text).substr(m_publicSize + 1) : std::string_view();
}

std::string_view Version::epoch() const
{
    const std::size_t bang = m_text.find('!');
    return bang == std::string::npos ? std::string_view("0") : std::string_view(m_text).substr(0, bang);
}

std::vector<std::string_view> Version::release() const
{
    std::string_view text = m_text;
    VersionParts parts;
    (void)scanVersion(text, {}, parts); // its own text always scans
    return parts.release;
}

Result<Version> parseVersion(std::string_view text)
{
    if (auto version = Version::parse(text))
        return *std::move(version);
    return fail(ErrorCode::Invalid,
                coreTr("“%1” is not a version.").arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))),
                coreTr("Versions look like 1.2.3, 1.0rc1 or 2.5.1+cu118 (PEP 440)."));
}

} // namespace dosirak::python
