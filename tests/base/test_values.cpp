// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/version_pattern.h"

#include <QTest>

using namespace dosirak;
using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionPattern_data();
    void versionPattern();
    void dottedOrder_data();
    void dottedOrder();
    void fileNames_data();
    void fileNames();
    void jsonPlaces_data();
    void jsonPlaces();
    void canonicalFormIsStable();
    void sha256OfKnownText();
};

void TestValues::versionPattern_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("matches");
    QTest::newRow("x stands for the rest") << u"10.x"_s << u"10.3.0.26"_s << true;
    QTest::newRow("x stands for nothing too") << u"10.x"_s << u"10"_s << true;
    QTest::newRow("x does not reach the part before it") << u"10.x"_s << u"100.1"_s << false;
    QTest::newRow("a star is an x") << u"12.*"_s << u"12.4"_s << true;
    QTest::newRow("a plain pattern is a prefix by parts") << u"8.6.1"_s << u"8.6.1.6"_s << true;
    QTest::newRow("a prefix is not of digits") << u"8.6.1"_s << u"8.6.10"_s << false;
    QTest::newRow("a shorter version does not match") << u"11.8"_s << u"11"_s << false;
    QTest::newRow("x only at the end") << u"10.x.1"_s << u"10.3.1"_s << false;
    QTest::newRow("words never match") << u"new"_s << u"new"_s << false;
}

void TestValues::versionPattern()
{
    QFETCH(QString, pattern);
    QFETCH(QString, version);
    QTEST(matchesVersionPattern(pattern, version), "matches");
}

void TestValues::dottedOrder_data()
{
    QTest::addColumn<QString>("smaller");
    QTest::addColumn<QString>("larger");
    QTest::newRow("by numbers, not text") << u"9.9"_s << u"10.0"_s;
    QTest::newRow("a later part decides") << u"525.60.13"_s << u"525.147.05"_s;
    QTest::newRow("a longer one is larger") << u"12.4"_s << u"12.4.1"_s;
}

void TestValues::dottedOrder()
{
    QFETCH(QString, smaller);
    QFETCH(QString, larger);
    QVERIFY(DottedVersion(smaller) < DottedVersion(larger));
    QVERIFY(DottedVersion(u"11.8"_s) == DottedVersion(u"11.8.0"_s));
    QVERIFY(!DottedVersion(u"11.8-rc1"_s).isValid());
}

void TestValues::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("safe");
    QTest::newRow("a wheel") << u"numpy-1.26.4-cp310-cp310-manylinux_2_17_x86_64.whl"_s << true;
    QTest::newRow("a deb with an epoch escaped") << u"foo_1%3a2_amd64.deb"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("parent") << u".."_s << false;
    QTest::newRow("slash") << u"a/b"_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << false;
    QTest::newRow("control character") << u"a\nb"_s << false;
    QTest::newRow("NUL") << QString(QChar(0)) << false;
    QTest::newRow("256 bytes") << QString(256, u'a') << false;
    QTest::newRow("255 bytes") << QString(255, u'a') << true;
}

void TestValues::fileNames()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name).has_value(), "safe");
    QVERIFY(!safeRelativePath(u"wheels/../x"_s));
    QVERIFY(!safeRelativePath(u"/etc/passwd"_s));
    QVERIFY(safeRelativePath(u"wheels/x.whl"_s));
}

void TestValues::jsonPlaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("a comma too many") << QByteArray("{\n  \"a\": 1,\n}") << 3 << 1;
    QTest::newRow("a column counts characters, not bytes") << QByteArray("{\"한국\": nope}") << 1 << 9;
    QTest::newRow("the text ends too early") << QByteArray("{\n\"a\": [1") << 2 << 8;
}

void TestValues::jsonPlaces()
{
    QFETCH(QByteArray, text);
    const auto result = parseJson(text, u"p.json"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Invalid);
    QTEST(result.error().place.line, "line");
    // The parser may stop one character into the bad token.
    QFETCH(int, column);
    QVERIFY2(std::abs(result.error().place.column - column) <= 1, qPrintable(result.error().place.text()));
}

void TestValues::canonicalFormIsStable()
{
    const auto a = parseJson("{\"b\":1,\"a\":{\"d\":[1,2],\"c\":null}}", {});
    const auto b = parseJson("{ \"a\": {\"c\": null, \"d\": [1, 2]}, \"b\": 1 }", {});
    QVERIFY(a && b);
    QCOMPARE(canonicalJson(*a), canonicalJson(*b));
    QVERIFY(!parseJson("{\"a\":1,\"a\":2}", {}));
    QVERIFY(!parseJson(QByteArray(100'000, '['), {}));
}

void TestValues::sha256OfKnownText()
{
    // FIPS 180-4 example "abc".
    QCOMPARE(Sha256::of("abc"), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(isSha256(Sha256::of("")));
    QVERIFY(!isSha256("BA7816"));
}

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
