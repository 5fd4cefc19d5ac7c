// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/inflate.h"
#include "image/tar_stream.h"

#include <QList>
#include <QMap>

namespace dosirak::image {

/// One file of a layer, as far as sizes and overlays need it.
struct LayerFile {
    QByteArray path;        ///< bytes, without a leading "/"
    qint64 size = 0;        ///< bytes; 0 for what is no regular file
    bool folder = false;
};

/// What one layer brings and takes away. Whiteouts: OCI image specification, "Representing Changes".
struct LayerScan {
    QList<LayerFile> files;
    QList<QByteArray> removed;        ///< paths hidden by ".wh.NAME"
    QList<QByteArray> emptied;        ///< folders whose lower content is hidden by ".wh..wh..opq"
    QByteArray dpkgStatus;            ///< content of var/lib/dpkg/status; null: the layer does not have it
    QMap<QByteArray, QByteArray> dpkgStatusParts; ///< var/lib/dpkg/status.d/NAME (distroless images)
    QMap<QByteArray, QByteArray> distInfo; ///< path of …dist-info/METADATA → its first 64 KiB
    qint64 unpackedBytes = 0;         ///< of regular files
};

/// Reads a layer that arrives in pieces, packed or not, without writing anything.
class LayerScanner
{
public:
    LayerScanner();
    LayerScanner(const LayerScanner &) = delete;
    LayerScanner &operator=(const LayerScanner &) = delete;

    /// Errors: Invalid (not a layer), Unsupported (a package list over 64 MiB).
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);
    /// Errors: Integrity (cut).
    [[nodiscard]] Result<LayerScan> finish();

private:
    enum class Keep { Nothing, Status, StatusPart, Metadata };
    Result<void> onEntry(const TarEntry &entry);
    Result<void> onData(QByteArrayView bytes);
    void onEntryEnd();

    TarParser m_tar;
    Inflater m_inflater;
    LayerScan m_scan;
    Keep m_keep = Keep::Nothing;
    QByteArray m_path;
    QByteArray m_kept;
};

} // namespace dosirak::image
