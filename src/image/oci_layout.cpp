// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/oci_layout.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "image/blob_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <unistd.h>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxJsonBytes = 16 << 20;
constexpr const char *referenceKey = "org.opencontainers.image.ref.name";

QString referenceOf(const Json &entry, const QString &fallback)
{
    const auto annotations = entry.find("annotations");
    if (annotations == entry.end() || !annotations->is_object())
        return fallback;
    // containerd and the engine's own exports keep the full name beside the short one.
    for (const char *key : {"io.containerd.image.name", referenceKey}) {
        const auto name = annotations->find(key);
        if (name != annotations->end() && name->is_string())
            return fromStd(name->get<std::string>());
    }
    return fallback;
}

bool isIndex(const Descriptor &descriptor)
{
    return descriptor.mediaType == mediatype::index || descriptor.mediaType == mediatype::dockerList;
}

bool isFor(const Json &entry, const QString &architecture)
{
    const auto platform = entry.find("platform");
    if (platform == entry.end() || !platform->is_object())
        return false;
    return textAt(*platform, "architecture") == architecture && textAt(*platform, "os") == "linux"_L1;
}

} // namespace

QString OciLayout::blobFolder() const
{
    return m_folder + u"/blobs/sha256"_s;
}

Result<QString> OciLayout::blobPath(const QString &digest) const
{
    DOSIRAK_TRY(hex, digestHex(digest));
    return blobFolder() + u'/' + hex;
}

Result<OciLayout> OciLayout::open(const QString &folder)
{
    const QString marker = folder + u"/oci-layout"_s;
    if (!QFileInfo::exists(marker))
        return fail(ErrorCode::NotFound, coreTr("“%1” is not an OCI image layout: it has no file “oci-layout”.").arg(folder));
    DOSIRAK_TRY(json, readJson(marker, 4096));
    DOSIRAK_TRY(version, stringAt(json, "imageLayoutVersion"));
    if (!version.startsWith("1."_L1))
        return fail(ErrorCode::Unsupported, coreTr("“%1” is an OCI image layout of version %2; this program knows 1.x.")
                        .arg(folder, version));
    return OciLayout(folder);
}

Result<OciLayout> OciLayout::openOrCreate(const QString &folder)
{
    if (QFileInfo::exists(folder + u"/oci-layout"_s))
        return open(folder);
    const OciLayout layout(folder);
    DOSIRAK_CHECK(makeFolder(layout.blobFolder()));
    if (!QFileInfo::exists(folder + u"/index.json"_s))
        DOSIRAK_CHECK(layout.writeIndex({{"schemaVersion", 2}, {"manifests", Json::array()}}));
    // Last: a folder is a layout only when this file is there.
    DOSIRAK_CHECK(writeFileAtomically(folder + u"/oci-layout"_s, "{\"imageLayoutVersion\": \"1.0.0\"}\n"));
    return layout;
}

Result<Json> OciLayout::readIndex() const
{
    DOSIRAK_TRY(index, readJson(m_folder + u"/index.json"_s, maxJsonBytes));
    if (!index.is_object() || !index.contains("manifests") || !index["manifests"].is_array())
        return fail(ErrorCode::Invalid, coreTr("“%1/index.json” is not an OCI image index.").arg(m_folder));
    return index;
}

Result<void> OciLayout::writeIndex(const Json &index) const
{
    return writeFileAtomically(m_folder + u"/index.json"_s, canonicalJson(index));
}

Result<QList<LayoutImage>> OciLayout::images(const QString &architecture) const
{
    const QString wanted = architecture.isEmpty() ? u"amd64"_s : architecture;
    DOSIRAK_TRY(index, readIndex());
    QList<LayoutImage> images;
    for (const Json &entry : index["manifests"]) {
        LayoutImage image;
        DOSIRAK_TRY(descriptor, descriptorAt(entry));
        image.descriptor = descriptor;
        image.reference = referenceOf(entry, descriptor.digest);
        if (isIndex(descriptor)) {
            DOSIRAK_TRY(bytes, readBlob(descriptor));
            DOSIRAK_TRY(nested, parseJson(bytes, descriptor.digest));
            if (!nested.is_object() || !nested.contains("manifests") || !nested["manifests"].is_array())
                return fail(ErrorCode::Invalid, coreTr("“%1” is not an OCI image index.").arg(descriptor.digest));
            const auto found = std::find_if(nested["manifests"].begin(), nested["manifests"].end(),
                                            [&](const Json &one) { return isFor(one, wanted); });
            if (found == nested["manifests"].end())
                continue;
            DOSIRAK_TRY(chosen, descriptorAt(*found));
            image.descriptor = chosen;
        }
        DOSIRAK_TRY(bytes, readBlob(image.descriptor));
        DOSIRAK_TRY(manifest, parseManifest(bytes));
        image.manifest = manifest;
        images << image;
    }
    return images;
}

