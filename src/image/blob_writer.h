// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QFile>
#include <QString>

namespace dosirak::image {

/// Writes one blob into a layout's blobs/sha256 under a temporary name, hashing what passes, and gives it its name when it
/// is whole. Dropped before that, it leaves nothing. Thread: one at a time.
class BlobWriter
{
public:
    /// @p blobFolder exists. Nothing is written yet.
    explicit BlobWriter(const QString &blobFolder);
    ~BlobWriter();
    BlobWriter(const BlobWriter &) = delete;
    BlobWriter &operator=(const BlobWriter &) = delete;

    /// Errors: Io, DiskFull.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);

    /// Flushes to disk and renames. With @p expectedHex the hash must be that one. Gives the 64 digits; a blob that is
    /// there already is left as it is. Errors: Integrity, Io, DiskFull.
    [[nodiscard]] Result<QString> finish(const QString &expectedHex = {});

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QString temporaryPath() const { return m_file.fileName(); }

private:
    QString m_folder;
    QFile m_file;
    Sha256 m_hash;
    qint64 m_size = 0;
    bool m_finished = false;
};

} // namespace dosirak::image
