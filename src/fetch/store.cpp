// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/store.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "fetch/part_file.h"
#include "fetch/verify.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <vector>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

constexpr int unfinishedDays = 30;
constexpr unsigned readOnly = 0444; ///< a hard link in a folder of the user's must not be written to by accident
constexpr qint64 usedLately = 3600; ///< seconds: when a file was last used need not be known better

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

struct StoredFile {
    QByteArray sha256;
    QString path;
    qint64 size = 0;
    qint64 usedAt = 0; ///< seconds since the epoch; the later of "linked" and "added"
};

std::vector<StoredFile> storedFiles(const QString &folder)
{
    std::vector<StoredFile> files;
    QDirIterator all(folder + u"/sha256"_s, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QByteArray name = all.fileName().toLatin1();
        struct stat info = {};
        if (isSha256(name) && ::stat(encoded(path).constData(), &info) == 0)
            files.push_back({name, path, info.st_size, std::max(info.st_atim.tv_sec, info.st_ctim.tv_sec)});
    }
    return files;
}

/// A name beside @p path that no other process or thread uses.
QString besides(const QString &path)
{
    static std::atomic<int> counter = 0;
    return path + u".%1-%2.link"_s.arg(::getpid()).arg(++counter);
}

std::atomic<bool> sharingIsHopeless = false;

