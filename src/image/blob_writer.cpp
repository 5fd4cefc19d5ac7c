// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/blob_writer.h"

#include "base/files.h"
#include "base/tr.h"

#include <QUuid>
#include <cerrno>
#include <unistd.h>

namespace dosirak::image {

using namespace Qt::StringLiterals;

BlobWriter::BlobWriter(const QString &blobFolder)
    : m_folder(blobFolder), m_file(blobFolder + u"/.part-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

BlobWriter::~BlobWriter()
{
    if (!m_finished && m_file.isOpen())
        m_file.remove();
}

Result<void> BlobWriter::write(QByteArrayView bytes)
{
    errno = 0;
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return Failure(ioError(m_file.fileName(), errno != 0 ? errno : EACCES));
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return Failure(ioError(m_file.fileName(), errno != 0 ? errno : EIO));
    m_hash.add(bytes);
    m_size += bytes.size();
    return {};
}

Result<QString> BlobWriter::finish(const QString &expectedHex)
{
    DOSIRAK_CHECK(write({})); // an empty blob is a file too
    const QString hex = QString::fromLatin1(m_hash.finish());
    if (!expectedHex.isEmpty() && hex != expectedHex)
        return fail(ErrorCode::Integrity, coreTr("A part of the image is damaged: its content does not match its digest."),
                    coreTr("Get the image again."), u"expected sha256:%1, found sha256:%2"_s.arg(expectedHex, hex));
    const QString target = m_folder + u'/' + hex;
    errno = 0;
    if (QFile::exists(target) && QFile(target).size() == m_size) {
        m_file.remove();
    } else {
        if (::fsync(m_file.handle()) != 0)
            return Failure(ioError(target, errno));
        m_file.close();
        if (::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(target).constData()) != 0)
            return Failure(ioError(target, errno));
        syncFolder(m_folder);
    }
    m_finished = true;
    return hex;
}

} // namespace dosirak::image
