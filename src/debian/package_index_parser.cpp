// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/dependency_text.h"
#include "debian/package_index_storage.h"

#include <charconv>
#include <functional>
#include <unordered_map>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxRecords = 4'000'000;

/// Texts that occur often, each kept once. The keys look into the index text, which outlives this.
class TextTable
{
public:
    explicit TextTable(std::size_t expected) { m_ids.reserve(expected); }

    std::uint32_t add(std::string_view text)
    {
        const auto [found, isNew] = m_ids.try_emplace(text, std::uint32_t(m_ids.size()));
        if (isNew)
            m_order.push_back(text);
        return found->second;
    }

    std::vector<std::uint32_t> moveTo(std::vector<char> &chars) const
    {
        std::vector<std::uint32_t> begins;
        begins.reserve(m_order.size() + 1);
        for (const std::string_view text : m_order) {
            begins.push_back(std::uint32_t(chars.size()));
            chars.insert(chars.end(), text.begin(), text.end());
        }
        begins.push_back(std::uint32_t(chars.size()));
        return begins;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
    std::vector<std::string_view> m_order;
};

/// The fields of one stanza that are kept.
struct KnownFields {
    std::string_view package, version, architecture, source, multiArch, priority, essential, important, isProtected, status;
    std::string_view size, installedSize, preDepends, depends, conflicts, breaks, recommends, suggests, replaces, enhances;
    std::string_view provides;
};

std::string_view KnownFields::*fieldOf(std::string_view name)
{
    static const std::unordered_map<std::string, std::string_view KnownFields::*> fields = {
        {"package", &KnownFields::package}, {"version", &KnownFields::version},
        {"architecture", &KnownFields::architecture}, {"source", &KnownFields::source},
        {"multi-arch", &KnownFields::multiArch}, {"priority", &KnownFields::priority},
        {"essential", &KnownFields::essential}, {"important", &KnownFields::important},
        {"protected", &KnownFields::isProtected}, {"status", &KnownFields::status}, {"size", &KnownFields::size},
        {"installed-size", &KnownFields::installedSize}, {"pre-depends", &KnownFields::preDepends},
        {"depends", &KnownFields::depends}, {"conflicts", &KnownFields::conflicts}, {"breaks", &KnownFields::breaks},
        {"recommends", &KnownFields::recommends}, {"suggests", &KnownFields::suggests},
        {"replaces", &KnownFields::replaces}, {"enhances", &KnownFields::enhances},
        {"provides", &KnownFields::provides},
    };
    const auto found = fields.find(lowered(name));
    return found == fields.end() ? nullptr : found->second;
}

Priority priorityOf(std::string_view text)
{
    static const std::unordered_map<std::string, Priority> priorities = {
        {"required", Priority::Required}, {"important", Priority::Important}, {"standard", Priority::Standard},
        {"optional", Priority::Optional}, {"extra", Priority::Extra}};
    const auto found = priorities.find(lowered(text));
    return found == priorities.end() ? Priority::Unknown : found->second;
}

MultiArch multiArchOf(std::string_view text)
{
    const std::string word = lowered(text);
    return word == "same"      ? MultiArch::Same
           : word == "foreign" ? MultiArch::Foreign
           : word == "allowed" ? MultiArch::Allowed
                               : MultiArch::No;
}

InstallState stateOf(const std::vector<std::string_view> &status)
{
    if (status.size() != 3)
        return InstallState::Incomplete;
    if (status[2] == "installed" || status[2] == "triggers-pending" || status[2] == "triggers-awaited")
        return status[1] == "ok" ? InstallState::Installed : InstallState::Incomplete;
    return status[2] == "not-installed" || status[2] == "config-files" ? InstallState::Absent : InstallState::Incomplete;
}

class Parser
{
public:
    Parser(std::string_view text, PackageIndex::Kind kind, const QString &origin)
        : m_text(text)
        , m_kind(kind)
        , m_origin(origin)
        , m_names(text.size() / 600 + 64)
        , m_texts(text.size() / 600 + 64)
    {
        m_texts.add("");
        m_texts.add("any");
        m_texts.add("native");
    }

    Result<PackageTables> run();

private:
    Failure invalid(const Stanza &stanza, const QString &what) const;
    Result<void> addStanza(const Stanza &stanza);
    void addSource(const KnownFields &fields, PackageRecord &record);
    bool addRelations(const KnownFields &fields, PackageRecord &record);
    bool addRelation(std::string_view field, DependencyField kind);
    bool nameOnly(std::string_view field);
    bool addProvides(std::string_view field);

    std::string_view m_text;
    PackageIndex::Kind m_kind;
    QString m_origin;
    TextTable m_names;
    TextTable m_texts;
    PackageTables m_tables;
};

Failure Parser::invalid(const Stanza &stanza, const QString &what) const
{
    ErrorPlace place;
    place.file = m_origin;
    place.line = stanza.line;
    return failAt(ErrorCode::Invalid, place, what);
}

/// By which apt tells apart two builds that claim one version: the relations and the installed size, blanks aside.
std::uint64_t hashOf(const KnownFields &fields)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](unsigned char c) { hash = (hash ^ c) * 0x100000001b3; }; // FNV-1a
    for (const std::string_view value : {fields.installedSize, fields.depends, fields.preDepends, fields.conflicts,
                                         fields.breaks, fields.replaces}) {
        for (const char c : value) {
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                add(static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
        }
        add(0);
    }
    return hash;
}

