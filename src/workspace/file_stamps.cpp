// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/file_stamps.h"

#include "base/files.h"
#include "base/json.h"

#include <QFile>
#include <sys/stat.h>

namespace dosirak::workspace {

namespace {
constexpr qint64 maxStamps = 64LL << 20;
constexpr int formatVersion = 1;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}
}

FileStamps::FileStamps(QString path) : m_path(std::move(path))
{
    if (m_path.isEmpty())
        return;
    const auto json = readJson(m_path, maxStamps);
    if (!json)
        return;
    try {
        if (json->at("format").get<int>() != formatVersion)
            return;
        for (const Json &file : json->at("files"))
            m_stamps.insert(fromStd(file.at(0).get<std::string>()),
                            {file.at(1).get<qint64>(), file.at(2).get<qint64>(), file.at(3).get<qint64>(), file.at(4).get<qint64>(),
                             QByteArray::fromStdString(file.at(5).get<std::string>())});
    } catch (const Json::exception &) {
        m_stamps.clear();
    }
}

FileStamps::Stamp FileStamps::stampOf(const QString &file, const QByteArray &sha256)
{
    struct ::stat info {};
    if (::lstat(QFile::encodeName(file).constData(), &info) != 0 || !S_ISREG(info.st_mode))
        return {};
    return {info.st_size, nanoseconds(info.st_mtim), nanoseconds(info.st_ctim), qint64(info.st_ino), sha256};
}

bool FileStamps::isUnchanged(const QString &file, const QString &id, const QByteArray &sha256) const
{
    const QMutexLocker lock(&m_mutex);
    const auto stamp = m_stamps.constFind(id);
    return stamp != m_stamps.cend() && !sha256.isEmpty() && stamp->sha256 == sha256 && *stamp == stampOf(file, sha256);
}

void FileStamps::note(const QString &file, const QString &id, const QByteArray &sha256)
{
    const Stamp stamp = stampOf(file, sha256);
    const QMutexLocker lock(&m_mutex);
    m_isNew = m_isNew || m_stamps.value(id) != stamp;
    m_stamps.insert(id, stamp);
}

void FileStamps::save()
{
    const QMutexLocker lock(&m_mutex);
    if (m_path.isEmpty() || !m_isNew)
        return;
    Json files = Json::array();
    for (auto it = m_stamps.cbegin(); it != m_stamps.cend(); ++it)
        files.push_back(Json::array({toStd(it.key()), it->size, it->modified, it->changed, it->inode, it->sha256.toStdString()}));
    if (writeFileAtomically(m_path, canonicalJson({{"format", formatVersion}, {"files", files}})))
        m_isNew = false;
}

} // namespace dosirak::workspace
