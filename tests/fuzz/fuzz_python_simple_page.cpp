// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "base/safe_path.h"
#include "python/file_names.h"
#include "python/simple_page.h"

#include <algorithm>

namespace dosirak::fuzz {

namespace {

void check(const Result<python::SimplePage> &page)
{
    if (!page)
        return;
    for (const auto &file : page->files) {
        require(safeFileName(QString::fromStdString(file.fileName)).has_value(), "names are safe file names");
        require(file.url.starts_with("https://") || file.url.starts_with("http://"), "URLs are of the web");
        require(std::none_of(file.url.begin(), file.url.end(),
                             [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '#'; }),
                "URLs hold no blanks and no fragment");
        const auto sha256 = file.sha256();
        require(sha256.empty() || sha256.size() == 64, "a SHA-256 has 64 digits");
        if (const auto wheel = python::WheelName::read(file.fileName))
            require(!wheel->tags().empty(), "a wheel has tags");
        (void)python::SdistName::read(file.fileName);
    }
}

} // namespace

/// Every input is read as both formats.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view url = "https://index.example.org/simple/foo/";
    check(python::parseSimpleHtml(textOf(bytes), url));
    check(python::parseSimpleJson(textOf(bytes), url));
}

} // namespace dosirak::fuzz
