// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/version_key.h"

#include "python/version_parts.h"

#include <cstdint>

namespace dosirak::python::version_key {

namespace {

constexpr unsigned SmallNumbers = 0xef;   // 0 … 0xee are one byte, the number plus one
constexpr unsigned LongNumber = 0xf9;     // 0xf0 plus 1 … 8 bytes; beyond: LongNumber, four bytes of length, digits

void appendBytes(std::string &key, std::uint64_t value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        key += static_cast<char>(value >> shift & 0xff);
}

} // namespace

void appendNumber(std::string &key, std::string_view digits)
{
    digits = trimmedNumber(digits);
    if (digits.size() > 19) { // may not fit 64 bits
        key += static_cast<char>(LongNumber);
        appendBytes(key, digits.size(), 4);
        key += digits;
        return;
    }
    std::uint64_t value = 0;
    for (char digit : digits)
        value = value * 10 + static_cast<unsigned>(digit - '0');
    if (value < SmallNumbers) {
        key += static_cast<char>(value + 1);
        return;
    }
    int bytes = 1;
    while (bytes < 8 && value >> (bytes * 8) != 0)
        ++bytes;
    key += static_cast<char>(0xf0 + bytes);
    appendBytes(key, value, bytes);
}

} // namespace dosirak::python::version_key
