// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/solv_pool.h"

#include <algorithm>

namespace dosirak::debian {

SolvPool::SolvPool(const Universe &universe)
    : m_universe(universe)
    , m_pool(pool_create())
{
    pool_setdisttype(m_pool, DISTTYPE_DEB);
    std::string architectures = universe.architecture(0);
    for (ArchId a = 1; a < universe.archCount(); ++a)
        architectures += "=" + universe.architecture(a); // "=": as good as the one before
    pool_setarchpolicy(m_pool, architectures.c_str());
    m_base = repo_create(m_pool, "base");
    m_available = repo_create(m_pool, "available");
}

SolvPool::~SolvPool()
{
    pool_free(m_pool);
}

VersionId SolvPool::version(Id solvable) const
{
    return std::size_t(solvable) < m_versions.size() ? m_versions[std::size_t(solvable)] : none;
}

bool SolvPool::isInstalled(Id solvable) const
{
    return pool_id2solvable(m_pool, solvable)->repo == m_base;
}

void SolvPool::add(VersionId version)
{
    if (m_solvables.contains(version))
        return;
    const PackageId package = m_universe.version(version).package;
    const bool isInstalled = m_universe.package(package).current == version;
    const Id id = repo_add_solvable(isInstalled ? m_base : m_available);
    m_solvables.emplace(version, id);
    m_versions.resize(std::size_t(id) + 1, none);
    m_versions[std::size_t(id)] = version;
    ::Solvable *solvable = pool_id2solvable(m_pool, id);
    const std::string_view text = m_universe.versionText(version);
    solvable->name = pool_str2id(m_pool, m_universe.fullName(package).c_str(), 1);
    solvable->evr = pool_strn2id(m_pool, text.data(), unsigned(text.size()), 1);
    solvable->arch = pool_str2id(m_pool, m_universe.architecture(m_universe.archOf(package)).c_str(), 1);
}

Id SolvPool::capability(VersionId version, const DependencyAtom *first, bool wholeGroup)
{
    const DependencyRef dependency{version, first};
    const std::string text = m_universe.dependencyText(dependency, wholeGroup);
    // What is met depends on the text and on the owner's architecture; what is hit, on the owner's name as well.
    const PackageId owner = m_universe.version(version).package;
    std::string key = text + '\x1f' + m_universe.architecture(m_universe.archOf(owner));
    if (isNegative(first->field)) {
        key.append("\x1f").append(m_universe.name(m_universe.nameOf(owner)));
        if (m_universe.record(version).multiArch == MultiArch::Same)
            key += "\x1fsame";
    }
    const auto [found, isNew] = m_capabilities.try_emplace(key, 0);
    if (!isNew)
        return found->second;
    const Id id = pool_str2id(m_pool, key.c_str(), 1);
    found->second = id;
    m_texts.emplace(id, text);
    m_samples.emplace(id, dependency);
    for (const DependencyAtom *atom = first;; ++atom) {
        provide({version, atom}, id);
        if (!wholeGroup || !atom->orNext)
            return id;
    }
}

void SolvPool::provide(const DependencyRef &dependency, Id capability)
{
    m_universe.forEachTarget(dependency, [&](VersionId v) { return m_solvables.contains(v); }, [&](VersionId v) {
        m_provided.emplace_back(m_solvables.at(v), capability);
        return false;
    });
}

void SolvPool::addDependencies(VersionId version)
{
    const auto atoms = m_universe.dependencies(version);
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (isRequired(atoms[i].field)) {
            const Id wanted = capability(version, &atoms[i], true);
            ::Solvable *solvable = pool_id2solvable(m_pool, m_solvables.at(version));
            solvable->dep_requires = repo_addid_dep(solvable->repo, solvable->dep_requires, wanted, 0);
        } else if (isNegative(atoms[i].field)) {
            const Id unwanted = capability(version, &atoms[i], false);
            ::Solvable *solvable = pool_id2solvable(m_pool, m_solvables.at(version));
            solvable->dep_conflicts = repo_addid_dep(solvable->repo, solvable->dep_conflicts, unwanted, 0);
        }
        while (atoms[i].orNext && i + 1 < atoms.size())
            ++i;
    }
    addSiblingConflicts(version);
}

