// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/inbox.h"
#include "fetch/vendor_file_p.h"

#include "base/tr.h"

#include <KAr>
#include <KCompressionDevice>
#include <KTar>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <array>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

struct Pattern {
    const char *product;
    VendorFile::Form form;
    const char *expression; ///< groups: version, cuda, arch, os; matched from the beginning of the name
};

// The names as NVIDIA's download pages gave them from TensorRT 7 and cuDNN 8.2 on.
constexpr std::array patterns = {
    Pattern{"TensorRT", VendorFile::Form::Tar,
            R"(^TensorRT-(?<version>\d+(\.\d+)+)\.(?<os>[A-Za-z]+[-\d.]*)\.(?<arch>[a-z0-9_]+)-gnu\.cuda-(?<cuda>\d+(\.\d+)*))"},
    Pattern{"TensorRT", VendorFile::Form::LocalRepoDeb,
            R"(^nv-tensorrt-(local-)?repo-(?<os>[a-z]+\d+)-(cuda(?<cuda2>\d+(\.\d+)*)-trt)?(?<version>\d+(\.\d+)+)(-cuda-(?<cuda>\d+(\.\d+)*))?)"},
    Pattern{"cuDNN", VendorFile::Form::Tar,
            R"(^cudnn-linux-(?<arch>[a-z0-9_]+)-(?<version>\d+(\.\d+)+)_cuda(?<cuda>\d+(\.\d+)*)-archive)"},
    Pattern{"cuDNN", VendorFile::Form::Tar, R"(^cudnn-(?<cuda>\d+(\.\d+)*)-linux-(?<arch>[a-z0-9]+)-v(?<version>\d+(\.\d+)+))"},
    Pattern{"cuDNN", VendorFile::Form::LocalRepoDeb,
            R"(^cudnn-local-repo-(?<os>[a-z]+\d+)-(cuda-(?<cuda>\d+(\.\d+)*)-)?(?<version>\d+(\.\d+)+))"},
};

QString architectureOf(const QString &fileName, const QString &captured)
{
    if (captured == u"x64"_s || fileName.contains(u"_amd64"_s))
        return u"x86_64"_s;
    if (captured == u"sbsa"_s || fileName.contains(u"_arm64"_s))
        return u"aarch64"_s;
    return captured;
}

/// The name of the first entry of a compressed tar, from its first block (POSIX ustar header, bytes 0 to 99).
Result<QString> topFolder(const QString &path)
{
    const Packing packing = packingOf(path);
    KCompressionDevice device(path, packing == Packing::Xz ? KCompressionDevice::Xz : KCompressionDevice::GZip);
    QByteArray header;
    if (packing != Packing::Unknown && device.open(QIODevice::ReadOnly))
        header = device.read(512);
    if (header.size() < 512 || header.mid(257, 5) != "ustar")
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a tar archive that can be read.").arg(QFileInfo(path).fileName()));
    QString name = QString::fromUtf8(header.left(100).constData());
    while (name.startsWith(u"./"_s))
        name.remove(0, 2);
    return name.section(u'/', 0, 0);
}

/// The text of the file `control` of a .deb (deb(5)).
Result<QByteArray> controlOf(const QString &path)
{
    const auto broken = [&] {
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a Debian package that can be read.").arg(QFileInfo(path).fileName()));
    };
    KAr ar(path);
    if (!ar.open(QIODevice::ReadOnly))
        return broken();
    const KArchiveDirectory *members = ar.directory();
    for (const QString &name : members->entries()) {
        const KArchiveFile *member = members->file(name);
        if (!member || !name.startsWith(u"control.tar"_s) || member->size() > (16 << 20))
            continue;
        QByteArray packed = member->data();
        QBuffer buffer(&packed);
        const auto type = name.endsWith(u".xz"_s) ? KCompressionDevice::Xz
            : name.endsWith(u".zst"_s) ? KCompressionDevice::Zstd
            : name.endsWith(u".gz"_s)  ? KCompressionDevice::GZip : KCompressionDevice::None;
        KCompressionDevice device(&buffer, false, type);
        KTar tar(&device);
        if (!tar.open(QIODevice::ReadOnly))
            return broken();
        const KArchiveFile *control = tar.directory()->file(u"control"_s);
        if (!control || control->size() > (1 << 20))
            return broken();
        return control->data();
    }
    return broken();
}

QString fieldOf(const QByteArray &control, const QByteArray &name)
{
    for (const QByteArray &line : control.split('\n'))
        if (line.startsWith(name + ':'))
            return QString::fromUtf8(line.mid(name.size() + 1).trimmed());
    return {};
}

} // namespace

Packing packingOf(const QString &path)
{
    QFile file(path);
    const QByteArray begin = file.open(QIODevice::ReadOnly) ? file.read(8) : QByteArray();
    if (begin.startsWith("\x1f\x8b"))
        return Packing::Gzip;
    if (begin.startsWith(QByteArrayView("\xfd" "7zXZ\0", 6)))
        return Packing::Xz;
    return begin == "!<arch>\n" ? Packing::Ar : Packing::Unknown;
}

std::optional<VendorFile> vendorFileOfName(const QString &fileName)
{
    for (const Pattern &pattern : patterns) {
        const QRegularExpression expression(QString::fromLatin1(pattern.expression));
        const auto match = expression.match(fileName);
        if (!match.hasMatch())
            continue;
        VendorFile file;
        file.product = QString::fromLatin1(pattern.product);
        file.form = pattern.form;
        file.version = match.captured(u"version"_s);
        file.cudaBuild = match.captured(u"cuda"_s);
        if (file.cudaBuild.isEmpty() && expression.namedCaptureGroups().contains(u"cuda2"_s))
            file.cudaBuild = match.captured(u"cuda2"_s);
        file.architecture = architectureOf(fileName, match.captured(u"arch"_s));
        file.system = pattern.form == VendorFile::Form::LocalRepoDeb ? match.captured(u"os"_s) : QString();
        return file;
    }
    return std::nullopt;
}

Result<VendorFile> vendorFileInside(const QString &path)
{
    const auto unknown = [&] {
        return fail(ErrorCode::Invalid, coreTr("“%1” is no file of TensorRT or cuDNN.").arg(QFileInfo(path).fileName()));
    };
    if (packingOf(path) == Packing::Ar) {
        DOSIRAK_TRY(control, controlOf(path));
        auto file = vendorFileOfName(fieldOf(control, "Package") + u"_x_"_s + fieldOf(control, "Architecture"));
        if (!file)
            return unknown();
        return *file;
    }
    DOSIRAK_TRY(folder, topFolder(path));
    static const QRegularExpression tensorRt(u"^TensorRT-(\\d+(\\.\\d+)+)\\z"_s);
    if (const auto match = tensorRt.match(folder); match.hasMatch()) {
        VendorFile file;
        file.product = u"TensorRT"_s;
        file.version = match.captured(1);
        return file; // the folder inside does not say for which CUDA it is
    }
    auto file = vendorFileOfName(folder);
    if (!file)
        return unknown();
    return *file;
}

} // namespace dosirak::fetch
