// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dosirak::python {

/// The one spelling by which projects and extras are compared: lower case, runs of "-", "_" and "." as one "-"
/// (PEP 503, PEP 685). Says nothing about whether @p name is a valid name.
[[nodiscard]] std::string normalizeName(std::string_view name);

/// ASCII letters and digits, with "-", "_" and "." inside (core metadata, Name; PEP 508, Names). At most 255 bytes.
[[nodiscard]] bool isValidName(std::string_view name);

} // namespace dosirak::python
