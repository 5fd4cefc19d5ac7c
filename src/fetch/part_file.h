// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "fetch/drop_behind.h"

#include <QByteArray>
#include <QUrl>
#include <functional>
#include <stop_token>

namespace dosirak::fetch {

/// What the server said of the file whose beginning lies in a `.part`: enough to ask for the rest of the same file.
struct PartJournal {
    QString url;               ///< without user and password
    QByteArray etag;
    QByteArray lastModified;
    qint64 total = -1;

    /// The validator for If-Range (RFC 9110, 13.1.5): a strong ETag, else Last-Modified, else nothing.
    [[nodiscard]] QByteArray validator() const;
};

/// A file that grows under a name of its own until it is whole. Locked against other processes (flock).
class PartFile
{
public:
    PartFile() = default;
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// Opens `target.part`, makes it if it is not there, and waits for whoever else is at it.
    /// A new one gets @p mode: with 0444 it is read-only from the start for everybody but the one who fills it.
    /// Errors: Io, DiskFull, Cancelled.
    [[nodiscard]] Result<void> open(const QString &target, const std::stop_token &stop, unsigned mode = 0644);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] int descriptor() const { return m_fd; }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    [[nodiscard]] Result<void> startOver();
    /// Forgets what was written since the file was opened at @p size.
    [[nodiscard]] Result<void> cutTo(qint64 size);

    [[nodiscard]] PartJournal journal() const;
    [[nodiscard]] Result<void> setJournal(const PartJournal &journal);
    void removeJournal();

    /// Gives the file its name. It is closed afterwards.
    [[nodiscard]] Result<void> publish(const QString &target, bool flush);
    /// Removes file and journal.
    void discard();

    /// Removes the journal that a process left which died between publish() and taking it away.
    static void removeLeftJournal(const QString &target);

private:
    [[nodiscard]] Result<void> lock(const std::stop_token &stop);
    void close();

    QString m_path;
    int m_fd = -1;
    qint64 m_size = 0;
    DropBehind m_dropBehind;
    bool m_journalled = false; ///< there may be a journal
};

/// Makes @p fd (empty) the content of the file @p source: shared blocks, else a copy. Errors: NotFound, Io, DiskFull,
/// Cancelled. @p onBytes counts what was copied.
[[nodiscard]] Result<qint64> cloneOrCopy(const QString &source, int fd, const QString &targetName,
                                         const std::stop_token &stop, const std::function<void(qint64)> &onBytes = {});

} // namespace dosirak::fetch
