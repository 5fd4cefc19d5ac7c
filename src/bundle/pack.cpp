// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/pack.h"

#include "base/files.h"
#include "base/safe_path.h"
#include "base/tr.h"

#include <KTar>
#include <QFileInfo>
#include <QStorageInfo>

namespace dosirak::bundle {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTarFile = (8LL << 30) - 1;
constexpr qint64 blockSize = 1 << 20;

QByteArray verifyScript()
{
    return R"sh(#!/bin/sh
# Checks that nothing of this bundle was lost or changed. Needs only a POSIX shell and sha256sum.
set -eu
cd "$(dirname "$0")"
if sha256sum --quiet -c SHA256SUMS; then
    echo "All $(grep -c . SHA256SUMS) files are good."
else
    echo "Some files are damaged or missing: copy the bundle again." >&2
    exit 1
fi
)sh";
}

QByteArray sums(const QList<BundledFile> &files)
{
    QByteArray text;
    for (const BundledFile &file : files)
        text += file.sha256.toLatin1() + "  " + file.path.toUtf8() + '\n';
    return text;
}

BundledFile contentEntry(const QString &path, const QByteArray &content)
{
    return {path, content.size(), QString::fromLatin1(Sha256::of(content))};
}

Result<BundledFile> entryOf(const PlannedFile &planned, const std::stop_token &stop)
{
    if (!safeRelativePath(planned.path))
        return fail(ErrorCode::Invalid, coreTr("“%1” has no place in a bundle.").arg(planned.path));
    if (planned.source.isEmpty())
        return contentEntry(planned.path, planned.content);
    const QFileInfo info(planned.source);
    if (!info.isFile())
        return fail(ErrorCode::NotFound, coreTr("“%1” is not there.").arg(planned.source),
                    coreTr("Run “dosirak sync” first."));
    if (info.size() > largestTarFile)
        return fail(ErrorCode::Unsupported, coreTr("“%1” is larger than 8 GiB, which a bundle cannot hold.").arg(planned.source));
    QString sha256 = planned.sha256;
    if (sha256.isEmpty()) {
        DOSIRAK_TRY(hash, sha256OfFile(planned.source, stop));
        sha256 = QString::fromLatin1(hash);
    }
    return BundledFile{planned.path, info.size(), sha256};
}

/// Streams files into the archive and counts.
class Packer
{
public:
    Packer(KTar &tar, PartWriter &writer, qint64 total, const std::stop_token &stop, const ProgressSink &progress)
        : m_tar(tar), m_writer(writer), m_stop(stop), m_progress(progress), m_total(total)
    {
    }

    Result<void> addContent(const QString &path, const QByteArray &content, mode_t mode = 0100644)
    {
        if (!m_tar.writeFile(path, content, mode, u"root"_s, u"root"_s, epoch(), epoch(), epoch()))
            return broken();
        m_done += content.size();
        return {};
    }

    Result<void> addFile(const QString &source, const BundledFile &entry)
    {
        QFile file(source);
        errno = 0;
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Failure(ioError(source, errno != 0 ? errno : ENOENT));
        if (!m_tar.prepareWriting(entry.path, u"root"_s, u"root"_s, entry.size, 0100644, epoch(), epoch(), epoch()))
            return broken();
        Sha256 hash;
        qint64 size = 0;
        QByteArray block(blockSize, Qt::Uninitialized);
        for (;;) {
            if (m_stop.stop_requested())
                return cancelled();
            const qint64 got = file.read(block.data(), block.size());
            if (got < 0)
                return Failure(ioError(source, EIO));
            if (got == 0)
                break;
            hash.add(QByteArrayView(block.constData(), got));
            size += got;
            // A file that grew must not spoil the archive: its size was written in front.
            if (size > entry.size || !m_tar.writeData(block.constData(), got))
                return size > entry.size ? changed(source) : broken();
            m_done += got;
            report(m_progress, {coreTr("Packing"), entry.path, m_done, m_total, Progress::Unit::Bytes});
        }
        if (size != entry.size || QString::fromLatin1(hash.finish()) != entry.sha256)
            return changed(source);
        if (!m_tar.finishWriting(entry.size))
            return broken();
        return {};
    }

private:
    // Equal bundles are equal bytes: no clock, no user.
    static QDateTime epoch() { return QDateTime::fromSecsSinceEpoch(0); }

