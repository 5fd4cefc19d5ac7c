// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"
#include "workspace/sync_board.h"
#include "workspace/verbs.h"

#include <QWaitCondition>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::workspace {

/// Brings every file of a lock to its place: what is there and right stays, what the store has is linked, the rest is
/// fetched into the store. Files do not wait for each other's errors.
class SyncJob
{
public:
    /// Where files go below the folder: as artifacts/<preset-name>/ has them, or all into the one folder.
    enum class Placing { ByKind, Flat };

    SyncJob(const lock::LockFile &lock, QString folder, QString storeFolder, fetch::HttpClient &http, const TransferSink &sink,
            Placing placing = Placing::ByKind);
    ~SyncJob();

    /// May be used while run() works, and outlive the job.
    [[nodiscard]] std::shared_ptr<SyncControl> control() const;

    /// Blocks until all is done or failed. Errors: Cancelled, DiskFull (known before the first byte).
    [[nodiscard]] Result<void> run(const std::stop_token &stop);
    [[nodiscard]] SyncReport report() const;

private:
    class Queue;
    void bring(const lock::Artifact &artifact, const std::stop_token &stop);
    [[nodiscard]] bool isThere(const lock::Artifact &artifact, const std::stop_token &stop);
    [[nodiscard]] QString placeOf(const lock::Artifact &artifact) const;
    [[nodiscard]] QString storePath(const lock::Artifact &artifact) const;
    [[nodiscard]] Result<void> linkFromStore(const lock::Artifact &artifact) const;
    [[nodiscard]] Result<void> checkSpace() const;

    QList<lock::Artifact> m_artifacts;
    QString m_folder;
    QString m_store;
    Placing m_placing;
    fetch::HttpClient &m_http;
    SyncBoard m_board;
    std::shared_ptr<Queue> m_queue;
    mutable QMutex m_mutex;
    SyncReport m_report;
};

} // namespace dosirak::workspace
