// SPDX-License-Identifier: GPL-3.0-or-later
#include "little_world.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using dosirak::test::LittleWorld;
using dosirak::test::ProgramRun;

#define VERIFY_RUN(run) QVERIFY2((run).good(), qPrintable((run).text()))

/// The program itself, with a user's settings, on the presets as they ship.
class TestPresets : public QObject
{
    Q_OBJECT

public:
    explicit TestPresets(const QString &program) : m_world(program) {}

private Q_SLOTS:
    void initTestCase();
    void aForeignKeyNeedsItsFingerprint();
    void locksEveryPreset_data();
    void locksEveryPreset();
    void anotherMachineMakesTheSameLock();
    void aMovedTagMovesNoLock();
    void theWholeWayOfAGpuPreset();
    void imagesComeBackByDigest();
    void baseImagesFromFiles();
    void theFarSideNeedsNoNetwork();

private:
    QByteArray lockOf(const QString &presetName, const QString &folder = u"near"_s) const
    {
        return read(m_world.path(u"%1/artifacts/%2/dosirak.lock.json"_s.arg(folder, presetName)));
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonObject json(const ProgramRun &run) { return QJsonDocument::fromJson(run.out).object(); }
    bool copyPresets(const QString &folder) const;

    const QString gpu = u"ubuntu22.04-cuda11.8-torch2.1"_s;
    LittleWorld m_world;
    QString m_fingerprint;
};

/// The first line in which two texts differ, for people.
static QString firstDifference(const QByteArray &wanted, const QByteArray &got)
{
    const QList<QByteArray> a = wanted.split('\n');
    const QList<QByteArray> b = got.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        if (a.value(i) != b.value(i))
            return u"line %1\n  recorded: %2\n  now:      %3\n(DOSIRAK_RECORD_LOCKS=1 records it anew, when that is right)"_s
                .arg(i + 1).arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
    return {};
}

bool TestPresets::copyPresets(const QString &folder) const
{
    QDir().mkpath(m_world.path(folder));
    return QProcess::execute(u"cp"_s, {u"-r"_s, QStringLiteral(DOSIRAK_SOURCE_DIR "/presets"), m_world.path(folder)}) == 0;
}

void TestPresets::initTestCase()
{
    const QString error = m_world.make();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QVERIFY(copyPresets(u"near"_s));
    m_fingerprint = QString::fromLatin1(read(m_world.world(u"keys/fingerprint"_s)));
    QCOMPARE(m_fingerprint.size(), 40);
    for (const QString &number : {u"12"_s, u"13"_s})
        VERIFY_RUN(m_world.run(u"near"_s, {u"base-image"_s, u"import"_s, m_world.world(u"bases/debian"_s + number)}));
}

/// The world is signed with a key of its own, which takes the place of the vendors' in the way that a mirror's would.
void TestPresets::aForeignKeyNeedsItsFingerprint()
{
    const QString key = m_world.world(u"keys/world.asc"_s);
    const ProgramRun refused = m_world.run(u"near"_s, {u"keys"_s, u"add"_s, key, u"--as"_s, u"nvidia-cuda.asc"_s});
    QCOMPARE(refused.exitCode, 7);
    QVERIFY2(refused.err.contains("EB693B3035CD5710E231E123A4B469963BF863CC"), qPrintable(refused.text()));
    const ProgramRun unknown = m_world.run(u"near"_s, {u"keys"_s, u"add"_s, key});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains(m_fingerprint.toLatin1()), qPrintable(unknown.text()));
    // Without it the vendor's own key counts, and it did not sign this world.
    const ProgramRun unsignedByVendor = m_world.run(u"near"_s, {u"lock"_s, gpu});
    QCOMPARE(unsignedByVendor.exitCode, 7);
    QVERIFY2(unsignedByVendor.err.contains("not signed by a key of this source"), qPrintable(unsignedByVendor.text()));
    for (const QString &name : {u"nvidia-cuda.asc"_s, u"ubuntu-archive-keyring.gpg"_s})
        VERIFY_RUN(m_world.run(u"near"_s, {u"keys"_s, u"add"_s, key, u"--as"_s, name, u"--fingerprint"_s, m_fingerprint.toLower()}));
    const ProgramRun check = m_world.run(u"near"_s, {u"check"_s, u"--json"_s, gpu});
    QVERIFY2(check.out.contains("key-replaced"), qPrintable(check.text()));
}

