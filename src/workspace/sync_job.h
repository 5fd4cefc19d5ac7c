// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/queue.h"
#include "lock/lock_file.h"
#include "workspace/file_stamps.h"
#include "workspace/sync_board.h"
#include "workspace/sync_control.h"
#include "workspace/verbs.h"

#include <QSet>
#include <QThreadPool>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace dosirak::workspace {

/// Where a sync brings files, and by what.
struct SyncPlace {
    /// Where files go below the folder: as artifacts/<preset-name>/ has them, or all into the one folder.
    enum class Layout { ByKind, Flat };

    QString folder;
    Layout layout = Layout::ByKind;
    fetch::HttpClient &http;
    fetch::Store &store;
    QString stateFolder;        ///< of the user; keeps the order and pauses of what was broken off, and stamps; empty: nothing is kept
    bool readsFromStore = false; ///< hash what the store has before it is used
    bool keepPauses = false;    ///< files that were paused in an earlier run stay so
};

/// Brings every file of a lock to its place: what is there and right stays, what the store has is linked, the rest is
/// fetched into the store by a queue and linked as it comes. Files do not wait for each other's errors.
class SyncJob
{
public:
    SyncJob(const lock::LockFile &lock, SyncPlace place, const TransferSink &sink);
    ~SyncJob();

    /// May be used while run() works, and outlive the job.
    [[nodiscard]] std::shared_ptr<SyncControl> control() const { return m_control; }

    /// Blocks until all is done, failed, or waits for a person. Errors: Cancelled, Locked (another process syncs this
    /// folder), DiskFull (known before the first byte, or when the disk fills up), Io (a store that cannot be written).
    [[nodiscard]] Result<void> run(const std::stop_token &stop);
    [[nodiscard]] SyncReport report() const;
    /// Base images are brought by others, after run(); their rows stand among the job's, so that one total holds all.
    void showImages(const QList<TransferRow> &rows);

private:
    enum class Found { Here, Wrong, InStore, Missing, ByHand };

    [[nodiscard]] Result<void> lockFolder();
    [[nodiscard]] Result<void> survey(const std::stop_token &stop);
    [[nodiscard]] Found lookFor(const lock::Artifact &artifact, bool &wrongIsThere, const std::stop_token &stop);
    [[nodiscard]] bool isThere(const lock::Artifact &artifact, const std::stop_token &stop);
    [[nodiscard]] bool isGoodInStore(const lock::Artifact &artifact, const std::stop_token &stop);
    [[nodiscard]] Result<void> checkPlace(const QList<fetch::QueueItem> &items) const;
    [[nodiscard]] Result<void> work(const QList<fetch::QueueItem> &items, const std::stop_token &stop);
    void onBatch(const fetch::QueueBatch &batch);
    void onStatus(const fetch::ItemStatus &status);
    void linkLater(const QString &id, const QByteArray &sha256, bool wasInStore);
    void settle(const QString &id);
    void stopFor(const Error &error);
    [[nodiscard]] QString placeOf(const lock::Artifact &artifact) const;
    [[nodiscard]] QString statePath(const QString &kind) const;
    [[nodiscard]] QList<fetch::QueueItem> itemsToFetch() const;

    SyncPlace m_place;
    std::vector<lock::Artifact> m_artifacts; ///< the largest first
    QHash<QString, const lock::Artifact *> m_byId;
    std::vector<Found> m_found;          ///< by the index in m_artifacts
    SyncBoard m_board;
    FileStamps m_stamps;
    std::shared_ptr<QueueControl> m_control = std::make_shared<QueueControl>();
    QThreadPool m_linkers;
    std::stop_source m_stopLinkers;
    int m_lockFd = -1;

    mutable std::mutex m_mutex;          ///< guards what follows
    std::condition_variable_any m_settled;
    QSet<QString> m_open;                ///< neither done nor failed
    QSet<QString> m_linked;              ///< or being linked
    std::optional<Error> m_fatal;        ///< ends it all
    SyncReport m_report;
};

} // namespace dosirak::workspace
