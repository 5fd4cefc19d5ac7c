// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "fetch/transfer.h"

#include <QSet>

namespace dosirak::fetch {

/// How a file of the store came to stand in a folder of the user's.
enum class LinkKind { AlreadyThere, Reflink, HardLink, Copy };

struct StoreInfo {
    QString folder;
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 unfinishedFiles = 0;  ///< downloads that broke off and can be taken up
    qint64 unfinishedBytes = 0;
    qint64 freeBytes = 0;        ///< on that disk, for this user
};

struct StoreFault {
    QByteArray sha256;  ///< what the file should be
    QString path;
    Error error;
};

struct StoreCheck {
    qint64 good = 0;
    qint64 bytes = 0;
    QList<StoreFault> faults; ///< damaged files are renamed to `….damaged`, so that nobody is given them
};

struct GcRequest {
    QSet<QByteArray> inUse;             ///< digests that some lock needs: never removed
    qint64 budget = 0;                  ///< bytes that may stay; what is in use counts but stays in any case
    std::chrono::seconds youngest{3600}; ///< what was added or used since is left alone: somebody may be about to link it
    bool dryRun = false;
};

struct GcOutcome {
    qint64 removedFiles = 0;
    qint64 removedBytes = 0;
    qint64 keptBytes = 0;
};

/// Files by their SHA-256, each once: `FOLDER/sha256/ab/abcdef…`, read-only. Unfinished downloads lie in
/// `FOLDER/incoming/`. A file appears under its digest only whole and checked (rename); any number of processes may
/// work on one store. Thread: any; everything here blocks on the disk.
class Store
{
public:
    explicit Store(QString folder);

    /// `dosirak/store` below XDG_CACHE_HOME or ~/.cache.
    [[nodiscard]] static QString defaultFolder(const QProcessEnvironment &environment);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString pathOf(const QByteArray &sha256) const;
    /// Whether it is here, and of that size where one is given. By a look at the directory, without reading it.
    [[nodiscard]] bool contains(const QByteArray &sha256, qint64 size = -1) const;

    /// Downloads into the store, unless it is here already (then `resumedAt` is its size). The request's target is not
    /// used. Errors: those of download(); Locked/Io when the store cannot be written.
    [[nodiscard]] Result<TransferOutcome> fetch(HttpClient &client, TransferRequest request,
                                                const std::stop_token &stop = {}, const TransferSink &progress = {});
    /// Takes a copy of a file of the user's (reflink where possible). The digest is checked when given.
    /// Errors: NotFound, Integrity, Io, DiskFull, Cancelled.
    [[nodiscard]] Result<TransferOutcome> add(const QString &path, const QByteArray &sha256 = {},
                                              const std::stop_token &stop = {}, const TransferSink &progress = {});

    /// Puts the file at @p path, replacing what is there as a whole: reflink, else hard link, else copy.
    /// Errors: NotFound (not in the store), Io, DiskFull, Cancelled.
    [[nodiscard]] Result<LinkKind> linkInto(const QByteArray &sha256, const QString &path,
                                            const std::stop_token &stop = {}) const;

    [[nodiscard]] Result<StoreInfo> info() const;
    /// Reads everything, on all cores.
    [[nodiscard]] Result<StoreCheck> verify(const std::stop_token &stop = {}, const ProgressSink &progress = {}) const;
    /// Removes the least recently used files that nobody needs until the rest fits the budget, and downloads that broke
    /// off more than 30 days ago. Errors: Io, Cancelled.
    [[nodiscard]] Result<GcOutcome> gc(const GcRequest &request, const std::stop_token &stop = {}) const;

    /// Makes everything that was published so far durable, in one go (syncfs).
    void flush() const;

private:
    [[nodiscard]] Result<void> publish(const QString &part, const QByteArray &sha256) const;
    [[nodiscard]] QString incoming(const TransferRequest &request) const;

    QString m_folder;
};

/// Bytes that this user may still write where @p path is or would be; -1: not known.
[[nodiscard]] qint64 freeSpaceAt(const QString &path);

/// DiskFull in words, for @p folder whose disk has @p free bytes of the @p needed ones.
[[nodiscard]] Error notEnoughSpace(qint64 needed, qint64 free, const QString &folder);

} // namespace dosirak::fetch
