// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "build/record.h"
#include "build/smoke_test.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void listsNewestFirst();
    void aBrokenRecordIsLeftOutAndNamed();
    void idsAreNeverPaths();
    void aNewerRecordIsRefused();
    void removingTakesTheFolder();
    void readsTheSmokeAnswer_data();
    void readsTheSmokeAnswer();

private:
    static BuildRecord record(const QString &presetName, int second);
};

BuildRecord TestRecord::record(const QString &presetName, int second)
{
    BuildRecord record;
    record.started = QDateTime(QDate(2026, 11, 24), QTime(3, 30, second), Qt::UTC);
    record.id = newBuildId(presetName, record.started);
    record.presetName = presetName;
    record.state = BuildState::Failed;
    record.engineId = u"buildkit"_s;
    record.commandLine = {u"docker"_s, u"build"_s, u"with blank"_s};
    record.tag = u"localhost/x:1"_s;
    record.imageBytes = qint64(20) << 30;
    record.errorWhat = u"한글"_s;
    BuildStep step;
    step.id = 3;
    step.name = u"RUN x"_s;
    step.stage = u"builder"_s;
    step.number = 2;
    step.count = 5;
    step.kind = BuildStep::Kind::Step;
    step.state = StepState::Cached;
    step.startedMs = 12;
    step.endedMs = 40;
    step.durationMs = 28;
    step.inputs = {1, 2};
    record.steps = {step};
    record.smoke.state = SmokeResult::State::Failed;
    record.smoke.checks = {{u"import x"_s, false, u"no"_s}, {u"a"_s, true, {}}};
    return record;
}

void TestRecord::whatIsWrittenIsRead()
{
    const QTemporaryDir folder;
    const BuildRecord written = record(u"demo"_s, 1);
    QVERIFY(writeRecord(folder.path(), written));
    const auto read = readRecord(folder.path(), written.id);
    QVERIFY(read);
    QVERIFY(canonicalJson(recordJson(*read)) == canonicalJson(recordJson(written)));
    QCOMPARE(read->steps.first().inputs, written.steps.first().inputs);
    QCOMPARE(read->steps.first().state, StepState::Cached);
    QCOMPARE(read->started, written.started);
    QCOMPARE(read->commandLine, written.commandLine);
    QCOMPARE(read->smoke.checks.size(), 2);
}

void TestRecord::listsNewestFirst()
{
    const QTemporaryDir folder;
    for (const int second : {5, 9, 7})
        QVERIFY(writeRecord(folder.path(), record(u"demo"_s, second)));
    QVERIFY(writeRecord(folder.path(), record(u"other-demo"_s, 8)));
    const auto all = listRecords(folder.path());
    QCOMPARE(all->size(), 4);
    QCOMPARE(all->first().started.time().second(), 9);
    QCOMPARE(listRecords(folder.path(), u"demo"_s)->size(), 3);
    QVERIFY(listRecords(folder.filePath(u"none"_s))->isEmpty());
}

void TestRecord::aBrokenRecordIsLeftOutAndNamed()
{
    const QTemporaryDir folder;
    QVERIFY(writeRecord(folder.path(), record(u"demo"_s, 1)));
    QVERIFY(writeFileAtomically(folder.filePath(u"20260101T000000000Z-demo/record.json"_s), "{"));
    QStringList unreadable;
    QCOMPARE(listRecords(folder.path(), {}, &unreadable)->size(), 1);
    QCOMPARE(unreadable, QStringList{u"20260101T000000000Z-demo"_s});
}

void TestRecord::idsAreNeverPaths()
{
    const QTemporaryDir folder;
    for (const QString &id : {u"../x"_s, QString(), u".."_s, u"a/b"_s}) {
        const auto read = readRecord(folder.path(), id);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Usage);
    }
    QCOMPARE(readRecord(folder.path(), u"none"_s).error().code, ErrorCode::NotFound);
}

void TestRecord::aNewerRecordIsRefused()
{
    Json json = recordJson(record(u"demo"_s, 1));
    json["record_version"] = 99;
    const auto read = parseRecord(json, u"x"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unsupported);
}

void TestRecord::removingTakesTheFolder()
{
    const QTemporaryDir folder;
    const BuildRecord one = record(u"demo"_s, 1);
    QVERIFY(writeRecord(folder.path(), one));
    QVERIFY(removeRecord(folder.path(), one.id));
    QVERIFY(!QFile::exists(recordFolder(folder.path(), one.id)));
    QVERIFY(!removeRecord(folder.path(), one.id));
}

void TestRecord::readsTheSmokeAnswer_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("behind what the image prints")
        << QByteArray("banner\n\nDOSIRAK-SMOKE {\"checks\":[{\"name\":\"a\",\"passed\":true,\"message\":\"\"}]}\n") << 1;
    QTest::newRow("no answer") << QByteArray("Segmentation fault\n") << -1;
    QTest::newRow("a cut answer") << QByteArray("DOSIRAK-SMOKE {\"checks\":[{\"na") << -1;
    QTest::newRow("another form") << QByteArray("DOSIRAK-SMOKE []\n") << -1;
}

void TestRecord::readsTheSmokeAnswer()
{
    QFETCH(QByteArray, output);
    QFETCH(int, count);
    const auto checks = readSmokeAnswer(output);
    QCOMPARE(checks ? int(checks->size()) : -1, count);
}

QTEST_GUILESS_MAIN(TestRecord)
#include "test_record.moc"