Result<LayoutImage> OciLayout::find(const QString &reference) const
{
    DOSIRAK_TRY(all, images());
    QStringList names;
    for (const LayoutImage &image : all) {
        if (image.reference == reference || image.descriptor.digest == reference)
            return image;
        names << image.reference;
    }
    return fail(ErrorCode::NotFound, coreTr("The image “%1” is not in “%2”.").arg(reference, m_folder),
                names.isEmpty() ? coreTr("It holds no image yet: run sync first.")
                                : coreTr("It holds: %1.").arg(names.join(u", "_s)));
}

Result<LayoutImage> OciLayout::findLoosely(const QString &reference) const
{
    auto exact = find(reference);
    if (exact || exact.error().code != ErrorCode::NotFound)
        return exact;
    DOSIRAK_TRY(all, images());
    const QString tag = reference.section(u'/', -1).section(u':', 1, 1);
    for (const LayoutImage &image : all)
        if (!tag.isEmpty() && image.reference == tag)
            return image;
    return all.size() == 1 ? Result<LayoutImage>(all.first()) : exact;
}

Result<LayoutImage> OciLayout::revive(const QString &reference, const QString &digest) const
{
    DOSIRAK_TRY(path, blobPath(digest));
    DOSIRAK_TRY(bytes, readBlob({QString(mediatype::manifest), digest, QFileInfo(path).size()}));
    DOSIRAK_TRY(json, parseJson(bytes, digest));
    const QString type = json.is_object() ? textAt(json, "mediaType") : QString();
    return addImage(reference, bytes, type.isEmpty() ? QString(mediatype::manifest) : type);
}

Result<ImageConfig> OciLayout::config(const LayoutImage &image) const
{
    DOSIRAK_TRY(bytes, readBlob(image.manifest.config));
    return parseConfig(bytes);
}

Result<QByteArray> OciLayout::readBlob(const Descriptor &descriptor) const
{
    DOSIRAK_TRY(path, blobPath(descriptor.digest));
    DOSIRAK_TRY(bytes, readFile(path, maxJsonBytes));
    if ("sha256:"_L1 + QString::fromLatin1(Sha256::of(bytes)) != descriptor.digest)
        return fail(ErrorCode::Integrity, coreTr("“%1” is damaged: its content does not match its name.").arg(path),
                    coreTr("Run sync again: what is damaged is fetched anew."));
    return bytes;
}

Result<Descriptor> OciLayout::addBlob(const QByteArray &bytes, const QString &mediaType) const
{
    BlobWriter writer(blobFolder());
    DOSIRAK_CHECK(writer.write(bytes));
    DOSIRAK_TRY(hex, writer.finish());
    return Descriptor{mediaType, u"sha256:"_s + hex, bytes.size()};
}

Result<LayoutImage> OciLayout::addImage(const QString &reference, const Manifest &manifest) const
{
    return addImage(reference, manifestBytes(manifest), QString(mediatype::manifest));
}

Result<LayoutImage> OciLayout::addImage(const QString &reference, const QByteArray &bytes, const QString &mediaType) const
{
    DOSIRAK_TRY(manifest, parseManifest(bytes));
    for (const Descriptor &blob : QList<Descriptor>{manifest.config} + manifest.layers) {
        DOSIRAK_TRY(path, blobPath(blob.digest));
        if (QFileInfo(path).size() != blob.size || !QFileInfo::exists(path))
            return fail(ErrorCode::Incomplete, coreTr("The image “%1” is not whole: %2 is missing.").arg(reference, blob.digest),
                        coreTr("Run sync again."));
    }
    DOSIRAK_TRY(descriptor, addBlob(bytes, mediaType));
    return addDescriptor(reference, descriptor, manifest);
}

Result<LayoutImage> OciLayout::addDescriptor(const QString &reference, const Descriptor &descriptor,
                                             const Manifest &manifest) const
{
    DOSIRAK_TRY(index, readIndex());
    Json kept = Json::array();
    for (const Json &entry : index["manifests"])
        if (referenceOf(entry, {}) != reference)
            kept.push_back(entry);
    Json entry = descriptorJson(descriptor);
    entry["annotations"][referenceKey] = toStd(reference);
    kept.push_back(entry);
    index["manifests"] = kept;
    DOSIRAK_CHECK(writeIndex(index));
    return LayoutImage{reference, descriptor, manifest};
}

Result<void> OciLayout::remove(const QString &reference) const
{
    DOSIRAK_TRY(index, readIndex());
    Json kept = Json::array();
    for (const Json &entry : index["manifests"])
        if (referenceOf(entry, {}) != reference)
            kept.push_back(entry);
    if (kept.size() == index["manifests"].size())
        return fail(ErrorCode::NotFound, coreTr("The image “%1” is not in “%2”.").arg(reference, m_folder));
    index["manifests"] = kept;
    return writeIndex(index);
}

