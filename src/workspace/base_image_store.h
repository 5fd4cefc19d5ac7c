// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "workspace/workspace.h"

#include <QStringList>
#include <stop_token>

namespace dosirak::workspace {

class Services;

/// What people do with the shared layout of base images, beside what lock and sync do by themselves.

/// One base image of the shared layout.
struct StoredImage {
    QString reference;
    QString digest;
    qint64 size = 0;            ///< bytes of its blobs; images may share some
    QStringList presetNames;    ///< of this workspace, that name it
};

/// Sorted by reference. No layout yet is an empty list. Errors: Invalid, Io.
[[nodiscard]] Result<QList<StoredImage>> storedImages(const Workspace &workspace, Services &services);

/// Brings an image from where a person has it. @p from is a file (`docker save`, an OCI layout as a tar; plain, gzip or
/// zstd) or a folder (an OCI layout); empty: the engine that is here, by the name @p reference. The image is named
/// @p reference; empty: by its own name. Errors: Usage, NotFound, Invalid, Integrity, MissingTool, ToolFailed, Io,
/// DiskFull, Cancelled.
[[nodiscard]] Result<QList<StoredImage>> importImage(const QString &from, const QString &reference, Services &services,
                                                     const std::stop_token &stop, const ProgressSink &progress);

/// Forgets an image, and frees what no other image needs. Artifacts keep their own links. Gives the bytes freed in the
/// layout. Errors: NotFound, Io, Cancelled.
[[nodiscard]] Result<qint64> removeImage(const QString &reference, Services &services, const std::stop_token &stop);

} // namespace dosirak::workspace
