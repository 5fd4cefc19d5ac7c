// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/queue.h"

#include "base/tr.h"
#include "fetch/queue_state.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto batchPause = 100ms;
constexpr auto savePause = 2s;

/// An average that forgets: two thirds of what it says are the last two seconds.
void smooth(double &speed, double now, double seconds)
{
    const double weight = std::min(1.0, seconds / 2.0);
    speed += (now - speed) * weight;
    if (speed < 1.0)
        speed = 0;
}

} // namespace

class DownloadQueue::Private
{
public:
    struct Entry {
        QueueItem item;
        ItemStatus status;
        qint64 order = 0;
        qint64 seen = -1;     ///< bytes at the last tick; -1: the first report has not come
        std::stop_source stop;
        bool pausing = false;
        bool removing = false;
        bool dirty = true;
    };
    using EntryPtr = std::shared_ptr<Entry>;
    using Key = std::pair<int, qint64>; ///< (-priority, order): the order they run in

    Private(HttpClient &client, Store &store, QueueOptions options, QueueListener listener)
        : client(client), store(store), options(std::move(options)), listener(std::move(listener)),
          limit(std::max(1, this->options.most / 2)) {}

    [[nodiscard]] static Key keyOf(const Entry &entry) { return {-entry.item.priority, entry.order}; }
    [[nodiscard]] bool mayStart() const { return !paused && !waiting.empty() && running < limit; }
    [[nodiscard]] bool isIdle() const { return running == 0 && (waiting.empty() || paused); }

    void load();
    void save(std::unique_lock<std::mutex> &lock);
    void setState(const EntryPtr &entry, ItemState state);
    void drop(const EntryPtr &entry);
    void changed();
    void work();
    void run(const EntryPtr &entry, std::unique_lock<std::mutex> &lock);
    void ended(const EntryPtr &entry, const Result<TransferOutcome> &outcome);
    void tell();
    [[nodiscard]] QueueBatch takeBatch(double seconds);
    [[nodiscard]] QueueTotals count() const;
    [[nodiscard]] qint64 freeSpace() const;
    [[nodiscard]] std::optional<Error> lacksSpace(const QueueItem &item) const;
    void pauseEntry(const EntryPtr &entry);
    template<class Function>
    void forEach(const QStringList &ids, Function &&function);

    HttpClient &client;
    Store &store;
    QueueOptions options;
    QueueListener listener;

    mutable std::mutex mutex;
    mutable std::condition_variable_any wake;  ///< for those who wait until it is idle, and for tell()
    std::condition_variable_any mayWork;    ///< for idle workers
    QHash<QString, EntryPtr> byId;
    std::map<Key, EntryPtr> all;
    std::map<Key, EntryPtr> waiting;
    QStringList removed;
    qint64 nextOrder = 0;
    qint64 firstOrder = 0;
    int running = 0;
    int limit = 1;
    bool paused = false;
    bool quit = false;
    bool news = false;      ///< the listener has not heard of the last change
    bool unsaved = false;
    bool unflushed = false;
    double speed = 0;
    std::vector<std::thread> threads;
};

// ── what the functions of the door have in common ──────────────────────────────────────────────────────────────────

/// With the lock held: a change of structure that the listener and the state file should see.
void DownloadQueue::Private::changed()
{
    news = true;
    unsaved = true;
    if (isIdle())
        wake.notify_all();
    if (mayStart())
        mayWork.notify_one(); // one wakes the next: sixteen at once would only stand in each other's way
}

void DownloadQueue::Private::setState(const EntryPtr &entry, ItemState state)
{
    waiting.erase(keyOf(*entry));
    entry->status.state = state;
    entry->status.speed = 0;
    entry->dirty = true;
    if (state == ItemState::Waiting) {
        entry->status.error.reset();
        entry->pausing = false;
        waiting.emplace(keyOf(*entry), entry);
    }
    changed();
}

void DownloadQueue::Private::drop(const EntryPtr &entry)
{
    waiting.erase(keyOf(*entry));
    all.erase(keyOf(*entry));
    byId.remove(entry->item.id);
    removed += entry->item.id;
    changed();
}

template<class Function>
void DownloadQueue::Private::forEach(const QStringList &ids, Function &&function)
{
    const std::lock_guard lock(mutex);
    for (const QString &id : ids)
        if (const EntryPtr entry = byId.value(id))
            function(entry);
}

void DownloadQueue::Private::pauseEntry(const EntryPtr &entry)
{
    if (entry->status.state == ItemState::Waiting)
        return setState(entry, ItemState::Paused);
    if (entry->status.state == ItemState::Running) {
        entry->pausing = true;
        entry->stop.request_stop();
    }
}

