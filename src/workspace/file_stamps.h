// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>

namespace dosirak::workspace {

/// Which files of a folder were found right, and what the disk said of them then (size, times to the nanosecond, inode):
/// a file that still looks the same need not be read again. Reflinks and copies need this; a hard link into the store is
/// known by its inode. A stamp is only ever a reason to read less: losing them costs time. Thread: any.
class FileStamps
{
public:
    /// Reads what is at @p path; a missing or malformed file is an empty one. An empty path keeps nothing.
    explicit FileStamps(QString path);

    [[nodiscard]] bool isUnchanged(const QString &file, const QString &id, const QByteArray &sha256) const;
    /// @p file was found to have that digest, or was just made so.
    void note(const QString &file, const QString &id, const QByteArray &sha256);
    /// Writes them, if any is new. Failing to is not an error.
    void save();

private:
    struct Stamp {
        qint64 size = 0, modified = 0, changed = 0, inode = 0; ///< bytes; ns since the epoch
        QByteArray sha256;
        bool operator==(const Stamp &) const = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &file, const QByteArray &sha256);

    QString m_path;
    mutable QMutex m_mutex;
    QHash<QString, Stamp> m_stamps;
    bool m_isNew = false;
};

} // namespace dosirak::workspace
