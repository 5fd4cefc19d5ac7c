// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/package_index.h"

#include "base/files.h"
#include "base/sha256.h"
#include "debian/package_index_storage.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[8] = {'D', 'O', 'S', 'D', 'E', 'B', 'I', 'X'};

/// The beginning of the tables file. All tables follow, each at a multiple of 8 bytes.
struct Header {
    char magic[8];
    std::uint32_t formatVersion;
    std::uint32_t recordSize;       ///< another compiler's layout is another format
    char sha256[64];                ///< of all that follows the header
    std::uint64_t counts[6];        ///< records, dependencies, provides, names, texts, chars
    std::uint64_t textBytes;
};
static_assert(sizeof(Header) % 8 == 0);

constexpr std::size_t padded(std::size_t bytes)
{
    return (bytes + 7) & ~std::size_t(7);
}

/// Takes @p count values of T off the front of @p bytes.
template<class T>
bool take(const char *&at, const char *end, std::uint64_t count, std::span<const T> &values)
{
    if (count > std::size_t(end - at) / sizeof(T))
        return false;
    values = {reinterpret_cast<const T *>(at), std::size_t(count)};
    at += std::min(padded(count * sizeof(T)), std::size_t(end - at));
    return true;
}

} // namespace

PackageIndex::PackageIndex() = default;

std::span<const DependencyAtom> PackageIndex::dependencies(const PackageRecord &record) const
{
    return m_dependencies.subspan(record.dependencyBegin, record.dependencyEnd - record.dependencyBegin);
}

std::span<const ProvidedName> PackageIndex::provides(const PackageRecord &record) const
{
    return m_provides.subspan(record.providesBegin, record.providesEnd - record.providesBegin);
}

std::string_view PackageIndex::stanza(const PackageRecord &record) const
{
    if (record.textBegin > m_text.size() || record.textSize > m_text.size() - record.textBegin)
        return {};
    return m_text.substr(record.textBegin, record.textSize);
}

bool PackageIndex::view(const char *tables, std::size_t size)
{
    Header header;
    if (size < sizeof header)
        return false;
    std::memcpy(&header, tables, sizeof header);
    const char *at = tables + sizeof header;
    const char *end = tables + size;
    return take(at, end, header.counts[0], m_records) && take(at, end, header.counts[1], m_dependencies)
           && take(at, end, header.counts[2], m_provides) && take(at, end, header.counts[3], m_names)
           && take(at, end, header.counts[4], m_texts) && take(at, end, header.counts[5], m_chars)
           && !m_names.empty() && !m_texts.empty();
}

QByteArray packTables(const PackageTables &tables, std::uint64_t textBytes)
{
    Header header{};
    std::memcpy(header.magic, magic, sizeof magic);
    header.formatVersion = PackageIndex::formatVersion;
    header.recordSize = sizeof(PackageRecord);
    header.textBytes = textBytes;
    QByteArray bytes(sizeof header, '\0');
    std::size_t table = 0;
    const auto append = [&](const auto &values) {
        header.counts[table++] = values.size();
        const std::size_t size = values.size() * sizeof values[0];
        bytes.append(reinterpret_cast<const char *>(values.data()), qsizetype(size));
        bytes.append(qsizetype(padded(size) - size), '\0');
    };
    append(tables.records);
    append(tables.dependencies);
    append(tables.provides);
    append(tables.names);
    append(tables.texts);
    append(tables.chars);
    const QByteArray hash = Sha256::of(QByteArrayView(bytes).sliced(sizeof header));
    std::memcpy(header.sha256, hash.constData(), sizeof header.sha256);
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

Result<void> PackageIndex::save(const QString &tablesPath, const QString &textPath) const
{
    // The text first: tables that are there always have their text.
    DOSIRAK_CHECK(writeFileAtomically(textPath, m_storage->text));
    return writeFileAtomically(tablesPath, m_storage->tables);
}

Result<PackageIndex> PackageIndex::load(const QString &tablesPath, const QString &textPath)
{
    const auto storage = std::make_shared<Storage>();
    const Failure unusable = fail(ErrorCode::NotFound, u"%1: no usable index is kept here."_s.arg(tablesPath));
    storage->tablesFile.setFileName(tablesPath);
    storage->textFile.setFileName(textPath);
    if (!storage->tablesFile.open(QIODevice::ReadOnly) || !storage->textFile.open(QIODevice::ReadOnly))
        return unusable;
    const qint64 size = storage->tablesFile.size();
    const qint64 textSize = storage->textFile.size();
    const uchar *tables = size > qint64(sizeof(Header)) ? storage->tablesFile.map(0, size) : nullptr;
    const uchar *text = textSize > 0 ? storage->textFile.map(0, textSize) : nullptr;
    if (!tables || (!text && textSize > 0))
        return unusable;

    Header header;
    std::memcpy(&header, tables, sizeof header);
    const auto *chars = reinterpret_cast<const char *>(tables);
    const QByteArrayView body(chars + sizeof header, size - qint64(sizeof header));
    if (std::memcmp(header.magic, magic, sizeof magic) != 0 || header.formatVersion != formatVersion
        || header.recordSize != sizeof(PackageRecord) || header.textBytes != std::uint64_t(textSize)
        || Sha256::of(body) != QByteArrayView(header.sha256, sizeof header.sha256))
        return unusable;

    PackageIndex index;
    if (!index.view(chars, std::size_t(size)))
        return unusable;
    index.m_text = std::string_view(reinterpret_cast<const char *>(text), std::size_t(textSize));
    index.m_storage = storage;
    return index;
}

PackageIndex makeIndex(PackageTables tables, const QByteArray &text)
{
    const auto storage = std::make_shared<PackageIndex::Storage>();
    storage->text = text;
    storage->tables = packTables(tables, std::uint64_t(text.size()));
    PackageIndex index;
    [[maybe_unused]] const bool whole = index.view(storage->tables.constData(), std::size_t(storage->tables.size()));
    index.m_text = std::string_view(storage->text.constData(), std::size_t(storage->text.size()));
    index.m_storage = storage;
    return index;
}

bool isPackageName(std::string_view name)
{
    const auto isAlnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 200 && isAlnum(name.front())
           && std::all_of(name.begin(), name.end(),
                          [&](char c) { return isAlnum(c) || c == '+' || c == '-' || c == '.' || c == '_'; });
}

bool isArchitectureName(std::string_view name)
{
    return !name.empty() && name.size() <= 40 && name.front() != '-'
           && std::all_of(name.begin(), name.end(),
                          [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace dosirak::debian
