// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

/// Takes the value of a Result, or leaves the function with its error.
///     DOSIRAK_TRY(bytes, readFile(path, limit));
#define DOSIRAK_TRY(name, expression)                                                                                  \
    auto name##Result = (expression);                                                                                  \
    if (!name##Result)                                                                                                 \
        return tl::unexpected(std::move(name##Result).error());                                                        \
    auto &name = *name##Result

/// The same for a Result<void>, or when the value is not wanted.
#define DOSIRAK_CHECK(expression)                                                                                      \
    do {                                                                                                               \
        if (auto checked = (expression); !checked)                                                                     \
            return tl::unexpected(std::move(checked).error());                                                         \
    } while (false)
