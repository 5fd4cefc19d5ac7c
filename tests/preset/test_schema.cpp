// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "preset/load.h"
#include "preset/schema.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::preset;
using namespace Qt::StringLiterals;

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedSchemaIsTheFileInTheTree();
    void everyShippedPresetHolds();
    void problemsNameTheirPlace_data();
    void problemsNameTheirPlace();
    void unknownKeysAreTold_data();
    void unknownKeysAreTold();
    void keysForCompletion();
    void aPartSizeMayBeANumber();
};

static Json json(const QByteArray &text)
{
    return *parseJson(text, u"test"_s);
}

void TestSchema::theShippedSchemaIsTheFileInTheTree()
{
    QCOMPARE(presetSchema(), *readFile(QStringLiteral(DOSIRAK_SOURCE_DIR "/resources/schema/preset.schema.json"), 1 << 20));
}

void TestSchema::everyShippedPresetHolds()
{
    const QDir folder(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets"));
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        const Json document = *readJson(folder.filePath(file), 1 << 20);
        for (const SchemaProblem &problem : schemaProblems(document))
            QFAIL(qPrintable(file + problem.pointer + u": "_s + problem.what));
        QCOMPARE(unknownKeys(document), QStringList());
    }
}

void TestSchema::problemsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("a key of another type, deep") << QByteArray(R"({"schema_version":1,"image":{"smoke_test":{"timeout_seconds":"2"}}})") << u"/image/smoke_test/timeout_seconds"_s;
    QTest::newRow("a version that is none") << QByteArray(R"({"schema_version":1,"cuda":"eleven"})") << u"/cuda"_s;
    QTest::newRow("a TensorRT pattern") << QByteArray(R"({"schema_version":1,"tensorrt":{"supported_versions":["8.x.1"]}})") << u"/tensorrt/supported_versions/0"_s;
    QTest::newRow("a line that is two") << QByteArray(R"({"schema_version":1,"image":{"tag":"a\nRUN b"}})") << u"/image/tag"_s;
    QTest::newRow("half a hash") << QByteArray(R"({"schema_version":1,"sources":[{"name":"a","sha256":"abcd"}]})") << u"/sources/0/sha256"_s;
    QTest::newRow("a parent with a path") << QByteArray(R"({"schema_version":1,"extends":"../a"})") << u"/extends"_s;
    QTest::newRow("a slash and a tilde in a key") << QByteArray(R"({"schema_version":1,"image":{"env":{"a/b~c":1}}})") << u"/image/env/a~1b~0c"_s;
}

void TestSchema::problemsNameTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    const QList<SchemaProblem> problems = schemaProblems(json(text));
    QVERIFY(!problems.isEmpty());
    QStringList pointers;
    for (const SchemaProblem &problem : problems)
        pointers.append(problem.pointer);
    QCOMPARE(pointers.first(), pointer);
}

void TestSchema::unknownKeysAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("at the top") << QByteArray(R"({"schema_version":1,"cudaa":"11.8"})") << QStringList{u"/cudaa"_s};
    QTest::newRow("deep in a list") << QByteArray(R"({"schema_version":1,"wheels":{"indexes":[{"name":"a","uri":"b"}]}})") << QStringList{u"/wheels/indexes/0/uri"_s};
    QTest::newRow("behind a reference") << QByteArray(R"({"schema_version":1,"base_images":{"runtime":{"ref":"b"}}})") << QStringList{u"/base_images/runtime/ref"_s};
    QTest::newRow("the user's own") << QByteArray(R"({"schema_version":1,"x-team":"a","os":{"x-note":"b"}})") << QStringList();
    QTest::newRow("labels are free") << QByteArray(R"({"schema_version":1,"image":{"labels":{"a":"b"},"env":{"C":"d"}}})") << QStringList();
}

void TestSchema::unknownKeysAreTold()
{
    QFETCH(QByteArray, text);
    QVERIFY(schemaProblems(json(text)).isEmpty());
    QTEST(unknownKeys(json(text)), "keys");
}

void TestSchema::keysForCompletion()
{
    QVERIFY(keysAt({}).contains(u"tensorrt"_s));
    QCOMPARE(keysAt(u"/os"_s), (QStringList{u"architecture"_s, u"distribution"_s, u"release"_s}));
    QVERIFY(keysAt(u"/wheels/indexes/3"_s).contains(u"allow_linux_tag"_s));
    QVERIFY(keysAt(u"/base_images/runtime/bootstrap"_s).contains(u"suite"_s));
    QCOMPARE(keysAt(u"/image/labels"_s), QStringList());
    QCOMPARE(keysAt(u"/no/such"_s), QStringList());
}

void TestSchema::aPartSizeMayBeANumber()
{
    QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(u"p.json"_s), R"({"schema_version":1,"bundle":{"part_size":1000000}})"));
    const auto loaded = loadPreset(folder.path(), u"p"_s);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().text()));
    QCOMPARE(loaded->preset.bundle.partSize, 1000000);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
