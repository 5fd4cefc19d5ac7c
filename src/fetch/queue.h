// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "fetch/store.h"

#include <functional>
#include <memory>
#include <optional>

namespace dosirak::fetch {

/// What a file is to its preset; the desktop groups by it.
enum class ItemKind { Wheel, Deb, Source, Image, Other };

/// One file to be had into the store. A plain value.
struct QueueItem {
    QString id;           ///< unique in the queue; the caller's (e.g. "wheels/torch-2.1.2…whl")
    QList<QUrl> urls;     ///< in order of preference
    QByteArray sha256;    ///< empty: not known
    qint64 size = -1;     ///< bytes; -1: not known
    ItemKind kind = ItemKind::Other;
    QString name;         ///< for people
    int priority = 0;     ///< higher comes first; equal ones in the order they were added
    QString reason;       ///< why it is needed, for people
    HttpHeaders headers;  ///< not kept across restarts: they may hold secrets
};

enum class ItemState { Waiting, Running, Paused, Done, Failed };

struct ItemStatus {
    QString id;
    ItemState state = ItemState::Waiting;
    qint64 done = 0;             ///< bytes that are here
    qint64 total = -1;           ///< bytes; -1: not known
    double speed = 0;            ///< bytes/s, smoothed
    bool fromStore = false;      ///< was there already
    QByteArray sha256;           ///< once done
    std::optional<Error> error;  ///< of Failed
};

struct QueueTotals {
    int items = 0;
    int waiting = 0;
    int running = 0;
    int paused = 0;
    int finished = 0;
    int failed = 0;
    qint64 done = 0;   ///< bytes
    qint64 total = 0;  ///< bytes, as far as sizes are known
    double speed = 0;  ///< bytes/s, smoothed over some seconds
    std::optional<std::chrono::seconds> left; ///< nothing while it cannot be told
};

/// What changed since the last batch.
struct QueueBatch {
    QList<ItemStatus> changed;
    QStringList removed;
    QueueTotals totals;
    bool idle = false; ///< nothing runs and nothing waits
};

/// Called on a thread of the queue, at most ten times a second. Must be quick and must not call the queue's blocking
/// functions (a model posts it to its own thread).
using QueueListener = std::function<void(const QueueBatch &)>;

struct QueueOptions {
    int most = 16;                     ///< files at a time; begins with half and adapts to what the servers take
    QString stateFile;                 ///< where the queue is kept across restarts; empty: it is not
    qint64 reserve = 256LL << 20;      ///< bytes of the disk that stay free
    std::function<qint64()> freeSpace; ///< of the store's disk; for tests; empty: ask the disk
    bool flushAtEnd = true;            ///< makes all files durable when the queue runs empty
};

/// Downloads many files into a store, the most important first; one that fails does not stop the others.
/// A full disk does: the queue pauses, and goes on when it is told to. Thread: all functions from any thread, none
/// blocks but waitUntilIdle() and the destructor.
class DownloadQueue
{
public:
    /// Takes up what the state file holds (paused, if it was). @p client and @p store must outlive it.
    DownloadQueue(HttpClient &client, Store &store, QueueOptions options = {}, QueueListener listener = {});
    /// Stops what runs; unfinished files are taken up by the next queue.
    ~DownloadQueue();
    DownloadQueue(const DownloadQueue &) = delete;
    DownloadQueue &operator=(const DownloadQueue &) = delete;

    /// Items whose id is there already are replaced unless they run or are done.
    void add(const QList<QueueItem> &items);
    void remove(const QStringList &ids);
    void pause(const QStringList &ids);
    void resume(const QStringList &ids);
    void pauseAll();
    void resumeAll();
    void retry(const QStringList &ids);   ///< failed ones
    void retryFailed();
    void setPriority(const QStringList &ids, int priority);
    void moveToFront(const QStringList &ids);
    void clearFinished();

    [[nodiscard]] QList<QueueItem> items() const;      ///< in the order they will run
    [[nodiscard]] QList<ItemStatus> statuses() const;  ///< in the same order
    [[nodiscard]] QueueTotals totals() const;
    [[nodiscard]] bool isPaused() const;

    /// Until nothing runs and nothing waits, or the stop comes (which does not stop the queue). False: stopped.
    bool waitUntilIdle(const std::stop_token &stop = {}) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

struct QueueSummary {
    QList<ItemStatus> items; ///< as they were given
    int fetched = 0;
    int fromStore = 0;
    int failed = 0;
    qint64 bytes = 0;        ///< over the network or from files, without what was there
};

/// Runs a queue to its end, for the console and for jobs. Succeeds when it ended, with the failures in the summary;
/// `sync` makes Incomplete of them. Progress is in bytes.
/// Errors: DiskFull (the sizes do not fit, told before a byte is loaded; or it filled up), Cancelled.
[[nodiscard]] Result<QueueSummary> runQueue(HttpClient &client, Store &store, const QList<QueueItem> &items,
                                            const QueueOptions &options = {}, const std::stop_token &stop = {},
                                            const ProgressSink &progress = {}, const QueueListener &listener = {});

} // namespace dosirak::fetch
