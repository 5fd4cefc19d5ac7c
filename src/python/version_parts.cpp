// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/version_parts.h"

#include "python/ascii.h"
#include "python/version_key.h"

#include <utility>

namespace dosirak::python {

namespace {

using Pre = VersionParts::Pre;

bool isSeparator(char c)
{
    return c == '.' || c == '-' || c == '_';
}

std::string_view takeDigits(std::string_view &text)
{
    std::size_t size = 0;
    while (size < text.size() && ascii::isDigit(text[size]))
        ++size;
    const std::string_view digits = text.substr(0, size);
    text.remove_prefix(size);
    return digits;
}

bool takeWord(std::string_view &text, std::string_view word)
{
    if (text.size() < word.size() || !ascii::equalsIgnoringCase(text.substr(0, word.size()), word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

/// sep? word sep? digits?, of which everything but the word may be missing. The second separator belongs to the group
/// even when no digits follow ("1.0a." is a version).
template<class Words, class Found>
bool takeSuffix(std::string_view &text, const Words &words, std::string_view &number, const Found &found)
{
    std::string_view rest = text;
    if (!rest.empty() && isSeparator(rest.front()))
        rest.remove_prefix(1);
    for (const auto &[word, meaning] : words) {
        if (!takeWord(rest, word))
            continue;
        if (!rest.empty() && isSeparator(rest.front()))
            rest.remove_prefix(1);
        number = takeDigits(rest);
        found(meaning);
        text = rest;
        return true;
    }
    return false;
}

void takePre(std::string_view &text, VersionParts &parts)
{
    static constexpr std::pair<std::string_view, Pre> words[] = {
        {"alpha", Pre::Alpha}, {"a", Pre::Alpha}, {"beta", Pre::Beta}, {"b", Pre::Beta},
        {"preview", Pre::Candidate}, {"pre", Pre::Candidate}, {"c", Pre::Candidate}, {"rc", Pre::Candidate}};
    takeSuffix(text, words, parts.preNumber, [&parts](Pre pre) { parts.pre = pre; });
}

void takePost(std::string_view &text, VersionParts &parts)
{
    if (text.size() > 1 && text[0] == '-' && ascii::isDigit(text[1])) {
        text.remove_prefix(1);
        parts.post = takeDigits(text);
        return;
    }
    static constexpr std::pair<std::string_view, bool> words[] = {{"post", true}, {"rev", true}, {"r", true}};
    std::string_view number;
    if (takeSuffix(text, words, number, [](bool) {}))
        parts.post = number;
}

void takeDev(std::string_view &text, VersionParts &parts)
{
    static constexpr std::pair<std::string_view, bool> words[] = {{"dev", true}};
    std::string_view number;
    if (takeSuffix(text, words, number, [](bool) {}))
        parts.dev = number;
}

void takeLocal(std::string_view &text, VersionParts &parts)
{
    if (text.size() < 2 || text[0] != '+' || !ascii::isAlnum(text[1]))
        return;
    std::size_t size = 1;
    while (size < text.size()) {
        const bool more = ascii::isAlnum(text[size])
            || (isSeparator(text[size]) && size + 1 < text.size() && ascii::isAlnum(text[size + 1]));
        if (!more)
            break;
        ++size;
    }
    parts.local = text.substr(1, size - 1);
    text.remove_prefix(size);
}

bool takeRelease(std::string_view &text, VersionParts &parts)
{
    std::string_view rest = text;
    if (!rest.empty() && ascii::lower(rest.front()) == 'v')
        rest.remove_prefix(1);
    std::string_view number = takeDigits(rest);
    if (!number.empty() && !rest.empty() && rest.front() == '!') {
        parts.epoch = number;
        rest.remove_prefix(1);
        number = takeDigits(rest);
    }
    if (number.empty())
        return false;
    parts.release.push_back(number);
    while (rest.size() > 1 && rest[0] == '.' && ascii::isDigit(rest[1])) {
        rest.remove_prefix(1);
        parts.release.push_back(takeDigits(rest));
    }
    text = rest;
    return true;
}

} // namespace

bool scanVersion(std::string_view &text, VersionScan scan, VersionParts &parts)
{
    if (!takeRelease(text, parts))
        return false;
    if (scan.wildcard && text.starts_with(".*")) {
        parts.wildcard = true;
        text.remove_prefix(2);
        return true;
    }
    takePre(text, parts);
    takePost(text, parts);
    takeDev(text, parts);
    if (scan.local)
        takeLocal(text, parts);
    return true;
}

std::string_view trimmedNumber(std::string_view digits)
{
    while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
    return digits.empty() ? std::string_view("0") : digits;
}

std::string incremented(std::string_view digits)
{
    std::string result(trimmedNumber(digits));
    for (auto digit = result.rbegin(); digit != result.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return result;
        }
        *digit = '0';
    }
    return "1" + result;
}

std::size_t appendPublicKey(const VersionParts &parts, std::string &key)
{
    version_key::appendNumber(key, parts.epoch);
    std::size_t size = parts.release.size();
    while (size > 0 && trimmedNumber(parts.release[size - 1]) == "0")
        --size;
    for (std::size_t i = 0; i < size; ++i)
        version_key::appendNumber(key, parts.release[i]);
    key += version_key::EndOfRelease;

    if (parts.pre == Pre::None)
        key += parts.dev && !parts.post ? version_key::DevOnly : version_key::Final;
    else
        key += static_cast<char>(version_key::Alpha + (static_cast<int>(parts.pre) - static_cast<int>(Pre::Alpha)));
    if (parts.pre != Pre::None)
        version_key::appendNumber(key, parts.preNumber);
    const std::size_t preSize = key.size();

    key += parts.post ? version_key::Post : version_key::NoPost;
    if (parts.post)
        version_key::appendNumber(key, *parts.post);
    key += parts.dev ? version_key::Dev : version_key::NoDev;
    if (parts.dev)
        version_key::appendNumber(key, *parts.dev);
    return preSize;
}

} // namespace dosirak::python
