// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sync_job.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "fetch/queue_state.h"
#include "workspace/artifact_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentMap>
#include <algorithm>
#include <fcntl.h>
#include <numeric>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using State = TransferRow::State;
using fetch::ItemState;

namespace {

constexpr qint64 reserve = 64LL << 20; ///< bytes of a disk that stay free
constexpr int linkers = 2;

fetch::ItemKind itemKind(lock::ArtifactKind kind)
{
    switch (kind) {
    case lock::ArtifactKind::Wheel: return fetch::ItemKind::Wheel;
    case lock::ArtifactKind::Deb: return fetch::ItemKind::Deb;
    case lock::ArtifactKind::Source: return fetch::ItemKind::Source;
    case lock::ArtifactKind::Image: return fetch::ItemKind::Image;
    }
    return fetch::ItemKind::Other;
}

fetch::QueueItem itemOf(const lock::Artifact &artifact)
{
    fetch::QueueItem item;
    item.id = artifact.relativePath();
    item.urls = {QUrl(artifact.url, QUrl::StrictMode)};
    item.sha256 = artifact.sha256.toLatin1();
    item.size = artifact.size;
    item.kind = itemKind(artifact.kind);
    item.name = artifact.name;
    item.reason = artifact.why.join(u" → "_s);
    return item;
}

/// The items in the order in which an earlier run of the same folder had them, with its pauses where they are to stay.
QList<fetch::QueueState::Kept> inKeptOrder(const QList<fetch::QueueItem> &items, const fetch::QueueState &earlier, bool keepPauses)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < earlier.items.size(); ++i)
        places.insert(earlier.items[i].item.id, i);
    QList<fetch::QueueState::Kept> kept;
    for (const fetch::QueueItem &item : items) {
        const qsizetype place = places.value(item.id, -1);
        const bool paused = keepPauses && place >= 0 && earlier.items[place].state == ItemState::Paused;
        kept.append({item, paused ? ItemState::Paused : ItemState::Waiting});
        if (place >= 0)
            kept.last().item.priority = earlier.items[place].item.priority;
    }
    std::stable_sort(kept.begin(), kept.end(), [&](const auto &a, const auto &b) {
        const auto placeOf = [&](const auto &entry) { return size_t(places.value(entry.item.id, -1)); }; // new ones last
        return placeOf(a) < placeOf(b);
    });
    return kept;
}

bool isSameFile(const QString &a, const QString &b)
{
    struct ::stat first {};
    struct ::stat second {};
    return ::lstat(QFile::encodeName(a).constData(), &first) == 0 && ::lstat(QFile::encodeName(b).constData(), &second) == 0
        && first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

/// Of the nearest folder that is there.
dev_t diskOf(QString path)
{
    struct ::stat info {};
    while (::stat(QFile::encodeName(path).constData(), &info) != 0 && path != u"/"_s)
        path = QFileInfo(path).path();
    return info.st_dev;
}

/// Copies are made durable; failing to only means that a power cut may cost them.
void flushDisk(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)::syncfs(fd);
        ::close(fd);
    }
}

} // namespace

SyncJob::SyncJob(const lock::LockFile &lock, SyncPlace place, const TransferSink &sink)
    : m_place(std::move(place)), m_board(sink), m_stamps(statePath(u"stamps"_s))
{
    m_linkers.setMaxThreadCount(linkers);
    for (const lock::Artifact &artifact : lock.artifacts)
        if (artifact.kind != lock::ArtifactKind::Image)
            m_artifacts.push_back(artifact);
        else if (artifact.size >= 0) // it crosses the gap, and is brought by others: see showImages()
            m_board.add({artifact.relativePath(), artifact.kind, artifact.name, artifact.version, artifact.size, 0, 0, State::Waiting, artifact.why, {}});
    // Large ones first: a long tail of one file is what makes a download slow.
    std::stable_sort(m_artifacts.begin(), m_artifacts.end(), [](const lock::Artifact &a, const lock::Artifact &b) { return a.size > b.size; });
    for (const lock::Artifact &artifact : m_artifacts) {
        const QString id = artifact.relativePath();
        m_byId.insert(id, &artifact);
        m_board.add({id, artifact.kind, artifact.name, artifact.version, artifact.size, 0, 0, State::Waiting, artifact.why, {}});
    }
}

