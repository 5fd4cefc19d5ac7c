// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "base/sha256.h"
#include "build/build_job.h"
#include "build/build_run.h"
#include "build/smoke_test.h"
#include "image_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

/// With the real engines of this machine, each way to build that is here. Where there is none this fails: building is what
/// the room is for. The base image is one static program under the names that a recipe's steps call.
class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theBestEngineIsSaid();
    void buildsFromArtifactsAlone_data() { engines(); }
    void buildsFromArtifactsAlone();
    void aFailingSmokeTestIsNoSuccess_data() { engines(); }
    void aFailingSmokeTestIsNoSuccess();
    void aFailingStepIsExplained_data() { engines(); }
    void aFailingStepIsExplained();
    void aStopEndsTheBuild_data() { engines(); }
    void aStopEndsTheBuild();
    void aHangingSmokeTestIsStopped();
    void aMissingBaseImageSaysWhatToDo();
    void theLegacyContextHoldsOnlyWhatIsRead();

private:
    void engines();
    BuildJob job(const Engine &engine);
    RunRequest plainRun(const Engine &engine, const QByteArray &dockerfile, const QString &folder);
    void removeImage(const QString &reference);

    QString m_unique = u"dosirak-test-"_s + QUuid::createUuid().toString(QUuid::Id128);
    QString m_base = u"localhost/"_s + m_unique + u":base"_s;
    QString m_tag = u"localhost/"_s + m_unique + u":built"_s;
    QTemporaryDir m_folder;
    EngineReport m_report;
};

void TestRun::initTestCase()
{
    const auto report = findEngines();
    VERIFY_OK(report);
    m_report = *report;
    QVERIFY2(!m_report.engines.isEmpty(), "These tests need an engine that builds: packaging/setup.sh installs one.");
    const QByteArray program = fixture::staticProgram();
    QVERIFY2(!program.isEmpty(), "These tests compile a small static program with cc.");
    const auto layout = image::OciLayout::openOrCreate(m_folder.filePath(u"artifacts/images"_s));
    VERIFY_OK(layout);
    QByteArray tar = fixture::tar({{"bin/sh", program}});
    tar.replace(100, 7, "0000755");
    tar.replace(148, 8, "        ");
    qint64 sum = 0;
    for (qsizetype i = 0; i < 512; ++i)
        sum += uchar(tar.at(i));
    tar.replace(148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    VERIFY_OK(fixture::addImage(*layout, m_base, {tar}));
}

void TestRun::cleanupTestCase()
{
    removeImage(m_tag);
    removeImage(m_base);
    // Builds under one tag leave their forerunners without a name.
    QVERIFY(runProcess(m_report.engines.first().images.request({u"image"_s, u"prune"_s, u"--force"_s, u"--filter"_s,
                                                                u"label=dosirak.preset=dosirak-test-tiny"_s})));
}

void TestRun::removeImage(const QString &reference)
{
    if (!m_report.engines.isEmpty())
        QVERIFY(runProcess(m_report.engines.first().images.request({u"image"_s, u"rm"_s, u"--force"_s, reference})));
}

void TestRun::engines()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_report.engines.size(); ++i)
        QTest::newRow(qPrintable(m_report.engines.at(i).id)) << i;
}

BuildJob TestRun::job(const Engine &engine)
{
    BuildJob job;
    job.preset.name = job.lock.presetName = u"dosirak-test-tiny"_s;
    job.preset.runtimeImage.reference = m_base;
    job.preset.image.user = u"root"_s;
    job.preset.image.tag = m_tag;
    job.preset.image.smokeTest.commands = {u"hello from the image"_s};
    job.lockSha256 = Sha256::of("lock");
    job.artifactsFolder = m_folder.filePath(u"artifacts"_s);
    job.buildsFolder = m_folder.filePath(u"builds"_s);
    job.engine = engine;
    job.noCache = true;
    return job;
}

RunRequest TestRun::plainRun(const Engine &engine, const QByteArray &dockerfile, const QString &folder)
{
    RunRequest request;
    request.engine = engine;
    request.recipe.dockerfile = dockerfile;
    request.recipe.dockerignore = "*\n";
    request.folder = folder;
    request.artifactsFolder = m_folder.filePath(u"empty"_s);
    request.tag = m_tag;
    request.noCache = true;
    return request;
}

void TestRun::theBestEngineIsSaid()
{
    QVERIFY(m_report.why.contains(m_report.engines.first().title()));
    QVERIFY(!m_report.engines.first().dataFolder.isEmpty() || m_report.engines.first().serverVersion.isEmpty());
}

void TestRun::buildsFromArtifactsAlone()
{
    QFETCH(int, index);
    const BuildJob wanted = job(m_report.engines.at(index));
    removeImage(m_base);
    BuildSteps steps;
    const auto record = runBuild(wanted, {}, {}, [&](const BuildEvent &event) { steps.apply(event); });
    VERIFY_OK(record);
    QCOMPARE(record->state, BuildState::Succeeded);
    QCOMPARE(record->smoke.state, SmokeResult::State::Passed);
    QCOMPARE(record->smoke.checks.size(), 1);
    QCOMPARE(record->smoke.checks.first().message, u"hello from the image"_s);
    QVERIFY(record->commandLine.contains(u"--network=none"_s));
    QVERIFY(steps.ended() > 0);
    QCOMPARE(record->steps.size(), steps.steps().size());
    const auto image = image::inspectEngineImage(wanted.engine.images, m_tag);
    VERIFY_OK(image);
    QCOMPARE(image->id, record->imageId);
    QVERIFY(image->config.labels.contains({u"dosirak.lock.sha256"_s, QString::fromLatin1(wanted.lockSha256)}));
    const auto read = readRecord(wanted.buildsFolder, record->id);
    VERIFY_OK(read);
    QCOMPARE(read->imageId, record->imageId);
    const auto log = readFile(logPath(wanted.buildsFolder, record->id), 1 << 20);
    VERIFY_OK(log);
    QVERIFY2(log->contains("rm -rf /run/dosirak"), *log);
}

