// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/html_tags.h"

#include "python/ascii.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace dosirak::python {

namespace {

constexpr std::string_view space = " \t\n\f\r";

constexpr std::array<std::pair<std::string_view, char>, 5> namedReferences{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

bool appendNumbered(std::string_view digits, std::string &out)
{
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex)
        digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10ffff || surrogate)
        return false;
    const char32_t character = code;
    out += QString::fromUcs4(&character, 1).toStdString();
    return true;
}

bool appendReference(std::string_view name, std::string &out)
{
    if (name.starts_with('#'))
        return appendNumbered(name.substr(1), out);
    const auto found = std::find_if(namedReferences.begin(), namedReferences.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    if (found != namedReferences.end())
        out += found->second;
    return found != namedReferences.end();
}

} // namespace

std::string withoutCharacterReferences(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t ampersand = std::min(text.find('&'), text.size());
        out += text.substr(0, ampersand);
        text.remove_prefix(ampersand);
        if (text.empty())
            break;
        const std::size_t end = text.substr(0, 16).find(';'); // no reference that is resolved here is longer
        if (end != std::string_view::npos && appendReference(text.substr(1, end - 1), out)) {
            text.remove_prefix(end + 1);
        } else {
            out += '&';
            text.remove_prefix(1);
        }
    }
    return out;
}

const std::string *HtmlTag::find(std::string_view attribute) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [attribute](const auto &entry) { return entry.first == attribute; });
    return found == attributes.end() ? nullptr : &found->second;
}

std::optional<HtmlTag> HtmlTags::next()
{
    while (true) {
        const std::size_t open = m_rest.find('<');
        if (open == std::string_view::npos || open + 1 >= m_rest.size()) {
            m_rest = {};
            return std::nullopt;
        }
        m_rest.remove_prefix(open + 1);
        if (m_rest.starts_with("!--")) {
            skipPast("-->");
        } else if (m_rest.front() == '!' || m_rest.front() == '?' || m_rest.front() == '/') {
            skipPast(">");
        } else if (ascii::isAlpha(m_rest.front())) {
            auto tag = readTag();
            if (tag && (tag->name == "script" || tag->name == "style"))
                skipRawText(tag->name);
            else if (tag)
                return tag;
        }
    }
}

void HtmlTags::skipPast(std::string_view end)
{
    const std::size_t found = m_rest.find(end);
    m_rest.remove_prefix(found == std::string_view::npos ? m_rest.size() : found + end.size());
}

/// What is inside of <script> and <style> is no markup; it goes on to the end tag.
void HtmlTags::skipRawText(std::string_view name)
{
    while (true) {
        const std::size_t found = m_rest.find("</");
        if (found == std::string_view::npos) {
            m_rest = {};
            return;
        }
        m_rest.remove_prefix(found + 2);
        if (ascii::equalsIgnoringCase(m_rest.substr(0, name.size()), name))
            return;
    }
}

void HtmlTags::skipSpace()
{
    m_rest.remove_prefix(std::min(m_rest.find_first_not_of(space), m_rest.size()));
}

std::string_view HtmlTags::takeUntilAny(std::string_view stops)
{
    const std::size_t size = std::min(m_rest.find_first_of(stops), m_rest.size());
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
}

/// Nothing for a tag that the page ends in.
std::optional<HtmlTag> HtmlTags::readTag()
{
    HtmlTag tag;
    tag.name = ascii::lowered(takeUntilAny(" \t\n\f\r/>"));
    while (readAttribute(tag))
        ;
    if (m_rest.empty())
        return std::nullopt;
    m_rest.remove_prefix(1); // the ">"
    return tag;
}

/// False at the end of the tag: at ">" or at the end of the page.
bool HtmlTags::readAttribute(HtmlTag &tag)
{
    m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\n\f\r/"), m_rest.size()));
    if (m_rest.empty() || m_rest.front() == '>')
        return false;
    // A "=" here is part of the name, as browsers have it; so each turn takes at least one byte.
    const bool equalsFirst = m_rest.front() == '=';
    if (equalsFirst)
        m_rest.remove_prefix(1);
    std::string name = (equalsFirst ? "=" : "") + ascii::lowered(takeUntilAny(" \t\n\f\r/>="));
    std::string value;
    skipSpace();
    if (m_rest.starts_with('=')) {
        m_rest.remove_prefix(1);
        skipSpace();
        if (m_rest.starts_with('"') || m_rest.starts_with('\'')) {
            const std::string_view quote = m_rest.substr(0, 1);
            m_rest.remove_prefix(1);
            value = withoutCharacterReferences(takeUntilAny(quote));
            m_rest.remove_prefix(std::min<std::size_t>(1, m_rest.size()));
        } else {
            value = withoutCharacterReferences(takeUntilAny(" \t\n\f\r>"));
        }
    }
    tag.attributes.emplace_back(std::move(name), std::move(value));
    return true;
}

} // namespace dosirak::python
