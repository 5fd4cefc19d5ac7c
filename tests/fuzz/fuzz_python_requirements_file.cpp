// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "python/requirements_file.h"

namespace dosirak::fuzz {

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const auto text = textOf(bytes);
    // The folder does not exist, so nothing can be included.
    const auto file = python::RequirementsFile::parse(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                                      QStringLiteral("/nonexistent/requirements.txt"));
    if (!file) {
        require(!file.error().place.file.isEmpty(), "an error has its file");
        return;
    }
    for (const auto &line : file->requirements) {
        require(line.place.line > 0, "a requirement has its line");
        for (const std::string &digits : line.sha256)
            require(digits.size() == 64, "a hash has 64 digits");
    }
    require(file->constraints.empty(), "no file, no constraint");
}

} // namespace dosirak::fuzz