void TestPresets::locksEveryPreset_data()
{
    QTest::addColumn<QString>("presetName");
    const QDir presets(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets"));
    for (const QString &file : presets.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file.chopped(5))) << file.chopped(5);
}

void TestPresets::locksEveryPreset()
{
    QFETCH(QString, presetName);
    VERIFY_RUN(m_world.run(u"near"_s, {u"lock"_s, presetName}));
    const QByteArray first = lockOf(presetName);
    const ProgramRun again = m_world.run(u"near"_s, {u"lock"_s, u"--json"_s, presetName});
    VERIFY_RUN(again);
    QCOMPARE(json(again).value(u"changes"_s).toArray().size(), 0);
    QCOMPARE(lockOf(presetName), first);

    QByteArray portable = first; // the demo's files lie in the working folder itself
    portable.replace(m_world.path(u"near"_s).toUtf8(), "/working-folder");
    const QString recorded = QStringLiteral(DOSIRAK_TEST_DATA "/locks/") + presetName + u".lock.json"_s;
    if (qEnvironmentVariableIsSet("DOSIRAK_RECORD_LOCKS")) {
        QFile file(recorded);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(portable) == portable.size());
    }
    const QByteArray wanted = read(recorded);
    QVERIFY2(wanted == portable, qPrintable(firstDifference(wanted, portable)));
}

void TestPresets::anotherMachineMakesTheSameLock()
{
    m_world.forgetCaches();
    QVERIFY(copyPresets(u"other"_s));
    QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_world.path(u"near/keys"_s), m_world.path(u"other"_s)}) == 0);
    VERIFY_RUN(m_world.run(u"other"_s, {u"lock"_s, gpu}));
    QCOMPARE(lockOf(gpu, u"other"_s), lockOf(gpu));
}

void TestPresets::aMovedTagMovesNoLock()
{
    const QString presetName = u"ubuntu22.04-cuda12.4-torch2.5"_s;
    const QString tags = m_world.world(u"registry/docker/registry/v2/repositories/nvidia/cuda/_manifests/tags/"_s);
    const QString link = tags + u"12.4.1-runtime-ubuntu22.04/current/link"_s;
    const QByteArray before = read(link);
    const QByteArray locked = lockOf(presetName);
    const auto point = [&](const QByteArray &target) {
        QFile file(link);
        return file.open(QIODevice::WriteOnly) && file.write(target) == target.size();
    };
    QVERIFY(point(read(tags + u"12.1.1-runtime-ubuntu22.04/current/link"_s)));
    VERIFY_RUN(m_world.run(u"near"_s, {u"lock"_s, presetName}));
    QCOMPARE(lockOf(presetName), locked);
    VERIFY_RUN(m_world.run(u"near"_s, {u"lock"_s, u"--upgrade-package"_s, u"nvidia/cuda"_s, presetName}));
    QVERIFY2(lockOf(presetName) != locked, "the tag stands for another image now, and the lock was to follow");
    QVERIFY(point(before));
    VERIFY_RUN(m_world.run(u"near"_s, {u"lock"_s, u"--upgrade-package"_s, u"nvidia/cuda"_s, presetName}));
    QCOMPARE(lockOf(presetName), locked);
}

void TestPresets::theWholeWayOfAGpuPreset()
{
    VERIFY_RUN(m_world.run(u"near"_s, {u"sync"_s, gpu}));
    VERIFY_RUN(m_world.run(u"near"_s, {u"verify"_s, gpu}));
    const ProgramRun again = m_world.run(u"near"_s, {u"sync"_s, u"--json"_s, gpu});
    VERIFY_RUN(again);
    QCOMPARE(json(again).value(u"downloaded"_s).toInt(-1), 0);
    QCOMPARE(json(again).value(u"moved_aside"_s).toArray().size(), 0);
    VERIFY_RUN(m_world.run(u"near"_s, {u"bundle"_s, gpu}));
    VERIFY_RUN(m_world.run(u"near"_s, {u"verify"_s, m_world.path(u"near/bundles/%1.dosirak.tar"_s.arg(gpu))}));
}

