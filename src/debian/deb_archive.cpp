// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/deb_archive.h"

#include "base/files.h"
#include "base/safe_path.h"
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/decompress.h"
#include "debian/package_index.h"

#include <KAr>
#include <KCompressionDevice>
#include <KTar>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <memory>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxControlBytes = 16LL << 20;
constexpr qint64 maxDataBytes = 64LL << 30;
constexpr qint64 blockBytes = 1LL << 20;
constexpr int maxDepth = 12;

Failure broken(const QString &path)
{
    return fail(ErrorCode::Invalid, coreTr("%1 is not a Debian package, or it is broken.").arg(path));
}

Compression compressionOf(const QString &member)
{
    for (const Compression compression : {Compression::Zstd, Compression::Xz, Compression::Gzip, Compression::Bzip2}) {
        if (member.endsWith(ending(compression)))
            return compression;
    }
    return Compression::None;
}

/// The member "control.tar…" or "data.tar…" of an opened archive; null when there is none.
const KArchiveFile *findMember(const KAr &archive, QLatin1String prefix)
{
    const KArchiveDirectory *root = archive.directory();
    if (!root->file(u"debian-binary"_s))
        return nullptr;
    for (const QString &name : root->entries()) {
        if (name.startsWith(prefix))
            return root->file(name);
    }
    return nullptr;
}

Result<std::unique_ptr<KAr>> openDeb(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, coreTr("There is no file %1.").arg(path));
    auto archive = std::make_unique<KAr>(path);
    if (!info.isFile() || !archive->open(QIODevice::ReadOnly) || !archive->directory())
        return broken(path);
    return archive;
}

KCompressionDevice::CompressionType deviceType(Compression compression)
{
    switch (compression) {
    case Compression::Zstd: return KCompressionDevice::Zstd;
    case Compression::Xz: return KCompressionDevice::Xz;
    case Compression::Gzip: return KCompressionDevice::GZip;
    case Compression::Bzip2: return KCompressionDevice::BZip2;
    case Compression::None: break;
    }
    return KCompressionDevice::None;
}

/// Copies all of @p from; more than @p maxBytes is refused.
Result<qint64> copyBytes(QIODevice &from, QIODevice &to, qint64 maxBytes, const QString &path, const std::stop_token &stop)
{
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        const qint64 got = from.read(block.data(), block.size());
        if (got < 0)
            return broken(path);
        if (got == 0)
            return total;
        total += got;
        if (total > maxBytes)
            return fail(ErrorCode::Invalid, coreTr("%1 unpacks to more than it may.").arg(path));
        if (to.write(block.constData(), got) != got)
            return tl::unexpected(ioError(path, ENOSPC));
    }
}

/// The tar of a .deb's files, unpacked to a temporary file: KTar has to jump in it.
class DataTar
{
public:
    [[nodiscard]] Result<void> open(const QString &path, const QString &folder, const std::stop_token &stop);
    [[nodiscard]] const KArchiveDirectory *root() const { return m_tar->directory(); }

private:
    std::unique_ptr<QTemporaryFile> m_file;
    std::unique_ptr<KTar> m_tar;
};

Result<void> DataTar::open(const QString &path, const QString &folder, const std::stop_token &stop)
{
    DOSIRAK_TRY(archive, openDeb(path));
    const KArchiveFile *member = findMember(*archive, QLatin1String("data.tar"));
    if (!member)
        return broken(path);
    const std::unique_ptr<QIODevice> raw(member->createDevice());
    if (!raw)
        return broken(path);
    KCompressionDevice unpacked(raw.get(), false, deviceType(compressionOf(member->name())));
    m_file = std::make_unique<QTemporaryFile>(folder + u"/.data-XXXXXX"_s);
    if (!unpacked.open(QIODevice::ReadOnly) || !m_file->open())
        return broken(path);
    DOSIRAK_TRY(size, copyBytes(unpacked, *m_file, maxDataBytes, path, stop));
    if (size == 0 || !m_file->seek(0))
        return broken(path);
    m_tar = std::make_unique<KTar>(m_file.get());
    if (!m_tar->open(QIODevice::ReadOnly) || !m_tar->directory())
        return broken(path);
    return {};
}

