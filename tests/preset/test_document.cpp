// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/document.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::preset;

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a value is replaced and nothing else") << QByteArray("{\n\t\"b\" : 1.50,\n\t\"a\":\"x\"\n}") << QByteArray(R"([{"op":"replace","path":"/a","value":"y"}])") << QByteArray("{\n\t\"b\" : 1.50,\n\t\"a\":\"y\"\n}");
        QTest::newRow("a member comes last, indented as its sisters") << QByteArray("{\n   \"a\": 1\n}\n") << QByteArray(R"([{"op":"add","path":"/b","value":true}])") << QByteArray("{\n   \"a\": 1,\n   \"b\": true\n}\n");
        QTest::newRow("objects on the way are made") << QByteArray("{\n  \"a\": 1\n}\n") << QByteArray(R"([{"op":"add","path":"/t/driver","value":"535"}])") << QByteArray("{\n  \"a\": 1,\n  \"t\": {\n    \"driver\": \"535\"\n  }\n}\n");
        QTest::newRow("an element goes into a list of one line") << QByteArray(R"({"l": ["a", "c"]})") << QByteArray(R"([{"op":"add","path":"/l/1","value":"b"}])") << QByteArray(R"({"l": ["a", "b", "c"]})");
        QTest::newRow("an element goes to the end of a list of many lines") << QByteArray("{\"l\": [\n  \"a\"\n]}") << QByteArray(R"([{"op":"add","path":"/l/-","value":"b"}])") << QByteArray("{\"l\": [\n  \"a\",\n  \"b\"\n]}");
        QTest::newRow("the last member leaves with its comma") << QByteArray("{\n  \"a\": 1,\n  \"b\": 2\n}") << QByteArray(R"([{"op":"remove","path":"/b"}])") << QByteArray("{\n  \"a\": 1\n}");
        QTest::newRow("the first member leaves") << QByteArray("{\n  \"a\": 1,\n  \"b\": 2\n}") << QByteArray(R"([{"op":"remove","path":"/a"}])") << QByteArray("{\n  \"b\": 2\n}");
        QTest::newRow("an only element leaves an empty list") << QByteArray(R"({"l": [ 1 ]})") << QByteArray(R"([{"op":"remove","path":"/l/0"}])") << QByteArray(R"({"l": []})");
        QTest::newRow("line ends of DOS stay") << QByteArray("{\r\n  \"a\": 1\r\n}\r\n") << QByteArray(R"([{"op":"add","path":"/b","value":2}])") << QByteArray("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
        QTest::newRow("a key with a slash and a tilde") << QByteArray(R"({"a/b~": 1})") << QByteArray(R"([{"op":"replace","path":"/a~1b~0","value":2}])") << QByteArray(R"({"a/b~": 2})");
        QTest::newRow("a key spelled with an escape") << QByteArray(R"({"\u0061": 1})") << QByteArray(R"([{"op":"replace","path":"/a","value":2}])") << QByteArray(R"({"\u0061": 2})");
        QTest::newRow("an equal value changes no byte") << QByteArray(R"({"a":   [1,   2]})") << QByteArray(R"([{"op":"replace","path":"/a","value":[1,2]}])") << QByteArray(R"({"a":   [1,   2]})");
    }
    void edits()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, expected);
        const auto document = PresetDocument::parse(text, u"x"_s);
        QVERIFY(document);
        const auto changed = document->apply(Json::parse(patch.toStdString()));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text()));
        QCOMPARE(changed->text(), expected);
        QCOMPARE(document->text(), text);
    }

    void refusals()
    {
        const auto broken = PresetDocument::parse("{\n  \"a\": ]\n}", u"x.json"_s);
        QVERIFY(!broken);
        QCOMPARE(broken.error().place.line, 2);
        QVERIFY(!PresetDocument::parse("[]", u"x"_s));
        const auto document = PresetDocument::parse(R"({"a": 1, "l": [1]})", u"x"_s);
        QVERIFY(!document->set(u"a"_s, 1));
        QVERIFY(!document->set(u"/a/b"_s, 1));
        QVERIFY(!document->insert(u"/l"_s, 2, 1));
        QVERIFY(!document->apply(Json::parse(R"([{"op":"test","path":"/a","value":2}])")));
        QVERIFY(!document->apply(Json::parse(R"([{"op":"move","from":"/a","path":"/b","value":2}])")));
    }

    void placesAreFound()
    {
        const QByteArray text = "{\n  \"os\": { \"release\": \"12\" },\n  \"l\": [\"ä\", \"b\"]\n}";
        const auto document = PresetDocument::parse(text, u"x"_s);
        const auto range = document->range(u"/l/1"_s);
        QVERIFY(range);
        QCOMPARE(text.mid(range->begin, range->end - range->begin), QByteArray("\"b\""));
        const auto position = positionOf(text, range->begin);
        QCOMPARE(position.line, 3);
        QCOMPARE(position.column, 14);
        QCOMPARE(document->pointerAt(range->begin + 1), u"/l/1"_s);
        QCOMPARE(document->pointerAt(text.indexOf("release")), u"/os/release"_s);
    }

    void shippedPresetsSurviveRandomEdits()
    {
        const QDir folder(QStringLiteral(DOSIRAK_SOURCE_DIR) + u"/presets"_s);
        const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(files.size() >= 2);
        QRandomGenerator random(20261124);
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            auto document = PresetDocument::parse(bytes, name);
            QVERIFY2(document, qPrintable(name));
            QCOMPARE(document->text(), bytes);
            for (int round = 0; round < 200; ++round) {
                // A value that was set and set back leaves the bytes as they were around it.
                const QString pointer = QStringList{u"/python/version"_s, u"/os/release"_s, u"/description"_s}.at(random.bounded(3));
                const Json *old = document->value(pointer);
                if (!old || !old->is_string())
                    continue;
                const Json kept = *old;
                auto changed = document->set(pointer, "value " + std::to_string(random.generate()));
                QVERIFY(changed);
                QVERIFY(changed->json() != document->json());
                const auto back = changed->set(pointer, kept);
                QVERIFY(back);
                QVERIFY(back->json() == document->json());
                const auto added = back->set(u"/x%1"_s.arg(round), round);
                QVERIFY(added);
                const auto removed = added->remove(u"/x%1"_s.arg(round));
                QVERIFY(removed);
                QCOMPARE(removed->text(), back->text());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
