// SPDX-License-Identifier: GPL-3.0-or-later
#include "image_fixture.h"

#include "base/process.h"
#include "base/sha256.h"
#include "image/blob_writer.h"
#include "image/inflate.h"
#include "image/tar_stream.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

namespace fixture {

QByteArray tar(const QList<File> &files)
{
    QByteArray bytes;
    for (const File &file : files)
        bytes += tarFileHeader(file.path, file.content.size()) + file.content
            + QByteArray(tarPadding(file.content.size()), '\0');
    return bytes + tarEnd();
}

static Result<Descriptor> addLayer(const OciLayout &layout, const QByteArray &bytes)
{
    const bool gzip = packingOf(bytes) == Packing::Gzip;
    return layout.addBlob(bytes, QString(gzip ? mediatype::layerGzip : mediatype::layer));
}

Result<LayoutImage> addImage(const OciLayout &layout, const QString &reference, const QList<QByteArray> &layers)
{
    ImageConfig config;
    config.architecture = u"amd64"_s;
    config.os = u"linux"_s;
    config.env = {u"PATH=/usr/bin:/bin"_s};
    config.created = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::utc());
    Manifest manifest;
    for (const QByteArray &bytes : layers) {
        auto layer = addLayer(layout, bytes);
        if (!layer)
            return Failure(layer.error());
        manifest.layers << *layer;
        Sha256 hash;
        Inflater inflater([&](QByteArrayView piece) -> Result<void> {
            hash.add(piece);
            return {};
        });
        if (!inflater.feed(bytes) || !inflater.finish())
            return fail(ErrorCode::Internal, u"fixture"_s);
        config.diffIds << u"sha256:"_s + QString::fromLatin1(hash.finish());
        config.history << HistoryEntry{u"layer %1"_s.arg(manifest.layers.size()), false};
    }
    auto stored = layout.addBlob(canonicalJson(configJson(config)), QString(mediatype::config));
    if (!stored)
        return Failure(stored.error());
    manifest.config = *stored;
    return layout.addImage(reference, manifest);
}

QByteArray staticProgram()
{
    static const QByteArray program = [] {
        const QTemporaryDir folder;
        QFile source(folder.filePath(u"say.c"_s));
        if (!source.open(QIODevice::WriteOnly))
            return QByteArray();
        source.write("#include <stdio.h>\n#include <unistd.h>\n#include <stdlib.h>\n#include <string.h>\n"
                     "int main(int c, char **v) { if (c > 2 && !strcmp(v[1], \"-c\")) { puts(v[2]); fflush(stdout);\n"
                     "  if (!strcmp(v[2], \"sleep\")) sleep(60); return !strcmp(v[2], \"fail\") ? 3 : 0; }\n"
                     "  puts(\"started\"); return 0; }\n");
        source.close();
        ProcessRequest compile;
        compile.program = u"cc"_s;
        compile.arguments = {u"-static"_s, u"-Os"_s, u"-s"_s, u"-o"_s, folder.filePath(u"say"_s), source.fileName()};
        const auto outcome = runProcess(compile);
        QFile built(folder.filePath(u"say"_s));
        return outcome && outcome->exitCode == 0 && built.open(QIODevice::ReadOnly) ? built.readAll() : QByteArray();
    }();
    return program;
}

} // namespace fixture
