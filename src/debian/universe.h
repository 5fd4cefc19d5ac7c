// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/package_index.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dosirak::debian {

/// A name in one architecture; "all" packages are of the native one, as in apt.
using PackageId = std::uint32_t;
/// One version of a package, however many indexes have it.
using VersionId = std::uint32_t;
using NameId = std::uint32_t;
using ArchId = std::uint8_t; ///< 0 is native
inline constexpr std::uint32_t none = 0xffffffff;
inline constexpr ArchId anyArch = 254;     ///< of a dependency "name:any"
inline constexpr ArchId unknownArch = 255; ///< an architecture that the target does not have

/// What an index says of itself: the facts that pins go by (apt_preferences(5)).
struct IndexFacts {
    std::string suite, codename, releaseVersion, origin, label, component, architecture, site;
    bool notAutomatic = false;
    bool butAutomaticUpgrades = false;
};

/// One index with where it is from.
struct LoadedIndex {
    PackageIndex index;
    IndexFacts facts;
    std::string source;   ///< for people
    std::string baseUrl;  ///< what Filename is relative to, with a slash at the end; empty: a status file
    bool isStatus = false;
};

/// A dependency with the version that has it.
struct DependencyRef {
    VersionId owner = none;
    const DependencyAtom *atom = nullptr;
};

/// All packages of all indexes, numbered as apt numbers them. Immutable after add(); may be shared between threads then.
class Universe
{
public:
    Universe(const std::string &nativeArchitecture, const std::vector<std::string> &foreignArchitectures);

    /// Indexes in sources order; the status file of the base image last.
    void add(LoadedIndex index);

    struct Occurrence {
        std::uint32_t index = 0;
        std::uint32_t record = 0;
        std::uint32_t next = none;
    };
    struct Version {
        PackageId package = none;
        std::uint32_t occurrence = none; ///< the first; it gives the URL
        VersionId next = none;           ///< of the same package, in no order
        bool installed = false;          ///< in the base image
    };
    struct Package {
        VersionId versions = none;       ///< head of the list
        VersionId current = none;        ///< the installed one
        std::uint32_t number = none;     ///< apt's package number
        bool held = false;
        bool essential = false;          ///< so says any of its entries, as in apt
        bool important = false;          ///< likewise: Important or Protected
    };

    [[nodiscard]] std::uint32_t packageCount() const { return std::uint32_t(m_packages.size()); }
    [[nodiscard]] std::uint32_t versionCount() const { return std::uint32_t(m_versions.size()); }
    [[nodiscard]] const Package &package(PackageId id) const { return m_packages[id]; }
    [[nodiscard]] const Version &version(VersionId id) const { return m_versions[id]; }
    [[nodiscard]] const Occurrence &occurrence(std::uint32_t id) const { return m_occurrences[id]; }
    [[nodiscard]] const LoadedIndex &index(std::uint32_t id) const { return m_indexes[id]; }
    [[nodiscard]] std::uint32_t indexCount() const { return std::uint32_t(m_indexes.size()); }
    [[nodiscard]] const PackageRecord &record(VersionId id) const
    {
        const Occurrence &first = m_occurrences[m_versions[id].occurrence];
        return m_indexes[first.index].index.records()[first.record];
    }
    [[nodiscard]] const PackageIndex &indexOf(VersionId id) const
    {
        return m_indexes[m_occurrences[m_versions[id].occurrence].index].index;
    }
    [[nodiscard]] const std::vector<PackageId> &installed() const { return m_installed; }

    [[nodiscard]] std::optional<NameId> findName(std::string_view name) const;
    [[nodiscard]] NameId nameOf(PackageId id) const { return id / archCount(); }
    [[nodiscard]] ArchId archOf(PackageId id) const { return ArchId(id % archCount()); }
    [[nodiscard]] PackageId packageOf(NameId name, ArchId arch) const { return name * archCount() + arch; }
    [[nodiscard]] std::uint32_t archCount() const { return std::uint32_t(m_architectures.size()); }
    [[nodiscard]] const std::string &architecture(ArchId id) const { return m_architectures[id]; }
    [[nodiscard]] ArchId archId(std::string_view architecture) const;
    [[nodiscard]] std::string_view name(NameId id) const { return m_names[id]; }
    /// "foo", or "foo:i386" for a foreign one.
    [[nodiscard]] std::string fullName(PackageId id) const;
    [[nodiscard]] std::string_view versionText(VersionId id) const { return indexOf(id).text(record(id).version); }
    [[nodiscard]] bool isDownloadable(VersionId id) const;

