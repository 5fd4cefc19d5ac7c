// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "base/sha256.h"
#include "bundle/pack.h"
#include "bundle/unpack.h"

#include <KTar>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::bundle;
using namespace Qt::StringLiterals;

class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsPackedIsUnpacked_data();
    void whatIsPackedIsUnpacked();
    void plainToolsCanReadIt();
    void equalInputGivesEqualBytes();
    void aChangedSourceIsRefused();
    void everyDamagedByteIsFound_data();
    void everyDamagedByteIsFound();
    void aMissingPartIsNamed();
    void aStopLeavesNothing();
    void foreignEntriesAreRefused_data();
    void foreignEntriesAreRefused();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] PackPlan plan() const;
    [[nodiscard]] QStringList leftovers() const { return QDir(m_folder->path()).entryList({u"*.part"_s}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_wheel;
};

void TestBundle::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_wheel.clear();
    for (int i = 0; i < 300'000; ++i)
        m_wheel += char(i * 7 + i / 251);
    QVERIFY(writeFileAtomically(path(u"wheel"_s), m_wheel));
}

PackPlan TestBundle::plan() const
{
    PackPlan plan{u"demo"_s, QString(64, u'1'), {}};
    plan.files.append({{}, "{}\n", u"presets/demo.json"_s, {}});
    plan.files.append({path(u"wheel"_s), {}, u"artifacts/demo/wheels/a-very-long-name-"_s + QString(150, u'w') + u".whl"_s,
                       QString::fromLatin1(Sha256::of(m_wheel))});
    return plan;
}

void TestBundle::whatIsPackedIsUnpacked_data()
{
    QTest::addColumn<qint64>("partSize");
    QTest::addColumn<int>("parts");
    QTest::newRow("one file") << qint64(0) << 1;
    QTest::newRow("parts of 100 kB") << qint64(100'000) << 4;
    QTest::newRow("a part larger than all") << qint64(1) * 4'000'000 << 1;
}

void TestBundle::whatIsPackedIsUnpacked()
{
    QFETCH(qint64, partSize);
    const auto packed = pack(plan(), path(u"b.tar"_s), partSize, {}, {});
    QVERIFY2(packed, packed ? "" : qPrintable(packed.error().text()));
    QTEST(int(packed->parts.size()), "parts");
    for (const Part &part : packed->parts)
        QVERIFY(partSize == 0 || part.size <= partSize);
    QVERIFY(checkBundle(packed->parts.back().path, {}, {})->good());
    const auto manifest = unpackBundle(packed->parts.front().path, path(u"out"_s), {}, {});
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().text()));
    QCOMPARE(readFile(path(u"out/"_s) + plan().files.at(1).path, 1 << 20).value(), m_wheel);
    QCOMPARE(leftovers(), QStringList());
}

