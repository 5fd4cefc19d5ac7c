// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/deb822.h"

#include "base/tr.h"

#include <algorithm>

namespace dosirak::debian {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isFieldName(std::string_view name)
{
    if (name.empty() || name.front() == '-' || name.front() == '#')
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127 && c != ':'; });
}

Failure invalidAt(int line, const QString &what)
{
    ErrorPlace place;
    place.line = line;
    return failAt(ErrorCode::Invalid, place, what);
}

} // namespace

std::string_view Stanza::value(std::string_view name) const
{
    const Field *field = find(name);
    return field ? field->value : std::string_view();
}

const Field *Stanza::find(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field &field) { return equalsIgnoringCase(field.name, name); });
    return found == fields.end() ? nullptr : &*found;
}

std::string_view StanzaReader::takeLine()
{
    const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
    const std::string_view line = m_text.substr(m_at, end - m_at);
    m_at = end < m_text.size() ? end + 1 : end;
    ++m_line;
    return line;
}

Result<void> StanzaReader::addLine(std::string_view line, Stanza &stanza) const
{
    if (line.front() == ' ' || line.front() == '\t') {
        if (stanza.fields.empty())
            return invalidAt(m_line, coreTr("A line is continued, but there is no field before it."));
        std::string_view &value = stanza.fields.back().value;
        const char *end = line.data() + line.size();
        // An empty value begins where its first further line begins.
        const char *begin = value.empty() ? line.data() : value.data();
        value = std::string_view(begin, std::size_t(end - begin));
        return {};
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isFieldName(line.substr(0, colon)))
        return invalidAt(m_line, coreTr("This line is not a field: a name and a colon are expected."));
    stanza.fields.push_back({line.substr(0, colon), trimmed(line.substr(colon + 1)), m_line});
    return {};
}

Result<bool> StanzaReader::next(Stanza &stanza)
{
    stanza.fields.clear();
    std::size_t begin = m_at;
    std::size_t end = m_at;
    while (m_at < m_text.size()) {
        const std::size_t lineBegin = m_at;
        const std::string_view line = takeLine();
        if (trimmed(line).empty()) {
            if (!stanza.fields.empty())
                break;
            continue;
        }
        if (line.front() == '#')
            continue;
        if (stanza.fields.empty()) {
            begin = lineBegin;
            stanza.line = m_line;
        }
        DOSIRAK_CHECK(addLine(line, stanza));
        end = lineBegin + line.size();
        if (end - begin > maxStanzaBytes)
            return invalidAt(stanza.line, coreTr("This paragraph is too long."));
    }
    stanza.text = m_text.substr(begin, end - begin);
    return !stanza.fields.empty();
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lowered(c); });
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size()
           && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> result;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        const std::size_t begin = at;
        while (at < text.size() && !isBlank(text[at]))
            ++at;
        if (at > begin)
            result.push_back(text.substr(begin, at - begin));
    }
    return result;
}

bool isYes(std::string_view text)
{
    const std::string word = lowered(trimmed(text));
    return word == "yes" || word == "true" || word == "with" || word == "on" || word == "enable" || word == "1";
}

bool isNo(std::string_view text)
{
    const std::string word = lowered(trimmed(text));
    return word == "no" || word == "false" || word == "without" || word == "off" || word == "disable" || word == "0";
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> result;
    for (;;) {
        const auto end = text.find(separator);
        result.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos)
            return result;
        text.remove_prefix(end + 1);
    }
}

} // namespace dosirak::debian
