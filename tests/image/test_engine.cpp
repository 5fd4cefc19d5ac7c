// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "image/engine_images.h"
#include "image/inspect.h"
#include "image_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

/// With the real engine of this machine. Where there is none this fails: loading and saving is what the room is for.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aMissingImageIsNotFound();
    void whatIsLoadedIsTheSameImage();
    void loadingAgainDoesNothing();
    void savesBackIntoALayout();
    void savesToAFileWithItsHash();
    void inspectsInTheEngine();

private:
    EngineCommand m_engine;
    QString m_reference = u"localhost/dosirak-test-"_s + QUuid::createUuid().toString(QUuid::Id128) + u":1"_s;
    QTemporaryDir m_folder;
    std::optional<OciLayout> m_layout;
    QString m_id;
};

void TestEngine::initTestCase()
{
    const auto answer = runProcess(m_engine.request({u"version"_s}));
    QVERIFY2(answer && answer->exitCode == 0, "These tests need a running docker engine: packaging/setup.sh installs one.");
    m_layout = *OciLayout::openOrCreate(m_folder.filePath(u"layout"_s));
    const auto image = fixture::addImage(*m_layout, m_reference, {fixture::tar({{"hello", QByteArray(3000, 'h')}}),
                                                                  fixture::tar({{"hello", "new"}, {"b", QByteArray(100'000, 'b')}})});
    VERIFY_OK(image);
    m_id = image->id();
}

void TestEngine::cleanupTestCase()
{
    const auto removed = runProcess(m_engine.request({u"image"_s, u"rm"_s, u"--force"_s, m_reference}));
    QVERIFY(removed);
}

void TestEngine::aMissingImageIsNotFound()
{
    const auto image = inspectEngineImage(m_engine, u"localhost/dosirak-none:none"_s);
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::NotFound);
}

void TestEngine::whatIsLoadedIsTheSameImage()
{
    qint64 last = 0;
    qint64 total = 0;
    const auto image = loadIntoEngine(m_engine, *m_layout, m_reference, {}, [&](const Progress &progress) {
        last = progress.done;
        total = progress.total;
    });
    VERIFY_OK(image);
    QCOMPARE(image->id, m_id);
    QCOMPARE(last, total);
    QCOMPARE(image->config.variable(u"PATH"_s), u"/usr/bin:/bin"_s);
}

void TestEngine::loadingAgainDoesNothing()
{
    int calls = 0;
    VERIFY_OK(loadIntoEngine(m_engine, *m_layout, m_reference, {}, [&](const Progress &) { ++calls; }));
    QCOMPARE(calls, 0);
}

void TestEngine::savesBackIntoALayout()
{
    const auto layout = OciLayout::openOrCreate(m_folder.filePath(u"back"_s));
    const auto image = saveFromEngine(m_engine, m_reference, *layout);
    VERIFY_OK(image);
    QCOMPARE(image->id(), m_id);
    VERIFY_OK(layout->verify());
}

void TestEngine::savesToAFileWithItsHash()
{
    const QString path = m_folder.filePath(u"saved.tar"_s);
    const auto saved = saveToFile(m_engine, m_reference, path);
    VERIFY_OK(saved);
    QCOMPARE(saved->size, QFile(path).size());
    ProcessRequest check;
    check.program = u"sha256sum"_s;
    check.arguments = {u"-c"_s, u"saved.tar.sha256"_s};
    check.workingFolder = m_folder.path();
    QCOMPARE(runProcess(check)->exitCode, 0);
    QVERIFY(!QFile::exists(path + u".part"_s));
    QCOMPARE(inspectArchive(path)->id, m_id);
}

void TestEngine::inspectsInTheEngine()
{
    const auto report = inspectInEngine(m_engine, m_reference);
    VERIFY_OK(report);
    QCOMPARE(report->id, m_id);
    QCOMPARE(report->wastedBytes, 3000);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