void TestBundle::plainToolsCanReadIt()
{
    QVERIFY(pack(plan(), path(u"b.tar"_s), 100'000, {}, {}));
    ProcessRequest shell;
    shell.program = u"sh"_s;
    shell.workingFolder = m_folder->path();
    const QString all = u"sha256sum --quiet -c b.tar.sha256 && mkdir far && cat b.tar.0* | tar -x -C far && far/verify.sh"_s;
    shell.arguments = {u"-c"_s, all};
    const auto good = runProcess(shell);
    QVERIFY(good);
    QVERIFY2(good->exitCode == 0, good->errorOutput.constData());
    shell.arguments = {u"-c"_s, u"echo x >> far/presets/demo.json; far/verify.sh"_s};
    QVERIFY(runProcess(shell)->exitCode != 0);
}

void TestBundle::equalInputGivesEqualBytes()
{
    const auto one = pack(plan(), path(u"one.tar"_s), 0, {}, {});
    const auto two = pack(plan(), path(u"two.tar"_s), 0, {}, {});
    QVERIFY(one && two);
    QCOMPARE(one->parts.front().sha256, two->parts.front().sha256);
}

void TestBundle::aChangedSourceIsRefused()
{
    PackPlan bad = plan();
    QVERIFY(writeFileAtomically(path(u"wheel"_s), QByteArray(m_wheel).replace(1000, 1, "?")));
    const auto packed = pack(bad, path(u"b.tar"_s), 0, {}, {});
    QVERIFY(!packed);
    QCOMPARE(packed.error().code, ErrorCode::Integrity);
    QVERIFY(!QFile::exists(path(u"b.tar"_s)));
    QCOMPARE(leftovers(), QStringList());
}

void TestBundle::everyDamagedByteIsFound_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<bool>("cut");
    QTest::newRow("a byte of a wheel") << qint64(200'000) << false;
    QTest::newRow("a byte of the manifest") << qint64(600) << false;
    QTest::newRow("cut in the middle") << qint64(150'000) << true;
    QTest::newRow("cut in the head") << qint64(300) << true;
}

void TestBundle::everyDamagedByteIsFound()
{
    QFETCH(qint64, at);
    QFETCH(bool, cut);
    QVERIFY(pack(plan(), path(u"b.tar"_s), 0, {}, {}));
    QByteArray bytes = readFile(path(u"b.tar"_s), 1 << 20).value();
    bytes[at] = char(bytes[at] ^ 0x55);
    QVERIFY(writeFileAtomically(path(u"b.tar"_s), cut ? bytes.left(at) : bytes));
    const auto check = checkBundle(path(u"b.tar"_s), {}, {});
    QVERIFY(!check || !check->good());
    QVERIFY(!unpackBundle(path(u"b.tar"_s), path(u"out"_s), {}, {}));
    QVERIFY(!QFile::exists(path(u"out"_s)));
}

void TestBundle::aMissingPartIsNamed()
{
    QVERIFY(pack(plan(), path(u"b.tar"_s), 100'000, {}, {}));
    QVERIFY(QFile::remove(path(u"b.tar.002"_s)));
    const auto check = checkBundle(path(u"b.tar.001"_s), {}, {});
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::NotFound);
    QVERIFY(check.error().what.contains(u"b.tar.002"_s));
}

void TestBundle::aStopLeavesNothing()
{
    std::stop_source stop;
    const auto packed = pack(plan(), path(u"b.tar"_s), 0, stop.get_token(), [&](const Progress &) { stop.request_stop(); });
    // One block may be all there is: stop before it starts as well.
    stop.request_stop();
    const auto again = pack(plan(), path(u"c.tar"_s), 0, stop.get_token(), {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path(u"c.tar"_s)));
    QCOMPARE(leftovers(), QStringList());
}

void TestBundle::foreignEntriesAreRefused_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("link");
    QTest::newRow("a path that climbs out") << u"artifacts/../../evil"_s << u"artifacts/../../evil"_s << false;
    QTest::newRow("an absolute path") << u"/etc/evil"_s << u"/etc/evil"_s << false;
    QTest::newRow("a path outside the folders") << u".bashrc"_s << u".bashrc"_s << false;
    QTest::newRow("a file that is not listed") << u"presets/a.json"_s << u"presets/b.json"_s << false;
    QTest::newRow("a link") << u"presets/a.json"_s << u"presets/a.json"_s << true;
}

void TestBundle::foreignEntriesAreRefused()
{
    QFETCH(QString, listed);
    QFETCH(QString, entry);
    QFETCH(bool, link);
    const QByteArray content = "x";
    const Manifest manifest{u"demo"_s, {}, {{listed, 1, QString::fromLatin1(Sha256::of(content))}}};
    {
        KTar tar(path(u"evil.tar"_s), u"application/x-tar"_s);
        QVERIFY(tar.open(QIODevice::WriteOnly));
        QVERIFY(tar.writeFile(QString::fromLatin1(Manifest::fileName), writeManifest(manifest)));
        if (link)
            QVERIFY(tar.writeSymLink(entry, u"/etc/passwd"_s, u"root"_s, u"root"_s));
        else
            QVERIFY(tar.writeFile(entry, content));
    }
    const auto result = unpackBundle(path(u"evil.tar"_s), path(u"deep/er/out"_s), {}, {});
    QVERIFY(!result);
    QVERIFY(!QFile::exists(path(u"evil"_s)));
    QVERIFY(!QFile::exists(path(u"deep/er/out"_s)));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "test_bundle.moc"