    Failure broken() const
    {
        return m_writer.failure() ? Failure(*m_writer.failure())
                                  : fail(ErrorCode::Io, coreTr("The bundle could not be written."), {}, m_tar.errorString());
    }
    static Failure changed(const QString &source)
    {
        return fail(ErrorCode::Integrity, coreTr("“%1” is not what the lock says: it is damaged or was changed.").arg(source),
                    coreTr("Run “dosirak verify”, then “dosirak sync”, which fetches it anew."));
    }

    KTar &m_tar;
    PartWriter &m_writer;
    const std::stop_token &m_stop;
    const ProgressSink &m_progress;
    qint64 m_done = 0;
    qint64 m_total;
};

Result<void> checkSpace(const QString &target, qint64 bytes)
{
    const QStorageInfo storage(QFileInfo(target).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < bytes)
        return fail(ErrorCode::DiskFull, coreTr("The bundle needs %1 bytes, and %2 are free at “%3”.").arg(bytes)
                        .arg(storage.bytesAvailable()).arg(QFileInfo(target).absolutePath()),
                    coreTr("Free some space or choose another folder."));
    return {};
}

} // namespace

Result<Packed> pack(const PackPlan &plan, const QString &target, qint64 partSize, const std::stop_token &stop,
                    const ProgressSink &progress)
{
    Manifest manifest{plan.presetName, plan.lockSha256, {}};
    for (const PlannedFile &planned : plan.files) {
        DOSIRAK_TRY(entry, entryOf(planned, stop));
        manifest.files.append(entry);
    }
    const QByteArray list = sums(manifest.files);
    manifest.files.append(contentEntry(u"SHA256SUMS"_s, list));
    manifest.files.append(contentEntry(u"verify.sh"_s, verifyScript()));
    const QByteArray head = writeManifest(manifest);

    DOSIRAK_CHECK(makeFolder(QFileInfo(target).absolutePath()));
    DOSIRAK_CHECK(checkSpace(target, manifest.totalBytes() + head.size()));
    PartWriter writer(target, partSize);
    KTar tar(&writer);
    if (!tar.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io, coreTr("The bundle could not be written."), {}, tar.errorString());
    Packer packer(tar, writer, manifest.totalBytes(), stop, progress);
    DOSIRAK_CHECK(packer.addContent(QString::fromLatin1(Manifest::fileName), head));
    for (qsizetype i = 0; i < plan.files.size(); ++i) {
        const PlannedFile &planned = plan.files.at(i);
        DOSIRAK_CHECK(planned.source.isEmpty() ? packer.addContent(planned.path, planned.content)
                                               : packer.addFile(planned.source, manifest.files.at(i)));
    }
    DOSIRAK_CHECK(packer.addContent(u"SHA256SUMS"_s, list));
    DOSIRAK_CHECK(packer.addContent(u"verify.sh"_s, verifyScript(), 0100755));
    tar.close();
    // Two empty blocks end a tar (POSIX.1-2017, pax, "ustar Interchange Format"); KTar leaves them out.
    writer.write(QByteArray(1024, '\0'));

    DOSIRAK_TRY(parts, writer.commit());
    Packed packed{parts, QString::fromLatin1(Sha256::of(head)), int(manifest.files.size()), 0};
    QByteArray partSums;
    for (const Part &part : parts) {
        packed.bytes += part.size;
        partSums += part.sha256 + "  " + QFileInfo(part.path).fileName().toUtf8() + '\n';
    }
    DOSIRAK_CHECK(writeFileAtomically(target + u".sha256"_s, partSums));
    return packed;
}

} // namespace dosirak::bundle