void TestRun::aFailingSmokeTestIsNoSuccess()
{
    QFETCH(int, index);
    BuildJob wanted = job(m_report.engines.at(index));
    wanted.preset.image.smokeTest.commands = {u"fine"_s, u"fail"_s};
    const auto record = runBuild(wanted, {}, {}, {});
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Incomplete);
    const auto all = listRecords(wanted.buildsFolder, u"dosirak-test-tiny"_s);
    VERIFY_OK(all);
    QCOMPARE(all->first().state, BuildState::Failed);
    QCOMPARE(all->first().smoke.state, SmokeResult::State::Failed);
    QVERIFY(record.error().detail.contains(all->first().id));
}

void TestRun::aFailingStepIsExplained()
{
    QFETCH(int, index);
    const QTemporaryDir folder;
    const RunRequest request = plainRun(m_report.engines.at(index), "FROM " + m_base.toUtf8() + "\nRUN fail\n", folder.path());
    VERIFY_OK(makeFolder(request.artifactsFolder));
    VERIFY_OK(writeRecipe(request.recipe, folder.path()));
    BuildSteps steps;
    const auto outcome = runEngine(request, {}, [&](const BuildEvent &event) { steps.apply(event); });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ToolFailed);
    QVERIFY(steps.failed() != nullptr);
    QCOMPARE(steps.failed()->name, u"RUN fail"_s);
}

void TestRun::aStopEndsTheBuild()
{
    QFETCH(int, index);
    const QTemporaryDir folder;
    const RunRequest request = plainRun(m_report.engines.at(index), "FROM " + m_base.toUtf8() + "\nRUN sleep\n", folder.path());
    VERIFY_OK(makeFolder(request.artifactsFolder));
    VERIFY_OK(writeRecipe(request.recipe, folder.path()));
    std::stop_source stop;
    QElapsedTimer clock;
    StepState state = StepState::Waiting;
    const auto outcome = runEngine(request, stop.get_token(), [&](const BuildEvent &event) {
        if (event.kind == BuildEvent::Kind::Log && event.text == u"sleep"_s && !stop.stop_requested()) {
            clock.start();
            stop.request_stop();
        }
        if (event.kind == BuildEvent::Kind::Step && event.step.name == u"RUN sleep"_s)
            state = event.step.state;
    });
    QVERIFY(!outcome);
    QVERIFY2(clock.isValid(), qPrintable(outcome.error().text())); // the step really ran
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(clock.elapsed() < 9'000);
    QCOMPARE(state, StepState::Cancelled);
}

void TestRun::aHangingSmokeTestIsStopped()
{
    BuildJob wanted = job(m_report.engines.first());
    wanted.preset.image.smokeTest.commands = {u"sleep"_s};
    wanted.preset.image.smokeTest.timeoutSeconds = 2;
    const auto record = runBuild(wanted, {}, {}, {});
    QVERIFY(!record);
    QVERIFY2(record.error().what.contains(u"2 s"_s), qPrintable(record.error().what));
    const auto containers = runProcess(wanted.engine.images.request({u"ps"_s, u"--all"_s, u"--format"_s, u"{{.Names}}"_s}));
    QVERIFY(containers);
    const auto all = listRecords(wanted.buildsFolder);
    QVERIFY(!containers->output.contains(all->first().id.toLower().toUtf8()));
}

void TestRun::aMissingBaseImageSaysWhatToDo()
{
    BuildJob wanted = job(m_report.engines.first());
    wanted.preset.runtimeImage.reference = u"localhost/dosirak-none:none"_s;
    const auto record = runBuild(wanted, {}, {}, {});
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::NotFound);
    QVERIFY(record.error().hint.contains(u"dosirak base-image make dosirak-test-tiny"_s));
    QCOMPARE(listRecords(wanted.buildsFolder)->first().state, BuildState::Failed);
}

void TestRun::theLegacyContextHoldsOnlyWhatIsRead()
{
    const QTemporaryDir folder;
    for (const char *path : {"debs/a.deb", "wheels/b.whl", "images/big", "requirements.txt"})
        VERIFY_OK(writeFileAtomically(folder.filePath(u"artifacts/"_s + QLatin1String(path)), path));
    const QString target = folder.filePath(u"context"_s);
    VERIFY_OK(stageContext(folder.filePath(u"artifacts"_s), {u"debs"_s, u"requirements.txt"_s}, target));
    QVERIFY(QFile::exists(target + u"/debs/a.deb"_s));
    QVERIFY(QFile::exists(target + u"/requirements.txt"_s));
    QVERIFY(!QFile::exists(target + u"/images"_s));
    const auto missing = stageContext(folder.filePath(u"artifacts"_s), {u"sources/none.tar"_s}, target);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestRun)
#include "test_run.moc"