    [[nodiscard]] std::span<const DependencyAtom> dependencies(VersionId id) const { return indexOf(id).dependencies(record(id)); }
    [[nodiscard]] NameId targetName(const DependencyRef &dependency) const
    {
        return m_nameMaps[m_occurrences[m_versions[dependency.owner].occurrence].index][dependency.atom->name];
    }
    [[nodiscard]] ArchId targetArch(const DependencyRef &dependency) const;
    /// "libc6 (>= 2.36)", with its alternatives up to the end of the group when @p wholeGroup.
    [[nodiscard]] std::string dependencyText(const DependencyRef &dependency, bool wholeGroup) const;

    /// Calls @p visit for each version that @p wanted(version) allows and that matches the dependency (for a negative one: that
    /// it hits), until it returns true; returns whether it did. A version may be visited twice (by name and by Provides).
    template<class Wanted, class Visit>
    bool forEachTarget(const DependencyRef &dependency, Wanted &&wanted, Visit &&visit) const;

private:
    struct Provider {
        VersionId version = none;
        std::uint32_t entry = 0; ///< in its index: position of the ProvidedName
        std::uint32_t next = none;
    };

    std::vector<NameId> mapNames(const PackageIndex &index, ArchId arch);
    NameId addName(std::string_view name);
    void addRecord(std::uint32_t index, std::uint32_t record);
    VersionId findEqual(PackageId package, const PackageIndex &index, const PackageRecord &record) const;
    [[nodiscard]] bool isIgnored(const DependencyRef &dependency, PackageId target, bool byProvides) const;
    [[nodiscard]] bool matchesByName(const DependencyRef &dependency, ArchId arch, VersionId version) const;
    [[nodiscard]] bool matchesByProvides(const DependencyRef &dependency, ArchId arch, const Provider &provider) const;
    [[nodiscard]] bool meets(const DependencyRef &dependency, std::string_view version) const;

    std::vector<std::string> m_architectures;
    std::vector<LoadedIndex> m_indexes;
    std::vector<std::vector<NameId>> m_nameMaps; ///< of each index: its name number → NameId
    std::unordered_map<std::string_view, NameId> m_nameIds;
    std::vector<std::string_view> m_names;
    std::vector<Package> m_packages;             ///< name × architecture
    std::vector<Version> m_versions;
    std::vector<Occurrence> m_occurrences;
    std::vector<Provider> m_providers;
    std::vector<std::uint32_t> m_providersOf;    ///< by NameId: head of a list in m_providers
    std::vector<PackageId> m_installed;
    std::uint32_t m_nextNumber = 0;
};

template<class Wanted, class Visit>
bool Universe::forEachTarget(const DependencyRef &dependency, Wanted &&wanted, Visit &&visit) const
{
    const NameId name = targetName(dependency);
    const ArchId arch = targetArch(dependency);
    for (ArchId a = 0; a < archCount(); ++a) {
        const PackageId package = packageOf(name, a);
        for (VersionId v = m_packages[package].versions; v != none; v = m_versions[v].next) {
            if (wanted(v) && !isIgnored(dependency, package, false) && matchesByName(dependency, arch, v) && visit(v))
                return true;
        }
    }
    for (std::uint32_t p = m_providersOf[name]; p != none; p = m_providers[p].next) {
        const Provider &provider = m_providers[p];
        if (wanted(provider.version) && !isIgnored(dependency, m_versions[provider.version].package, true)
            && matchesByProvides(dependency, arch, provider) && visit(provider.version))
            return true;
    }
    return false;
}

} // namespace dosirak::debian
