// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KAr>
#include <KCompressionDevice>
#include <KTar>
#include <QBuffer>
#include <QFile>
#include <functional>

/// Archives as vendors pack them, made for tests of the inbox.
namespace dosirak::test {

using namespace Qt::StringLiterals;

/// A compressed tar. KTar leaves out the two empty blocks at its end (POSIX pax), which every vendor's tar has.
inline QByteArray packedTar(const std::function<void(KTar &)> &fill, KCompressionDevice::CompressionType type)
{
    QByteArray plain;
    QBuffer plainBuffer(&plain);
    if (!plainBuffer.open(QIODevice::WriteOnly))
        return {};
    KTar tar(&plainBuffer);
    if (!tar.open(QIODevice::WriteOnly))
        return {};
    fill(tar);
    tar.close();
    plain += QByteArray(1024, '\0');
    QByteArray packed;
    QBuffer buffer(&packed);
    KCompressionDevice device(&buffer, false, type);
    if (!device.open(QIODevice::WriteOnly) || device.write(plain) != plain.size())
        return {};
    device.close();
    return packed;
}

/// With one file in a top folder, as the vendor packs them.
inline QByteArray tarOf(const QString &folder, KCompressionDevice::CompressionType type)
{
    QByteArray noise(300'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : noise)
        byte = char((state = state * 1664525 + 1013904223) >> 24);
    return packedTar([&](KTar &tar) {
        tar.writeDir(folder, u"u"_s, u"g"_s);
        tar.writeFile(folder + u"/lib/libx.so"_s, noise);
    }, type);
}

inline QByteArray arMember(const QByteArray &name, const QByteArray &data)
{
    QByteArray header = name.leftJustified(16) + QByteArray("0").leftJustified(12) + QByteArray("0").leftJustified(6)
        + QByteArray("0").leftJustified(6) + QByteArray("100644").leftJustified(8)
        + QByteArray::number(data.size()).leftJustified(10) + "`\n";
    return header + data + (data.size() % 2 ? "\n" : "");
}

inline QByteArray debOf(const QByteArray &package, const QByteArray &version)
{
    const QByteArray packed = packedTar([&](KTar &tar) {
        tar.writeFile(u"control"_s, "Package: " + package + "\nVersion: " + version + "\nArchitecture: amd64\n");
    }, KCompressionDevice::GZip);
    return "!<arch>\n" + arMember("debian-binary", "2.0\n") + arMember("control.tar.gz", packed)
        + arMember("data.tar.gz", QByteArray(5001, 'd'));
}

inline QString written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

} // namespace dosirak::test
