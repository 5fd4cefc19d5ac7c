// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/blob_writer.h"
#include "image/inflate.h"
#include "image/oci_layout.h"
#include "image/tar_stream.h"

#include <QMap>
#include <memory>

namespace dosirak::image {

/// Whether a file of an image archive is a small text (manifest, configuration) rather than a layer, told by its first 512
/// bytes (or all of them).
[[nodiscard]] bool isArchiveText(const QByteArray &head, qint64 size);

/// The path inside the archive that a link of it stands for (engine 20.10 links layers that images share).
[[nodiscard]] QByteArray linkTargetInArchive(const TarEntry &entry);

/// Takes an image archive as it arrives — what `docker save` writes, in each of its forms (manifest.json with layer.tar
/// files; an OCI layout with manifest.json), or an OCI layout as a tar; plain, gzip or zstd — straight into a layout:
/// each layer is written once and hashed meanwhile. Layers keep their packing, the configuration its bytes, and so the
/// image its ID. Blobs already written when an error comes up stay until OciLayout::prune().
class ArchiveImport
{
public:
    explicit ArchiveImport(const OciLayout &layout);
    ~ArchiveImport();

    /// Errors: Invalid (not an image archive), Io, DiskFull.
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);

    /// All was fed. Names the image @p reference; an archive of several images must hold that name (@p reference empty:
    /// takes all of them under their own names). Errors: Invalid, NotFound, Integrity (cut, or a layer that does not match
    /// the configuration's diff_ids), Io.
    [[nodiscard]] Result<QList<LayoutImage>> finish(const QString &reference);

private:
    Result<void> onEntry(const TarEntry &entry);
    Result<void> onData(QByteArrayView bytes);
    Result<void> onEntryEnd();
    Result<LayoutImage> addDockerImage(const Json &entry, const QString &reference);
    Result<QList<LayoutImage>> finishDocker(const QString &reference);
    Result<QList<LayoutImage>> finishOci(const QString &reference);
    Result<Descriptor> layerAt(const QString &path) const;

    OciLayout m_layout;
    Inflater m_inflater;
    TarParser m_tar;
    TarEntry m_entry;
    QByteArray m_head;                       ///< the first bytes of an entry, until its kind is known
    std::unique_ptr<BlobWriter> m_writer;    ///< of a layer
    bool m_inMemory = false;
    QMap<QByteArray, QByteArray> m_texts;    ///< path → small files
    QMap<QByteArray, Descriptor> m_layers;   ///< path → blob
    QMap<QByteArray, QByteArray> m_links;    ///< path → path
};

/// The same from a file. Progress is in bytes of the file. Errors: as above, NotFound, Cancelled.
[[nodiscard]] Result<QList<LayoutImage>> importArchive(const QString &path, const OciLayout &layout, const QString &reference,
                                                       const std::stop_token &stop = {}, const ProgressSink &progress = {});

} // namespace dosirak::image
