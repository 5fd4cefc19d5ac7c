// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/oci_layout.h"

#include <QFile>

namespace dosirak::image {

/// One image of a layout as a tar that every engine can load, made piece by piece while it is read: never a second copy
/// on disk. It is an OCI layout with Docker's manifest.json beside it, because engines before the containerd image store
/// read that alone (measured with 20.10: a pure OCI archive ends in "blobs/json: no such file or directory").
class LoadStream
{
public:
    /// @p tag: the name the engine gives it; a name that exists there moves. Errors: NotFound, Integrity, Io.
    [[nodiscard]] static Result<LoadStream> open(const OciLayout &layout, const LayoutImage &image, const QString &tag);

    [[nodiscard]] qint64 totalBytes() const { return m_total; }
    [[nodiscard]] qint64 doneBytes() const { return m_done; }

    /// The next piece, at most 1 MiB; empty at the end. Errors: Io, Integrity (a blob has another length than it should).
    [[nodiscard]] Result<QByteArray> next();

private:
    struct Part {
        QByteArray name;
        QByteArray bytes;   ///< of a small file
        QString path;       ///< of a blob, when bytes is empty
        qint64 size = 0;
    };
    Result<QByteArray> piece();

    QList<Part> m_parts;
    std::unique_ptr<QFile> m_file;
    qint64 m_left = 0;
    qsizetype m_at = 0;
    bool m_ended = false;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

} // namespace dosirak::image
