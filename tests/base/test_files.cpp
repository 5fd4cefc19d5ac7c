// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/sha256.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>

using namespace dosirak;
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWriteReplacesTheWholeFile();
    void aFailedWriteLeavesTheOldFile();
    void limits();
    void hashesAFile();
    void errnoTurnsIntoWords();
};

void TestFiles::aWriteReplacesTheWholeFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/er/file.json"_s);
    QVERIFY(writeFileAtomically(path, "one"));
    QVERIFY(writeFileAtomically(path, "two"));
    QCOMPARE(readFile(path, 100).value(), QByteArray("two"));
    QCOMPARE(QDir(folder.filePath(u"deep/er"_s)).entryList(QDir::Files).size(), 1);
}

void TestFiles::aFailedWriteLeavesTheOldFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QVERIFY(QDir().mkpath(path)); // a folder stands where the file should go
    const auto result = writeFileAtomically(path, "bytes");
    QVERIFY(!result);
    QVERIFY(QFileInfo(path).isDir());
}

void TestFiles::limits()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QVERIFY(writeFileAtomically(path, QByteArray(10, 'a')));
    QVERIFY(readFile(path, 10));
    QVERIFY(!readFile(path, 9));
    QCOMPARE(readFile(folder.filePath(u"none"_s), 9).error().code, ErrorCode::NotFound);
    QCOMPARE(readFile(u"/dev/zero"_s, 9).error().code, ErrorCode::Invalid);
}

void TestFiles::hashesAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    const QByteArray bytes(3'000'000, 'z');
    QVERIFY(writeFileAtomically(path, bytes));
    qint64 seen = 0;
    QCOMPARE(sha256OfFile(path, {}, [&](qint64 n) { seen += n; }).value(), Sha256::of(bytes));
    QCOMPARE(seen, bytes.size());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(sha256OfFile(path, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void TestFiles::errnoTurnsIntoWords()
{
    QCOMPARE(ioError(u"x"_s, ENOSPC).code, ErrorCode::DiskFull);
    QCOMPARE(ioError(u"x"_s, ENOENT).code, ErrorCode::NotFound);
    QCOMPARE(ioError(u"x"_s, EACCES).code, ErrorCode::Io);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
