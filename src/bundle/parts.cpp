// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/parts.h"

#include "base/files.h"
#include "base/tr.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace dosirak::bundle {

using namespace Qt::StringLiterals;

PartWriter::PartWriter(QString path, qint64 partSize) : m_path(std::move(path)), m_partSize(partSize)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

PartWriter::~PartWriter()
{
    m_file.reset();
    for (const Part &part : m_parts)
        QFile::remove(part.path + u".part"_s);
}

void PartWriter::remember(const QString &path)
{
    if (!m_failure)
        m_failure = ioError(path, errno != 0 ? errno : EIO);
}

bool PartWriter::openNext()
{
    const QString path = m_partSize > 0 ? u"%1.%2"_s.arg(m_path).arg(m_parts.size() + 1, 3, 10, QChar(u'0')) : m_path;
    m_parts.push_back({path, 0, {}});
    m_written = 0;
    m_file = std::make_unique<QFile>(path + u".part"_s);
    errno = 0;
    if (m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return true;
    remember(path);
    return false;
}

bool PartWriter::closeCurrent()
{
    if (!m_file)
        return true;
    errno = 0;
    const bool flushed = ::fsync(m_file->handle()) == 0;
    if (!flushed)
        remember(m_file->fileName());
    m_parts.back().size = m_written;
    m_parts.back().sha256 = m_hash.finish();
    m_file.reset();
    return flushed;
}

qint64 PartWriter::writeData(const char *data, qint64 size)
{
    qint64 done = 0;
    while (done < size) {
        if (m_failure)
            return -1;
        if (!m_file && !openNext())
            return -1;
        const qint64 room = m_partSize > 0 ? m_partSize - m_written : size - done;
        const qint64 now = std::min(size - done, room);
        errno = 0;
        if (m_file->write(data + done, now) != now) {
            remember(m_file->fileName());
            return -1;
        }
        m_hash.add(QByteArrayView(data + done, now));
        m_written += now;
        done += now;
        if (m_partSize > 0 && m_written == m_partSize && !closeCurrent())
            return -1;
    }
    return size;
}

Result<std::vector<Part>> PartWriter::commit()
{
    (void)closeCurrent();
    if (m_failure)
        return Failure(*m_failure);
    for (const Part &part : m_parts) {
        errno = 0;
        // POSIX rename replaces; QFile::rename would refuse a bundle that is made again.
        if (::rename(QFile::encodeName(part.path + u".part"_s).constData(), QFile::encodeName(part.path).constData()) != 0)
            return Failure(ioError(part.path, errno));
    }
    syncFolder(QFileInfo(m_path).absolutePath());
    return m_parts;
}

Result<QStringList> partsOf(const QString &path)
{
    static const QRegularExpression numbered(u"^(.*)\\.(\\d{3})\\z"_s);
    const auto match = numbered.match(path);
    if (!match.hasMatch()) {
        if (!QFileInfo(path).isFile() && QFileInfo(path + u".001"_s).isFile())
            return partsOf(path + u".001"_s);
        if (!QFileInfo(path).isFile())
            return fail(ErrorCode::NotFound, coreTr("There is no bundle at “%1”.").arg(path));
        return QStringList{path};
    }
    QStringList parts;
    QString missing;
    for (int number = 1; number <= 999; ++number) {
        const QString part = u"%1.%2"_s.arg(match.captured(1)).arg(number, 3, 10, QChar(u'0'));
        if (!QFileInfo(part).isFile())
            missing = missing.isEmpty() ? part : missing;
        else if (missing.isEmpty())
            parts.append(part);
        else
            return fail(ErrorCode::NotFound, coreTr("The part “%1” of the bundle is missing.").arg(QFileInfo(missing).fileName()),
                        coreTr("Copy it beside the others, then try again."));
        if (number > parts.size() + 3)
            break;
    }
    if (parts.isEmpty())
        return fail(ErrorCode::NotFound, coreTr("The first part of the bundle “%1” is missing.").arg(match.captured(1)),
                    coreTr("Copy it beside the others, then try again."));
    return parts;
}

Result<std::unique_ptr<PartReader>> PartReader::openParts(const QString &path)
{
    DOSIRAK_TRY(paths, partsOf(path));
    std::unique_ptr<PartReader> reader(new PartReader);
    for (const QString &part : paths) {
        auto file = std::make_unique<QFile>(part);
        errno = 0;
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Failure(ioError(part, errno != 0 ? errno : EIO));
        const qint64 size = file->size();
        reader->m_files.push_back({std::move(file), reader->m_size});
        reader->m_size += size;
    }
    reader->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return reader;
}

QStringList PartReader::paths() const
{
    QStringList paths;
    for (const File &file : m_files)
        paths.append(file.file->fileName());
    return paths;
}

bool PartReader::seek(qint64 position)
{
    if (position < 0 || position > m_size)
        return false;
    m_position = position;
    return QIODevice::seek(position);
}

qint64 PartReader::readData(char *data, qint64 size)
{
    qint64 done = 0;
    while (done < size && m_position < m_size) {
        auto next = std::upper_bound(m_files.begin(), m_files.end(), m_position,
                                     [](qint64 position, const File &file) { return position < file.start; });
        File &file = *std::prev(next);
        if (!file.file->seek(m_position - file.start))
            return -1;
        const qint64 got = file.file->read(data + done, size - done);
        if (got <= 0)
            return done > 0 ? done : -1;
        done += got;
        m_position += got;
    }
    return done;
}

} // namespace dosirak::bundle
