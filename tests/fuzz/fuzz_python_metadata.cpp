// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/metadata.h"
#include "python/names.h"

namespace dosirak::fuzz {

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const auto metadata = python::Metadata::parse(textOf(bytes));
    if (!metadata) {
        require(!metadata.error().what.isEmpty(), "a refusal says why");
        return;
    }
    require(python::isValidName(metadata->name), "the name is one");
    require(!metadata->version.text().empty(), "the version is one");
    require(metadata->licence().find('\n') == std::string::npos, "the licence is one line");
    require(!metadata->requiresPython || !metadata->requiresPythonText.empty(), "conditions have their text");
}

} // namespace dosirak::fuzz
