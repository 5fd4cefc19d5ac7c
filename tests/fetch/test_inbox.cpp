// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/inbox.h"
#include "support/made_archives.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<VendorExpectation> waitedFor()
{
    const QUrl page(u"https://developer.nvidia.com/tensorrt"_s);
    return {{u"tar"_s, u"TensorRT"_s, u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s, u"8.6.1"_s, u"11.8"_s, -1, {}, page},
            {u"deb"_s, u"TensorRT"_s, u"nv-tensorrt-local-repo-ubuntu2204-10.3.0-cuda-12.5_1.0-1_amd64.deb"_s, u"10.3.0"_s, u"12.5"_s, -1, {}, page},
            {u"cudnn"_s, u"cuDNN"_s, u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz"_s, u"8.7"_s, u"11.8"_s, -1, {}, page},
            {u"other"_s, {}, u"weights.bin"_s, {}, {}, -1, {}, page},
            {u"corpus"_s, {}, u"corpus.tar.gz"_s, {}, {}, -1, {}, page}};
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void verdicts_data();
    void verdicts();
    void aKnownDigestIsAllThatCounts();
    void sizeAndDigestOfTheLock();
    void theWatcherReportsWhatHasStoppedGrowing();
};

void TestInbox::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("TensorRT 8 tar") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s << u"TensorRT 8.6.1.6 cuda 11.8 x86_64 "_s;
    QTest::newRow("TensorRT 7 tar") << u"TensorRT-7.2.3.4.Ubuntu-18.04.x86_64-gnu.cuda-11.0.cudnn8.1.tar.gz"_s << u"TensorRT 7.2.3.4 cuda 11.0 x86_64 "_s;
    QTest::newRow("TensorRT local repo") << u"nv-tensorrt-local-repo-ubuntu2204-8.6.1-cuda-11.8_1.0-1_amd64.deb"_s << u"TensorRT 8.6.1 cuda 11.8 x86_64 ubuntu2204"_s;
    QTest::newRow("TensorRT 8.4 repo") << u"nv-tensorrt-repo-ubuntu2004-cuda11.6-trt8.4.3.1-ga-20220813_1-1_amd64.deb"_s << u"TensorRT 8.4.3.1 cuda 11.6 x86_64 ubuntu2004"_s;
    QTest::newRow("cuDNN tar") << u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz"_s << u"cuDNN 8.7.0.84 cuda 11 x86_64 "_s;
    QTest::newRow("older cuDNN tar") << u"cudnn-11.3-linux-x64-v8.2.1.32.tgz"_s << u"cuDNN 8.2.1.32 cuda 11.3 x86_64 "_s;
    QTest::newRow("cuDNN local repo") << u"cudnn-local-repo-ubuntu2204-8.9.7.29_1.0-1_amd64.deb"_s << u"cuDNN 8.9.7.29 cuda  x86_64 ubuntu2204"_s;
    QTest::newRow("something else") << u"torch-2.1.2.tar.gz"_s << u"nothing"_s;
}

void TestInbox::names()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    const auto file = vendorFileOfName(name);
    QCOMPARE(file ? u"%1 %2 cuda %3 %4 %5"_s.arg(file->product, file->version, file->cudaBuild, file->architecture, file->system)
                  : u"nothing"_s, said);
}

