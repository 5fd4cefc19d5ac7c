// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/ascii.h"
#include "python/dependency_parser.h"

#include <cstdint>

namespace dosirak::python {

namespace {

int digitValue(char c)
{
    if (ascii::isDigit(c))
        return c - '0';
    const char low = ascii::lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : 99;
}

/// Takes @p least to @p most digits of the base.
std::optional<std::uint32_t> takeCode(std::string_view &text, int base, std::size_t least, std::size_t most)
{
    std::uint32_t value = 0;
    std::size_t size = 0;
    while (size < most && size < text.size() && digitValue(text[size]) < base)
        value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digitValue(text[size++]));
    if (size < least)
        return std::nullopt;
    text.remove_prefix(size);
    return value;
}

/// False for what UTF-8 cannot say: surrogates and what lies beyond Unicode.
bool appendUtf8(std::string &out, std::uint32_t code)
{
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return false;
    const auto tail = [&out, code](int shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
    return true;
}

constexpr std::string_view simpleEscapes = "\\'\"abfnrtv";
constexpr std::string_view simpleValues = "\\'\"\a\b\f\n\r\t\v";

/// The escape after a backslash. Unknown ones stay as they are, backslash included, as in Python.
bool appendEscape(std::string_view &text, std::string &out)
{
    if (text.empty())
        return false;
    const char c = text.front();
    if (c >= '0' && c <= '7')
        return appendUtf8(out, *takeCode(text, 8, 1, 3));
    text.remove_prefix(1);
    if (const auto index = simpleEscapes.find(c); index != std::string_view::npos) {
        out += simpleValues[index];
        return true;
    }
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
        const auto code = takeCode(text, 16, digits, digits);
        return code && appendUtf8(out, *code);
    }
    if (c == 'N') // names of Unicode characters: no marker needs them
        return false;
    out += '\\';
    out += c;
    return true;
}

} // namespace

std::optional<std::string> unescapedPythonString(std::string_view inner)
{
    std::string out;
    out.reserve(inner.size());
    while (!inner.empty()) {
        const char c = inner.front();
        inner.remove_prefix(1);
        if (c == '\n' || c == '\r' || c == '\0')
            return std::nullopt;
        if (c != '\\')
            out += c;
        else if (inner.starts_with('\n')) // a continued line
            inner.remove_prefix(1);
        else if (inner.starts_with('\r')) // the same, of another system
            inner.remove_prefix(inner.starts_with("\r\n") ? 2 : 1);
        else if (!appendEscape(inner, out))
            return std::nullopt;
    }
    return out;
}

} // namespace dosirak::python
