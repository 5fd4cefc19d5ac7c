// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata_source_cache.h"

#include "base/sha256.h"
#include "python/metadata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <zlib.h>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

QByteArray stamp(std::string_view text)
{
    const auto crc = crc32(0, reinterpret_cast<const Bytef *>(text.data()), uInt(text.size()));
    return "dosirak-metadata 1 " + QByteArray::number(qulonglong(crc), 16) + '\n';
}

} // namespace

QString MetadataCache::pathOf(const std::string &sha256) const
{
    if (m_folder.isEmpty() || !isSha256(QByteArrayView(sha256.data(), qsizetype(sha256.size()))))
        return {};
    const QString name = QString::fromStdString(sha256);
    return m_folder + u"/metadata/"_s + name.left(2) + u'/' + name.mid(2);
}

std::optional<std::string> MetadataCache::read(const std::string &sha256) const
{
    const QString path = pathOf(sha256);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(maxMetadataSize + 128);
    const qsizetype head = bytes.indexOf('\n') + 1;
    std::string text(bytes.constData() + head, std::size_t(bytes.size() - head));
    if (head == 0 || bytes.left(head) != stamp(text))
        return std::nullopt;
    return text;
}

void MetadataCache::write(const std::string &sha256, std::string_view text) const
{
    const QString path = pathOf(sha256);
    if (path.isEmpty() || !QDir().mkpath(QFileInfo(path).path()))
        return;
    QTemporaryFile file(path + u".XXXXXX"_s);
    if (!file.open())
        return;
    const QByteArray bytes = stamp(text) + QByteArray(text.data(), qsizetype(text.size()));
    if (file.write(bytes) == bytes.size() && file.flush() && ::rename(QFile::encodeName(file.fileName()).constData(),
                                                                      QFile::encodeName(path).constData()) == 0)
        file.setAutoRemove(false);
}

} // namespace dosirak::python
