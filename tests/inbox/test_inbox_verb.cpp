// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/inbox_verb.h"

#include "base/sha256.h"
#include "fetch/store.h"
#include "support/demo_folder.h"
#include "support/made_archives.h"
#include "workspace/services.h"
#include "workspace/vendor_files.h"
#include "workspace/verbs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::test;
using namespace dosirak::workspace;

namespace {

const QString tarName = u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s;
const QByteArray tarSource = R"({"name": "TensorRT", "file": "TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz",
                                 "page": "https://developer.nvidia.com/tensorrt"})";

} // namespace

/// The whole way of a file behind a login: named by the lock, refused or accepted, confirmed, counted as there.
class TestInboxVerb : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<Services> m_services;
    Workspace folder() const { return Workspace(m_folder->path()); }

    Result<LockReport> lockDemo()
    {
        LockOptions options;
        options.offline = true;
        return workspace::lock(folder(), u"demo"_s, options, *m_services, {}, {});
    }
    Result<SyncReport> syncDemo() { return workspace::sync(folder(), u"demo"_s, {}, *m_services, {}, {}, {}); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<DemoFolder>(QStringLiteral(DOSIRAK_SOURCE_DIR));
        QVERIFY(m_folder->addSource(tarSource));
        auto services = Services::open(folder());
        QVERIFY2(services, qPrintable(services ? QString() : services.error().text()));
        m_services = std::move(*services);
        const auto locked = lockDemo();
        QVERIFY2(locked, qPrintable(locked ? QString() : locked.error().text()));
    }

    void theLockNamesFileVersionBuildAndPage()
    {
        const auto lock = lock::readLock(folder().lockPath(u"demo"_s)).value();
        const lock::Artifact *tar = lock.find(lock::ArtifactKind::Source, u"TensorRT"_s);
        QVERIFY(tar);
        QCOMPARE(tar->fileName, tarName);
        QCOMPARE(tar->version, u"8.6.1.6"_s);
        QCOMPARE(tar->cudaBuild, u"11.8"_s);
        QCOMPARE(tar->page, u"https://developer.nvidia.com/tensorrt"_s);
        const auto files = inboxFiles(folder(), {}).value();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().title, u"TensorRT 8.6.1.6 for CUDA 11.8"_s);
        QVERIFY(!files.first().here);
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        const QByteArray right = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
        QTest::newRow("built for another CUDA") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-12.0.tar.gz"_s << right << u"built for CUDA 12.0"_s;
        QTest::newRow("another version") << tarName << tarOf(u"TensorRT-8.5.3.1"_s, KCompressionDevice::GZip) << u"This is TensorRT 8.5.3.1"_s;
        QTest::newRow("a login page") << tarName << QByteArray("<!doctype html><html>Sign in") << u"is a web page"_s;
        QTest::newRow("half of it") << tarName << right.left(right.size() / 2) << u"truncated"_s;
    }

    void verdicts()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QVERIFY(m_folder->put(u"downloads/"_s + name, content));
        const QByteArray before = m_folder->contents(u"artifacts/demo/dosirak.lock.json"_s);
        const auto finding = inboxExamine(folder(), m_folder->path(u"downloads/"_s + name), {}, {}, {}).value();
        QVERIFY(!finding.verdict.accepted);
        QVERIFY2(finding.verdict.sentence.contains(words), qPrintable(finding.verdict.sentence));
        QVERIFY(!finding.verdict.hint.isEmpty());
        QCOMPARE(finding.nearest.presetName, u"demo"_s);
        QVERIFY2(!inboxAccept(folder(), finding, *m_services, {}, {}), "what was refused cannot be taken");
        QCOMPARE(m_folder->contents(u"artifacts/demo/dosirak.lock.json"_s), before);
    }

    void theFirstOneIsConfirmedRecordedAndCounted()
    {
        const QByteArray content = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
        const QString digest = QString::fromLatin1(Sha256::of(content));
        const auto waiting = syncDemo();
        QVERIFY(!waiting);
        QCOMPARE(codeName(waiting.error().code), u"incomplete"_s);
        QVERIFY(m_folder->put(u"downloads/"_s + tarName, content));
        const auto finding = inboxExamine(folder(), m_folder->path(u"downloads/"_s + tarName), {}, {}, {}).value();
        QVERIFY(finding.verdict.accepted && finding.verdict.toBeConfirmed);
        const auto receipt = inboxAccept(folder(), finding, *m_services, {}, {});
        QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().text()));
        QVERIFY(receipt->recorded);
        QCOMPARE(m_folder->contents(u"artifacts/demo/sources/"_s + tarName), content);
        QVERIFY(QFile::exists(u"%1/sha256/%2/%3"_s.arg(m_services->store().folder(), digest.left(2), digest)));
        QCOMPARE(lock::readLock(folder().lockPath(u"demo"_s))->find(lock::ArtifactKind::Source, u"TensorRT"_s)->sha256, digest);

        const auto synced = syncDemo();
        QVERIFY2(synced, qPrintable(synced ? QString() : synced.error().text()));
        QVERIFY(synced->byHand.isEmpty());
        QVERIFY(workspace::verify(folder(), u"demo"_s, {}, {})->good());
        QVERIFY(inboxFiles(folder(), u"demo"_s)->first().here);
        const auto again = inboxExamine(folder(), m_folder->path(u"downloads/"_s + tarName), {}, {}, {}).value();
        QVERIFY2(again.verdict.accepted && !again.verdict.toBeConfirmed, "once is enough");

        // Locked anew, the confirmed digest stays; another file of that name is then another file.
        const auto relocked = lockDemo();
        QVERIFY(relocked);
        QCOMPARE(relocked->lock.find(lock::ArtifactKind::Source, u"TensorRT"_s)->sha256, digest);
        QByteArray other = content; // of the same size: a smaller one would be told to be cut
        QVERIFY(m_folder->put(u"other/"_s + tarName, other.replace(4, 4, "\1\2\3\4"))); // gzip's time of making
        const auto refused = inboxExamine(folder(), m_folder->path(u"other/"_s + tarName), {}, {}, {}).value();
        QVERIFY(!refused.verdict.accepted);
        QVERIFY2(refused.verdict.sentence.contains(u"content differs"_s), qPrintable(refused.verdict.sentence));
    }

    void whatIsRemovedComesBackFromTheStore()
    {
        QVERIFY(m_folder->put(u"downloads/"_s + tarName, tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip)));
        const auto finding = inboxExamine(folder(), m_folder->path(u"downloads/"_s + tarName), {}, {}, {}).value();
        QVERIFY(inboxAccept(folder(), finding, *m_services, {}, {}));
        QVERIFY(QFile::remove(m_folder->path(u"artifacts/demo/sources/"_s + tarName)));
        const auto synced = syncDemo();
        QVERIFY2(synced, qPrintable(synced ? QString() : synced.error().text()));
        QVERIFY(QFile::exists(m_folder->path(u"artifacts/demo/sources/"_s + tarName)));
    }

    void aFileThatChangedAfterTheLookIsNotTaken()
    {
        const QString path = m_folder->path(u"downloads/"_s + tarName);
        QVERIFY(m_folder->put(u"downloads/"_s + tarName, tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip)));
        const auto finding = inboxExamine(folder(), path, {}, {}, {}).value();
        QVERIFY(m_folder->put(u"downloads/"_s + tarName, "something else"));
        const auto receipt = inboxAccept(folder(), finding, *m_services, {}, {});
        QVERIFY(!receipt);
        QCOMPARE(codeName(receipt.error().code), u"integrity"_s);
        QVERIFY(!QFile::exists(m_folder->path(u"artifacts/demo/sources/"_s + tarName)));
    }

    void twoPresetsGetItByOneDrop()
    {
        QVERIFY(m_folder->put(u"presets/second.json"_s, m_folder->contents(u"presets/demo.json"_s)));
        LockOptions options;
        options.offline = true;
        QVERIFY(workspace::lock(folder(), u"second"_s, options, *m_services, {}, {}));
        QVERIFY(m_folder->put(u"downloads/"_s + tarName, tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip)));
        const auto finding = inboxExamine(folder(), m_folder->path(u"downloads/"_s + tarName), {}, {}, {}).value();
        const auto receipt = inboxAccept(folder(), finding, *m_services, {}, {});
        QCOMPARE(receipt->presetNames, (QStringList{u"demo"_s, u"second"_s}));
        QVERIFY(QFile::exists(m_folder->path(u"artifacts/second/sources/"_s + tarName)));
    }

    void theTarOfTensorRtIsNamedByTheFacts_data()
    {
        QTest::addColumn<QString>("tensorrt");
        QTest::addColumn<QString>("cuda");
        QTest::addColumn<QString>("file");
        QTest::newRow("8.6.1 for CUDA 11.8") << u"8.6.1"_s << u"11.8"_s << tarName;
        QTest::newRow("8.6.1 for any CUDA 12") << u"8.6.1"_s << u"12.2"_s << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-12.0.tar.gz"_s;
        QTest::newRow("a release that nobody knows") << u"99.1.2"_s << u"12.2"_s << u"unsupported"_s;
        QTest::newRow("a CUDA it was never built for") << u"8.6.1"_s << u"13.0"_s << u"unsupported"_s;
    }

    void theTarOfTensorRtIsNamedByTheFacts()
    {
        QFETCH(QString, tensorrt);
        QFETCH(QString, cuda);
        QFETCH(QString, file);
        preset::Preset preset;
        preset.cuda = cuda;
        preset.os.architecture = u"amd64"_s;
        preset.tensorrt = preset::TensorRt{true, tensorrt, true, {}, {}, {}};
        preset.tensorrtSource = preset::TensorRtSource::Tar;
        const auto files = vendorFiles(preset, tensorrt, compat::Facts::shipped());
        QCOMPARE(files ? files->value(0).fileName : codeName(files.error().code), file);
        preset.sources.append({u"TensorRT"_s, {}, u"mine.tar.gz"_s, {}, -1, {}, {}, false});
        QVERIFY2(vendorFiles(preset, tensorrt, compat::Facts::shipped())->isEmpty(), "the preset's own entry stands for it");
    }
};

QTEST_GUILESS_MAIN(TestInboxVerb)
#include "test_inbox_verb.moc"
