// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    dosirak::fuzz::fuzzOne({data, size});
    return 0;
}
