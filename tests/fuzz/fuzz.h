// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace dosirak::fuzz {

/// Reads @p bytes with the reader under test and checks with require() what must hold for every input. Each fuzz target
/// defines it once.
void fuzzOne(std::span<const std::uint8_t> bytes);

inline std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// Ends the program when something does not hold that must: the fuzzer and the corpus test both see that.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace dosirak::fuzz
