// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata.h"

#include <QTest>

using namespace dosirak::python;

class TestMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatIsRead();
    void linesOfOtherSystems();
    void descriptionIsNoHeader();
    void licence_data();
    void licence();
    void brokenPython();
    void broken_data();
    void broken();
    void tooLarge();
};

void TestMetadata::everythingThatIsRead()
{
    const auto metadata = Metadata::parse(
        "Metadata-Version: 2.4\n"
        "Name: Foo.Bar\n"
        "version: 1.0RC1\n"
        "Summary: Version: 2.0\n"
        "Requires-Python: >=3.8,<4\n"
        "Requires-Dist: numpy (>=1.20)\n"
        "Requires-Dist: torch>=2 ;\n"
        "        extra == 'gpu'\n"
        "Provides-Extra: GPU_x\n"
        "Provides-Extra: gpu-x\n"
        "License-Expression: MIT OR Apache-2.0\n"
        "License-File: LICENSE\n"
        "License-File: NOTICE\n"
        "Classifier: Programming Language :: Python\n"
        "Classifier: License :: OSI Approved :: MIT License\n"
        "Dynamic: Requires-Dist\n"
        "Version: 3.0\n"
        "Requires-Python: >=9\n"
        "License-Expression: Zlib\n"
        "X-Whatever: y\n"
        "\n"
        "Requires-Dist: not-a-header\n");
    QVERIFY2(metadata, metadata ? "" : qPrintable(metadata.error().text()));
    QCOMPARE(metadata->metadataVersion, std::string("2.4"));
    QCOMPARE(metadata->name, std::string("Foo.Bar"));
    QCOMPARE(metadata->normalizedName, std::string("foo-bar"));
    QCOMPARE(metadata->version.text(), std::string("1.0rc1"));
    QCOMPARE(metadata->requiresPythonText, std::string(">=3.8,<4"));
    QVERIFY(metadata->requiresPython && metadata->requiresPython->contains("3.11"));
    QCOMPARE(metadata->requirements.size(), std::size_t(2));
    QCOMPARE(metadata->requirements[0].text(), std::string("numpy>=1.20"));
    QCOMPARE(metadata->requirements[1].text(), std::string("torch>=2; extra == \"gpu\""));
    QCOMPARE(metadata->extras, std::vector<std::string>{"gpu-x"});
    QCOMPARE(metadata->licence(), std::string("MIT OR Apache-2.0")); // the first of two counts
    QCOMPARE(metadata->licenseFiles, (std::vector<std::string>{"LICENSE", "NOTICE"}));
    QCOMPARE(metadata->licenseClassifiers, std::vector<std::string>{"License :: OSI Approved :: MIT License"});
    QCOMPARE(metadata->dynamic, std::vector<std::string>{"requires-dist"});
}

void TestMetadata::linesOfOtherSystems()
{
    const auto metadata = Metadata::parse("\xef\xbb\xbfName: a\r\nVersion: 1\r\nRequires-Dist: b\r\n\r\nRequires-Dist: c\r\n");
    QVERIFY(metadata);
    QCOMPARE(metadata->name, std::string("a"));
    QCOMPARE(metadata->requirements.size(), std::size_t(1));
}

void TestMetadata::descriptionIsNoHeader()
{
    // A line that is no field ends the header too.
    const auto metadata = Metadata::parse("Name: a\nVersion: 1\nthis is text\nRequires-Dist: b\n");
    QVERIFY(metadata);
    QVERIFY(metadata->requirements.empty());
}

void TestMetadata::licence_data()
{
    QTest::addColumn<std::string>("fields");
    QTest::addColumn<std::string>("licence");
    QTest::newRow("the expression first") << std::string("License: x\nLicense-Expression: MIT\n") << std::string("MIT");
    QTest::newRow("the first line of a long text") << std::string("License: MIT License\n  Copyright\n  and so on\n") << std::string("MIT License");
    QTest::newRow("UNKNOWN is nothing") << std::string("License: UNKNOWN\nClassifier: License :: OSI Approved :: BSD License\n") << std::string("BSD License");
    QTest::newRow("several classifiers") << std::string("Classifier: License :: OSI Approved :: BSD License\nClassifier: License :: Public Domain\n")
                                         << std::string("BSD License; Public Domain");
    QTest::newRow("a folded classifier is one line") << std::string("Classifier: License :: OSI\n  Approved\n") << std::string("OSI   Approved");
    QTest::newRow("what is no UTF-8 is replaced") << std::string("License: M\xfcller\n") << std::string("M\xef\xbf\xbdller");
    QTest::newRow("nothing said") << std::string() << std::string();
}

void TestMetadata::licence()
{
    QFETCH(std::string, fields);
    QTEST(Metadata::parse("Name: a\nVersion: 1\n" + fields)->licence(), "licence");
}

void TestMetadata::brokenPython()
{
    const auto metadata = Metadata::parse("Name: a\nVersion: 1\nRequires-Python: >=3.6.*\n");
    QVERIFY(metadata);
    QVERIFY(!metadata->requiresPython);
    QCOMPARE(metadata->requiresPythonText, std::string(">=3.6.*"));
}

void TestMetadata::broken_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << std::string() << 1;
    QTest::newRow("no name") << std::string("Version: 1\n") << 1;
    QTest::newRow("a name that is a path") << std::string("Version: 1\nName: ../a\n") << 2;
    QTest::newRow("no version") << std::string("Name: a\n") << 1;
    QTest::newRow("a version that is none") << std::string("Name: a\nVersion: one\n") << 2;
    QTest::newRow("a requirement that is none") << std::string("Name: a\nVersion: 1\nRequires-Dist: b\nRequires-Dist: c (1.0)\n") << 4;
}

void TestMetadata::broken()
{
    QFETCH(std::string, text);
    const auto metadata = Metadata::parse(text, QStringLiteral("a-1.dist-info/METADATA"));
    QVERIFY(!metadata);
    QCOMPARE(metadata.error().code, dosirak::ErrorCode::Invalid);
    QCOMPARE(metadata.error().place.file, QStringLiteral("a-1.dist-info/METADATA"));
    QTEST(metadata.error().place.line, "line");
}

void TestMetadata::tooLarge()
{
    std::string text = "Name: a\nVersion: 1\n\n";
    text.resize(static_cast<std::size_t>(maxMetadataSize), 'x');
    QVERIFY(Metadata::parse(text));
    text += 'x';
    QVERIFY(!Metadata::parse(text));
}

QTEST_GUILESS_MAIN(TestMetadata)
#include "test_metadata.moc"
