// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/release.h"

#include "base/sha256.h"
#include "base/tr.h"
#include "debian/deb822.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxFiles = 500'000;

/// A path inside the repository that cannot lead out of it.
bool isInnerPath(std::string_view path)
{
    if (path.empty() || path.front() == '/' || path.size() > 1000)
        return false;
    for (const std::string_view part : split(path, '/')) {
        if (part == "..")
            return false;
    }
    return true;
}

bool addFile(std::string_view line, Release &release)
{
    const auto parts = words(line);
    if (parts.size() != 3 || !isInnerPath(parts[2]))
        return false;
    const std::string hash = lowered(parts[0]);
    Release::File file{hash, -1};
    const char *end = parts[1].data() + parts[1].size();
    if (std::from_chars(parts[1].data(), end, file.size).ptr != end || file.size < 0
        || !isSha256(QByteArrayView(hash.data(), qsizetype(hash.size()))))
        return false;
    release.files.emplace(std::string(parts[2]), file);
    return true;
}

} // namespace

QDateTime parseReleaseDate(std::string_view text)
{
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto parts = words(text);
    if (!parts.empty() && parts[0].back() == ',')
        parts.erase(parts.begin());
    if (parts.size() != 5 || (parts[4] != "UTC" && parts[4] != "GMT" && parts[4] != "+0000" && parts[4] != "Z"))
        return {};
    const auto month = std::find(std::begin(months), std::end(months), parts[1]);
    const auto clock = split(parts[3], ':');
    const auto number = [](std::string_view digits) {
        int value = -1;
        const char *end = digits.data() + digits.size();
        return std::from_chars(digits.data(), end, value).ptr == end ? value : -1;
    };
    if (month == std::end(months) || clock.size() != 3)
        return {};
    const QDate date(number(parts[2]), int(month - std::begin(months)) + 1, number(parts[0]));
    const QTime time(number(clock[0]), number(clock[1]), number(clock[2]));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

Result<Release> parseRelease(std::string_view text, const QString &file)
{
    StanzaReader reader(text);
    Stanza stanza;
    const auto invalid = [&](int line, const QString &what) {
        ErrorPlace place;
        place.file = file;
        place.line = line;
        return failAt(ErrorCode::Invalid, place, what);
    };
    auto more = reader.next(stanza);
    if (!more)
        return invalid(more.error().place.line, more.error().what);
    const Field *hashes = stanza.find("SHA256");
    if (!*more || !hashes)
        return invalid(stanza.line, coreTr("This Release file has no SHA256 section; older hashes are not taken."));
    Release release;
    release.origin = stanza.value("Origin");
    release.label = stanza.value("Label");
    release.suite = stanza.value("Suite");
    release.codename = stanza.value("Codename");
    release.version = stanza.value("Version");
    release.date = stanza.value("Date");
    release.notAutomatic = isYes(stanza.value("NotAutomatic"));
    release.butAutomaticUpgrades = isYes(stanza.value("ButAutomaticUpgrades"));
    release.acquireByHash = isYes(stanza.value("Acquire-By-Hash"));
    release.noSupportForAll = stanza.value("No-Support-for-Architecture-all") == "Packages";
    for (const std::string_view word : words(stanza.value("Architectures")))
        release.architectures.emplace_back(word);
    for (const std::string_view word : words(stanza.value("Components")))
        release.components.emplace_back(word);
    if (const Field *until = stanza.find("Valid-Until")) {
        release.validUntil = parseReleaseDate(until->value);
        if (!release.validUntil.isValid())
            return invalid(until->line, coreTr("Valid-Until is no date."));
    }
    for (const std::string_view line : split(hashes->value, '\n')) {
        if (line.empty())
            continue;
        if (!addFile(line, release) || release.files.size() > maxFiles)
            return invalid(hashes->line, coreTr("The SHA256 section cannot be read."));
    }
    return release;
}

Result<void> checkRelease(const Release &release, const Source &source, const QDateTime &now, const QString &url)
{
    if (source.checkValidUntil && release.validUntil.isValid() && release.validUntil < now)
        return fail(ErrorCode::Integrity,
                    coreTr("%1 was valid until %2 only: the mirror is out of date, or somebody shows an old state.")
                        .arg(url, release.validUntil.toString(Qt::ISODate)),
                    coreTr("Use another mirror, or set Check-Valid-Until: no for a source that is an archive on purpose."));
    if (!source.targetSuite.empty() && source.targetSuite != release.suite && source.targetSuite != release.codename)
        return fail(ErrorCode::Integrity,
                    coreTr("%1 says that it is %2, not %3.")
                        .arg(url, QString::fromStdString(release.codename.empty() ? release.suite : release.codename),
                             QString::fromStdString(source.targetSuite)));
    return {};
}

} // namespace dosirak::debian