/// A lock from a colleague, and nothing cached: the registry is asked for the digest, whatever the tag stands for.
void TestPresets::imagesComeBackByDigest()
{
    m_world.forgetCaches();
    QVERIFY(QDir(m_world.path(u"near/artifacts/%1/images"_s.arg(gpu))).removeRecursively());
    VERIFY_RUN(m_world.run(u"near"_s, {u"sync"_s, gpu}));
    VERIFY_RUN(m_world.run(u"near"_s, {u"verify"_s, gpu}));
    m_world.forgetCaches();
    QVERIFY(QDir(m_world.path(u"near/artifacts/%1/images"_s.arg(gpu))).removeRecursively());
    const ProgramRun offline = m_world.run(u"near"_s, {u"base-image"_s, u"make"_s, u"--offline"_s, gpu});
    QCOMPARE(offline.exitCode, 8);
    QVERIFY2(offline.err.contains("the network is not to be used"), qPrintable(offline.text()));
    VERIFY_RUN(m_world.run(u"near"_s, {u"base-image"_s, u"make"_s, gpu}));
    VERIFY_RUN(m_world.run(u"near"_s, {u"verify"_s, gpu}));
    const ProgramRun list = m_world.run(u"near"_s, {u"base-image"_s, u"list"_s});
    QVERIFY2(list.out.contains("nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04") && list.out.contains(gpu.toLatin1()), qPrintable(list.text()));
    VERIFY_RUN(m_world.run(u"near"_s, {u"base-image"_s, u"remove"_s, u"nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04"_s}));
    VERIFY_RUN(m_world.run(u"near"_s, {u"verify"_s, gpu})); // artifacts have their own links
}

void TestPresets::baseImagesFromFiles()
{
    const ProgramRun nothing = m_world.run(u"near"_s, {u"base-image"_s, u"import"_s, u"/nowhere/cuda.tar"_s});
    QCOMPARE(nothing.exitCode, 3);
    QVERIFY2(nothing.err.contains("docker save"), qPrintable(nothing.text()));
    const ProgramRun noImage = m_world.run(u"near"_s, {u"base-image"_s, u"import"_s, m_world.world(u"keys/world.asc"_s)});
    QCOMPARE(noImage.exitCode, 2);
    QVERIFY2(noImage.err.contains("not an image archive"), qPrintable(noImage.text()));
    const QString tar = m_world.path(u"base.tar"_s);
    QVERIFY(QProcess::execute(u"tar"_s, {u"-cf"_s, tar, u"-C"_s, m_world.world(u"bases/debian12"_s), u"."_s}) == 0);
    const ProgramRun imported = m_world.run(u"near"_s, {u"base-image"_s, u"import"_s, u"--json"_s, tar, u"--as"_s, u"localhost/mine:1"_s});
    VERIFY_RUN(imported);
    QCOMPARE(json(imported).value(u"images"_s).toArray().first().toObject().value(u"reference"_s).toString(), u"localhost/mine:1"_s);
    const ProgramRun typo = m_world.run(u"near"_s, {u"base-image"_s, u"fetch"_s});
    QCOMPARE(typo.exitCode, 2);
    QVERIFY2(typo.err.contains("fetch") && typo.err.contains("make"), qPrintable(typo.text()));
}

void TestPresets::theFarSideNeedsNoNetwork()
{
    m_world.cutTheNetwork();
    m_world.forgetCaches();
    QDir().mkpath(m_world.path(u"far"_s));
    VERIFY_RUN(m_world.run(u"far"_s, {u"import"_s, m_world.path(u"near/bundles/%1.dosirak.tar"_s.arg(gpu))}));
    VERIFY_RUN(m_world.run(u"far"_s, {u"verify"_s, gpu}));
    VERIFY_RUN(m_world.run(u"far"_s, {u"sync"_s, u"--locked"_s, u"--offline"_s, gpu}));
    QCOMPARE(lockOf(gpu, u"far"_s), lockOf(gpu));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    TestPresets test(arguments.takeAt(1)); // the program; the rest is QtTest's
    return QTest::qExec(&test, arguments);
}
#include "test_presets.moc"
