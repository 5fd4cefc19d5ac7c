// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/policy.h"

#include "base/tr.h"
#include "debian/deb822.h"

#include <algorithm>
#include <charconv>
#include <climits>
#include <fnmatch.h>
#include <regex>

namespace dosirak::debian {

namespace {

constexpr int usualPriority = 500;
constexpr int installedPriority = 100;
constexpr int targetReleasePriority = 990;
constexpr int downgradePriority = 1000;

/// A shell pattern, or a regular expression between slashes, against a whole text.
bool matchesPattern(const std::string &pattern, const std::string &text)
{
    if (pattern.size() > 2 && pattern.front() == '/' && pattern.back() == '/') {
        try {
            return std::regex_search(text, std::regex(pattern.substr(1, pattern.size() - 2), std::regex::extended));
        } catch (const std::regex_error &) {
            return false;
        }
    }
    return ::fnmatch(pattern.c_str(), text.c_str(), FNM_CASEFOLD) == 0;
}

/// A version pin is a prefix when it ends in "*".
bool matchesVersion(const std::string &pattern, std::string_view version)
{
    return ::fnmatch(pattern.c_str(), std::string(version).c_str(), 0) == 0;
}

bool matchesShortRelease(const std::string &word, const IndexFacts &facts)
{
    if (word.empty())
        return false;
    const bool isNumber = word.front() >= '0' && word.front() <= '9';
    if (isNumber)
        return facts.releaseVersion == word
               || (word.back() == '*' && facts.releaseVersion.compare(0, word.size() - 1, word, 0, word.size() - 1) == 0);
    return matchesPattern(word, facts.suite) || matchesPattern(word, facts.codename);
}

/// "a=stable,n=bookworm,o=Debian" or one word.
bool matchesRelease(std::string_view expression, const IndexFacts &facts)
{
    if (expression.find('=') == std::string_view::npos)
        return matchesShortRelease(std::string(trimmed(expression)), facts);
    for (const std::string_view piece : split(expression, ',')) {
        if (piece.size() < 2 || piece[1] != '=')
            return false;
        const std::string wanted(trimmed(piece.substr(2)));
        const auto is = [&](const std::string &fact) { return matchesPattern(wanted, fact); };
        bool good = false;
        switch (piece[0]) {
        case 'a': good = is(facts.suite); break;
        case 'n': good = is(facts.codename); break;
        case 'v': good = is(facts.releaseVersion); break;
        case 'o': good = is(facts.origin); break;
        case 'l': good = is(facts.label); break;
        case 'c': good = is(facts.component); break;
        case 'b': good = is(facts.architecture); break;
        default: return false;
        }
        if (!good)
            return false;
    }
    return true;
}

bool matchesIndex(const Pin &pin, const LoadedIndex &index)
{
    if (index.isStatus)
        return false;
    if (pin.kind == Pin::Kind::Origin) {
        std::string host = pin.pattern;
        host.erase(std::remove(host.begin(), host.end(), '"'), host.end());
        return host.empty() ? index.facts.site.empty() : matchesPattern(host, index.facts.site);
    }
    return pin.kind == Pin::Kind::Release && matchesRelease(pin.pattern, index.facts);
}

Failure invalidPin(const Stanza &stanza, const QString &file, const QString &what)
{
    ErrorPlace place;
    place.file = file;
    place.line = stanza.line;
    return failAt(ErrorCode::Invalid, place, what);
}

Result<Pin> parsePin(const Stanza &stanza, const QString &file)
{
    Pin pin;
    for (const std::string_view name : words(stanza.value("Package")))
        pin.packages.emplace_back(name);
    const std::string_view text = stanza.value("Pin");
    const auto blank = text.find_first_of(" \t");
    const std::string kind = lowered(text.substr(0, blank));
    pin.pattern = std::string(blank == std::string_view::npos ? std::string_view() : trimmed(text.substr(blank)));
    if (kind == "version")
        pin.kind = Pin::Kind::Version;
    else if (kind == "origin")
        pin.kind = Pin::Kind::Origin;
    else if (kind != "release")
        return invalidPin(stanza, file, coreTr("A pin is \"version …\", \"release …\" or \"origin …\"."));
    if (pin.packages.empty())
        return invalidPin(stanza, file, coreTr("This pin names no package (\"Package: *\" means all)."));
    const std::string_view priority = stanza.value("Pin-Priority");
    const char *end = priority.data() + priority.size();
    if (priority.empty() || std::from_chars(priority.data(), end, pin.priority).ptr != end)
        return invalidPin(stanza, file, coreTr("The Pin-Priority is missing or is no whole number."));
    return pin;
}

} // namespace

Result<std::vector<Pin>> parsePreferences(std::string_view text, const QString &file)
{
    std::vector<Pin> pins;
    StanzaReader reader(text);
    Stanza stanza;
    for (;;) {
        auto more = reader.next(stanza);
        if (!more) {
            more.error().place.file = file;
            return tl::unexpected(more.error());
        }
        if (!*more)
            return pins;
        // A paragraph of Explanation fields and comments alone says nothing.
        if (!stanza.find("Package") && !stanza.find("Pin"))
            continue;
        DOSIRAK_TRY(pin, parsePin(stanza, file));
        pins.push_back(std::move(pin));
    }
}

Policy::Policy(const Universe &universe, std::vector<Pin> pins, const std::string &targetRelease)
    : m_universe(universe)
{
    std::vector<Pin> general;
    if (!targetRelease.empty())
        general.push_back({{"*"}, Pin::Kind::Release, targetRelease, targetReleasePriority});
    for (Pin &pin : pins)
        (pin.isGeneral() ? general : m_special).push_back(std::move(pin));
    for (std::uint32_t i = 0; i < universe.indexCount(); ++i) {
        const LoadedIndex &index = universe.index(i);
        const auto found = std::find_if(general.begin(), general.end(), [&](const Pin &pin) { return matchesIndex(pin, index); });
        m_indexPriorities.push_back(found != general.end() ? found->priority : indexPriority(index));
    }
}

int Policy::indexPriority(const LoadedIndex &index) const
{
    if (index.isStatus)
        return installedPriority;
    if (index.facts.notAutomatic)
        return index.facts.butAutomaticUpgrades ? installedPriority : 1;
    return usualPriority;
}

bool Policy::matches(const Pin &pin, VersionId version) const
{
    const std::string name(m_universe.name(m_universe.nameOf(m_universe.version(version).package)));
    const auto names = [&](const std::string &pattern) {
        if (pattern.compare(0, 4, "src:") == 0)
            return matchesPattern(pattern.substr(4), std::string(m_universe.indexOf(version).text(m_universe.record(version).sourceName)));
        if (const auto colon = pattern.find(':'); colon != std::string::npos && pattern.front() != '/') {
            const std::string arch = pattern.substr(colon + 1);
            const ArchId own = m_universe.archOf(m_universe.version(version).package);
            const bool archFits = arch == "any" || (arch == "native" ? own == 0 : m_universe.archId(arch) == own);
            return archFits && matchesPattern(pattern.substr(0, colon), name);
        }
        return matchesPattern(pattern, name);
    };
    if (std::none_of(pin.packages.begin(), pin.packages.end(), names))
        return false;
    if (pin.kind == Pin::Kind::Version)
        return matchesVersion(pin.pattern, m_universe.versionText(version));
    for (std::uint32_t o = m_universe.version(version).occurrence; o != none; o = m_universe.occurrence(o).next) {
        if (matchesIndex(pin, m_universe.index(m_universe.occurrence(o).index)))
            return true;
    }
    return false;
}

int Policy::priority(VersionId version) const
{
    for (const Pin &pin : m_special) {
        if (matches(pin, version))
            return pin.priority;
    }
    int best = INT_MIN;
    for (std::uint32_t o = m_universe.version(version).occurrence; o != none; o = m_universe.occurrence(o).next)
        best = std::max(best, m_indexPriorities[m_universe.occurrence(o).index]);
    return best;
}

VersionId Policy::candidate(PackageId id) const
{
    const Universe::Package &package = m_universe.package(id);
    VersionId best = none;
    int bestPriority = 0;
    for (VersionId v = package.versions; v != none; v = m_universe.version(v).next) {
        // The usual case: one version, no pins, nothing installed.
        const int priority = this->priority(v);
        if (priority <= 0 || priority < bestPriority)
            continue;
        if (package.current != none && v != package.current && priority < downgradePriority
            && compareVersions(m_universe.versionText(v), m_universe.versionText(package.current)) < 0)
            continue;
        if (priority > bestPriority || compareVersions(m_universe.versionText(v), m_universe.versionText(best)) > 0
            || (best != none && v < best
                && compareVersions(m_universe.versionText(v), m_universe.versionText(best)) == 0)) {
            best = v;
            bestPriority = priority;
        }
    }
    return best;
}

bool Policy::isInRelease(VersionId version, std::string_view release) const
{
    for (std::uint32_t o = m_universe.version(version).occurrence; o != none; o = m_universe.occurrence(o).next) {
        const LoadedIndex &index = m_universe.index(m_universe.occurrence(o).index);
        if (!index.isStatus && matchesRelease(release, index.facts))
            return true;
    }
    return false;
}

} // namespace dosirak::debian
