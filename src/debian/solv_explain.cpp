// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tr.h"
#include "debian/solv_pool.h"

#include <algorithm>
#include <set>

namespace dosirak::debian {

namespace {

constexpr std::size_t maxLines = 12;

/// Words one rule of libsolv after the other.
class Wording
{
public:
    explicit Wording(const SolvPool &pool)
        : m_pool(pool)
    {
    }

    [[nodiscard]] std::string sentence(SolverRuleinfo type, Id from, Id to, Id dependency) const;

private:
    [[nodiscard]] QString package(Id solvable) const;
    [[nodiscard]] QString offered(Id dependency) const;

    const SolvPool &m_pool;
};

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString Wording::package(Id solvable) const
{
    const VersionId version = m_pool.version(solvable);
    if (version == none)
        return {};
    const Universe &universe = m_pool.universe();
    return qt(universe.fullName(universe.version(version).package)) + QLatin1Char(' ') + qt(universe.versionText(version));
}

/// The versions that the sources do have of the names in a dependency.
QString Wording::offered(Id dependency) const
{
    const DependencyRef sample = m_pool.sample(dependency);
    if (sample.owner == none)
        return {};
    const Universe &universe = m_pool.universe();
    QStringList versions;
    for (const DependencyAtom *atom = sample.atom;; ++atom) {
        const NameId name = universe.targetName({sample.owner, atom});
        for (ArchId arch = 0; arch < universe.archCount(); ++arch) {
            const PackageId package = universe.packageOf(name, arch);
            for (VersionId v = universe.package(package).versions; v != none && versions.size() < 5; v = universe.version(v).next)
                versions += qt(universe.fullName(package)) + QLatin1Char(' ') + qt(universe.versionText(v));
        }
        if (!atom->orNext)
            break;
    }
    return versions.isEmpty() ? coreTr("no source has it") : coreTr("there is %1").arg(versions.join(QLatin1String(", ")));
}

std::string Wording::sentence(SolverRuleinfo type, Id from, Id to, Id dependency) const
{
    const auto wanted = [&] { return qt(m_pool.capabilityText(dependency)); };
    switch (type) {
    case SOLVER_RULE_JOB: return coreTr("What you ask for is to be installed.").toStdString();
    case SOLVER_RULE_JOB_NOTHING_PROVIDES_DEP:
    case SOLVER_RULE_JOB_UNKNOWN_PACKAGE: return coreTr("No source has %1.").arg(wanted()).toStdString();
    case SOLVER_RULE_PKG_NOT_INSTALLABLE: return coreTr("%1 cannot be installed.").arg(package(from)).toStdString();
    case SOLVER_RULE_PKG_NOTHING_PROVIDES_DEP:
        return coreTr("%1 needs %2, which cannot be had: %3.").arg(package(from), wanted(), offered(dependency)).toStdString();
    case SOLVER_RULE_PKG_REQUIRES: return coreTr("%1 needs %2.").arg(package(from), wanted()).toStdString();
    case SOLVER_RULE_PKG_SELF_CONFLICT: return coreTr("%1 conflicts with itself.").arg(package(from)).toStdString();
    case SOLVER_RULE_PKG_CONFLICTS:
        return coreTr("%1 conflicts with %2.").arg(package(from), package(to)).toStdString();
    case SOLVER_RULE_PKG_SAME_NAME:
        return coreTr("%1 and %2 cannot both be installed.").arg(package(from), package(to)).toStdString();
    case SOLVER_RULE_UPDATE:
        return coreTr("The base image has %1, which is not removed.").arg(package(from)).toStdString();
    default: return {};
    }
}

} // namespace

Refusal explain(const SolvPool &pool, const Solving &solving)
{
    Refusal refusal;
    ::Solver *solver = solving.solver();
    const Wording wording(pool);
    ::Queue rules;
    queue_init(&rules);
    solver_findallproblemrules(solver, 1, &rules);
    const Id headline = solver_findproblemrule(solver, 1);
    std::set<std::string> said;
    std::set<std::pair<Id, Id>> sameNames;
    const auto say = [&](Id rule) {
        Id from = 0, to = 0, dependency = 0;
        const SolverRuleinfo type = solver_ruleinfo(solver, rule, &from, &to, &dependency);
        if (type == SOLVER_RULE_PKG_SAME_NAME) { // many versions of one name: one line is enough
            const Id name = pool_id2solvable(pool.pool(), from)->name;
            if (!sameNames.emplace(name, 0).second)
                return std::string();
        }
        return wording.sentence(type, from, to, dependency);
    };
    refusal.headline = say(headline);
    sameNames.clear();
    for (int i = 0; i < rules.count && refusal.lines.size() < maxLines; ++i) {
        const std::string line = say(rules.elements[i]);
        if (!line.empty() && said.insert(line).second)
            refusal.lines.push_back(line);
    }
    queue_free(&rules);
    return refusal;
}

} // namespace dosirak::debian
