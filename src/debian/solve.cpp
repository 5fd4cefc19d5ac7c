// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tr.h"
#include "debian/referee.h"
#include "debian/resolution.h"

#include <algorithm>
#include <set>

namespace dosirak::debian {

namespace {

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

class Solver
{
public:
    Solver(const Universe &universe, const DebRequest &request, std::vector<Pin> pins)
        : m_universe(universe)
        , m_request(request)
        , m_policy(universe, std::move(pins), request.targetRelease)
        , m_walk(universe, m_policy, request.recommends)
    {
    }

    Result<Solution> run(const std::vector<PackageWish> &wishes);

private:
    struct Choice {
        VersionId version = none;
        std::string release;
    };

    Result<void> applyRestrictions();
    std::vector<PackageId> packagesOf(const std::string &name) const;
    Result<Choice> choose(const PackageWish &wish);
    Result<PackageId> packageFor(const PackageWish &wish);
    Result<PackageId> virtualPackage(const PackageWish &wish, NameId name);
    Result<VersionId> versionFor(const PackageWish &wish, PackageId package);
    [[nodiscard]] QString offered(PackageId package) const;
    Failure unknown(const PackageWish &wish) const;
    Result<Solution> decide(Selection expansion);
    [[nodiscard]] Failure gaveUp(const Selection &expansion, const Verdict &verdict) const;
    Failure refuse(const RefereeRequest &asked, const Verdict &verdict, std::vector<PackageId> removals);
    [[nodiscard]] QString wayOut(const RefereeRequest &asked, std::vector<PackageId> removals);
    /// The version that policy or request prefer for its package.
    [[nodiscard]] bool isUsable(VersionId version)
    {
        return !isForbidden(version) && m_walk.preferred(m_universe.version(version).package) == version;
    }
    [[nodiscard]] bool isForbidden(VersionId version) const { return m_forbidden.contains(m_universe.version(version).package); }