SyncJob::~SyncJob()
{
    m_control->attach(nullptr);
    m_stopLinkers.request_stop();
    m_linkers.clear();
    m_linkers.waitForDone();
    if (m_lockFd >= 0)
        ::close(m_lockFd); // gives up the lock as well
}

QString SyncJob::placeOf(const lock::Artifact &artifact) const
{
    return m_place.folder + u'/' + (m_place.layout == SyncPlace::Layout::Flat ? artifact.fileName : artifact.relativePath());
}

/// Paths may hold any characters, names of state files only digits.
QString SyncJob::statePath(const QString &kind) const
{
    if (m_place.stateFolder.isEmpty())
        return {};
    const QString name = QString::fromLatin1(Sha256::of(QFileInfo(m_place.folder).absoluteFilePath().toUtf8()).left(32));
    return u"%1/%2/%3.json"_s.arg(m_place.stateFolder, kind, name);
}

/// Two programs that make one folder exactly what the lock says would move each other's files aside.
Result<void> SyncJob::lockFolder()
{
    const QString path = statePath(u"queues"_s);
    if (path.isEmpty() || !makeFolder(QFileInfo(path).path()))
        return {}; // a home that cannot be written to is no reason not to sync
    m_lockFd = ::open(QFile::encodeName(path + u".lock"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_lockFd < 0 || ::flock(m_lockFd, LOCK_EX | LOCK_NB) == 0)
        return {};
    return fail(ErrorCode::Locked, coreTr("Another Dosirak is syncing “%1” at this moment.").arg(m_place.folder), coreTr("Wait until it is done."));
}

// ── what is there already ──────────────────────────────────────────────────────────────────────────────────────────

bool SyncJob::isThere(const lock::Artifact &artifact, const std::stop_token &stop)
{
    const QString path = placeOf(artifact);
    const QByteArray digest = artifact.sha256.toLatin1();
    const QFileInfo info(path);
    if (info.isSymLink() || !info.isFile() || (artifact.size >= 0 && info.size() != artifact.size))
        return false;
    // The store's own file was checked when it came; one that was read before has not changed since.
    if (isSameFile(path, m_place.store.pathOf(digest)) || m_stamps.isUnchanged(path, artifact.relativePath(), digest))
        return true;
    const auto hash = sha256OfFile(path, stop);
    if (!hash || *hash != digest)
        return false;
    m_stamps.note(path, artifact.relativePath(), digest);
    return true;
}

/// By the policy of the settings: its name and size, or every byte. A damaged one is set aside, as `store verify` does.
bool SyncJob::isGoodInStore(const lock::Artifact &artifact, const std::stop_token &stop)
{
    const QByteArray digest = artifact.sha256.toLatin1();
    if (!m_place.store.contains(digest, artifact.size))
        return false;
    if (!m_place.readsFromStore)
        return true;
    const QString path = m_place.store.pathOf(digest);
    const auto hash = sha256OfFile(path, stop);
    if (hash && *hash != digest)
        QFile::rename(path, path + u".damaged"_s);
    return hash && *hash == digest;
}

SyncJob::Found SyncJob::lookFor(const lock::Artifact &artifact, bool &wrongIsThere, const std::stop_token &stop)
{
    const bool known = isSha256(artifact.sha256.toLatin1());
    if (known && isThere(artifact, stop))
        return Found::Here;
    const QFileInfo info(placeOf(artifact));
    wrongIsThere = known && (info.exists() || info.isSymLink());
    if (known && isGoodInStore(artifact, stop))
        return Found::InStore;
    return artifact.url.isEmpty() ? Found::ByHand : Found::Missing;
}

Result<void> SyncJob::survey(const std::stop_token &stop)
{
    m_found.assign(m_artifacts.size(), Found::Missing);
    std::vector<char> wrong(m_artifacts.size(), 0);
    std::vector<size_t> indexes(m_artifacts.size());
    std::iota(indexes.begin(), indexes.end(), size_t(0));
    QtConcurrent::blockingMap(indexes, [&](size_t i) {
        bool wrongIsThere = false;
        if (!stop.stop_requested())
            m_found[i] = lookFor(m_artifacts[i], wrongIsThere, stop);
        wrong[i] = wrongIsThere;
    });
    if (stop.stop_requested())
        return cancelled();
    for (size_t i = 0; i < m_artifacts.size(); ++i) {
        const lock::Artifact &artifact = m_artifacts[i];
        if (wrong[i])
            m_report.movedAside.append(m_place.layout == SyncPlace::Layout::Flat ? artifact.fileName : artifact.relativePath());
        if (m_found[i] == Found::Here) {
            ++m_report.alreadyThere;
            m_board.setState(artifact.relativePath(), State::Done);
        } else if (m_found[i] == Found::ByHand) {
            m_board.setState(artifact.relativePath(), State::ByHand,
                             artifact.page.isEmpty() ? coreTr("Place it by hand.") : coreTr("Fetch it by hand from %1.").arg(artifact.page));
        } else {
            m_open.insert(artifact.relativePath());
        }
    }
    return moveAside(m_place.folder, m_report.movedAside);
}

// ── what is to be done ─────────────────────────────────────────────────────────────────────────────────────────────

QList<fetch::QueueItem> SyncJob::itemsToFetch() const
{
    QList<fetch::QueueItem> items;
    for (size_t i = 0; i < m_artifacts.size(); ++i)
        if (m_found[i] == Found::Missing)
            items.append(itemOf(m_artifacts[i]));
    return items;
}

/// What can be known before the first byte: that the store can be written, and that the sizes fit on the disks.
Result<void> SyncJob::checkPlace(const QList<fetch::QueueItem> &items) const
{
    const QString &store = m_place.store.folder();
    qint64 toFetch = 0;
    for (const fetch::QueueItem &item : items)
        toFetch += std::max<qint64>(0, item.size);
    if (!items.isEmpty()) {
        const QString incoming = store + u"/incoming"_s;
        auto made = makeFolder(incoming);
        if (made && ::access(QFile::encodeName(incoming).constData(), W_OK) != 0)
            made = Failure(ioError(incoming, errno));
        if (!made) {
            Error error = made.error();
            error.what = coreTr("The store cannot be written to. %1").arg(error.what);
            error.hint = coreTr("Set “store_folder” in the settings to a folder of yours.");
            return Failure(error);
        }
    }
    const qint64 storeFree = fetch::freeSpaceAt(store);
    if (toFetch > 0 && storeFree >= 0 && toFetch + reserve > storeFree)
        return Failure(fetch::notEnoughSpace(toFetch + reserve, storeFree, store));
    if (diskOf(store) == diskOf(m_place.folder))
        return {};
    qint64 toCopy = 0; // on another disk there are no links
    for (size_t i = 0; i < m_artifacts.size(); ++i)
        if (m_found[i] == Found::Missing || m_found[i] == Found::InStore)
            toCopy += std::max<qint64>(0, m_artifacts[i].size);
    const qint64 folderFree = fetch::freeSpaceAt(m_place.folder);
    if (toCopy > 0 && folderFree >= 0 && toCopy + reserve > folderFree)
        return Failure(fetch::notEnoughSpace(toCopy + reserve, folderFree, m_place.folder));
    return {};
}

Result<void> SyncJob::run(const std::stop_token &stop)
{
    DOSIRAK_CHECK(lockFolder());
    DOSIRAK_CHECK(survey(stop));
    const QList<fetch::QueueItem> items = itemsToFetch();
    DOSIRAK_CHECK(checkPlace(items));
    m_board.flush(true);
    for (size_t i = 0; i < m_artifacts.size(); ++i)
        if (m_found[i] == Found::InStore)
            linkLater(m_artifacts[i].relativePath(), m_artifacts[i].sha256.toLatin1(), true);
    const auto worked = work(items, stop);
    m_board.setSpeed(0);
    m_board.flush(true);
    m_stamps.save();
    return worked;
}

Result<void> SyncJob::work(const QList<fetch::QueueItem> &items, const std::stop_token &stop)
{
    std::optional<fetch::DownloadQueue> queue;
    const QString stateFile = statePath(u"queues"_s);
    if (!items.isEmpty()) {
        fetch::QueueOptions options;
        options.reserve = reserve;
        options.flushAtEnd = false; // once the links are made as well
        const auto earlier = stateFile.isEmpty() ? Result<fetch::QueueState>() : fetch::readQueueState(stateFile);
        fetch::QueueState state;
        state.items = inKeptOrder(items, earlier.value_or(fetch::QueueState()), m_place.keepPauses);
        // The queue takes up what it finds there; where nothing can be kept it is told in another way.
        const bool kept = !stateFile.isEmpty() && fetch::writeQueueState(stateFile, state);
        options.stateFile = kept ? stateFile : QString();
        queue.emplace(m_place.http, m_place.store, options, [this](const fetch::QueueBatch &batch) { onBatch(batch); });
        if (!kept)
            queue->add(items);
        m_control->attach(&*queue);
    }
    std::unique_lock lock(m_mutex);
    const bool ended = m_settled.wait(lock, stop, [this] { return m_open.isEmpty() || m_fatal; });
    lock.unlock();
    m_control->attach(nullptr);
    queue.reset();
    m_stopLinkers.request_stop();
    m_linkers.waitForDone();
    lock.lock();
    if (m_report.downloaded > 0)
        m_place.store.flush();
    if (m_report.downloaded + m_report.reused > 0 && diskOf(m_place.store.folder()) != diskOf(m_place.folder))
        flushDisk(m_place.folder);
    if (m_fatal)
        return Failure(*m_fatal);
    if (!ended)
        return cancelled();
    if (!stateFile.isEmpty() && m_board.rows(State::Failed).isEmpty())
        QFile::remove(stateFile);
    return {};
}

// ── what the queue and the linkers tell ────────────────────────────────────────────────────────────────────────────

void SyncJob::onBatch(const fetch::QueueBatch &batch)
{
    for (const fetch::ItemStatus &status : batch.changed)
        onStatus(status);
    m_board.setSpeed(qint64(batch.totals.speed));
    m_board.flush(false);
}

void SyncJob::onStatus(const fetch::ItemStatus &status)
{
    const auto show = [&](State state) { m_board.setProgress(status.id, state, status.done, status.total, qint64(status.speed)); };
    if (status.state != ItemState::Done && status.state != ItemState::Failed) {
        const std::lock_guard lock(m_mutex);
        m_open.insert(status.id); // also one that had failed and is tried again
    }
    switch (status.state) {
    case ItemState::Waiting: return show(State::Waiting);
    case ItemState::Running: return show(State::Running);
    case ItemState::Paused: return show(State::Paused);
    case ItemState::Done: {
        {
            const std::lock_guard lock(m_mutex);
            if (m_linked.contains(status.id))
                return;
        }
        show(State::Verifying);
        return linkLater(status.id, status.sha256, status.fromStore);
    }
    case ItemState::Failed:
        show(State::Failed);
        m_board.setState(status.id, State::Failed, status.error ? status.error->what : QString());
        if (status.error && status.error->code == ErrorCode::DiskFull)
            stopFor(*status.error); // nothing else would fit either
        return settle(status.id);
    }
}

void SyncJob::linkLater(const QString &id, const QByteArray &sha256, bool wasInStore)
{
    {
        const std::lock_guard lock(m_mutex);
        m_linked.insert(id);
    }
    m_linkers.start([this, id, sha256, wasInStore] {
        const std::stop_token stop = m_stopLinkers.get_token();
        const QString path = placeOf(*m_byId.value(id));
        const auto linked = stop.stop_requested() ? Result<fetch::LinkKind>(cancelled()) : m_place.store.linkInto(sha256, path, stop);
        if (linked) {
            m_board.setState(id, wasInStore ? State::Reused : State::Done);
            if (*linked == fetch::LinkKind::Reflink || *linked == fetch::LinkKind::Copy)
                m_stamps.note(path, id, sha256);
            const std::lock_guard lock(m_mutex);
            ++(wasInStore ? m_report.reused : m_report.downloaded);
            m_report.bytesDownloaded += wasInStore ? 0 : std::max<qint64>(0, m_board.row(id).size);
        } else if (linked.error().code == ErrorCode::Cancelled) {
            m_board.setState(id, State::Waiting);
        } else {
            m_board.setState(id, State::Failed, linked.error().what);
            if (linked.error().code == ErrorCode::DiskFull)
                stopFor(linked.error());
        }
        settle(id);
    });
}

void SyncJob::stopFor(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_fatal = m_fatal.value_or(error);
    m_settled.notify_all();
}

void SyncJob::settle(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_open.remove(id);
    m_settled.notify_all();
}

void SyncJob::showImages(const QList<TransferRow> &rows)
{
    for (const TransferRow &row : rows)
        m_board.replace(row);
    m_board.flush(true);
}

SyncReport SyncJob::report() const
{
    const std::lock_guard lock(m_mutex);
    SyncReport report = m_report;
    report.files = int(m_artifacts.size());
    report.failed = m_board.rows(State::Failed);
    report.byHand = m_board.rows(State::ByHand);
    return report;
}

} // namespace dosirak::workspace