void DownloadQueue::Private::load()
{
    if (options.stateFile.isEmpty())
        return;
    const auto state = readQueueState(options.stateFile);
    if (!state) { // set aside, so that it can be looked at, and so that the next save does not overwrite it
        QFile::rename(options.stateFile, options.stateFile + u".unreadable"_s);
        return;
    }
    paused = state->paused;
    for (const QueueState::Kept &kept : state->items) {
        auto entry = std::make_shared<Entry>();
        entry->item = kept.item;
        entry->status.id = kept.item.id;
        entry->status.total = kept.item.size;
        entry->order = nextOrder++;
        all.emplace(keyOf(*entry), entry);
        byId.insert(kept.item.id, entry);
        setState(entry, kept.state);
        if (kept.state == ItemState::Failed)
            entry->status.error = Error{ErrorCode::Incomplete, coreTr("It failed before the restart."),
                                        coreTr("Retry it to see why."), {}, {}, {}};
    }
}

/// Writes what is left to do. The lock is given up meanwhile.
void DownloadQueue::Private::save(std::unique_lock<std::mutex> &lock)
{
    if (options.stateFile.isEmpty() || !unsaved)
        return;
    unsaved = false;
    QueueState state;
    state.paused = paused;
    for (const auto &[key, entry] : all) {
        const ItemState now = entry->status.state;
        if (now != ItemState::Done)
            state.items += {entry->item, now == ItemState::Running ? ItemState::Waiting : now};
    }
    lock.unlock();
    (void)writeQueueState(options.stateFile, state); // a full disk is told by the downloads themselves
    lock.lock();
}

// ── the workers ────────────────────────────────────────────────────────────────────────────────────────────────────

void DownloadQueue::Private::work()
{
    std::unique_lock lock(mutex);
    for (;;) {
        mayWork.wait(lock, [this] { return quit || mayStart(); });
        if (quit)
            return;
        const EntryPtr entry = waiting.begin()->second;
        ++running;
        setState(entry, ItemState::Running);
        entry->stop = std::stop_source();
        entry->seen = -1;
        run(entry, lock);
        --running;
        if (isIdle())
            wake.notify_all();
    }
}

void DownloadQueue::Private::run(const EntryPtr &entry, std::unique_lock<std::mutex> &lock)
{
    const std::stop_token stop = entry->stop.get_token();
    TransferRequest request;
    request.urls = entry->item.urls;
    request.sha256 = entry->item.sha256;
    request.size = entry->item.size;
    request.headers = entry->item.headers;
    const QueueItem item = entry->item;
    lock.unlock();
    std::optional<Error> noSpace = lacksSpace(item);
    if (noSpace && store.contains(item.sha256, item.size))
        noSpace.reset();
    const Result<TransferOutcome> outcome = noSpace
        ? Result<TransferOutcome>(Failure(*noSpace))
        : store.fetch(client, request, stop, [this, entry](qint64 done, qint64 total) {
              const std::lock_guard inner(mutex);
              entry->status.done = done;
              entry->status.total = total;
              if (entry->seen < 0)
                  entry->seen = done; // what an earlier run had left is not speed
              entry->dirty = true;
              news = true;
          });
    lock.lock();
    ended(entry, outcome);
}

void DownloadQueue::Private::ended(const EntryPtr &entry, const Result<TransferOutcome> &outcome)
{
    if (outcome) {
        entry->status.done = entry->status.total = outcome->size;
        entry->status.sha256 = outcome->sha256;
        entry->status.fromStore = outcome->source.isEmpty();
        unflushed |= !entry->status.fromStore;
        limit = std::min(options.most, limit + 1);
        setState(entry, ItemState::Done);
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        // Paused, or stopped because the queue ends: then it waits for the next one.
        setState(entry, entry->pausing ? ItemState::Paused : ItemState::Waiting);
    } else {
        if (outcome.error().code == ErrorCode::Network)
            limit = std::max(1, limit / 2); // perhaps we ask for too much at a time
        if (outcome.error().code == ErrorCode::DiskFull)
            paused = true; // nothing else would fit either
        setState(entry, ItemState::Failed);
        entry->status.error = outcome.error();
    }
    if (entry->removing)
        drop(entry);
}

qint64 DownloadQueue::Private::freeSpace() const
{
    return options.freeSpace ? options.freeSpace() : freeSpaceAt(store.folder());
}

