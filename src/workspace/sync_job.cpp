// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sync_job.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "workspace/download.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>
#include <algorithm>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using State = TransferRow::State;

namespace {

constexpr int workers = 12;

/// Shares the bytes where the file system can, else the inode; a copy is the last resort.
bool shareFile(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    const int in = ::open(source.constData(), O_RDONLY | O_CLOEXEC);
    const int out = ::open(target.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    const bool cloned = in >= 0 && out >= 0 && ::ioctl(out, FICLONE, in) == 0;
    if (in >= 0)
        ::close(in);
    if (out >= 0)
        ::close(out);
    if (cloned)
        return true;
    ::unlink(target.constData());
    return ::link(source.constData(), target.constData()) == 0 || QFile::copy(from, to);
}

} // namespace

/// What is still to be fetched, in order, with pauses. Thread: any.
class SyncJob::Queue : public SyncControl
{
public:
    explicit Queue(SyncBoard &board) : m_board(&board) {}

    void push(const lock::Artifact &artifact)
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.append(artifact);
        ++m_open;
    }

    /// The next one to work on; nothing when all is done or @p stop was asked.
    std::optional<lock::Artifact> next(const std::stop_token &stop)
    {
        const QMutexLocker lock(&m_mutex);
        for (;;) {
            if (stop.stop_requested() || m_open == 0)
                return {};
            if (!m_allPaused && !m_waiting.isEmpty())
                return m_waiting.takeFirst();
            // A finished file or a resume wakes this up; the time-out is for a stop.
            m_changed.wait(&m_mutex, 100);
        }
    }

    void finished(const lock::Artifact &artifact, bool failed)
    {
        const QMutexLocker lock(&m_mutex);
        if (failed)
            m_failed.append(artifact);
        --m_open;
        m_changed.wakeAll();
    }

    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_board = nullptr;
        m_open = 0;
        m_changed.wakeAll();
    }

    void pauseAll() override { setAllPaused(true); }
    void resumeAll() override { setAllPaused(false); }
    void pause(const QString &id) override { move(m_waiting, m_paused, id, State::Paused); }
    void resume(const QString &id) override { move(m_paused, m_waiting, id, State::Waiting); }

    void retry(const QString &id) override
    {
        const QMutexLocker lock(&m_mutex);
        if (m_open > 0 && take(m_failed, m_waiting, id)) {
            ++m_open;
            show(id, State::Waiting);
        }
    }

    void prefer(const QString &id) override
    {
        const QMutexLocker lock(&m_mutex);
        const qsizetype at = indexOf(m_waiting, id);
        if (at > 0)
            m_waiting.move(at, 0);
    }

private:
    static qsizetype indexOf(const QList<lock::Artifact> &list, const QString &id)
    {
        const auto found = std::find_if(list.begin(), list.end(), [&](const lock::Artifact &a) { return a.relativePath() == id; });
        return found == list.end() ? -1 : found - list.begin();
    }

    static bool take(QList<lock::Artifact> &from, QList<lock::Artifact> &to, const QString &id)
    {
        const qsizetype at = indexOf(from, id);
        if (at >= 0)
            to.append(from.takeAt(at));
        return at >= 0;
    }

    void move(QList<lock::Artifact> &from, QList<lock::Artifact> &to, const QString &id, State state)
    {
        const QMutexLocker lock(&m_mutex);
        if (take(from, to, id))
            show(id, state);
    }

    void show(const QString &id, State state)
    {
        if (m_board)
            m_board->setState(id, state);
        m_changed.wakeAll();
    }

    void setAllPaused(bool paused)
    {
        const QMutexLocker lock(&m_mutex);
        m_allPaused = paused;
        m_changed.wakeAll();
    }

    QMutex m_mutex;
    QWaitCondition m_changed;
    SyncBoard *m_board; ///< the job's; null once it is over
    QList<lock::Artifact> m_waiting;
    QList<lock::Artifact> m_paused;
    QList<lock::Artifact> m_failed;
    int m_open = 0;
    bool m_allPaused = false;
};

SyncJob::SyncJob(const lock::LockFile &lock, QString folder, QString storeFolder, fetch::HttpClient &http, const TransferSink &sink,
                 Placing placing)
    : m_folder(std::move(folder)), m_store(std::move(storeFolder)), m_placing(placing), m_http(http), m_board(sink), m_queue(std::make_shared<Queue>(m_board))
{
    for (const lock::Artifact &artifact : lock.artifacts) {
        if (artifact.kind == lock::ArtifactKind::Image)
            continue; // brought by the lock: the closure was computed on it
        m_artifacts.append(artifact);
        m_board.add({artifact.relativePath(), artifact.kind, artifact.name, artifact.version, artifact.size, 0, 0, State::Waiting, artifact.why, {}});
    }
    // Large ones first: a long tail of one file is what makes a download slow.
    std::stable_sort(m_artifacts.begin(), m_artifacts.end(), [](const lock::Artifact &a, const lock::Artifact &b) { return a.size > b.size; });
    for (const lock::Artifact &artifact : m_artifacts)
        m_queue->push(artifact);
}