void TestInbox::verdicts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expectation");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QString>("words");
    const QByteArray tensorRt = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
    const QByteArray cudnn = tarOf(u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive"_s, KCompressionDevice::Xz);
    const QByteArray corpus = tarOf(u"corpus"_s, KCompressionDevice::GZip);
    const QByteArray deb = debOf("nv-tensorrt-local-repo-ubuntu2204-10.3.0-cuda-12.5", "1.0-1");
    const QString tarName = u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s;
    const QString debName = u"nv-tensorrt-local-repo-ubuntu2204-10.3.0-cuda-12.5_1.0-1_amd64.deb"_s;
    const QString cudnnName = u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz"_s;
    QTest::newRow("the tar") << tarName << tensorRt << u"tar"_s << true << u"TensorRT 8.6.1.6, as the lock needs it"_s;
    QTest::newRow("a second download of it") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar (1).gz"_s << tensorRt << u"tar"_s << true << u"as the lock needs it"_s;
    QTest::newRow("the local repo") << debName << deb << u"deb"_s << true << u"as the lock needs it"_s;
    QTest::newRow("a local repo under another name") << u"download.deb"_s << deb << u"deb"_s << true << u"as the lock needs it"_s;
    QTest::newRow("cuDNN for all of CUDA 11") << cudnnName << cudnn << u"cudnn"_s << true << u"cuDNN 8.7.0.84"_s;
    QTest::newRow("wrong CUDA build") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-12.0.tar.gz"_s << tensorRt << u"tar"_s << false << u"built for CUDA 12.0"_s;
    QTest::newRow("wrong version") << u"TensorRT-8.5.3.1.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s << tarOf(u"TensorRT-8.5.3.1"_s, KCompressionDevice::GZip) << u"tar"_s << false << u"This is TensorRT 8.5.3.1, and the lock needs 8.6.1."_s;
    QTest::newRow("the name lies about the version") << tarName << tarOf(u"TensorRT-8.5.3.1"_s, KCompressionDevice::GZip) << u"tar"_s << false << u"This is TensorRT 8.5.3.1"_s;
    QTest::newRow("a renamed tar does not say its CUDA") << u"trt.tar.gz"_s << tensorRt << u"tar"_s << false << u"does not say for which CUDA"_s;
    QTest::newRow("another architecture") << u"TensorRT-8.6.1.6.Linux.aarch64-gnu.cuda-11.8.tar.gz"_s << tensorRt << u"tar"_s << false << u"is for aarch64"_s;
    QTest::newRow("a tar under a name that says nothing of its form") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.download"_s << tensorRt << u"tar"_s << true << u"as the lock needs it"_s;
    QTest::newRow("a file of no vendor, by its name") << u"weights.bin"_s << QByteArray("0123") << u"other"_s << true << u"This is “weights.bin”"_s;
    QTest::newRow("an archive of no vendor that was cut") << u"corpus.tar.gz"_s << corpus.left(corpus.size() / 2) << u"corpus"_s << false << u"truncated or damaged"_s;
    QTest::newRow("a login page that begins with a comment") << tarName << QByteArray("<!-- v2 -->\n<html><body>Log in") << u"tar"_s << false << u"is a web page"_s;
    QTest::newRow("a login page") << tarName << QByteArray("<!DOCTYPE html><html><body>Log in") << u"tar"_s << false << u"is a web page"_s;
    QTest::newRow("a truncated tar.gz") << tarName << tensorRt.left(tensorRt.size() / 2) << u"tar"_s << false << u"truncated or damaged"_s;
    QTest::newRow("a truncated tar.xz") << cudnnName << cudnn.left(cudnn.size() / 2) << u"cudnn"_s << false << u"truncated or damaged"_s;
    QTest::newRow("a truncated deb") << debName << deb.left(deb.size() - 100) << u"deb"_s << false << u"truncated or damaged"_s;
    QTest::newRow("an empty file") << tarName << QByteArray() << u"tar"_s << false << u"truncated or damaged"_s;
    QTest::newRow("nothing that is waited for") << u"holiday.tar.gz"_s << tarOf(u"holiday"_s, KCompressionDevice::GZip) << QString() << false << u"not a file that any lock waits for"_s;
}

void TestInbox::verdicts()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, expectation);
    QFETCH(bool, accepted);
    QFETCH(QString, words);
    QTemporaryDir folder;
    const auto verdict = examine(written(folder.filePath(name), content), waitedFor());
    QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().text()));
    QVERIFY2(verdict->sentence.contains(words), qPrintable(verdict->sentence));
    QCOMPARE(verdict->accepted, accepted);
    QCOMPARE(verdict->expectation, expectation);
    QCOMPARE(verdict->toBeConfirmed, accepted);
    QCOMPARE(verdict->sha256, accepted ? Sha256::of(content) : QByteArray());
    QCOMPARE(verdict->hint.isEmpty(), accepted);
}

void TestInbox::aKnownDigestIsAllThatCounts()
{
    QTemporaryDir folder;
    const QByteArray content = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
    auto expected = waitedFor();
    expected[0].sha256 = Sha256::of(content);
    const auto verdict = examine(written(folder.filePath(u"whatever"_s), content), expected).value();
    QVERIFY(verdict.accepted);
    QVERIFY(!verdict.toBeConfirmed);
    QCOMPARE(codeName(examine(folder.filePath(u"none"_s), expected).error().code), u"not-found"_s);
}

void TestInbox::sizeAndDigestOfTheLock()
{
    QTemporaryDir folder;
    const QByteArray content = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
    auto expected = waitedFor();
    const QString path = written(folder.filePath(expected[0].fileName), content);
    expected[0].size = content.size() + 1;
    QVERIFY(examine(path, expected)->sentence.contains(u"truncated: it has %1 of"_s.arg(content.size())));
    expected[0].size = content.size();
    expected[0].sha256 = Sha256::of("another");
    const auto verdict = examine(path, expected).value();
    QVERIFY(!verdict.accepted);
    QVERIFY2(verdict.sentence.contains(u"content differs"_s), qPrintable(verdict.sentence));
}

void TestInbox::theWatcherReportsWhatHasStoppedGrowing()
{
    QTemporaryDir folder;
    const QString early = written(folder.filePath(u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s), "here before");
    InboxWatcher watcher;
    watcher.setQuietTime(20ms);
    QSignalSpy arrived(&watcher, &InboxWatcher::fileArrived);
    watcher.setFolders({folder.path(), folder.filePath(u"not there"_s)});
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(arrived.takeFirst().first().toString(), early);
    QVERIFY(!written(folder.filePath(u"notes.txt"_s), "x").isEmpty());
    QVERIFY(!written(folder.filePath(u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz.crdownload"_s), "x").isEmpty());
    const QString late = written(folder.filePath(u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz"_s), "complete");
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(arrived.takeFirst().first().toString(), late);
}

QTEST_GUILESS_MAIN(TestInbox)
#include "test_inbox.moc"
