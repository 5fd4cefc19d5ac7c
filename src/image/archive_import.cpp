// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/archive_import.h"

#include "base/files.h"
#include "base/tr.h"

#include <QDir>
#include <QFile>
#include <cerrno>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headBytes = 512;
constexpr qint64 maxTextBytes = 16 << 20;

QString mediaTypeOf(const QByteArray &head)
{
    switch (packingOf(head)) {
    case Packing::Gzip: return QString(mediatype::layerGzip);
    case Packing::Zstd: return QString(mediatype::layerZstd);
    case Packing::None: break;
    }
    return QString(mediatype::layer);
}

Failure notAnImage(const QString &detail = {})
{
    return fail(ErrorCode::Invalid, coreTr("This archive holds no container image."),
                coreTr("Give a file that “docker save” or “podman save” wrote, or an OCI layout as a tar."), detail);
}

} // namespace

/// Configurations and manifests are JSON; a layer is a tar ("ustar" at 257) or packed. Nothing that is smaller than one
/// tar block is a layer.
bool isArchiveText(const QByteArray &head, qint64 size)
{
    if (size < headBytes)
        return true;
    const bool json = head.startsWith('{') || head.startsWith('[');
    return json && head.mid(257, 5) != "ustar" && size <= maxTextBytes;
}

QByteArray linkTargetInArchive(const TarEntry &entry)
{
    if (entry.type == TarEntry::Type::HardLink)
        return entry.linkTarget;
    const qsizetype slash = entry.path.lastIndexOf('/');
    const QString folder = QString::fromUtf8(slash < 0 ? QByteArray() : entry.path.left(slash + 1));
    return QDir::cleanPath(folder + QString::fromUtf8(entry.linkTarget)).toUtf8();
}

ArchiveImport::ArchiveImport(const OciLayout &layout)
    : m_layout(layout),
      m_inflater([this](QByteArrayView bytes) { return m_tar.feed(bytes); }),
      m_tar({[this](const TarEntry &entry) { return onEntry(entry); },
             [this](QByteArrayView bytes) { return onData(bytes); }, [this] { return onEntryEnd(); }})
{
}

ArchiveImport::~ArchiveImport() = default;

Result<void> ArchiveImport::feed(QByteArrayView bytes)
{
    return m_inflater.feed(bytes);
}

Result<void> ArchiveImport::onEntry(const TarEntry &entry)
{
    m_entry = entry;
    m_head.clear();
    m_writer.reset();
    m_inMemory = false;
    if (entry.type == TarEntry::Type::SymLink || entry.type == TarEntry::Type::HardLink)
        m_links.insert(entry.path, linkTargetInArchive(entry));
    return {};
}

Result<void> ArchiveImport::onData(QByteArrayView bytes)
{
    if (m_writer)
        return m_writer->write(bytes);
    if (m_inMemory) {
        m_texts[m_entry.path].append(bytes);
        return {};
    }
    m_head.append(bytes);
    if (m_head.size() < std::min<qint64>(headBytes, m_entry.size))
        return {};
    if (isArchiveText(m_head, m_entry.size)) {
        m_inMemory = true;
        m_texts.insert(m_entry.path, m_head);
        return {};
    }
    m_writer = std::make_unique<BlobWriter>(m_layout.blobFolder());
    return m_writer->write(m_head);
}

Result<void> ArchiveImport::onEntryEnd()
{
    if (!m_writer)
        return {};
    // In an OCI form the name is the digest.
    const QByteArray expected = m_entry.path.startsWith("blobs/sha256/") ? m_entry.path.mid(13) : QByteArray();
    DOSIRAK_TRY(hex, m_writer->finish(QString::fromUtf8(expected)));
    m_layers.insert(m_entry.path, {mediaTypeOf(m_head), u"sha256:"_s + hex, m_writer->size()});
    m_writer.reset();
    return {};
}

Result<Descriptor> ArchiveImport::layerAt(const QString &path) const
{
    QByteArray at = path.toUtf8();
    for (int hops = 0; hops < 8 && m_links.contains(at); ++hops)
        at = m_links.value(at);
    const auto found = m_layers.find(at);
    if (found == m_layers.end())
        return fail(ErrorCode::Integrity, coreTr("The image archive is not whole: the layer “%1” is missing.").arg(path));
    return *found;
}

Result<LayoutImage> ArchiveImport::addDockerImage(const Json &entry, const QString &reference)
{
    DOSIRAK_TRY(configPath, stringAt(entry, "Config"));
    const QByteArray bytes = m_texts.value(configPath.toUtf8());
    if (bytes.isEmpty())
        return fail(ErrorCode::Integrity, coreTr("The image archive is not whole: “%1” is missing.").arg(configPath));
    DOSIRAK_TRY(config, parseConfig(bytes));
    if (!entry.contains("Layers") || !entry["Layers"].is_array() || entry["Layers"].size() != size_t(config.diffIds.size()))
        return notAnImage(u"manifest.json and configuration disagree on layers"_s);
    Manifest manifest;
    DOSIRAK_TRY(stored, m_layout.addBlob(bytes, QString(mediatype::config)));
    manifest.config = stored;
    for (const Json &item : entry["Layers"]) {
        if (!item.is_string())
            return notAnImage(u"manifest.json"_s);
        DOSIRAK_TRY(layer, layerAt(fromStd(item.get<std::string>())));
        if (layer.mediaType == mediatype::layer && layer.digest != config.diffIds.at(manifest.layers.size()))
            return fail(ErrorCode::Integrity, coreTr("A layer of the image archive is damaged."),
                        coreTr("Make or copy the archive again."), layer.digest);
        manifest.layers << layer;
    }
    return m_layout.addImage(reference, manifest);
}

