// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/resolution.h"

#include <QUrl>

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace dosirak::debian {

namespace {

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// How the chosen packages hang together.
class Reasons
{
public:
    Reasons(const Universe &universe, const Solution &solution, bool recommends)
        : m_universe(universe)
        , m_recommends(recommends)
    {
        for (const VersionId version : solution.install)
            m_chosen.emplace(universe.version(version).package, version);
        follow(solution.requested);
    }

    [[nodiscard]] std::vector<std::string> why(PackageId package) const;
    /// Names that this version needs directly and that are part of the answer.
    [[nodiscard]] std::vector<std::string> needs(VersionId version) const;

private:
    template<class Visit>
    void forEachChosen(VersionId version, bool requiredOnly, Visit &&visit) const;
    void follow(const std::vector<PackageId> &requested);

    const Universe &m_universe;
    bool m_recommends;
    std::unordered_map<PackageId, VersionId> m_chosen;
    std::unordered_map<PackageId, PackageId> m_parents;
};

template<class Visit>
void Reasons::forEachChosen(VersionId version, bool requiredOnly, Visit &&visit) const
{
    for (const DependencyAtom &atom : m_universe.dependencies(version)) {
        const bool counts = isRequired(atom.field) || (!requiredOnly && !isNegative(atom.field));
        if (!counts)
            continue;
        m_universe.forEachTarget(
            {version, &atom},
            [&](VersionId v) {
                const auto found = m_chosen.find(m_universe.version(v).package);
                return found != m_chosen.end() && found->second == v;
            },
            [&](VersionId v) {
                visit(m_universe.version(v).package, atom.field);
                return false;
            });
    }
}

/// Breadth first, so that the chains are short: hard needs before recommended and suggested ones.
void Reasons::follow(const std::vector<PackageId> &requested)
{
    std::deque<PackageId> open;
    const auto reach = [&](PackageId package, PackageId parent) {
        if (m_parents.emplace(package, parent).second)
            open.push_back(package);
    };
    const auto run = [&](bool requiredOnly) {
        while (!open.empty()) {
            const PackageId package = open.front();
            open.pop_front();
            const auto chosen = m_chosen.find(package);
            const VersionId version = chosen != m_chosen.end() ? chosen->second : m_universe.package(package).current;
            if (version != none)
                forEachChosen(version, requiredOnly, [&](PackageId next, DependencyField) { reach(next, package); });
        }
    };
    for (const PackageId package : requested)
        reach(package, none);
    run(true);
    // What is left came as a recommendation, or as an upgrade of what the base image has.
    std::vector<PackageId> reached;
    for (const auto &[package, parent] : m_parents)
        reached.push_back(package);
    std::sort(reached.begin(), reached.end());
    open.assign(reached.begin(), reached.end());
    run(false);
    for (const PackageId package : m_universe.installed()) {
        if (m_chosen.contains(package))
            reach(package, none);
    }
    run(false);
}

std::vector<std::string> Reasons::why(PackageId package) const
{
    std::vector<std::string> chain;
    for (PackageId at = package; at != none && chain.size() < 100;) {
        chain.push_back(m_universe.fullName(at));
        const auto parent = m_parents.find(at);
        at = parent == m_parents.end() ? none : parent->second;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

std::vector<std::string> Reasons::needs(VersionId version) const
{
    std::vector<std::string> names;
    const PackageId self = m_universe.version(version).package;
    forEachChosen(version, true, [&](PackageId package, DependencyField) {
        if (package != self)
            names.push_back(m_universe.fullName(package));
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// The occurrence that gives the URL: the first one of an index.
const Universe::Occurrence *firstSource(const Universe &universe, VersionId version)
{
    for (std::uint32_t o = universe.version(version).occurrence; o != none; o = universe.occurrence(o).next) {
        if (!universe.index(universe.occurrence(o).index).isStatus)
            return &universe.occurrence(o);
    }
    return nullptr;
}

/// Name, version and architecture as dpkg names files; the epoch's colon is written as %3a.
std::string debFileName(const std::string &name, const std::string &version, const std::string &architecture)
{
    std::string text = name + '_' + version + '_' + architecture + ".deb";
    for (auto colon = text.find(':'); colon != std::string::npos; colon = text.find(':'))
        text.replace(colon, 1, "%3a");
    return text;
}

/// The SHA256 field of one index entry, in lower case; empty: it has none.
std::string sha256Of(std::string_view text)
{
    StanzaReader reader(text);
    Stanza stanza;
    const auto more = reader.next(stanza);
    return more && *more ? lowered(stanza.value("SHA256")) : std::string();
}

/// apt takes the first source's file and is silent when another one has other bytes under the same version.
void noteOtherBuilds(const Universe &universe, VersionId version, const DebPackage &package, std::vector<QString> &notices)
{
    const Universe::Package &all = universe.package(universe.version(version).package);
    for (VersionId v = all.versions; v != none; v = universe.version(v).next) {
        if (universe.versionText(v) != package.version)
            continue;
        for (std::uint32_t o = universe.version(v).occurrence; o != none; o = universe.occurrence(o).next) {
            const LoadedIndex &loaded = universe.index(universe.occurrence(o).index);
            if (loaded.isStatus)
                continue;
            const std::string_view text = loaded.index.stanza(loaded.index.records()[universe.occurrence(o).record]);
            if (text == package.stanza)
                continue;
            const std::string other = sha256Of(text);
            if (package.sha256.empty() || other.empty() || other == package.sha256)
                continue;
            notices.push_back(coreTr("%1 %2 has other contents in %3 than in %4; the file of %4 is taken.")
                                  .arg(qt(package.name), qt(package.version), qt(loaded.source), qt(package.source)));
            return;
        }
    }
}

Result<void> addFile(const Universe &universe, VersionId version, DebPackage &package)
{
    const Universe::Occurrence *occurrence = firstSource(universe, version);
    if (!occurrence)
        return fail(ErrorCode::Internal, coreTr("%1 is in no source.").arg(qt(package.name)));
    const LoadedIndex &loaded = universe.index(occurrence->index);
    const PackageRecord &record = loaded.index.records()[occurrence->record];
    package.stanza = loaded.index.stanza(record);
    package.size = record.size;
    package.source = loaded.source;
    StanzaReader reader(package.stanza);
    Stanza stanza;
    if (auto more = reader.next(stanza); !more || !*more)
        return fail(ErrorCode::Invalid, coreTr("The index entry of %1 cannot be read.").arg(qt(package.name)));
    package.sha256 = lowered(stanza.value("SHA256"));
    if (!package.sha256.empty() && !isSha256(QByteArrayView(package.sha256.data(), qsizetype(package.sha256.size()))))
        return fail(ErrorCode::Invalid, coreTr("The index has no usable SHA256 for %1.").arg(qt(package.name)));
    std::string_view path = stanza.value("Filename");
    while (path.substr(0, 2) == "./") // as dpkg-scanpackages writes them in a flat repository
        path.remove_prefix(2);
    DOSIRAK_TRY(safe, safeRelativePath(qt(path)));
    package.url = loaded.baseUrl + QUrl::toPercentEncoding(safe, "/+~:@!$&'()*,;=").toStdString();
    package.fileName = debFileName(package.name, package.version, package.architecture);
    DOSIRAK_CHECK(safeFileName(qt(package.fileName)));
    return {};
}

} // namespace

Result<void> describe(const Universe &universe, const Solution &solution, bool recommends, DebResolution &resolution)
{
    const Reasons reasons(universe, solution, recommends);
    std::vector<DebPackage> &packages = resolution.packages;
    for (const VersionId version : solution.install) {
        const PackageId id = universe.version(version).package;
        const PackageIndex &index = universe.indexOf(version);
        const PackageRecord &record = universe.record(version);
        DebPackage package;
        package.name = universe.name(universe.nameOf(id));
        package.version = universe.versionText(version);
        package.architecture = index.text(record.architecture);
        package.sourceName = index.text(record.sourceName);
        package.sourceVersion = index.text(record.sourceVersion);
        DOSIRAK_CHECK(addFile(universe, version, package));
        noteOtherBuilds(universe, version, package, resolution.notices);
        package.why = reasons.why(id);
        package.needs = reasons.needs(version);
        if (const VersionId current = universe.package(id).current; current != none)
            package.replaces = universe.versionText(current);
        package.direct = std::find(solution.requested.begin(), solution.requested.end(), id) != solution.requested.end();
        packages.push_back(std::move(package));
    }
    std::sort(packages.begin(), packages.end(), [](const DebPackage &a, const DebPackage &b) {
        return std::tie(a.name, a.architecture) < std::tie(b.name, b.architecture);
    });
    for (const PackageId id : solution.remove)
        resolution.removals.push_back({universe.fullName(id), std::string(universe.versionText(universe.package(id).current))});
    std::sort(resolution.removals.begin(), resolution.removals.end(),
              [](const DebRemoval &a, const DebRemoval &b) { return a.name < b.name; });
    return {};
}

} // namespace dosirak::debian