/// The first folder, in order of names, that has a Packages file in it.
QString findRepo(const KArchiveDirectory *folder, const QString &path, int depth)
{
    QStringList names = folder->entries();
    names.sort();
    for (const QString &name : names) {
        if (folder->file(name) && (name == u"Packages"_s || name == u"Packages.gz"_s || name == u"Packages.xz"_s))
            return path;
    }
    for (const QString &name : names) {
        const KArchiveEntry *entry = folder->entry(name);
        if (!entry->isDirectory() || depth >= maxDepth)
            continue;
        const QString found = findRepo(static_cast<const KArchiveDirectory *>(entry),
                                       path.isEmpty() ? name : path + u'/' + name, depth + 1);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

Result<void> unpackFile(const KArchiveFile &entry, const QString &folder, qint64 &bytesLeft, const QString &path,
                        const std::stop_token &stop)
{
    DOSIRAK_TRY(name, safeFileName(entry.name()));
    if (!entry.symLinkTarget().isEmpty())
        return fail(ErrorCode::Invalid, coreTr("%1 has a link where a file should be: %2").arg(path, name));
    const std::unique_ptr<QIODevice> from(entry.createDevice());
    QFile to(folder + u'/' + name);
    if (!from)
        return broken(path);
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return tl::unexpected(ioError(to.fileName(), EIO));
    DOSIRAK_TRY(size, copyBytes(*from, to, bytesLeft, path, stop));
    bytesLeft -= size;
    if (size != entry.size() || !to.flush())
        return broken(path);
    return {};
}

} // namespace

Result<std::string> readDebControl(const QString &path)
{
    DOSIRAK_TRY(archive, openDeb(path));
    const KArchiveFile *member = findMember(*archive, QLatin1String("control.tar"));
    if (!member || member->size() > maxControlBytes)
        return broken(path);
    auto bytes = decompress(member->data(), compressionOf(member->name()), maxControlBytes);
    if (!bytes)
        return tl::unexpected(bytes.error().within(path));
    QBuffer buffer(&*bytes);
    KTar tar(&buffer);
    if (!buffer.open(QIODevice::ReadOnly) || !tar.open(QIODevice::ReadOnly) || !tar.directory())
        return broken(path);
    const KArchiveFile *control = tar.directory()->file(u"control"_s);
    if (!control || control->size() > maxControlBytes)
        return broken(path);
    const QByteArray text = control->data();
    DOSIRAK_TRY(index, PackageIndex::parse(text, PackageIndex::Kind::Packages, path));
    if (index.records().size() != 1)
        return broken(path);
    return std::string(index.stanza(index.records().front()));
}

Result<QString> localRepoFolder(const QString &path, const std::stop_token &stop)
{
    DataTar data;
    DOSIRAK_CHECK(data.open(path, QDir::tempPath(), stop));
    return findRepo(data.root(), {}, 0);
}

Result<QStringList> unpackLocalRepo(const QString &path, const QString &folder, qint64 maxBytes, const std::stop_token &stop,
                                    const ProgressSink &progress)
{
    DOSIRAK_CHECK(makeFolder(folder));
    DataTar data;
    DOSIRAK_CHECK(data.open(path, folder, stop));
    const QString inner = findRepo(data.root(), {}, 0);
    if (inner.isEmpty())
        return fail(ErrorCode::Unsupported, coreTr("%1 carries no repository.").arg(path));
    const KArchiveEntry *entry = data.root()->entry(inner);
    if (!entry || !entry->isDirectory())
        return broken(path);
    const auto *repository = static_cast<const KArchiveDirectory *>(entry);
    QStringList names = repository->entries();
    names.sort();
    QStringList written;
    qint64 bytesLeft = maxBytes;
    for (const QString &name : names) {
        const KArchiveFile *file = repository->file(name);
        if (!file)
            continue;
        report(progress, {coreTr("Unpacking packages"), name, written.size(), names.size(), Progress::Unit::Steps});
        DOSIRAK_CHECK(unpackFile(*file, folder, bytesLeft, path, stop));
        written += name;
    }
    return written;
}

} // namespace dosirak::debian
