// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include "base/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace dosirak {

using namespace Qt::StringLiterals;

Error ioError(const QString &path, int number)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(number));
    if (number == ENOSPC || number == EDQUOT)
        return {ErrorCode::DiskFull, coreTr("There is no space left for “%1”.").arg(path),
                coreTr("Free some space on that disk, then try again: nothing that was whole is lost."), reason, {}, {}};
    if (number == ENOENT)
        return {ErrorCode::NotFound, coreTr("“%1” does not exist.").arg(path), {}, reason, {path, 0, 0, {}}, {}};
    return {ErrorCode::Io, coreTr("“%1” cannot be read or written: %2.").arg(path, reason),
            coreTr("Check that the path exists and that you may read and write there."), reason, {path, 0, 0, {}}, {}};
}

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a file.").arg(path));
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return Failure(ioError(path, errno != 0 ? errno : (info.exists() ? EACCES : ENOENT)));
    // One byte more than allowed is asked for: a file that grows while it is read is noticed as well.
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Failure(ioError(path, errno != 0 ? errno : EIO));
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::Invalid, coreTr("“%1” is larger than the %2 bytes allowed here.").arg(path).arg(maxBytes));
    return bytes;
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return Failure(ioError(path, errno != 0 ? errno : EACCES));
    if (file.write(bytes) != bytes.size() || !file.flush() || ::fsync(file.handle()) != 0 || !file.commit())
        return Failure(ioError(path, errno != 0 ? errno : EIO));
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<void> makeFolder(const QString &path)
{
    errno = 0;
    if (!QDir().mkpath(path))
        return Failure(ioError(path, errno != 0 ? errno : EACCES));
    return {};
}

void syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

} // namespace dosirak
