// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "preset/load.h"
#include "preset/preset_name.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::preset;
using namespace Qt::StringLiterals;

class TestLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetNames_data();
    void presetNames();
    void childrenGoOverParents();
    void aCycleIsNamed();
    void badPresetsAreRefused_data();
    void badPresetsAreRefused();
    void aSchemaErrorHasItsLine();
    void everyShippedPresetLoads();
};

void TestLoad::presetNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("the usual form") << u"ubuntu22.04-cuda11.8-torch2.1"_s << true;
    QTest::newRow("one part") << u"demo"_s << true;
    QTest::newRow("six parts") << u"a-b-c-d-e-f"_s << true;
    QTest::newRow("100 characters") << QString(100, u'a') << true;
    QTest::newRow("101 characters") << QString(101, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("upper case") << u"Demo"_s << false;
    QTest::newRow("a path") << u"a/b"_s << false;
    QTest::newRow("climbing out") << u"a..b"_s << false;
    QTest::newRow("a hidden file") << u".demo"_s << false;
    QTest::newRow("an option") << u"-demo"_s << false;
    QTest::newRow("a device") << u"con.x"_s << false;
}

void TestLoad::presetNames()
{
    QFETCH(QString, name);
    QTEST(parsePresetName(name).has_value(), "good");
}

void TestLoad::childrenGoOverParents()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QVERIFY(writeFileAtomically(folder.filePath(name + u".json"_s), text));
    };
    write(u"base"_s, R"({"schema_version":1,"cuda":"11.8","os":{"distribution":"ubuntu","release":"22.04"},"wheels":{"requirements":["a"]}})");
    write(u"gpu"_s, R"({"schema_version":1,"target":{"driver":"535"},"cuda":"12.4"})");
    write(u"mine"_s, R"({"schema_version":1,"extends":["base","gpu"],"os":{"release":"24.04"},"wheels":{"requirements":["b"]}})");
    const auto loaded = loadPreset(folder.path(), u"mine"_s);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().text()));
    QCOMPARE(loaded->preset.cuda, u"12.4"_s);
    QCOMPARE(loaded->preset.os.distribution, u"ubuntu"_s);
    QCOMPARE(loaded->preset.os.release, u"24.04"_s);
    QCOMPARE(loaded->preset.wheels.requirements, QStringList{u"b"_s});
    QCOMPARE(loaded->provenance.value(u"/cuda"_s), u"gpu"_s);
    QCOMPARE(loaded->provenance.value(u"/os/release"_s), u"mine"_s);
    QCOMPARE(loaded->files.size(), 3);
}

void TestLoad::aCycleIsNamed()
{
    QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(u"a.json"_s), R"({"schema_version":1,"extends":"b"})"));
    QVERIFY(writeFileAtomically(folder.filePath(u"b.json"_s), R"({"schema_version":1,"extends":"a"})"));
    const auto loaded = loadPreset(folder.path(), u"a"_s);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().what.contains(u"a → b → a"_s), qPrintable(loaded.error().what));
}

void TestLoad::badPresetsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("a number for a version") << QByteArray(R"({"schema_version":1,"cuda":11.8})") << u"/cuda"_s;
    QTest::newRow("a list with a number") << QByteArray(R"({"schema_version":1,"debs":{"runtime":["a",1]}})") << u"/debs/runtime/1"_s;
    QTest::newRow("an unknown TensorRT source") << QByteArray(R"({"schema_version":1,"tensorrt_source":"usb"})") << u"/tensorrt_source"_s;
    QTest::newRow("a part size without a unit") << QByteArray(R"({"schema_version":1,"bundle":{"part_size":"4000"}})") << u"/bundle/part_size"_s;
    QTest::newRow("a newer schema") << QByteArray(R"({"schema_version":999})") << u"/schema_version"_s;
    QTest::newRow("no schema version") << QByteArray(R"({})") << u"/schema_version"_s;
}

void TestLoad::badPresetsAreRefused()
{
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(u"p.json"_s), text));
    const auto loaded = loadPreset(folder.path(), u"p"_s);
    QVERIFY(!loaded);
    QTEST(loaded.error().place.pointer, "pointer");
}

void TestLoad::aSchemaErrorHasItsLine()
{
    QTemporaryDir folder;
    const auto loaded = loadPresetText(folder.path(), u"p"_s, "{\n \"schema_version\": 1,\n \"debs\": {\n  \"runtime\": [\"a\",\n   1]\n }\n}\n");
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().place.pointer, u"/debs/runtime/1"_s);
    QCOMPARE(loaded.error().place.line, 5);
    QCOMPARE(loaded.error().place.column, 4);
}

void TestLoad::everyShippedPresetLoads()
{
    const QString folder = QStringLiteral(DOSIRAK_SOURCE_DIR "/presets");
    const QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        const auto loaded = loadPreset(folder, file.chopped(5));
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().text()));
        QVERIFY2(!loaded->preset.os.distribution.isEmpty(), qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"
