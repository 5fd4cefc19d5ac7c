// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/names.h"
#include "python/version.h"

#include <QTest>

#include <algorithm>

using namespace dosirak::python;

class TestVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalisation_data();
    void normalisation();
    void noVersion_data();
    void noVersion();
    void orderOfPep440();
    void equalSpellings_data();
    void equalSpellings();
    void numbersOfAnyLength();
    void parts();
    void defaultIsZero();
    void errorNamesTheText();
    void names_data();
    void names();
};

void TestVersion::normalisation_data()
{
    QTest::addColumn<std::string>("written");
    QTest::addColumn<std::string>("normalised");
    // PEP 440, "Normalization", one row for each of its headings.
    QTest::newRow("case does not matter") << std::string("1.1RC1") << std::string("1.1rc1");
    QTest::newRow("leading zeros go") << std::string("00.09") << std::string("0.9");
    QTest::newRow("leading zeros of a local part with letters stay") << std::string("1.0+foo0100") << std::string("1.0+foo0100");
    QTest::newRow("pre-release separators go") << std::string("1.1-a1") << std::string("1.1a1");
    QTest::newRow("also the second one") << std::string("1.1.a.1") << std::string("1.1a1");
    QTest::newRow("alpha is a") << std::string("1.1alpha1") << std::string("1.1a1");
    QTest::newRow("beta is b") << std::string("1.1beta2") << std::string("1.1b2");
    QTest::newRow("c is rc") << std::string("1.1c3") << std::string("1.1rc3");
    QTest::newRow("preview is rc") << std::string("1.1preview3") << std::string("1.1rc3");
    QTest::newRow("a missing pre-release number is 0") << std::string("1.2a") << std::string("1.2a0");
    QTest::newRow("post-release separators become a dot") << std::string("1.2-post2") << std::string("1.2.post2");
    QTest::newRow("also when there is none") << std::string("1.2post2") << std::string("1.2.post2");
    QTest::newRow("r is post") << std::string("1.0-r4") << std::string("1.0.post4");
    QTest::newRow("rev is post") << std::string("1.0rev4") << std::string("1.0.post4");
    QTest::newRow("a missing post-release number is 0") << std::string("1.2.post") << std::string("1.2.post0");
    QTest::newRow("a bare dash and number is a post-release") << std::string("1.0-1") << std::string("1.0.post1");
    QTest::newRow("development separators become a dot") << std::string("1.2-dev2") << std::string("1.2.dev2");
    QTest::newRow("a missing development number is 0") << std::string("1.2.dev") << std::string("1.2.dev0");
    QTest::newRow("local separators become dots") << std::string("1.0+ubuntu-1") << std::string("1.0+ubuntu.1");
    QTest::newRow("a preceding v goes") << std::string("v1.0") << std::string("1.0");
    QTest::newRow("white space around goes") << std::string("\n 1.0 \t") << std::string("1.0");
    // Beyond the headings.
    QTest::newRow("epoch 0 goes") << std::string("0!1.0") << std::string("1.0");
    QTest::newRow("epochs stay") << std::string("001!1.0") << std::string("1!1.0");
    QTest::newRow("trailing zeros stay") << std::string("1.0.0") << std::string("1.0.0");
    QTest::newRow("everything at once") << std::string("V2!01.2-RC_3-Post.4_DEV-5+CU118.001") << std::string("2!1.2rc3.post4.dev5+cu118.1");
    QTest::newRow("a separator may end a suffix") << std::string("1.0a.dev1") << std::string("1.0a0.dev1");
}

void TestVersion::normalisation()
{
    QFETCH(std::string, written);
    QFETCH(std::string, normalised);
    const auto version = Version::parse(written);
    QVERIFY(version);
    QCOMPARE(version->text(), normalised);
    QCOMPARE(Version::parse(normalised)->text(), normalised);
    QCOMPARE(Version::parse(normalised)->key(), version->key());
}

void TestVersion::noVersion_data()
{
    QTest::addColumn<std::string>("text");
    for (const char *text : {"", " ", "french toast", "1.0+a+", "1.0++", "1.0+_foobar", "1.0+foo&asd", "1.0+1+1", "1..0", ".1",
                             "1.", "1!", "!1", "1.0a1b1", "1.0 .post1", "1.0-", "1.*", "1,0", "1.0+", "1_0", "\xd9\xa1.0"})
        QTest::addRow("“%s” is none", text) << std::string(text);
    QTest::newRow("a NUL does not end a version") << std::string("1.0\0", 4);
}

void TestVersion::noVersion()
{
    QFETCH(std::string, text);
    QVERIFY(!Version::parse(text));
}

