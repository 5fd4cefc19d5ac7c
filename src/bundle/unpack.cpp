// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/unpack.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "bundle/parts.h"

#include <KTar>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QStorageInfo>
#include <algorithm>

namespace dosirak::bundle {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxManifestBytes = 64LL << 20;
constexpr qint64 blockSize = 1 << 20;

struct Found {
    QString path;
    qint64 position = 0;
    qint64 size = 0;
    bool regular = false;
};

void listInto(const KArchiveDirectory &folder, const QString &prefix, QList<Found> &found)
{
    for (const QString &name : folder.entries()) {
        const KArchiveEntry *entry = folder.entry(name);
        const QString path = prefix + name;
        if (entry->isDirectory()) {
            listInto(*static_cast<const KArchiveDirectory *>(entry), path + u'/', found);
            continue;
        }
        const auto *file = static_cast<const KArchiveFile *>(entry);
        found.append({path, file->position(), file->size(), entry->symLinkTarget().isEmpty()});
    }
}

/// An open bundle: its parts as one device, and where each file lies in it.
struct OpenBundle {
    std::unique_ptr<PartReader> device;
    Manifest manifest;
    QList<Found> files; ///< in the order of their bytes, without the manifest
};

Result<QByteArray> bytesOf(PartReader &device, const Found &file, qint64 limit)
{
    if (file.size > limit || file.position + file.size > device.size() || !device.seek(file.position))
        return fail(ErrorCode::Invalid, coreTr("The bundle is cut off or malformed."), coreTr("Copy it again."));
    return device.read(file.size);
}

Result<OpenBundle> openBundle(const QString &path)
{
    OpenBundle bundle;
    DOSIRAK_TRY(device, PartReader::openParts(path));
    bundle.device = std::move(device);
    KTar tar(bundle.device.get());
    if (!tar.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a bundle of Dosirak.").arg(path), {}, tar.errorString());
    listInto(*tar.directory(), {}, bundle.files);
    std::sort(bundle.files.begin(), bundle.files.end(), [](const Found &a, const Found &b) { return a.position < b.position; });
    const auto head = std::find_if(bundle.files.begin(), bundle.files.end(),
                                   [](const Found &file) { return file.path == QLatin1String(Manifest::fileName); });
    if (head == bundle.files.end())
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a bundle of Dosirak: it has no manifest.").arg(path));
    DOSIRAK_TRY(bytes, bytesOf(*bundle.device, *head, maxManifestBytes));
    DOSIRAK_TRY(manifest, parseManifest(bytes, QString::fromLatin1(Manifest::fileName)));
    bundle.manifest = manifest;
    bundle.files.erase(head);
    return bundle;
}

/// Streams one file out of the bundle through a hash, and into @p out when there is one.
Result<bool> copyOut(PartReader &device, const Found &found, const BundledFile &wanted, QFile *out,
                     const std::stop_token &stop, const std::function<void(qint64)> &onBytes)
{
    if (found.size != wanted.size || found.position + found.size > device.size() || !device.seek(found.position))
        return false;
    Sha256 hash;
    QByteArray block(blockSize, Qt::Uninitialized);
    for (qint64 left = found.size; left > 0;) {
        if (stop.stop_requested())
            return cancelled();
        const qint64 got = device.read(block.data(), std::min<qint64>(left, block.size()));
        if (got <= 0)
            return false;
        hash.add(QByteArrayView(block.constData(), got));
        errno = 0;
        if (out && out->write(block.constData(), got) != got)
            return Failure(ioError(out->fileName(), errno != 0 ? errno : EIO));
        left -= got;
        onBytes(got);
    }
    return QString::fromLatin1(hash.finish()) == wanted.sha256;
}

Result<BundleCheck> readThrough(OpenBundle &bundle, const QString &folder, const std::stop_token &stop,
                                const ProgressSink &progress)
{
    BundleCheck check{bundle.manifest, {}, {}, {}};
    QMap<QString, BundledFile> wanted;
    for (const BundledFile &file : bundle.manifest.files)
        wanted.insert(file.path, file);
    qint64 done = 0;
    const qint64 total = bundle.manifest.totalBytes();
    for (const Found &found : bundle.files) {
        if (!found.regular || !wanted.contains(found.path)) {
            check.extra.append(found.path);
            continue;
        }
        const BundledFile expected = wanted.take(found.path);
        std::unique_ptr<QFile> out;
        if (!folder.isEmpty()) {
            out = std::make_unique<QFile>(folder + u'/' + found.path);
            DOSIRAK_CHECK(makeFolder(QFileInfo(*out).absolutePath()));
            errno = 0;
            if (!out->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
                return Failure(ioError(out->fileName(), errno != 0 ? errno : EACCES));
        }
        DOSIRAK_TRY(good, copyOut(*bundle.device, found, expected, out.get(), stop, [&](qint64 bytes) {
                        done += bytes;
                        report(progress, {folder.isEmpty() ? coreTr("Verifying the bundle") : coreTr("Unpacking the bundle"),
                                          found.path, done, total, Progress::Unit::Bytes});
                    }));
        if (!good)
            check.damaged.append(found.path);
    }
    check.missing = wanted.keys();
    return check;
}

} // namespace

Result<Manifest> readManifest(const QString &path)
{
    DOSIRAK_TRY(bundle, openBundle(path));
    return bundle.manifest;
}

Result<BundleCheck> checkBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(bundle, openBundle(path));
    return readThrough(bundle, {}, stop, progress);
}

Result<Manifest> unpackBundle(const QString &path, const QString &folder, const std::stop_token &stop,
                              const ProgressSink &progress)
{
    DOSIRAK_TRY(bundle, openBundle(path));
    if (QFileInfo::exists(folder))
        return fail(ErrorCode::Io, coreTr("“%1” is there already.").arg(folder));
    DOSIRAK_CHECK(makeFolder(folder));
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < bundle.manifest.totalBytes()) {
        QDir().rmdir(folder);
        return fail(ErrorCode::DiskFull, coreTr("Unpacking needs %1 bytes, and %2 are free.").arg(bundle.manifest.totalBytes())
                        .arg(storage.bytesAvailable()));
    }
    auto check = readThrough(bundle, folder, stop, progress);
    if (check && check->good())
        return check->manifest;
    QDir(folder).removeRecursively();
    if (!check)
        return Failure(check.error());
    const QStringList bad = check->damaged + check->missing + check->extra;
    return fail(ErrorCode::Integrity, coreTr("The bundle is not whole: nothing was imported."),
                coreTr("Copy it again from where it was made."), bad.mid(0, 20).join(u'\n'));
}

} // namespace dosirak::bundle