SyncJob::~SyncJob()
{
    m_queue->close();
}

std::shared_ptr<SyncControl> SyncJob::control() const
{
    return m_queue;
}

Result<void> SyncJob::checkSpace() const
{
    qint64 missing = 0;
    for (const lock::Artifact &artifact : m_artifacts)
        if (!QFileInfo::exists(storePath(artifact)) && !QFileInfo::exists(placeOf(artifact)))
            missing += std::max<qint64>(artifact.size, 0);
    const QStorageInfo storage(m_folder);
    if (storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < missing)
        return fail(ErrorCode::DiskFull, coreTr("%1 bytes are to be fetched, and %2 are free at “%3”.").arg(missing).arg(storage.bytesAvailable()).arg(m_folder),
                    coreTr("Free some space, or move the working folder to a larger disk."));
    return {};
}

Result<void> SyncJob::run(const std::stop_token &stop)
{
    DOSIRAK_CHECK(makeFolder(m_store));
    DOSIRAK_CHECK(checkSpace());
    m_board.flush(true);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < std::min<int>(workers, int(m_artifacts.size())); ++i)
            threads.emplace_back([&] {
                while (const auto artifact = m_queue->next(stop))
                    bring(*artifact, stop);
            });
    }
    m_board.flush(true);
    return stop.stop_requested() ? Result<void>(cancelled()) : Result<void>();
}

QString SyncJob::placeOf(const lock::Artifact &artifact) const
{
    return m_folder + u'/' + (m_placing == Placing::Flat ? artifact.fileName : artifact.relativePath());
}

QString SyncJob::storePath(const lock::Artifact &artifact) const
{
    return u"%1/sha256/%2/%3"_s.arg(m_store, artifact.sha256.left(2), artifact.sha256);
}

bool SyncJob::isThere(const lock::Artifact &artifact, const std::stop_token &stop)
{
    const QString path = placeOf(artifact);
    const QFileInfo info(path);
    if (!info.isFile() || info.isSymLink() || (artifact.size >= 0 && info.size() != artifact.size))
        return false;
    // The same inode as the store's file, which was checked when it came: nothing to read.
    struct ::stat here {};
    struct ::stat stored {};
    if (::stat(QFile::encodeName(path).constData(), &here) == 0 && ::stat(QFile::encodeName(storePath(artifact)).constData(), &stored) == 0
        && here.st_ino == stored.st_ino && here.st_dev == stored.st_dev)
        return true;
    const auto hash = sha256OfFile(path, stop);
    return hash && QString::fromLatin1(*hash) == artifact.sha256;
}

Result<void> SyncJob::linkFromStore(const lock::Artifact &artifact) const
{
    const QString path = placeOf(artifact);
    DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
    if (QFileInfo::exists(path) && !QFile::remove(path))
        return Failure(ioError(path, EACCES));
    if (!shareFile(storePath(artifact), path))
        return Failure(ioError(path, errno));
    return {};
}

void SyncJob::bring(const lock::Artifact &artifact, const std::stop_token &stop)
{
    const QString id = artifact.relativePath();
    const auto end = [&](State state, int SyncReport::*counter, const QString &message = {}) {
        m_board.setState(id, state, message);
        const QMutexLocker lock(&m_mutex);
        if (counter)
            ++(m_report.*counter);
    };
    bool failed = false;
    const bool known = !artifact.sha256.isEmpty();
    const bool stored = known && QFileInfo::exists(storePath(artifact)) && QFileInfo(storePath(artifact)).size() == artifact.size;
    if (known && isThere(artifact, stop)) {
        end(State::Done, &SyncReport::alreadyThere);
    } else if (artifact.url.isEmpty() && !stored) {
        end(State::ByHand, nullptr, artifact.page.isEmpty() ? coreTr("Place it by hand.") : coreTr("Fetch it by hand from %1.").arg(artifact.page));
    } else {
        m_board.setState(id, State::Running);
        auto fetched = stored ? Result<void>() : download(artifact, storePath(artifact), m_http, stop, [&](qint64 bytes) { m_board.addBytes(id, bytes); });
        if (fetched)
            fetched = linkFromStore(artifact);
        failed = !fetched;
        if (failed)
            end(State::Failed, nullptr, fetched.error().what);
        else
            end(stored ? State::Reused : State::Done, stored ? &SyncReport::reused : &SyncReport::downloaded);
        if (!failed && !stored) {
            const QMutexLocker lock(&m_mutex);
            m_report.bytesDownloaded += std::max<qint64>(artifact.size, 0);
        }
    }
    m_queue->finished(artifact, failed);
}

SyncReport SyncJob::report() const
{
    const QMutexLocker lock(&m_mutex);
    SyncReport report = m_report;
    report.files = int(m_artifacts.size());
    report.failed = m_board.rows(State::Failed);
    report.byHand = m_board.rows(State::ByHand);
    return report;
}

} // namespace dosirak::workspace
