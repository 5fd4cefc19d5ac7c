// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/artifact_folder.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "workspace/deb_index.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSet>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxGenerated = 256LL << 20;
constexpr qint64 maxManifest = 16LL << 20;

struct Generated {
    QString path;
    QByteArray bytes;
};

/// All that follows from the lock alone.
QList<Generated> generatedFiles(const lock::LockFile &lock)
{
    QList<Generated> files{{u"dosirak.lock.json"_s, lock::writeLock(lock)}};
    if (!lock.of(lock::ArtifactKind::Wheel).isEmpty())
        files.append({u"requirements.txt"_s, lock::writeRequirements(lock)});
    const auto debs = lock.of(lock::ArtifactKind::Deb);
    if (!debs.isEmpty()) {
        const QByteArray packages = debPackages(debs);
        files.append({u"debs/Packages"_s, packages});
        files.append({u"debs/Release"_s, debRelease(packages, lock.architecture)});
    }
    return files;
}

ExpectedFile known(const QString &path, const QByteArray &bytes)
{
    return {path, bytes.size(), QString::fromLatin1(Sha256::of(bytes)), false, {}};
}

Result<Json> manifestAt(const QString &images, const std::string &digest)
{
    const QString hex = fromStd(digest).mid(7);
    if (!fromStd(digest).startsWith(u"sha256:"_s) || !isSha256(hex.toLatin1()))
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a digest that is known here.").arg(fromStd(digest).left(100)));
    return readJson(images + u"/blobs/sha256/"_s + hex, maxManifest);
}

Result<void> addBlob(const Json &descriptor, QList<ExpectedFile> &files)
{
    DOSIRAK_TRY(digest, stringAt(descriptor, "digest"));
    DOSIRAK_TRY(size, integerAt(descriptor, "size"));
    const QString hex = digest.mid(7);
    if (!digest.startsWith(u"sha256:"_s) || !isSha256(hex.toLatin1()))
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a digest that is known here.").arg(digest.left(100)));
    files.append({u"images/blobs/sha256/"_s + hex, size, hex, false, {}});
    return {};
}

/// The blobs that each locked image names (OCI image layout 1.0). What the layout's own index.json and oci-layout hold
/// is small and hashed as it stands: the digests in the lock say what must be reachable from it.
Result<void> addImages(const QString &folder, const lock::LockFile &lock, QList<ExpectedFile> &files)
{
    const QString images = folder + u"/images"_s;
    QSet<QString> seen;
    QList<ExpectedFile> blobs;
    for (const lock::Artifact &image : lock.of(lock::ArtifactKind::Image)) {
        if (image.size < 0)
            continue; // named only: it does not cross the gap
        const QString digest = image.version;
        const auto manifest = manifestAt(images, toStd(digest));
        if (!manifest) {
            files.append({u"images/blobs/sha256/"_s + digest.mid(7), -1, digest.mid(7), false, {}});
            continue;
        }
        blobs.append({u"images/blobs/sha256/"_s + digest.mid(7), -1, digest.mid(7), false, {}});
        DOSIRAK_CHECK(addBlob(manifest->value("config", Json::object()), blobs));
        for (const Json &layer : manifest->value("layers", Json::array()))
            DOSIRAK_CHECK(addBlob(layer, blobs));
    }
    for (const ExpectedFile &blob : blobs)
        if (!seen.contains(blob.path)) {
            seen.insert(blob.path);
            files.append(blob);
        }
    for (const QString &name : {u"images/oci-layout"_s, u"images/index.json"_s}) {
        const auto bytes = blobs.isEmpty() ? Result<QByteArray>(cancelled()) : readFile(folder + u'/' + name, maxManifest);
        if (bytes)
            files.append(known(name, *bytes));
    }
    return {};
}

} // namespace

Result<QList<ExpectedFile>> expectedFiles(const QString &folder, const lock::LockFile &lock)
{
    QList<ExpectedFile> files;
    for (const Generated &generated : generatedFiles(lock))
        files.append(known(generated.path, generated.bytes));
    for (const lock::Artifact &artifact : lock.artifacts) {
        if (artifact.kind == lock::ArtifactKind::Image)
            continue;
        files.append({artifact.relativePath(), artifact.size, artifact.sha256, artifact.url.isEmpty(), artifact.page});
    }
    DOSIRAK_CHECK(addImages(folder, lock, files));
    return files;
}

Result<void> moveAside(const QString &folder, const QStringList &relativePaths)
{
    if (relativePaths.isEmpty())
        return {};
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    const QString aside = folder + u".aside/"_s + stamp;
    for (const QString &path : relativePaths) {
        DOSIRAK_CHECK(makeFolder(QFileInfo(aside + u'/' + path).absolutePath()));
        if (!QFile::rename(folder + u'/' + path, aside + u'/' + path))
            return Failure(ioError(folder + u'/' + path, EIO));
    }
    return {};
}

Result<void> writeGenerated(const QString &folder, const lock::LockFile &lock)
{
    for (const Generated &generated : generatedFiles(lock)) {
        const QString path = folder + u'/' + generated.path;
        const auto there = readFile(path, maxGenerated);
        if (there && *there == generated.bytes)
            continue;
        DOSIRAK_CHECK(writeFileAtomically(path, generated.bytes));
    }
    return {};
}

} // namespace dosirak::workspace