std::optional<Error> DownloadQueue::Private::lacksSpace(const QueueItem &item) const
{
    const qint64 free = freeSpace();
    if (free < 0 || std::max<qint64>(0, item.size) + options.reserve <= free)
        return std::nullopt;
    return notEnoughSpace(std::max<qint64>(0, item.size) + options.reserve, free, store.folder());
}

// ── what the listener hears ────────────────────────────────────────────────────────────────────────────────────────

QueueTotals DownloadQueue::Private::count() const
{
    QueueTotals totals;
    totals.speed = speed;
    bool sizesKnown = true;
    for (const auto &[key, entry] : all) {
        const ItemStatus &status = entry->status;
        ++totals.items;
        totals.waiting += status.state == ItemState::Waiting;
        totals.running += status.state == ItemState::Running;
        totals.paused += status.state == ItemState::Paused;
        totals.finished += status.state == ItemState::Done;
        totals.failed += status.state == ItemState::Failed;
        const qint64 size = std::max(status.total, entry->item.size);
        sizesKnown = sizesKnown && size >= 0;
        totals.done += status.done;
        totals.total += std::max<qint64>(size, status.done);
    }
    if (speed > 0 && sizesKnown && totals.running > 0)
        totals.left = std::chrono::seconds(qint64(double(totals.total - totals.done) / speed));
    return totals;
}

QueueBatch DownloadQueue::Private::takeBatch(double seconds)
{
    QueueBatch batch;
    double now = 0;
    for (const auto &[key, entry] : all) {
        if (entry->status.state == ItemState::Running && entry->seen >= 0) {
            const double itemNow = double(entry->status.done - entry->seen) / seconds;
            entry->seen = entry->status.done;
            smooth(entry->status.speed, std::max(0.0, itemNow), seconds);
            now += std::max(0.0, itemNow);
        }
        if (entry->dirty)
            batch.changed += entry->status;
        entry->dirty = false;
    }
    smooth(speed, now, seconds);
    batch.removed = std::exchange(removed, {});
    batch.totals = count();
    batch.idle = isIdle();
    news = false;
    return batch;
}

/// The thread that tells the listener and keeps the state file.
void DownloadQueue::Private::tell()
{
    QElapsedTimer sinceBatch;
    QElapsedTimer sinceSave;
    sinceBatch.start();
    sinceSave.start();
    std::unique_lock lock(mutex);
    while (!quit) {
        // An end is told at once, all else at most ten times a second.
        wake.wait_for(lock, batchPause, [this] { return quit || (news && isIdle()); });
        if (news || running > 0) {
            const QueueBatch batch = takeBatch(std::max(0.001, double(sinceBatch.restart()) / 1000.0));
            const bool flush = batch.idle && options.flushAtEnd && std::exchange(unflushed, false);
            lock.unlock();
            if (flush)
                store.flush();
            if (listener)
                listener(batch);
            lock.lock();
        }
        if (isIdle() || std::chrono::milliseconds(sinceSave.elapsed()) > savePause) {
            save(lock);
            sinceSave.restart();
        }
        if (isIdle() && !news)
            wake.notify_all(); // for those who wait until all has been told
    }
}

// ── the door ───────────────────────────────────────────────────────────────────────────────────────────────────────

DownloadQueue::DownloadQueue(HttpClient &client, Store &store, QueueOptions options, QueueListener listener)
    : d(std::make_unique<Private>(client, store, std::move(options), std::move(listener)))
{
    {
        const std::lock_guard lock(d->mutex);
        d->load();
    }
    d->threads.emplace_back([this] { d->tell(); });
    for (int i = 0; i < d->options.most; ++i)
        d->threads.emplace_back([this] { d->work(); });
}

DownloadQueue::~DownloadQueue()
{
    {
        const std::lock_guard lock(d->mutex);
        d->quit = true;
        for (const auto &[key, entry] : d->all)
            entry->stop.request_stop();
        d->wake.notify_all();
        d->mayWork.notify_all();
    }
    for (std::thread &thread : d->threads)
        thread.join();
    std::unique_lock lock(d->mutex);
    d->save(lock);
}

void DownloadQueue::add(const QList<QueueItem> &items)
{
    const std::lock_guard lock(d->mutex);
    for (const QueueItem &item : items) {
        if (const Private::EntryPtr old = d->byId.value(item.id)) {
            if (old->status.state == ItemState::Running || old->status.state == ItemState::Done)
                continue;
            d->drop(old);
            d->removed.removeOne(item.id);
        }
        auto entry = std::make_shared<Private::Entry>();
        entry->item = item;
        entry->status.id = item.id;
        entry->status.total = item.size;
        entry->order = d->nextOrder++;
        d->all.emplace(Private::keyOf(*entry), entry);
        d->byId.insert(item.id, entry);
        d->setState(entry, ItemState::Waiting);
    }
}

