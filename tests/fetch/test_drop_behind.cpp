// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/drop_behind.h"

#include <QDir>
#include <QStorageInfo>
#include <QTemporaryFile>
#include <QTest>
#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace dosirak::fetch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 fileSize = 96 * mebibyte;

/// The build folder, or where the FHS keeps what outlives a restart. Nothing can be dropped from a tmpfs: it is memory.
/// Empty: both are one.
QString folderOnADisk()
{
    for (const QString &folder : {QDir::currentPath(), u"/var/tmp"_s}) {
        if (QStorageInfo(folder).fileSystemType() != "tmpfs")
            return folder;
    }
    return {};
}

/// Bytes of the file that lie in the page cache; -1: it could not be asked.
qint64 cachedBytes(QFile &file)
{
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    uchar *bytes = file.map(0, file.size());
    std::vector<uchar> resident(size_t((file.size() + page - 1) / page));
    if (!bytes || ::mincore(bytes, size_t(file.size()), resident.data()) != 0)
        return -1;
    file.unmap(bytes);
    return std::count_if(resident.begin(), resident.end(), [](uchar state) { return state & 1; }) * page;
}

} // namespace

class TestDropBehind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLittleOfWhatComesQuickly_data();
    void keepsLittleOfWhatComesQuickly();
};

void TestDropBehind::keepsLittleOfWhatComesQuickly_data()
{
    QTest::addColumn<std::chrono::milliseconds>("perWindow"); // of 8 MiB
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<bool>("isDropped");
    QTest::newRow("10 Gbit/s") << 7ms << qint64(0) << true;
    QTest::newRow("just above 1 Gbit/s") << 62ms << qint64(0) << true;
    QTest::newRow("1 Gbit/s") << 68ms << qint64(0) << false;
    QTest::newRow("a night's pause in each window") << std::chrono::milliseconds(10h) << qint64(0) << false;
    QTest::newRow("begun just before the end") << 7ms << fileSize - 4 * mebibyte << false;
}

void TestDropBehind::keepsLittleOfWhatComesQuickly()
{
    QFETCH(std::chrono::milliseconds, perWindow);
    QFETCH(qint64, begin);
    QFETCH(bool, isDropped);
    const QString folder = folderOnADisk();
    QVERIFY2(!folder.isEmpty(), "the build folder and /var/tmp are both memory: one of them has to be on a disk");
    QTemporaryFile file(folder + u"/drop-behind-XXXXXX"_s);
    QVERIFY(file.open());
    DropBehind behind;
    DropBehind::Clock::time_point now;
    behind.begin(begin, now);
    const QByteArray block(mebibyte, 'x');
    while (file.size() < fileSize) {
        QCOMPARE(file.write(block), block.size());
        QVERIFY(file.flush());
        if (file.size() <= begin)
            continue;
        QCOMPARE(::fdatasync(file.handle()), 0); // as if the disk kept up
        now += std::chrono::nanoseconds(perWindow) / 8;
        behind.grown(file.handle(), file.size(), now);
    }
    const qint64 cached = cachedBytes(file);
    QVERIFY(cached >= 0);
    if (isDropped)
        QVERIFY2(cached <= 48 * mebibyte, qPrintable(QString::number(cached)));
    else
        QVERIFY2(cached > 80 * mebibyte, qPrintable(QString::number(cached)));
    QVERIFY(file.seek(0));
    for (qint64 at = 0; at < fileSize; at += mebibyte) // and no byte is lost
        QCOMPARE(file.read(mebibyte), block);
}

QTEST_APPLESS_MAIN(TestDropBehind)
#include "test_drop_behind.moc"
