// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/part_file.h"

#include "base/files.h"
#include "base/json.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <linux/fs.h>
#include <memory>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

/// @p isNew: nobody had begun it.
int openPart(const QByteArray &path, unsigned mode, bool &isNew)
{
    constexpr int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    int fd = ::open(path.constData(), flags | O_EXCL, mode);
    isNew = fd >= 0;
    if (fd < 0 && errno == EEXIST)
        fd = ::open(path.constData(), flags, mode);
    if (fd >= 0 || errno != EACCES)
        return fd;
    if (::chmod(path.constData(), 0644) == 0)
        return ::open(path.constData(), flags, mode); // one that was made read-only and is to be taken up
    errno = EACCES;
    return -1;
}

QString journalPath(const QString &part)
{
    return part + u".json"_s;
}

} // namespace

QByteArray PartJournal::validator() const
{
    if (!etag.isEmpty() && !etag.startsWith("W/"))
        return etag;
    return lastModified;
}

PartFile::~PartFile()
{
    close();
}

void PartFile::close()
{
    if (m_fd >= 0)
        ::close(m_fd); // gives up the lock as well
    m_fd = -1;
}

Result<void> PartFile::open(const QString &target, const std::stop_token &stop, unsigned mode)
{
    m_path = target + u".part"_s;
    for (bool again = false;; again = true) {
        bool isNew = false;
        m_fd = openPart(encoded(m_path), mode, isNew);
        if (m_fd < 0 && errno == ENOENT && !again) {
            DOSIRAK_CHECK(makeFolder(QFileInfo(m_path).absolutePath()));
            continue;
        }
        if (m_fd < 0)
            return Failure(ioError(m_path, errno));
        DOSIRAK_CHECK(lock(stop));
        // Whoever had it may have given it its final name meanwhile: then this is not the `.part` any more.
        struct stat opened = {};
        struct stat named = {};
        if (::fstat(m_fd, &opened) == 0 && ::stat(encoded(m_path).constData(), &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev) {
            m_size = opened.st_size;
            m_dropBehind.begin(m_size);
            m_journalled = !isNew;
            return {};
        }
        close();
    }
}

Result<void> PartFile::lock(const std::stop_token &stop)
{
    while (::flock(m_fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Failure(ioError(m_path, errno));
        if (stop.stop_requested())
            return cancelled();
        std::this_thread::sleep_for(50ms); // flock has no way to wait that a stop request could end
    }
    return {};
}

Result<void> PartFile::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::pwrite(m_fd, bytes.data(), size_t(bytes.size()), m_size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return Failure(ioError(m_path, written < 0 ? errno : ENOSPC));
        m_size += written;
        bytes = bytes.sliced(written);
    }
    m_dropBehind.grown(m_fd, m_size);
    return {};
}

Result<void> PartFile::startOver()
{
    removeJournal();
    return cutTo(0);
}

Result<void> PartFile::cutTo(qint64 size)
{
    if (::ftruncate(m_fd, size) != 0)
        return Failure(ioError(m_path, errno));
    m_size = size;
    m_dropBehind.begin(size);
    return {};
}

PartJournal PartFile::journal() const
{
    PartJournal journal;
    const auto json = readJson(journalPath(m_path), 64 << 10);
    if (!json || !json->is_object())
        return journal;
    const auto url = stringAt(*json, "url");
    const auto etag = stringAt(*json, "etag");
    const auto lastModified = stringAt(*json, "lastModified");
    const auto total = integerAt(*json, "total");
    if (url && etag && lastModified && total)
        journal = {*url, etag->toUtf8(), lastModified->toUtf8(), *total};
    return journal;
}

Result<void> PartFile::setJournal(const PartJournal &journal)
{
    const Json json = {{"url", toStd(journal.url)},
                       {"etag", toStd(QString::fromUtf8(journal.etag))},
                       {"lastModified", toStd(QString::fromUtf8(journal.lastModified))},
                       {"total", journal.total}};
    // Not flushed to the disk: after a power cut a missing journal only means to start over, a wrong digest as well.
    m_journalled = true;
    const QString path = journalPath(m_path);
    QFile file(path + u".tmp"_s);
    const QByteArray bytes = canonicalJson(json);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return Failure(ioError(path, errno != 0 ? errno : EIO));
    file.close();
    if (::rename(encoded(file.fileName()).constData(), encoded(path).constData()) != 0)
        return Failure(ioError(path, errno));
    return {};
}

void PartFile::removeJournal()
{
    if (!std::exchange(m_journalled, false))
        return;
    ::unlink(encoded(journalPath(m_path)).constData());
    // A process that was killed while it wrote one leaves this.
    ::unlink(encoded(journalPath(m_path) + u".tmp"_s).constData());
}

Result<void> PartFile::publish(const QString &target, bool flush)
{
    if (flush && ::fsync(m_fd) != 0)
        return Failure(ioError(m_path, errno));
    if (::rename(encoded(m_path).constData(), encoded(target).constData()) != 0)
        return Failure(ioError(target, errno));
    if (flush)
        syncFolder(QFileInfo(target).absolutePath());
    removeJournal();
    close();
    return {};
}

void PartFile::discard()
{
    removeJournal();
    ::unlink(encoded(m_path).constData());
    close();
}

void PartFile::removeLeftJournal(const QString &target)
{
    const QString path = journalPath(target + u".part"_s);
    ::unlink(encoded(path).constData());
    ::unlink(encoded(path + u".tmp"_s).constData());
}

Result<qint64> cloneOrCopy(const QString &source, int fd, const QString &targetName, const std::stop_token &stop,
                           const std::function<void(qint64)> &onBytes)
{
    struct Descriptor {
        int fd;
        ~Descriptor() { ::close(fd); }
    };
    const int in = ::open(encoded(source).constData(), O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return Failure(ioError(source, errno));
    const Descriptor input{in};
    struct stat info = {};
    if (::fstat(in, &info) != 0 || !S_ISREG(info.st_mode))
        return Failure(ioError(source, EISDIR));
    if (::ioctl(fd, FICLONE, in) == 0)
        return qint64(info.st_size);
    constexpr size_t blockSize = 8 << 20;
    qint64 total = 0;
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        loff_t from = total;
        loff_t to = total;
        ssize_t copied = ::copy_file_range(in, &from, fd, &to, blockSize, 0);
        if (copied < 0 && (errno == EXDEV || errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS)) {
            const auto block = std::make_unique<char[]>(blockSize);
            copied = ::pread(in, block.get(), blockSize, total);
            if (copied > 0)
                copied = ::pwrite(fd, block.get(), size_t(copied), total);
        }
        if (copied < 0 && errno == EINTR)
            continue;
        if (copied < 0)
            return Failure(ioError(targetName, errno));
        if (copied == 0)
            return total;
        total += copied;
        if (onBytes)
            onBytes(copied);
    }
}

} // namespace dosirak::fetch
