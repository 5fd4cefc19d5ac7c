// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/load_stream.h"

#include "base/files.h"
#include "base/tr.h"
#include "image/tar_stream.h"

#include <QFileInfo>
#include <QSet>
#include <cerrno>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceBytes = 1 << 20;

QByteArray blobName(const QString &digest)
{
    return "blobs/sha256/" + digest.mid(7).toLatin1();
}

QByteArray dockerManifest(const LayoutImage &image, const QString &tag)
{
    Json layers = Json::array();
    for (const Descriptor &layer : image.manifest.layers)
        layers.push_back(blobName(layer.digest).toStdString());
    Json entry = {{"Config", blobName(image.manifest.config.digest).toStdString()}, {"RepoTags", {toStd(tag)}}};
    entry["Layers"] = layers;
    return canonicalJson(Json::array({entry}));
}

QByteArray ociIndex(const LayoutImage &image, const QString &tag)
{
    Json entry = descriptorJson(image.descriptor);
    entry["annotations"] = {{"io.containerd.image.name", toStd(tag)},
                            {"org.opencontainers.image.ref.name", toStd(tag.section(u':', -1))}};
    return canonicalJson({{"schemaVersion", 2}, {"manifests", Json::array({entry})}});
}

} // namespace

Result<LoadStream> LoadStream::open(const OciLayout &layout, const LayoutImage &image, const QString &tag)
{
    LoadStream stream;
    const auto addText = [&](const QByteArray &name, const QByteArray &bytes) {
        stream.m_parts << Part{name, bytes, {}, bytes.size()};
    };
    addText("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}\n");
    addText("index.json", ociIndex(image, tag));
    addText("manifest.json", dockerManifest(image, tag));
    QSet<QString> seen;
    for (const Descriptor &blob : QList<Descriptor>{image.descriptor, image.manifest.config} + image.manifest.layers) {
        if (seen.contains(blob.digest))
            continue;
        seen.insert(blob.digest);
        DOSIRAK_TRY(path, layout.blobPath(blob.digest));
        if (QFileInfo(path).size() != blob.size || !QFileInfo::exists(path))
            return fail(ErrorCode::Integrity, coreTr("The image “%1” is not whole: %2 is missing.").arg(tag, blob.digest),
                        coreTr("Run sync again."));
        stream.m_parts << Part{blobName(blob.digest), {}, path, blob.size};
    }
    for (const Part &part : std::as_const(stream.m_parts))
        stream.m_total += 512 + part.size + tarPadding(part.size);
    stream.m_total += tarEnd().size();
    return stream;
}

Result<QByteArray> LoadStream::next()
{
    DOSIRAK_TRY(bytes, piece());
    m_done += bytes.size();
    return bytes;
}

Result<QByteArray> LoadStream::piece()
{
    if (m_file) {
        const QByteArray block = m_file->read(std::min(m_left, pieceBytes));
        if (block.isEmpty())
            return fail(ErrorCode::Integrity, coreTr("“%1” became shorter while it was read.").arg(m_file->fileName()));
        m_left -= block.size();
        if (m_left > 0)
            return block;
        const qint64 size = m_parts.at(m_at++).size;
        m_file.reset();
        return block + QByteArray(tarPadding(size), '\0');
    }
    if (m_at >= m_parts.size())
        return std::exchange(m_ended, true) ? QByteArray() : tarEnd();
    const Part &part = m_parts.at(m_at);
    const QByteArray header = tarFileHeader(part.name, part.size);
    if (part.path.isEmpty() || part.size == 0) {
        ++m_at;
        return header + part.bytes + QByteArray(tarPadding(part.size), '\0');
    }
    m_file = std::make_unique<QFile>(part.path);
    m_left = part.size;
    errno = 0;
    if (!m_file->open(QIODevice::ReadOnly))
        return Failure(ioError(part.path, errno != 0 ? errno : EACCES));
    return header;
}

} // namespace dosirak::image
