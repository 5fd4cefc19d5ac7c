// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "compat/auto.h"
#include "compat/check.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::compat;
using namespace Qt::StringLiterals;

class TestAuto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOldDriverLeavesCuda11();
    void aNewDriverHasNoLimits();
    void whatCannotBeIsNotOffered_data();
    void whatCannotBeIsNotOffered();
    void theBestComesFirst();
    void aSyntaxLineIsSeen_data();
    void aSyntaxLineIsSeen();
};

void TestAuto::anOldDriverLeavesCuda11()
{
    const auto answers = combinations({.torch = u"2.4"_s, .gpu = u"A100"_s, .driver = u"470.82.01"_s}, Facts::shipped());
    QVERIFY(!answers.isEmpty());
    for (const Answer &answer : answers) {
        QCOMPARE(answer.preset.cuda, u"11.8"_s);
        QVERIFY(answer.preset.pytorch->version.startsWith(u"2.4"_s));
        QVERIFY(answer.warnings() > 0); // CUDA 11.8 came with a newer driver
    }
}

void TestAuto::aNewDriverHasNoLimits()
{
    const auto answers = combinations({.torch = u"2.4"_s, .distribution = u"ubuntu"_s, .release = u"22.04"_s, .gpu = u"H100"_s, .driver = u"550.54.15"_s}, Facts::shipped());
    QVERIFY(!answers.isEmpty());
    QCOMPARE(answers.first().warnings(), 0);
    QCOMPARE(answers.first().preset.python.version, u"3.10"_s);
    QVERIFY(answers.first().preset.tensorrt);
    QVERIFY(answers.first().preset.runtimeImage.reference.endsWith(u"ubuntu22.04"_s));
}

void TestAuto::whatCannotBeIsNotOffered_data()
{
    QTest::addColumn<QString>("torch");
    QTest::addColumn<QString>("gpu");
    QTest::addColumn<QString>("driver");
    QTest::newRow("a GPU that is newer than the wheels") << u"2.4"_s << u"RTX 5090"_s << QString();
    QTest::newRow("a driver older than all") << u"2.4"_s << u"A100"_s << u"418.39"_s;
    QTest::newRow("a PyTorch that nobody knows") << u"99.1"_s << QString() << QString();
}

void TestAuto::whatCannotBeIsNotOffered()
{
    QFETCH(QString, torch);
    QFETCH(QString, gpu);
    QFETCH(QString, driver);
    QVERIFY(combinations({.torch = torch, .gpu = gpu, .driver = driver}, Facts::shipped()).isEmpty());
}

void TestAuto::theBestComesFirst()
{
    const auto answers = combinations({.gpu = u"A100"_s, .driver = u"535.104.05"_s}, Facts::shipped(), 1000);
    QVERIFY(answers.size() > 20);
    for (qsizetype i = 1; i < answers.size(); ++i)
        QVERIFY(answers.at(i - 1).warnings() <= answers.at(i).warnings());
    QCOMPARE(combinations({.gpu = u"A100"_s, .driver = u"535.104.05"_s}, Facts::shipped(), 3).size(), 3);
}

void TestAuto::aSyntaxLineIsSeen_data()
{
    QTest::addColumn<QByteArray>("recipe");
    QTest::addColumn<bool>("seen");
    QTest::newRow("at the top") << QByteArray("# syntax=docker/dockerfile:1\nFROM a\n") << true;
    QTest::newRow("after a comment") << QByteArray("# hello\n#Syntax = docker/dockerfile:1\nFROM a\n") << true;
    QTest::newRow("behind FROM it is a comment") << QByteArray("FROM a\n# syntax=docker/dockerfile:1\n") << false;
    QTest::newRow("without") << QByteArray("FROM a\n") << false;
}

void TestAuto::aSyntaxLineIsSeen()
{
    QFETCH(QByteArray, recipe);
    QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(u"docker/Dockerfile.in"_s), recipe));
    const preset::Preset preset;
    const Json document = Json::object();
    bool seen = false;
    for (const Finding &finding : check({preset, document, folder.path(), Facts::shipped()}))
        seen = seen || finding.id == u"syntax-line"_s;
    QTEST(seen, "seen");
}

QTEST_GUILESS_MAIN(TestAuto)
#include "test_auto.moc"