void DownloadQueue::remove(const QStringList &ids)
{
    d->forEach(ids, [this](const Private::EntryPtr &entry) {
        if (entry->status.state != ItemState::Running)
            return d->drop(entry);
        entry->removing = true;
        entry->stop.request_stop();
    });
}

void DownloadQueue::pause(const QStringList &ids)
{
    d->forEach(ids, [this](const Private::EntryPtr &entry) { d->pauseEntry(entry); });
}

void DownloadQueue::resume(const QStringList &ids)
{
    d->forEach(ids, [this](const Private::EntryPtr &entry) {
        entry->pausing = false; // of one that has not stopped yet
        if (entry->status.state == ItemState::Paused)
            d->setState(entry, ItemState::Waiting);
    });
}

void DownloadQueue::pauseAll()
{
    const std::lock_guard lock(d->mutex);
    d->paused = true;
    for (const auto &[key, entry] : d->all)
        if (entry->status.state == ItemState::Running)
            entry->stop.request_stop(); // goes back to waiting: the queue as a whole is what is paused
    d->changed();
}

void DownloadQueue::resumeAll()
{
    const std::lock_guard lock(d->mutex);
    d->paused = false;
    const auto entries = d->all;
    for (const auto &[key, entry] : entries)
        if (entry->status.state == ItemState::Paused)
            d->setState(entry, ItemState::Waiting);
    d->changed();
}

void DownloadQueue::retry(const QStringList &ids)
{
    d->forEach(ids, [this](const Private::EntryPtr &entry) {
        if (entry->status.state == ItemState::Failed)
            d->setState(entry, ItemState::Waiting);
    });
}

void DownloadQueue::retryFailed()
{
    const std::lock_guard lock(d->mutex);
    d->paused = false; // a full disk had paused it
    for (const auto &[key, entry] : d->all)
        if (entry->status.state == ItemState::Failed)
            d->setState(entry, ItemState::Waiting);
    d->changed();
}

void DownloadQueue::setPriority(const QStringList &ids, int priority)
{
    d->forEach(ids, [this, priority](const Private::EntryPtr &entry) {
        const bool waits = d->waiting.erase(Private::keyOf(*entry)) > 0;
        d->all.erase(Private::keyOf(*entry));
        entry->item.priority = priority;
        d->all.emplace(Private::keyOf(*entry), entry);
        if (waits)
            d->waiting.emplace(Private::keyOf(*entry), entry);
        entry->dirty = true;
        d->changed();
    });
}

void DownloadQueue::moveToFront(const QStringList &ids)
{
    QStringList backwards = ids; // the first of them is to be the very first
    std::reverse(backwards.begin(), backwards.end());
    d->forEach(backwards, [this](const Private::EntryPtr &entry) {
        const int highest = d->all.empty() ? 0 : -d->all.begin()->first.first;
        const bool waits = d->waiting.erase(Private::keyOf(*entry)) > 0;
        d->all.erase(Private::keyOf(*entry));
        entry->item.priority = std::max(entry->item.priority, highest);
        entry->order = --d->firstOrder;
        d->all.emplace(Private::keyOf(*entry), entry);
        if (waits)
            d->waiting.emplace(Private::keyOf(*entry), entry);
        entry->dirty = true;
        d->changed();
    });
}

void DownloadQueue::clearFinished()
{
    const std::lock_guard lock(d->mutex);
    const auto entries = d->all;
    for (const auto &[key, entry] : entries)
        if (entry->status.state == ItemState::Done)
            d->drop(entry);
}

QList<QueueItem> DownloadQueue::items() const
{
    const std::lock_guard lock(d->mutex);
    QList<QueueItem> items;
    for (const auto &[key, entry] : d->all)
        items += entry->item;
    return items;
}

QList<ItemStatus> DownloadQueue::statuses() const
{
    const std::lock_guard lock(d->mutex);
    QList<ItemStatus> statuses;
    for (const auto &[key, entry] : d->all)
        statuses += entry->status;
    return statuses;
}

QueueTotals DownloadQueue::totals() const
{
    const std::lock_guard lock(d->mutex);
    return d->count();
}

bool DownloadQueue::isPaused() const
{
    const std::lock_guard lock(d->mutex);
    return d->paused;
}

bool DownloadQueue::waitUntilIdle(const std::stop_token &stop) const
{
    std::unique_lock lock(d->mutex);
    return d->wake.wait(lock, stop, [this] { return d->isIdle() && !d->news; });
}

} // namespace dosirak::fetch