/// False when blocks cannot be shared. A file system that knows no sharing is not asked again: each try makes and
/// removes a file.
bool reflink(const QString &source, const QString &target)
{
    if (sharingIsHopeless)
        return false;
    const int in = ::open(encoded(source).constData(), O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return false;
    const int out = ::open(encoded(target).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    const bool shared = out >= 0 && ::ioctl(out, FICLONE, in) == 0;
    if (out >= 0 && !shared) {
        sharingIsHopeless = errno == EOPNOTSUPP || errno == ENOTTY || errno == EINVAL;
        ::unlink(encoded(target).constData());
    }
    if (out >= 0)
        ::close(out);
    ::close(in);
    return shared;
}

/// Makes @p target, which does not exist, from @p source by the best means there is.
Result<LinkKind> makeLink(const QString &source, const QString &target, const std::stop_token &stop)
{
    if (reflink(source, target))
        return LinkKind::Reflink;
    if (::link(encoded(source).constData(), encoded(target).constData()) == 0)
        return LinkKind::HardLink;
    if (errno == ENOENT)
        return Failure(ioError(source, ENOENT));
    const int out = ::open(encoded(target).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (out < 0)
        return Failure(ioError(target, errno));
    const auto copied = cloneOrCopy(source, out, target, stop);
    ::close(out);
    if (!copied)
        return Failure(copied.error());
    return LinkKind::Copy;
}

/// The access time says when a file was last needed; set by hand it works on disks that do not keep it.
void touch(const QString &path, const struct stat &known)
{
    if (known.st_atim.tv_sec >= QDateTime::currentSecsSinceEpoch() - usedLately)
        return;
    const timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
    ::utimensat(AT_FDCWD, encoded(path).constData(), times, 0);
}

void removeOldDownloads(const QString &folder)
{
    QDirIterator all(folder + u"/incoming"_s, QDir::Files);
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-unfinishedDays);
    while (all.hasNext()) {
        all.next();
        if (all.fileInfo().lastModified() < oldest)
            QFile::remove(all.filePath());
    }
}

} // namespace

Store::Store(QString folder) : m_folder(QDir::cleanPath(folder)) {}

QString Store::defaultFolder(const QProcessEnvironment &environment)
{
    const QString cache = environment.value(u"XDG_CACHE_HOME"_s);
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    return (QDir::isAbsolutePath(cache) ? cache : home + u"/.cache"_s) + u"/dosirak/store"_s;
}

QString Store::pathOf(const QByteArray &sha256) const
{
    Q_ASSERT(isSha256(sha256));
    const QString digest = QString::fromLatin1(sha256);
    return m_folder + u"/sha256/"_s + digest.left(2) + u'/' + digest;
}

bool Store::contains(const QByteArray &sha256, qint64 size) const
{
    if (!isSha256(sha256))
        return false;
    struct stat info = {};
    return ::stat(encoded(pathOf(sha256)).constData(), &info) == 0 && S_ISREG(info.st_mode)
        && (size < 0 || info.st_size == size);
}

/// Where an unfinished download waits: by digest, so that another address of the same file can take it up.
QString Store::incoming(const TransferRequest &request) const
{
    const QByteArray name = !request.sha256.isEmpty() ? request.sha256
        : "url-" + Sha256::of(redacted(request.urls.value(0)).toUtf8());
    return m_folder + u"/incoming/"_s + QString::fromLatin1(name);
}

Result<void> Store::publish(const QString &part, const QByteArray &sha256) const
{
    const QString path = pathOf(sha256);
    if (::rename(encoded(part).constData(), encoded(path).constData()) != 0) {
        DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
        if (::rename(encoded(part).constData(), encoded(path).constData()) != 0)
            return Failure(ioError(path, errno));
    }
    return {};
}

Result<TransferOutcome> Store::fetch(HttpClient &client, TransferRequest request, const std::stop_token &stop,
                                     const TransferSink &progress)
{
    if (!request.sha256.isEmpty() && !isSha256(request.sha256))
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a SHA-256.").arg(QString::fromLatin1(request.sha256)));
    if (contains(request.sha256, request.size)) {
        PartFile::removeLeftJournal(incoming(request));
        const qint64 size = QFileInfo(pathOf(request.sha256)).size();
        return TransferOutcome{request.sha256, size, size, {}};
    }
    request.target = incoming(request);
    request.mode = readOnly;
    request.alreadyThere = [this, sha256 = request.sha256, size = request.size] { return contains(sha256, size); };
    request.publish = [this](const QString &part, const QByteArray &sha256) { return publish(part, sha256); };
    return download(client, request, stop, progress);
}

Result<TransferOutcome> Store::add(const QString &path, const QByteArray &sha256, const std::stop_token &stop,
                                   const TransferSink &progress)
{
    static std::atomic<int> counter = 0;
    PartFile part;
    const QString target = m_folder + u"/incoming/add-%1-%2"_s.arg(::getpid()).arg(++counter);
    DOSIRAK_CHECK(part.open(target, stop, readOnly));
    const qint64 total = QFileInfo(path).size();
    const auto copy = [&]() -> Result<TransferOutcome> {
        qint64 done = 0;
        const auto onBytes = [&](qint64 bytes) {
            done += bytes;
            if (progress)
                progress(done / 2, total); // half of it is reading it again
        };
        DOSIRAK_TRY(size, cloneOrCopy(path, part.descriptor(), part.path(), stop, onBytes));
        // The copy is what gets hashed: the original may still change.
        done = size;
        DOSIRAK_TRY(digest, sha256OfFile(part.path(), stop, onBytes));
        if (!sha256.isEmpty() && digest != sha256)
            return fail(ErrorCode::Integrity, coreTr("“%1” is not the file that is wanted: its SHA-256 differs.").arg(path),
                        coreTr("Download it again from its page."),
                        u"sha256 %1, expected %2"_s.arg(QLatin1StringView(digest), QLatin1StringView(sha256)));
        DOSIRAK_CHECK(publish(part.path(), digest));
        return TransferOutcome{digest, size, 0, QUrl::fromLocalFile(path)};
    };
    auto outcome = copy();
    if (!outcome)
        part.discard();
    return outcome;
}

Result<LinkKind> Store::linkInto(const QByteArray &sha256, const QString &path, const std::stop_token &stop) const
{
    const QString source = pathOf(sha256);
    struct stat stored = {};
    struct stat there = {};
    if (::stat(encoded(source).constData(), &stored) != 0)
        return Failure(ioError(source, errno));
    const bool occupied = ::lstat(encoded(path).constData(), &there) == 0;
    if (occupied && stored.st_ino == there.st_ino && stored.st_dev == there.st_dev)
        return LinkKind::AlreadyThere;
    if (!occupied && sharingIsHopeless && ::link(encoded(source).constData(), encoded(path).constData()) == 0) {
        touch(source, stored);
        return LinkKind::HardLink;
    }
    const QString beside = besides(path);
    auto kind = makeLink(source, beside, stop);
    if (!kind && kind.error().code == ErrorCode::NotFound && contains(sha256)) { // then it is the folder that lacks
        DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
        kind = makeLink(source, beside, stop);
    }
    if (kind && ::rename(encoded(beside).constData(), encoded(path).constData()) != 0)
        kind = Failure(ioError(path, errno));
    if (kind)
        touch(source, stored);
    else
        ::unlink(encoded(beside).constData());
    return kind;
}

Result<StoreInfo> Store::info() const
{
    StoreInfo info;
    info.folder = m_folder;
    info.freeBytes = freeSpaceAt(m_folder);
    for (const StoredFile &file : storedFiles(m_folder)) {
        ++info.files;
        info.bytes += file.size;
    }
    QDirIterator unfinished(m_folder + u"/incoming"_s, QDir::Files);
    while (unfinished.hasNext()) {
        unfinished.next();
        if (!unfinished.fileName().endsWith(u".part"_s))
            continue;
        ++info.unfinishedFiles;
        info.unfinishedBytes += unfinished.fileInfo().size();
    }
    return info;
}

Result<StoreCheck> Store::verify(const std::stop_token &stop, const ProgressSink &progress) const
{
    QList<ExpectedFile> expected;
    for (const StoredFile &file : storedFiles(m_folder))
        expected += {file.path.mid(m_folder.size() + 1), file.size, file.sha256};
    DOSIRAK_TRY(report, verifyFiles(m_folder, expected, false, stop, progress));
    StoreCheck check;
    check.bytes = report.bytes;
    for (qsizetype i = 0; i < report.files.size(); ++i) {
        const FileVerdict &verdict = report.files[i];
        if (verdict.state == FileVerdict::State::Good) {
            ++check.good;
            continue;
        }
        const QString path = m_folder + u'/' + verdict.path;
        Error error{ErrorCode::Integrity, coreTr("A file of the store is damaged (%1).").arg(verdict.path),
                    coreTr("It is set aside; the next sync downloads it anew. Check the disk."), verdict.why, {}, {}};
        if (verdict.state == FileVerdict::State::Damaged)
            ::rename(encoded(path).constData(), encoded(path + u".damaged"_s).constData());
        else
            error.code = ErrorCode::Io;
        check.faults += {expected[i].sha256, path, error};
    }
    return check;
}

Result<GcOutcome> Store::gc(const GcRequest &request, const std::stop_token &stop) const
{
    std::vector<StoredFile> files = storedFiles(m_folder);
    std::sort(files.begin(), files.end(), [](const StoredFile &a, const StoredFile &b) { return a.usedAt < b.usedAt; });
    GcOutcome outcome;
    for (const StoredFile &file : files)
        outcome.keptBytes += file.size;
    const qint64 newest = QDateTime::currentSecsSinceEpoch() - request.youngest.count();
    for (const StoredFile &file : files) {
        if (stop.stop_requested())
            return cancelled();
        if (outcome.keptBytes <= request.budget)
            break;
        if (request.inUse.contains(file.sha256) || file.usedAt > newest)
            continue;
        if (!request.dryRun && ::unlink(encoded(file.path).constData()) != 0 && errno != ENOENT)
            return Failure(ioError(file.path, errno));
        ++outcome.removedFiles;
        outcome.removedBytes += file.size;
        outcome.keptBytes -= file.size;
    }
    if (!request.dryRun)
        removeOldDownloads(m_folder);
    return outcome;
}

void Store::flush() const
{
    const int fd = ::open(encoded(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::syncfs(fd);
    ::close(fd);
}

qint64 freeSpaceAt(const QString &path)
{
    struct statvfs disk = {};
    if (::statvfs(encoded(path).constData(), &disk) == 0)
        return qint64(disk.f_bavail) * qint64(disk.f_frsize);
    const QString above = QFileInfo(QFileInfo(path).absoluteFilePath()).path();
    return errno == ENOENT && above != path ? freeSpaceAt(above) : -1;
}

Error notEnoughSpace(qint64 needed, qint64 free, const QString &folder)
{
    const QLocale locale;
    return {ErrorCode::DiskFull,
            coreTr("The files still need %1, and the disk of “%2” has %3 left.")
                .arg(locale.formattedDataSize(needed), folder, locale.formattedDataSize(std::max<qint64>(0, free))),
            coreTr("Free some space, or move the store to another disk; then go on: nothing is lost."), {}, {}, {}};
}

} // namespace dosirak::fetch