Result<QList<LayoutImage>> ArchiveImport::finishDocker(const QString &reference)
{
    DOSIRAK_TRY(list, parseJson(m_texts.value("manifest.json"), u"manifest.json"_s));
    if (!list.is_array() || list.empty())
        return notAnImage(u"manifest.json"_s);
    QList<LayoutImage> added;
    QStringList names;
    for (const Json &entry : list) {
        QStringList tags;
        if (entry.is_object() && entry.contains("RepoTags") && entry["RepoTags"].is_array())
            for (const Json &tag : entry["RepoTags"])
                tags << (tag.is_string() ? fromStd(tag.get<std::string>()) : QString());
        names << tags;
        const bool named = tags.contains(reference) || list.size() == 1;
        for (const QString &name : reference.isEmpty() ? tags : named ? QStringList{reference} : QStringList()) {
            DOSIRAK_TRY(image, addDockerImage(entry, name));
            added << image;
        }
    }
    if (added.isEmpty())
        return fail(ErrorCode::NotFound, coreTr("The image “%1” is not in the archive.").arg(reference),
                    names.isEmpty() ? coreTr("Its images have no names: say under which name to take it.")
                                    : coreTr("It holds: %1.").arg(names.join(u", "_s)));
    return added;
}

Result<QList<LayoutImage>> ArchiveImport::finishOci(const QString &reference)
{
    // Its small blobs are in memory: bring them into the layout, then read it as one would read any other.
    for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text) {
        if (!text.key().startsWith("blobs/sha256/"))
            continue;
        BlobWriter writer(m_layout.blobFolder());
        DOSIRAK_CHECK(writer.write(text.value()));
        DOSIRAK_CHECK(writer.finish(QString::fromUtf8(text.key().mid(13))));
    }
    DOSIRAK_TRY(index, parseJson(m_texts.value("index.json"), u"index.json"_s));
    if (!index.is_object() || !index.contains("manifests") || !index["manifests"].is_array())
        return notAnImage(u"index.json"_s);
    QList<LayoutImage> added;
    for (const Json &entry : index["manifests"]) {
        DOSIRAK_TRY(descriptor, descriptorAt(entry));
        const auto annotations = entry.find("annotations");
        const Json noted = annotations == entry.end() ? Json::object() : *annotations;
        QString name = textAt(noted, "io.containerd.image.name");
        if (name.isEmpty())
            name = textAt(noted, "org.opencontainers.image.ref.name");
        if (!reference.isEmpty() && index["manifests"].size() > 1 && name != reference)
            continue;
        const QString as = reference.isEmpty() ? name : reference;
        if (as.isEmpty())
            return fail(ErrorCode::Usage, coreTr("The image in this archive has no name: say under which name to take it."));
        DOSIRAK_TRY(bytes, m_layout.readBlob(descriptor));
        DOSIRAK_TRY(image, m_layout.addImage(as, bytes, descriptor.mediaType));
        added << image;
    }
    if (added.isEmpty())
        return fail(ErrorCode::NotFound, coreTr("The image “%1” is not in the archive.").arg(reference));
    return added;
}

Result<QList<LayoutImage>> ArchiveImport::finish(const QString &reference)
{
    DOSIRAK_CHECK(m_inflater.finish());
    DOSIRAK_CHECK(m_tar.finish());
    if (m_texts.contains("manifest.json"))
        return finishDocker(reference);
    if (m_texts.contains("index.json"))
        return finishOci(reference);
    return notAnImage(u"neither manifest.json nor index.json"_s);
}

Result<QList<LayoutImage>> importArchive(const QString &path, const OciLayout &layout, const QString &reference,
                                         const std::stop_token &stop, const ProgressSink &progress)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return Failure(ioError(path, errno != 0 ? errno : ENOENT));
    ArchiveImport import(layout);
    Progress state{coreTr("Reading the image"), path, 0, file.size(), Progress::Unit::Bytes};
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0)
            return Failure(ioError(path, EIO));
        if (got == 0)
            break;
        if (auto fed = import.feed(QByteArrayView(block).first(qsizetype(got))); !fed)
            return Failure(fed.error().within(path));
        state.done += got;
        report(progress, state);
    }
    auto images = import.finish(reference);
    if (!images)
        return Failure(images.error().within(path));
    return images;
}

} // namespace dosirak::image
