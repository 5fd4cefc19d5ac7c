// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::lock;
using namespace Qt::StringLiterals;

class TestLockFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenAndReadIsTheSame();
    void orderOfArtifactsDoesNotMatter();
    void requirementsArePinnedWithHashes();
    void badLocksAreRefused_data();
    void badLocksAreRefused();
};

static LockFile sample()
{
    LockFile lock;
    lock.presetName = u"demo"_s;
    lock.presetSha256 = QString(64, u'0');
    lock.pythonVersion = u"3.11"_s;
    Artifact torch;
    torch.name = u"torch"_s;
    torch.version = u"2.1.2+cu118"_s;
    torch.fileName = u"torch-2.1.2+cu118-cp310-cp310-linux_x86_64.whl"_s;
    torch.sha256 = QString(64, u'a');
    torch.size = 5'000'000'000;
    torch.stages = Stage::Builder;
    torch.why = QStringList{u"torch"_s};
    torch.direct = true;
    Artifact sympy = torch;
    sympy.name = u"sympy"_s;
    sympy.version = u"1.12"_s;
    sympy.fileName = u"sympy-1.12-py3-none-any.whl"_s;
    sympy.size = 7;
    sympy.direct = false;
    sympy.why = QStringList{u"torch"_s, u"sympy"_s};
    lock.artifacts = {torch, sympy};
    lock.indexes = {{u"default"_s, u"https://index.example/simple"_s, {}}};
    return lock;
}

void TestLockFile::writtenAndReadIsTheSame()
{
    const QByteArray bytes = writeLock(sample());
    const auto again = parseLock(bytes, u"lock"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(writeLock(*again), bytes);
    QCOMPARE(again->totalBytes(), 5'000'000'007);
    QCOMPARE(again->find(ArtifactKind::Wheel, u"sympy"_s)->relativePath(), u"wheels/sympy-1.12-py3-none-any.whl"_s);
    QVERIFY(!again->find(ArtifactKind::Deb, u"sympy"_s));
}

void TestLockFile::orderOfArtifactsDoesNotMatter()
{
    LockFile turned = sample();
    std::swap(turned.artifacts[0], turned.artifacts[1]);
    QCOMPARE(writeLock(turned), writeLock(sample()));
}

void TestLockFile::requirementsArePinnedWithHashes()
{
    const QByteArray text = writeRequirements(sample());
    QVERIFY(text.contains("torch==2.1.2+cu118 \\\n    --hash=sha256:" + QByteArray(64, 'a')));
    QVERIFY(text.contains("# via torch"));
}

void TestLockFile::badLocksAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("a path that climbs out") << QByteArray("sympy-1.12-py3-none-any.whl") << QByteArray("../../etc/cron.d/x") << u"/artifacts/0/file"_s;
    QTest::newRow("a short hash") << QByteArray(64, 'a') << QByteArray("aa") << u"/artifacts/0/sha256"_s;
    QTest::newRow("an unknown kind") << QByteArray("\"kind\": \"wheel\"") << QByteArray("\"kind\": \"wheal\"") << u"/artifacts/0/kind"_s;
    QTest::newRow("a newer version") << QByteArray("\"lock_version\": 1") << QByteArray("\"lock_version\": 2") << u"/lock_version"_s;
    QTest::newRow("a negative size") << QByteArray("\"size\": 7") << QByteArray("\"size\": -7") << u"/artifacts/0/size"_s;
}

void TestLockFile::badLocksAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = writeLock(sample());
    QVERIFY(bytes.contains(from));
    const auto result = parseLock(bytes.replace(from, to), u"lock"_s);
    QVERIFY(!result);
    QTEST(result.error().place.pointer, "pointer");
}

QTEST_GUILESS_MAIN(TestLockFile)
#include "test_lock_file.moc"