/// Multi-Arch: same stands other architectures in its own version only; all other packages stand none.
void SolvPool::addSiblingConflicts(VersionId version)
{
    const PackageId package = m_universe.version(version).package;
    const bool isSame = m_universe.record(version).multiArch == MultiArch::Same;
    for (ArchId arch = 0; arch < m_universe.archCount(); ++arch) {
        const PackageId sibling = m_universe.packageOf(m_universe.nameOf(package), arch);
        if (sibling == package)
            continue;
        const Id name = pool_str2id(m_pool, m_universe.fullName(sibling).c_str(), 1);
        ::Solvable *solvable = pool_id2solvable(m_pool, m_solvables.at(version));
        const Id unwanted = isSame ? pool_rel2id(m_pool, name, solvable->evr, REL_LT | REL_GT, 1) : name;
        solvable = pool_id2solvable(m_pool, m_solvables.at(version));
        solvable->dep_conflicts = repo_addid_dep(solvable->repo, solvable->dep_conflicts, unwanted, 0);
    }
}

void SolvPool::finish()
{
    std::vector<VersionId> versions;
    for (const VersionId version : m_versions) {
        if (version != none)
            versions.push_back(version);
    }
    for (const VersionId version : versions)
        addDependencies(version);
    for (const auto &[id, capability] : m_provided) {
        ::Solvable *solvable = pool_id2solvable(m_pool, id);
        solvable->dep_provides = repo_addid_dep(solvable->repo, solvable->dep_provides, capability, 0);
    }
    for (const VersionId version : versions) {
        ::Solvable *solvable = pool_id2solvable(m_pool, m_solvables.at(version));
        const Id self = pool_rel2id(m_pool, solvable->name, solvable->evr, REL_EQ, 1);
        solvable = pool_id2solvable(m_pool, m_solvables.at(version));
        solvable->dep_provides = repo_addid_dep(solvable->repo, solvable->dep_provides, self, 0);
    }
    pool_set_installed(m_pool, m_base);
    pool_createwhatprovides(m_pool);
}

std::string SolvPool::capabilityText(Id capability) const
{
    const auto found = m_texts.find(capability);
    return found != m_texts.end() ? found->second : std::string(pool_dep2str(m_pool, capability));
}

DependencyRef SolvPool::sample(Id capability) const
{
    const auto found = m_samples.find(capability);
    return found != m_samples.end() ? found->second : DependencyRef();
}

Solving::Solving(SolvPool &pool, Jobs &jobs, bool mayRemove)
    : m_pool(pool)
    , m_solver(solver_create(pool.pool()))
{
    solver_set_flag(m_solver, SOLVER_FLAG_IGNORE_RECOMMENDED, 1); // the walk brought them
    solver_set_flag(m_solver, SOLVER_FLAG_ALLOW_UNINSTALL, mayRemove ? 1 : 0);
    m_problems = solver_solve(m_solver, jobs.queue());
}

Solving::~Solving()
{
    solver_free(m_solver);
}

void Solving::decisions(std::vector<VersionId> &install, std::vector<PackageId> &remove) const
{
    const Universe &universe = m_pool.universe();
    ::Queue queue;
    queue_init(&queue);
    solver_get_decisionqueue(m_solver, &queue);
    std::vector<char> stays(universe.packageCount(), 0);
    for (int i = 0; i < queue.count; ++i) {
        const Id id = queue.elements[i];
        if (id <= SYSTEMSOLVABLE)
            continue;
        const VersionId version = m_pool.version(id);
        stays[universe.version(version).package] = 1;
        if (!m_pool.isInstalled(id))
            install.push_back(version);
    }
    queue_free(&queue);
    for (const PackageId package : universe.installed()) {
        if (!stays[package])
            remove.push_back(package);
    }
}

} // namespace dosirak::debian
