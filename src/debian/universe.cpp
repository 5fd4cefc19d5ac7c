// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/universe.h"

namespace dosirak::debian {

Universe::Universe(const std::string &nativeArchitecture, const std::vector<std::string> &foreignArchitectures)
    : m_architectures{nativeArchitecture}
{
    m_architectures.insert(m_architectures.end(), foreignArchitectures.begin(), foreignArchitectures.end());
    m_nameIds.reserve(1 << 17);
}

ArchId Universe::archId(std::string_view architecture) const
{
    if (architecture == "all")
        return 0;
    for (ArchId a = 0; a < m_architectures.size(); ++a) {
        if (m_architectures[a] == architecture)
            return a;
    }
    return unknownArch;
}

NameId Universe::addName(std::string_view name)
{
    const auto [found, isNew] = m_nameIds.try_emplace(name, NameId(m_names.size()));
    if (isNew) {
        m_names.push_back(name);
        m_packages.resize(m_packages.size() + archCount());
        m_providersOf.push_back(none);
    }
    return found->second;
}

std::optional<NameId> Universe::findName(std::string_view name) const
{
    const auto found = m_nameIds.find(name);
    return found == m_nameIds.end() ? std::nullopt : std::optional(found->second);
}

std::vector<NameId> Universe::mapNames(const PackageIndex &index, ArchId arch)
{
    std::vector<NameId> map(index.nameCount());
    for (std::uint32_t i = 0; i < map.size(); ++i) {
        map[i] = addName(index.name(i));
        Package &package = m_packages[packageOf(map[i], arch)];
        if (package.number == none)
            package.number = m_nextNumber++;
    }
    return map;
}

void Universe::add(LoadedIndex loaded)
{
    const auto number = std::uint32_t(m_indexes.size());
    const ArchId arch = loaded.isStatus ? ArchId(0) : archId(loaded.facts.architecture);
    m_indexes.push_back(std::move(loaded));
    const PackageIndex &index = m_indexes.back().index;
    m_nameMaps.push_back(mapNames(index, arch == unknownArch ? ArchId(0) : arch));
    const auto count = std::uint32_t(index.records().size());
    m_versions.reserve(m_versions.size() + count);
    m_occurrences.reserve(m_occurrences.size() + count);
    for (std::uint32_t i = 0; i < count; ++i)
        addRecord(number, i);
}

VersionId Universe::findEqual(PackageId package, const PackageIndex &index, const PackageRecord &record) const
{
    for (VersionId v = m_packages[package].versions; v != none; v = m_versions[v].next) {
        const PackageRecord &other = this->record(v);
        const bool sameSize = record.size <= 0 || other.size <= 0 || record.size == other.size; // a status file has none
        if (other.dependencyHash == record.dependencyHash && sameSize && other.multiArch == record.multiArch
            && versionText(v) == index.text(record.version))
            return v;
    }
    return none;
}

void Universe::addRecord(std::uint32_t indexNumber, std::uint32_t recordNumber)
{
    const LoadedIndex &loaded = m_indexes[indexNumber];
    const PackageRecord &record = loaded.index.records()[recordNumber];
    const ArchId arch = archId(loaded.index.text(record.architecture));
    if (arch == unknownArch || record.state == InstallState::Incomplete)
        return;
    const NameId name = m_nameMaps[indexNumber][record.name];
    const PackageId id = packageOf(name, arch);
    Package &package = m_packages[id];
    if (package.number == none)
        package.number = m_nextNumber++;
    package.essential = package.essential || record.essential;
    package.important = package.important || record.important;
    const auto occurrence = std::uint32_t(m_occurrences.size());
    m_occurrences.push_back({indexNumber, recordNumber, none});

    VersionId version = package.versions == none ? none : findEqual(id, loaded.index, record);
    if (version != none) {
        std::uint32_t last = m_versions[version].occurrence;
        while (m_occurrences[last].next != none)
            last = m_occurrences[last].next;
        m_occurrences[last].next = occurrence;
    } else {
        version = VersionId(m_versions.size());
        m_versions.push_back({id, occurrence, package.versions, false});
        package.versions = version;
        const auto provides = loaded.index.provides(record);
        for (std::uint32_t i = 0; i < provides.size(); ++i) {
            const NameId provided = m_nameMaps[indexNumber][provides[i].name];
            m_providers.push_back({version, record.providesBegin + i, m_providersOf[provided]});
            m_providersOf[provided] = std::uint32_t(m_providers.size()) - 1;
        }
    }
    if (loaded.isStatus) {
        m_versions[version].installed = true;
        package.current = version;
        package.held = record.held;
        m_installed.push_back(id);
    }
}

std::string Universe::fullName(PackageId id) const
{
    std::string result(name(nameOf(id)));
    if (archOf(id) != 0)
        result += ':' + architecture(archOf(id));
    return result;
}

bool Universe::isDownloadable(VersionId id) const
{
    for (std::uint32_t o = m_versions[id].occurrence; o != none; o = m_occurrences[o].next) {
        if (!m_indexes[m_occurrences[o].index].isStatus)
            return true;
    }
    return false;
}

ArchId Universe::targetArch(const DependencyRef &dependency) const
{
    switch (dependency.atom->qualifier) {
    case noText: return archOf(m_versions[dependency.owner].package);
    case anyText: return anyArch;
    case nativeText: return 0;
    default: return archId(indexOf(dependency.owner).text(dependency.atom->qualifier));
    }
}

std::string Universe::dependencyText(const DependencyRef &dependency, bool wholeGroup) const
{
    static constexpr const char *signs[] = {"", "<<", "<=", "=", ">=", ">>"};
    const PackageIndex &index = indexOf(dependency.owner);
    std::string result;
    for (const DependencyAtom *atom = dependency.atom;; ++atom) {
        result += index.name(atom->name);
        if (atom->qualifier != noText)
            result.append(":").append(index.text(atom->qualifier));
        if (atom->relation != Relation::Any)
            result.append(" (").append(signs[int(atom->relation)]).append(" ").append(index.text(atom->version)).append(")");
        if (!wholeGroup || !atom->orNext)
            return result;
        result += " | ";
    }
}

bool Universe::meets(const DependencyRef &dependency, std::string_view version) const
{
    return dependency.atom->relation == Relation::Any
           || satisfies(version, dependency.atom->relation, indexOf(dependency.owner).text(dependency.atom->version));
}

/// A conflict never hits the package itself, nor its siblings of other architectures through a virtual name.
bool Universe::isIgnored(const DependencyRef &dependency, PackageId target, bool byProvides) const
{
    if (!isNegative(dependency.atom->field))
        return false;
    const PackageId owner = m_versions[dependency.owner].package;
    if (nameOf(owner) != nameOf(target))
        return false;
    return byProvides || owner == target || record(dependency.owner).multiArch == MultiArch::Same;
}

bool Universe::matchesByName(const DependencyRef &dependency, ArchId arch, VersionId version) const
{
    const ArchId own = archOf(m_versions[version].package);
    const MultiArch multiArch = record(version).multiArch;
    const bool everywhere = isNegative(dependency.atom->field) && dependency.atom->qualifier == noText;
    const bool archFits = everywhere || (arch == anyArch ? multiArch == MultiArch::Allowed
                                                         : own == arch || multiArch == MultiArch::Foreign);
    return archFits && meets(dependency, versionText(version));
}

bool Universe::matchesByProvides(const DependencyRef &dependency, ArchId arch, const Provider &provider) const
{
    const PackageIndex &index = indexOf(provider.version);
    const ProvidedName &provided = index.provides(record(provider.version))[provider.entry
                                                                           - record(provider.version).providesBegin];
    const ArchId own = archOf(m_versions[provider.version].package);
    const MultiArch multiArch = record(provider.version).multiArch;
    bool archFits = isNegative(dependency.atom->field) && dependency.atom->qualifier == noText;
    if (!archFits && provided.qualifier == noText)
        archFits = arch == anyArch ? multiArch == MultiArch::Allowed : own == arch || multiArch == MultiArch::Foreign;
    else if (!archFits)
        archFits = provided.qualifier == anyText ? arch == anyArch : archId(index.text(provided.qualifier)) == arch;
    if (!archFits)
        return false;
    if (dependency.atom->relation == Relation::Any)
        return true;
    return provided.version != noText && meets(dependency, index.text(provided.version));
}

} // namespace dosirak::debian