void Parser::addSource(const KnownFields &fields, PackageRecord &record)
{
    // "name (version)" or "name"; without the field it is the binary package's own name.
    std::string_view name = fields.source;
    std::string_view version = fields.version;
    if (const auto open = name.find('('); open != std::string_view::npos) {
        const auto close = name.find(')', open);
        version = trimmed(name.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
        name = trimmed(name.substr(0, open));
    }
    record.sourceName = m_texts.add(name.empty() ? fields.package : name);
    record.sourceVersion = m_texts.add(version);
}

bool Parser::addRelation(std::string_view field, DependencyField kind)
{
    DependencyReader reader(field);
    while (const auto written = reader.next()) {
        DependencyAtom atom;
        atom.name = m_names.add(written->name);
        atom.version = m_texts.add(written->version);
        atom.qualifier = m_texts.add(written->qualifier);
        atom.relation = written->relation;
        atom.field = kind;
        atom.orNext = written->orNext && !isNegative(kind);
        m_tables.dependencies.push_back(atom);
    }
    return !reader.failed();
}

bool Parser::nameOnly(std::string_view field)
{
    DependencyReader reader(field);
    while (const auto written = reader.next())
        m_names.add(written->name);
    return !reader.failed();
}

bool Parser::addProvides(std::string_view field)
{
    DependencyReader reader(field);
    while (const auto written = reader.next()) {
        if (written->relation != Relation::Any && written->relation != Relation::Equal)
            continue; // policy 7.5: "=" is the only one; apt ignores the others as well
        m_tables.provides.push_back(
            {m_names.add(written->name), m_texts.add(written->version), m_texts.add(written->qualifier)});
    }
    return !reader.failed();
}

bool Parser::addRelations(const KnownFields &fields, PackageRecord &record)
{
    record.dependencyBegin = std::uint32_t(m_tables.dependencies.size());
    bool good = addRelation(fields.preDepends, DependencyField::PreDepends)
                && addRelation(fields.depends, DependencyField::Depends)
                && addRelation(fields.conflicts, DependencyField::Conflicts)
                && addRelation(fields.breaks, DependencyField::Breaks)
                && addRelation(fields.recommends, DependencyField::Recommends)
                && addRelation(fields.suggests, DependencyField::Suggests);
    record.dependencyEnd = std::uint32_t(m_tables.dependencies.size());
    // These two choose nothing, but their names have numbers in apt.
    good = good && nameOnly(fields.replaces) && nameOnly(fields.enhances);
    record.providesBegin = std::uint32_t(m_tables.provides.size());
    good = good && addProvides(fields.provides);
    record.providesEnd = std::uint32_t(m_tables.provides.size());
    return good;
}

Result<void> Parser::addStanza(const Stanza &stanza)
{
    KnownFields fields;
    for (const Field &field : stanza.fields) {
        if (const auto member = fieldOf(field.name))
            fields.*member = field.value;
    }
    if (!isPackageName(fields.package))
        return invalid(stanza, coreTr("This paragraph names no package, or one with a name that no package may have."));
    PackageRecord record;
    if (m_kind == PackageIndex::Kind::Status) {
        const auto status = words(fields.status);
        record.state = stateOf(status);
        record.held = !status.empty() && status.front() == "hold";
        if (record.state == InstallState::Absent)
            return {};
    }
    const QString name = QString::fromUtf8(fields.package.data(), qsizetype(fields.package.size()));
    if (fields.version.empty() || fields.version.find_first_of(" \t\n/") != std::string_view::npos)
        return invalid(stanza, coreTr("%1 has no version, or one that cannot be.").arg(name));
    if (!isArchitectureName(fields.architecture))
        return invalid(stanza, coreTr("%1 has no architecture, or one that cannot be.").arg(name));
    record.textBegin = std::uint64_t(stanza.text.data() - m_text.data());
    record.textSize = std::uint32_t(stanza.text.size());
    record.dependencyHash = hashOf(fields);
    record.name = m_names.add(fields.package);
    record.version = m_texts.add(fields.version);
    record.architecture = m_texts.add(fields.architecture);
    record.priority = priorityOf(fields.priority);
    record.multiArch = multiArchOf(fields.multiArch);
    record.essential = isYes(fields.essential);
    record.important = isYes(fields.important) || isYes(fields.isProtected);
    std::int64_t size = -1;
    const char *end = fields.size.data() + fields.size.size();
    if (!fields.size.empty() && (std::from_chars(fields.size.data(), end, size).ptr != end || size < 0))
        return invalid(stanza, coreTr("%1 has a size that is no number.").arg(name));
    record.size = size;
    addSource(fields, record);
    if (!addRelations(fields, record))
        return invalid(stanza, coreTr("%1 has a dependency that cannot be read.").arg(name));
    m_tables.records.push_back(record);
    return {};
}

Result<PackageTables> Parser::run()
{
    StanzaReader reader(m_text);
    Stanza stanza;
    for (;;) {
        auto more = reader.next(stanza);
        if (!more) {
            more.error().place.file = m_origin;
            return tl::unexpected(more.error());
        }
        if (!*more)
            break;
        DOSIRAK_CHECK(addStanza(stanza));
        if (m_tables.records.size() > maxRecords)
            return invalid(stanza, coreTr("This index has too many packages."));
    }
    m_tables.names = m_names.moveTo(m_tables.chars);
    m_tables.texts = m_texts.moveTo(m_tables.chars);
    return std::move(m_tables);
}

} // namespace

Result<PackageIndex> PackageIndex::parse(const QByteArray &text, Kind kind, const QString &origin)
{
    if (text.size() > qsizetype(2) << 30)
        return fail(ErrorCode::Invalid, coreTr("%1 is larger than any package index may be.").arg(origin));
    Parser parser(std::string_view(text.constData(), std::size_t(text.size())), kind, origin);
    DOSIRAK_TRY(tables, parser.run());
    return makeIndex(std::move(tables), text);
}

} // namespace dosirak::debian