Result<qint64> OciLayout::prune() const
{
    QSet<QString> used;
    DOSIRAK_TRY(all, images());
    DOSIRAK_TRY(index, readIndex());
    for (const Json &entry : index["manifests"])
        used.insert(textAt(entry, "digest").mid(7));
    for (const LayoutImage &image : all) {
        used << image.descriptor.digest.mid(7) << image.manifest.config.digest.mid(7);
        for (const Descriptor &layer : image.manifest.layers)
            used << layer.digest.mid(7);
    }
    qint64 freed = 0;
    const QDir blobs(blobFolder());
    for (const QFileInfo &file : blobs.entryInfoList(QDir::Files | QDir::Hidden)) {
        if (used.contains(file.fileName()))
            continue;
        const qint64 size = file.size();
        if (QFile::remove(file.filePath()))
            freed += size;
    }
    return freed;
}

namespace {

/// A hard link, or where that is not possible a copy that is hashed on the way.
Result<void> bringBlob(const QString &from, const OciLayout &to, const QString &hex, const std::stop_token &stop,
                       const std::function<void(qint64)> &onBytes)
{
    const QString target = to.blobFolder() + u'/' + hex;
    if (QFileInfo::exists(target))
        return {};
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(target).constData()) == 0)
        return {};
    QFile file(from);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return Failure(ioError(from, errno != 0 ? errno : EACCES));
    BlobWriter writer(to.blobFolder());
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return cancelled();
        const QByteArray block = file.read(1 << 20);
        if (block.isEmpty() && file.error() != QFileDevice::NoError)
            return Failure(ioError(from, EIO));
        DOSIRAK_CHECK(writer.write(block));
        onBytes(block.size());
    }
    DOSIRAK_CHECK(writer.finish(hex));
    return {};
}

} // namespace

Result<LayoutImage> OciLayout::copyFrom(const OciLayout &other, const QString &reference, const QString &newReference,
                                        const std::stop_token &stop, const ProgressSink &progress) const
{
    DOSIRAK_TRY(image, other.find(reference));
    Progress state{coreTr("Copying the image"), reference, 0, image.manifest.totalBytes(), Progress::Unit::Bytes};
    for (const Descriptor &blob : QList<Descriptor>{image.manifest.config} + image.manifest.layers) {
        DOSIRAK_TRY(from, other.blobPath(blob.digest));
        DOSIRAK_CHECK(bringBlob(from, *this, blob.digest.mid(7), stop, [&](qint64 bytes) {
            state.done += bytes;
            report(progress, state);
        }));
    }
    DOSIRAK_TRY(bytes, other.readBlob(image.descriptor));
    return addImage(newReference, bytes, image.descriptor.mediaType);
}

Result<void> OciLayout::verify(const QString &reference, const std::stop_token &stop, const ProgressSink &progress) const
{
    DOSIRAK_TRY(all, images());
    QList<Descriptor> blobs;
    for (const LayoutImage &image : all) {
        if (!reference.isEmpty() && image.reference != reference)
            continue;
        DOSIRAK_TRY(config, this->config(image));
        if (config.diffIds.size() != image.manifest.layers.size())
            return fail(ErrorCode::Integrity, coreTr("The image “%1” names %2 layers and has %3.").arg(image.reference)
                            .arg(config.diffIds.size()).arg(image.manifest.layers.size()));
        for (qsizetype i = 0; i < config.diffIds.size(); ++i) {
            const Descriptor &layer = image.manifest.layers.at(i);
            if (layer.mediaType == mediatype::layer && layer.digest != config.diffIds.at(i))
                return fail(ErrorCode::Integrity, coreTr("A layer of the image “%1” is not the one its configuration names.")
                                .arg(image.reference), {}, layer.digest);
            if (!blobs.contains(layer))
                blobs << layer;
        }
    }
    Progress state{coreTr("Checking images"), {}, 0, 0, Progress::Unit::Bytes};
    for (const Descriptor &blob : std::as_const(blobs))
        state.total += blob.size;
    for (const Descriptor &blob : std::as_const(blobs)) {
        DOSIRAK_TRY(path, blobPath(blob.digest));
        state.item = blob.digest;
        const qint64 before = state.done;
        DOSIRAK_TRY(hex, sha256OfFile(path, stop, [&](qint64 read) {
            state.done = before + read;
            report(progress, state);
        }));
        if (u"sha256:"_s + QString::fromLatin1(hex) != blob.digest || QFileInfo(path).size() != blob.size)
            return fail(ErrorCode::Integrity, coreTr("“%1” is damaged: its content does not match its name.").arg(path),
                        coreTr("Run sync again: what is damaged is fetched anew."));
        state.done = before + blob.size;
    }
    return {};
}

} // namespace dosirak::image
