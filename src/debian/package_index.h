// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "debian/version.h"

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::debian {

/// The relations of a package (Debian policy, chapter 7) that matter for choosing, in the order in which apt keeps them.
enum class DependencyField : std::uint8_t { PreDepends, Depends, Conflicts, Breaks, Recommends, Suggests };

[[nodiscard]] constexpr bool isNegative(DependencyField field)
{
    return field == DependencyField::Conflicts || field == DependencyField::Breaks;
}
/// (Pre-)Depends: without it the package does not work.
[[nodiscard]] constexpr bool isRequired(DependencyField field)
{
    return field == DependencyField::PreDepends || field == DependencyField::Depends;
}

enum class MultiArch : std::uint8_t { No, Same, Foreign, Allowed };

/// Priority field; a smaller number is more important (as apt compares).
enum class Priority : std::uint8_t { Unknown = 0, Required = 1, Important = 2, Standard = 3, Optional = 4, Extra = 5 };

/// One name in a dependency: `name:qualifier (relation version)`. Fixed layout: it is written to the cache as it is.
struct DependencyAtom {
    std::uint32_t name = 0;      ///< PackageIndex::name()
    std::uint32_t version = 0;   ///< PackageIndex::text()
    std::uint32_t qualifier = 0; ///< PackageIndex::text(): "", "any", "native" or an architecture
    Relation relation = Relation::Any;
    DependencyField field = DependencyField::Depends;
    std::uint8_t orNext = 0;     ///< the next atom is an alternative to this one
    std::uint8_t padding = 0;
};

/// One name of a Provides field.
struct ProvidedName {
    std::uint32_t name = 0;
    std::uint32_t version = 0;   ///< text(); 0: unversioned
    std::uint32_t qualifier = 0; ///< text()
};

/// What the status file says of a package, beyond its stanza.
enum class InstallState : std::uint8_t {
    Available,   ///< of an index, not of a status file
    Installed,   ///< "… ok installed"
    Incomplete,  ///< unpacked, half-configured, half-installed, or "reinstreq": not counted as installed
    Absent,      ///< config-files and not-installed
};

/// One stanza, as numbers into the tables of its index. Fixed layout.
struct PackageRecord {
    std::uint64_t textBegin = 0; ///< of its stanza in the index text
    std::uint64_t dependencyHash = 0; ///< of the fields by which apt tells two builds of one version apart
    std::int64_t size = -1;      ///< bytes of the .deb; -1: not given
    std::uint32_t textSize = 0;
    std::uint32_t name = 0;
    std::uint32_t version = 0;
    std::uint32_t architecture = 0;
    std::uint32_t sourceName = 0;
    std::uint32_t sourceVersion = 0;
    std::uint32_t dependencyBegin = 0, dependencyEnd = 0;
    std::uint32_t providesBegin = 0, providesEnd = 0;
    Priority priority = Priority::Unknown;
    MultiArch multiArch = MultiArch::No;
    InstallState state = InstallState::Available;
    std::uint8_t essential = 0;
    std::uint8_t important = 0;  ///< Important: yes or Protected: yes
    std::uint8_t held = 0;       ///< selection "hold" in the status file
    std::uint8_t padding[2] = {};
};

/// All stanzas of one Packages file, one status file or one .deb, in compact tables. Immutable and cheap to copy; may be
/// used from several threads. It is one block of bytes (the tables) plus the text itself, so that a saved one is mapped
/// into memory and used without reading it.
class PackageIndex
{
public:
    /// Raised whenever the layout or the parser changes what is saved.
    static constexpr std::uint32_t formatVersion = 1;

    enum class Kind { Packages, Status };

    PackageIndex();
    /// Reads the decompressed text, in one pass. Stanzas of status files that are no package's (no Package field) are errors.
    /// Errors: Invalid (line; @p origin names the file).
    [[nodiscard]] static Result<PackageIndex> parse(const QByteArray &text, Kind kind, const QString &origin);

    /// Loads what save() wrote, from the same two paths. Errors: NotFound (never saved, another format version, or damaged: parse
    /// again). Only files that this program wrote may be given: the tables are checked as a whole by their hash.
    [[nodiscard]] static Result<PackageIndex> load(const QString &tablesPath, const QString &textPath);
    [[nodiscard]] Result<void> save(const QString &tablesPath, const QString &textPath) const;

    [[nodiscard]] std::span<const PackageRecord> records() const { return m_records; }
    /// Every name of the index, in the order in which apt meets them (its package numbers, which break its last ties).
    [[nodiscard]] std::uint32_t nameCount() const { return std::uint32_t(m_names.size()) - 1; }
    [[nodiscard]] std::string_view name(std::uint32_t id) const { return cut(m_names, id); }
    [[nodiscard]] std::string_view text(std::uint32_t id) const { return cut(m_texts, id); }
    [[nodiscard]] std::span<const DependencyAtom> dependencies(const PackageRecord &record) const;
    [[nodiscard]] std::span<const ProvidedName> provides(const PackageRecord &record) const;
    /// The paragraph as the index has it, without the empty line after it.
    [[nodiscard]] std::string_view stanza(const PackageRecord &record) const;

private:
    friend PackageIndex makeIndex(struct PackageTables tables, const QByteArray &text);
    struct Storage;

    [[nodiscard]] std::string_view cut(std::span<const std::uint32_t> ends, std::uint32_t id) const
    {
        return {m_chars.data() + ends[id], ends[id + 1] - ends[id]};
    }
    [[nodiscard]] bool view(const char *tables, std::size_t size);

    std::shared_ptr<const Storage> m_storage;
    std::span<const PackageRecord> m_records;
    std::span<const DependencyAtom> m_dependencies;
    std::span<const ProvidedName> m_provides;
    std::span<const std::uint32_t> m_names; ///< begin of each in m_chars, and the end of the last
    std::span<const std::uint32_t> m_texts;
    std::span<const char> m_chars;
    std::string_view m_text;
};

/// Text ids that every index has.
inline constexpr std::uint32_t noText = 0;
inline constexpr std::uint32_t anyText = 1;
inline constexpr std::uint32_t nativeText = 2;

/// Whether this may be a package name: lower case letters, digits, "+", "-", "." (Debian policy 5.6.1), and also upper case
/// letters and "_", which vendors use. Never a path.
[[nodiscard]] bool isPackageName(std::string_view name);
[[nodiscard]] bool isArchitectureName(std::string_view name);

} // namespace dosirak::debian
