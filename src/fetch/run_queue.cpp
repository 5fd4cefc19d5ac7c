// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/queue.h"

#include "base/tr.h"

#include <QHash>

namespace dosirak::fetch {

namespace {

/// Nothing is begun that cannot end: the sizes are known before the first byte.
Result<void> checkSpace(const Store &store, const QList<QueueItem> &items, const QueueOptions &options)
{
    qint64 needed = 0;
    for (const QueueItem &item : items)
        if (item.size > 0 && !store.contains(item.sha256, item.size))
            needed += item.size;
    const qint64 free = options.freeSpace ? options.freeSpace() : freeSpaceAt(store.folder());
    if (needed == 0 || free < 0 || needed + options.reserve <= free)
        return {};
    return Failure(notEnoughSpace(needed + options.reserve, free, store.folder()));
}

QueueSummary summaryOf(const DownloadQueue &queue, const QList<QueueItem> &items)
{
    QHash<QString, ItemStatus> byId;
    for (const ItemStatus &status : queue.statuses())
        byId.insert(status.id, status);
    QueueSummary summary;
    for (const QueueItem &item : items) {
        const ItemStatus &status = summary.items.emplaceBack(byId.value(item.id));
        const bool done = status.state == ItemState::Done;
        summary.fetched += done && !status.fromStore;
        summary.fromStore += done && status.fromStore;
        summary.failed += !done;
        if (done && !status.fromStore)
            summary.bytes += status.done;
    }
    return summary;
}

} // namespace

Result<QueueSummary> runQueue(HttpClient &client, Store &store, const QList<QueueItem> &items,
                              const QueueOptions &options, const std::stop_token &stop, const ProgressSink &progress,
                              const QueueListener &listener)
{
    DOSIRAK_CHECK(checkSpace(store, items, options));
    const auto listen = [&](const QueueBatch &batch) {
        report(progress, {coreTr("Downloading"), {}, batch.totals.done, batch.totals.total, Progress::Unit::Bytes});
        if (listener)
            listener(batch);
    };
    QueueOptions own = options;
    own.stateFile.clear(); // a run of its own: what another queue has paused is not its business
    DownloadQueue queue(client, store, own, listen);
    queue.add(items);
    if (!queue.waitUntilIdle(stop))
        return cancelled();
    const QueueSummary summary = summaryOf(queue, items);
    if (queue.isPaused()) // only a full disk pauses this one
        for (const ItemStatus &status : summary.items)
            if (status.error && status.error->code == ErrorCode::DiskFull)
                return Failure(*status.error);
    return summary;
}

} // namespace dosirak::fetch