void TestVersion::orderOfPep440()
{
    // PEP 440, "Summary of permitted suffixes and relative ordering", with epochs around it.
    const std::vector<std::string> ordered{
        "0.dev0", "0", "1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2",
        "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0+abc", "1.0+abc.5", "1.0+abc.7",
        "1.0+abcd", "1.0+5", "1.0+5.a", "1.0+5.0", "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1.10", "1.238",
        "1.239", "1.240", "1.254", "1.255", "1.256", "1.65536", "2013.10", "2014.04", "1!0.1", "1!1.0", "1!2.0"};
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t j = 0; j < ordered.size(); ++j) {
            const auto order = *Version::parse(ordered[i]) <=> *Version::parse(ordered[j]);
            QVERIFY2((order <=> 0) == (i <=> j), (ordered[i] + " and " + ordered[j]).c_str());
        }
    }
}

void TestVersion::equalSpellings_data()
{
    QTest::addColumn<std::string>("a");
    QTest::addColumn<std::string>("b");
    QTest::newRow("trailing zeros do not count") << std::string("1.0.0") << std::string("1");
    QTest::newRow("zero is zero") << std::string("0.0") << std::string("0");
    QTest::newRow("with a suffix too") << std::string("1.0rc1") << std::string("1rc1");
    QTest::newRow("with a local label too") << std::string("1.0+a") << std::string("1+A");
}

void TestVersion::equalSpellings()
{
    QFETCH(std::string, a);
    QFETCH(std::string, b);
    QVERIFY(*Version::parse(a) == *Version::parse(b));
    QCOMPARE(std::hash<Version>()(*Version::parse(a)), std::hash<Version>()(*Version::parse(b)));
}

void TestVersion::numbersOfAnyLength()
{
    // One below, at and above what 64 bits hold, and dates that are longer than that.
    const std::vector<std::string> ordered{"9223372036854775807", "9999999999999999999", "18446744073709551615",
                                           "18446744073709551616", "20240131235959000001", "100000000000000000000"};
    std::vector<Version> versions;
    for (const std::string &text : ordered)
        versions.push_back(*Version::parse("1." + text));
    QVERIFY(std::is_sorted(versions.begin(), versions.end()));
    QVERIFY(std::adjacent_find(versions.begin(), versions.end()) == versions.end());
    QCOMPARE(versions.back().text(), std::string("1.100000000000000000000"));
}

void TestVersion::parts()
{
    const Version version = *Version::parse("2!1.10.0rc3.post4.dev5+cu118.1");
    QCOMPARE(std::string(version.epoch()), std::string("2"));
    QCOMPARE(version.release(), (std::vector<std::string_view>{"1", "10", "0"}));
    QCOMPARE(std::string(version.local()), std::string("cu118.1"));
    QCOMPARE(std::string(version.publicText()), std::string("2!1.10.0rc3.post4.dev5"));
    QVERIFY(version.isPrerelease() && version.isPostrelease() && version.isDevrelease() && version.hasLocal());
    QVERIFY(version.key().starts_with(version.publicKey()));
    QVERIFY(version.publicKey().starts_with(version.preKey()));
    const Version plain = *Version::parse("1.0");
    QVERIFY(!plain.isPrerelease() && !plain.isPostrelease() && !plain.isDevrelease() && !plain.hasLocal());
    QCOMPARE(std::string(plain.epoch()), std::string("0"));
    QVERIFY(!Version::parse("1.0.post1")->isPrerelease());
    QVERIFY(Version::parse("1.0.dev1")->isPrerelease());
}

void TestVersion::defaultIsZero()
{
    QCOMPARE(Version().text(), std::string("0"));
    QVERIFY(Version() == *Version::parse("0.0"));
}

void TestVersion::errorNamesTheText()
{
    const auto version = parseVersion("latest");
    QVERIFY(!version);
    QCOMPARE(version.error().code, dosirak::ErrorCode::Invalid);
    QVERIFY(version.error().what.contains(QStringLiteral("latest")));
}

void TestVersion::names_data()
{
    QTest::addColumn<std::string>("written");
    QTest::addColumn<std::string>("normalised");
    QTest::addColumn<bool>("valid");
    QTest::newRow("case does not matter") << std::string("Django") << std::string("django") << true;
    QTest::newRow("runs of separators are one dash") << std::string("Friendly-._.-Bard") << std::string("friendly-bard") << true;
    QTest::newRow("a name does not end in a separator") << std::string("foo-") << std::string("foo-") << false;
    QTest::newRow("a name does not begin with one") << std::string("_foo") << std::string("-foo") << false;
    QTest::newRow("a name is not empty") << std::string() << std::string() << false;
    QTest::newRow("no paths") << std::string("a/b") << std::string("a/b") << false;
    QTest::newRow("one letter is enough") << std::string("a") << std::string("a") << true;
}

void TestVersion::names()
{
    QFETCH(std::string, written);
    QTEST(normalizeName(written), "normalised");
    QTEST(isValidName(written), "valid");
}

QTEST_GUILESS_MAIN(TestVersion)
#include "test_version.moc"
