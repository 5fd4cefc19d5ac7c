// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "debian/policy.h"
#include "debian/release.h"
#include "debian/sources.h"

namespace dosirak::fuzz {

using namespace debian;

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const std::string_view text = textOf(bytes);
    const QByteArray raw(text.data(), qsizetype(text.size()));
    if (const auto release = parseRelease(text, QStringLiteral("fuzz"))) {
        for (const auto &[path, file] : release->files) {
            require(path.front() != '/' && ("/" + path + "/").find("/../") == std::string::npos, "a path stays inside");
            require(file.size >= 0 && file.sha256.size() == 64, "a file has a size and a hash");
        }
    }
    if (const auto sources = parseSources(text, "fuzz")) {
        const auto again = parseSources(writeSources(*sources), "fuzz");
        require(again.has_value() && again->size() == sources->size(), "what is written can be read");
    }
    (void)parseSourcesList(text, "fuzz");
    (void)parsePreferences(text, QStringLiteral("fuzz"));
    (void)dearmor(raw);
    (void)stripSignature(raw);
}

} // namespace dosirak::fuzz