    const Universe &m_universe;
    const DebRequest &m_request;
    Policy m_policy;
    Walk m_walk;
    std::vector<PackageId> m_requested;
    std::vector<VersionId> m_wanted;
    std::vector<PackageId> m_held;
    std::set<PackageId> m_forbidden;
};

/// A name in all architectures, or "name:arch" in that one.
std::vector<PackageId> Solver::packagesOf(const std::string &name) const
{
    std::vector<PackageId> result;
    const auto colon = name.find(':');
    const auto id = m_universe.findName(name.substr(0, colon));
    for (ArchId arch = 0; id && arch < m_universe.archCount(); ++arch) {
        if (colon == std::string::npos || m_universe.architecture(arch) == name.substr(colon + 1))
            result.push_back(m_universe.packageOf(*id, arch));
    }
    return result;
}

Result<void> Solver::applyRestrictions()
{
    for (const std::string &name : m_request.held) {
        for (const PackageId package : packagesOf(name)) {
            m_walk.hold(package);
            m_held.push_back(package);
        }
    }
    for (const PackageId package : m_universe.installed()) {
        if (m_universe.package(package).held)
            m_held.push_back(package);
    }
    for (const std::string &name : m_request.forbidden) {
        for (const PackageId package : packagesOf(name)) {
            m_walk.forbid(package);
            m_forbidden.insert(package);
        }
    }
    return {};
}

Failure Solver::unknown(const PackageWish &wish) const
{
    return fail(ErrorCode::NotFound,
                wish.architecture.empty() ? coreTr("No source has the package %1.").arg(qt(wish.name))
                                          : coreTr("No source has the package %1 for %2.").arg(qt(wish.name), qt(wish.architecture)),
                coreTr("Check the spelling, and whether the sources and architectures are the right ones."));
}

QString Solver::offered(PackageId package) const
{
    QStringList versions;
    for (VersionId v = m_universe.package(package).versions; v != none; v = m_universe.version(v).next)
        versions += qt(m_universe.versionText(v));
    return versions.join(QLatin1String(", "));
}

/// A name that only Provides fields know: its one provider, else the user has to say which.
Result<PackageId> Solver::virtualPackage(const PackageWish &wish, NameId name)
{
    std::set<PackageId> providers;
    const auto provides = [&](VersionId version) {
        const PackageIndex &index = m_universe.indexOf(version);
        const auto names = index.provides(m_universe.record(version));
        return std::any_of(names.begin(), names.end(), [&](const ProvidedName &provided) {
            return m_universe.findName(index.name(provided.name)) == name;
        });
    };
    const ArchId known = m_universe.archId(wish.architecture);
    const ArchId arch = known == unknownArch ? ArchId(0) : known; // none, "any" and "native" mean the native one
    for (PackageId package = 0; package < m_universe.packageCount(); ++package) {
        if (m_universe.archOf(package) != arch || m_universe.package(package).versions == none)
            continue;
        const VersionId candidate = m_walk.preferred(package);
        if (candidate != none && provides(candidate))
            providers.insert(package);
    }
    if (providers.empty())
        return unknown(wish);
    if (providers.size() == 1)
        return *providers.begin();
    QStringList names;
    for (const PackageId package : providers)
        names += qt(m_universe.fullName(package));
    return fail(ErrorCode::Unsolvable, coreTr("%1 is provided by several packages: %2.").arg(qt(wish.name), names.join(QLatin1String(", "))),
                coreTr("Ask for one of them by its own name."));
}

Result<PackageId> Solver::packageFor(const PackageWish &wish)
{
    const auto name = m_universe.findName(wish.name);
    if (!name)
        return unknown(wish);
    if (!wish.architecture.empty() && wish.architecture != "any") {
        const ArchId arch = wish.architecture == "native" ? ArchId(0) : m_universe.archId(wish.architecture);
        if (arch == unknownArch)
            return fail(ErrorCode::Usage, coreTr("The architecture %1 of %2 is not one of the target's.")
                                              .arg(qt(wish.architecture), qt(wish.name)),
                        coreTr("Add it to the foreign architectures."));
        const PackageId package = m_universe.packageOf(*name, arch);
        return m_universe.package(package).versions != none ? Result<PackageId>(package) : virtualPackage(wish, *name);
    }
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        const PackageId package = m_universe.packageOf(*name, arch);
        if (m_universe.package(package).versions != none)
            return package;
    }
    return virtualPackage(wish, *name);
}

Result<VersionId> Solver::versionFor(const PackageWish &wish, PackageId package)
{
    if (wish.version.empty() && wish.release.empty()) {
        const VersionId candidate = m_walk.preferred(package);
        if (candidate == none)
            return fail(ErrorCode::Unsolvable, coreTr("%1 has no version that may be installed.").arg(qt(wish.name)),
                        coreTr("Look at the pins and at the list of forbidden packages. There is: %1").arg(offered(package)));
        return candidate;
    }
    VersionId best = none;
    for (VersionId v = m_universe.package(package).versions; v != none; v = m_universe.version(v).next) {
        const bool fits = !wish.version.empty() ? m_universe.versionText(v) == wish.version : m_policy.isInRelease(v, wish.release);
        const auto order = fits && best != none ? compareVersions(m_universe.versionText(v), m_universe.versionText(best))
                                                : std::strong_ordering::greater;
        // Of two builds of one version the one of the first source.
        if (fits && (order > 0 || (order == 0 && v < best)))
            best = v;
    }
    if (best == none)
        return fail(ErrorCode::NotFound,
                    wish.version.empty() ? coreTr("No release %1 has %2.").arg(qt(wish.release), qt(wish.name))
                                         : coreTr("No source has version %1 of %2.").arg(qt(wish.version), qt(wish.name)),
                    coreTr("There is: %1").arg(offered(package)));
    return best;
}

Result<Solver::Choice> Solver::choose(const PackageWish &wish)
{
    DOSIRAK_TRY(package, packageFor(wish));
    DOSIRAK_TRY(version, versionFor(wish, package));
    if (isForbidden(version))
        return fail(ErrorCode::Unsolvable, coreTr("%1 is asked for and forbidden.").arg(qt(wish.name)));
    return Choice{version, wish.release};
}

Result<Solution> Solver::run(const std::vector<PackageWish> &wishes)
{
    DOSIRAK_CHECK(applyRestrictions());
    std::vector<Choice> choices;
    for (const PackageWish &wish : wishes) {
        DOSIRAK_TRY(choice, choose(wish));
        choices.push_back(choice);
    }
    for (const Choice &choice : choices)
        m_walk.setCandidate(choice.version);
    for (const Choice &choice : choices) {
        if (!choice.release.empty())
            m_walk.setCandidateRelease(choice.version, choice.release);
        const PackageId package = m_universe.version(choice.version).package;
        if (std::find(m_requested.begin(), m_requested.end(), package) == m_requested.end()) {
            m_requested.push_back(package);
            m_wanted.push_back(choice.version);
        } else if (std::find(m_wanted.begin(), m_wanted.end(), choice.version) == m_wanted.end()) {
            return fail(ErrorCode::Unsolvable, coreTr("%1 is asked for in two versions.").arg(qt(m_universe.fullName(package))));
        }
    }
    return decide(m_walk.run(m_requested));
}

Result<Solution> Solver::decide(Selection expansion)
{
    RefereeRequest asked;
    asked.requested = m_wanted;
    asked.wish = m_walk.sweep(expansion.install, m_requested, expansion.remove);
    asked.held = m_held;
    const bool hasAll = std::all_of(m_wanted.begin(), m_wanted.end(), [&](VersionId version) {
        return m_universe.version(version).installed
               || std::find(asked.wish.begin(), asked.wish.end(), version) != asked.wish.end();
    });
    if (!expansion.isConsistent || !hasAll)
        expansion.remove.clear(); // what a dead end would remove says nothing
    if (expansion.isConsistent && hasAll && (expansion.remove.empty() || m_request.allowRemovals)) {
        // The walk met no dead end. The referee sees its choice alone: what it takes whole is proven.
        RefereeRequest alone = asked;
        alone.gone = expansion.remove;
        const Verdict verdict = referee(m_universe, alone);
        if (verdict.possible && verdict.install.size() == asked.wish.size())
            return Solution{m_requested, asked.wish, expansion.remove, false};
    }
    asked.visible = reachable(m_universe, m_wanted, [&](VersionId version) { return isUsable(version); });
    const Verdict verdict = referee(m_universe, asked);
    if (!verdict.possible)
        return refuse(asked, verdict, expansion.remove);
    if (!expansion.isConsistent)
        return gaveUp(expansion, verdict);
    // apt would remove packages of the base image, and this keeps them.
    return Solution{m_requested, m_walk.sweep(verdict.install, m_requested), {}, true};
}

/// apt's walk decides alternatives one after the other and does not come back to them, so it may miss what there is. The image
/// is built with apt, so it is refused here as well; what has to be asked for to make apt find it is known by now.
Failure Solver::gaveUp(const Selection &expansion, const Verdict &verdict) const
{
    QStringList names;
    for (const VersionId version : m_walk.sweep(verdict.install, m_requested)) {
        const PackageId package = m_universe.version(version).package;
        if (std::find(expansion.install.begin(), expansion.install.end(), version) == expansion.install.end()
            && std::find(m_requested.begin(), m_requested.end(), package) == m_requested.end())
            names += qt(m_universe.fullName(package));
    }
    names.sort();
    return fail(ErrorCode::Unsolvable, coreTr("apt finds no way to install this: what it takes for one dependency is in the way of another."),
                names.isEmpty() ? coreTr("Ask for less at a time.")
                                : coreTr("There is a way with other packages. Ask for these as well: %1").arg(names.join(QLatin1Char(' '))));
}

/// What would help: packages of the base image that would have to go, or older versions that would do.
QString Solver::wayOut(const RefereeRequest &asked, std::vector<PackageId> removals)
{
    RefereeRequest other = asked;
    if (removals.empty() && !m_request.allowRemovals) {
        other.mayRemove = true;
        if (Verdict verdict = referee(m_universe, other); verdict.possible)
            removals = std::move(verdict.remove);
    }
    if (!removals.empty()) {
        QStringList names;
        for (const PackageId package : removals)
            names += qt(m_universe.fullName(package));
        names.sort();
        return coreTr("It would work if these packages of the base image went: %1. Take another base image, or ask for less.")
            .arg(names.join(QLatin1String(", ")));
    }
    other.mayRemove = false;
    other.wish.clear();
    other.visible = reachable(m_universe, m_wanted, [&](VersionId version) { return !isForbidden(version); });
    if (const Verdict verdict = referee(m_universe, other); verdict.possible) {
        QStringList versions;
        for (const VersionId version : verdict.install) {
            const PackageId package = m_universe.version(version).package;
            if (m_walk.preferred(package) != version && std::find(m_wanted.begin(), m_wanted.end(), version) == m_wanted.end())
                versions += qt(m_universe.fullName(package)) + QLatin1Char('=') + qt(m_universe.versionText(version));
        }
        return coreTr("It works with versions that are not the preferred ones: ask for %1 as well.").arg(versions.join(QLatin1Char(' ')));
    }
    return coreTr("Ask for less, or add a source that has what is missing.");
}

Failure Solver::refuse(const RefereeRequest &asked, const Verdict &verdict, std::vector<PackageId> removals)
{
    QStringList lines;
    for (const std::string &line : verdict.refusal.lines)
        lines += qt(line);
    QString headline = qt(verdict.refusal.headline);
    if (headline.isEmpty())
        headline = coreTr("These packages cannot be installed together.");
    return fail(ErrorCode::Unsolvable, headline, wayOut(asked, std::move(removals)), lines.join(QLatin1Char('\n')));
}

} // namespace

Result<Solution> solve(const Universe &universe, const DebRequest &request, const std::vector<PackageWish> &wishes)
{
    DOSIRAK_TRY(pins, parsePreferences(request.preferences, coreTr("preferences")));
    return Solver(universe, request, std::move(pins)).run(wishes);
}

} // namespace dosirak::debian
