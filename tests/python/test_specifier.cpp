// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/specifier.h"

#include <QTest>

using namespace dosirak::python;

class TestSpecifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void broken_data();
    void broken();
    void prereleases_data();
    void prereleases();
    void filtering_data();
    void filtering();
    void textIsSortedAndOnce();
    void twoSetsTogether();
    void scannerTakesOneClause();
};

void TestSpecifier::matching_data()
{
    QTest::addColumn<std::string>("conditions");
    QTest::addColumn<std::string>("in");
    QTest::addColumn<std::string>("out");
    const auto row = [](const char *name, const char *conditions, const char *in, const char *out) {
        QTest::newRow(name) << std::string(conditions) << std::string(in) << std::string(out);
    };
    // PEP 440, "Version specifiers", heading by heading. Lists are divided by blanks.
    row("compatible is at least this and of this series", "~=2.2", "2.2 2.2.post3 2.99", "2.1 2.2rc1 3.0 3.0.dev1");
    row("compatible keeps all numbers but the last", "~=1.4.5", "1.4.5 1.4.99", "1.5 1.4.4");
    row("compatible from a post-release", "~=2.2.post3", "2.2.post3 2.3", "2.2 3.0");
    row("compatible from a pre-release", "~=1.4.5a4", "1.4.5a4 1.4.5 1.4.6", "1.5 1.4.5a3");
    row("compatible with a padded version", "~=2.2.0", "2.2.0 2.2.9", "2.3");
    row("equal pads with zeros", "==1.1", "1.1 1.1.0", "1.1.post1 1.1a1 1.1.1");
    row("equal leaves the local label aside", "==1.1", "1.1+cu118", "1.1.dev0+cu118");
    row("equal with a local label is that one", "==1.1+cu118", "1.1+cu118 1.1.0+CU118", "1.1 1.1+cu118.1 1.1+cu117");
    row("a series", "==1.1.*", "1.1 1.1.post1 1.1a1 1.1.5 1.1+x", "1.2.dev0 1.10 1.0");
    row("a series of one number", "==1.*", "1 1.0 1.9 1.0.dev1", "2.0 0.9");
    row("a series in an epoch", "==1!1.*", "1!1.5", "1.5 1!2");
    row("not equal", "!=1.1", "1.1.post1 1.1a1 1.2", "1.1 1.1.0 1.1+cu118");
    row("not in a series", "!=1.1.*", "1.2 1.0", "1.1 1.1.post1 1.1a1");
    row("not equal to a local version", "!=1.1+a", "1.1 1.1+b", "1.1+a");
    row("at most", "<=1.1", "1.1 1.1+cu118 1.0 1.1rc1", "1.1.post1 1.1.1");
    row("at least", ">=1.1", "1.1 1.1+cu118 1.1.post1", "1.1rc1 1.0");
    row("less than leaves out the pre-releases of the version", "<3.1", "3.0.9", "3.1 3.1rc1 3.1.dev0");
    row("less than a pre-release does not", "<3.1rc2", "3.1rc1 3.1b9 3.0", "3.1rc2 3.1");
    row("less than a post-release leaves out its development releases", "<3.1.post2", "3.1 3.1.post1", "3.1.post2 3.1.post2.dev0");
    row("more than leaves out post-releases of the version", ">1.7", "1.7.1 1.8", "1.7 1.7.0.post1 1.7.post1");
    row("more than a post-release does not", ">1.7.post2", "1.7.post3 1.7.1", "1.7.post2 1.7.0");
    row("more than leaves out local versions of the version", ">1.7", "1.7.1+x", "1.7+x 1.7.post1+x");
    row("more than a pre-release", ">1.7a1", "1.7a2.dev0 1.7", "1.7a1 1.7a1.post1");
    row("more than a development release", ">1.7.dev1", "1.7.dev2 1.7a1 1.7", "1.7.dev1 1.7.dev1+x");
    row("arbitrary equality is of text", "===1.0", "1.0", "1.0.0 1.0+x");
    row("arbitrary equality is without case", "===1.0+CU118", "1.0+cu118", "1.0");
    row("all conditions hold", ">=1.2,<2,!=1.5", "1.2 1.9 1.5.1", "1.5 2.0 1.1 2.0rc1");
    row("white space is allowed", " >= 1.2 , < 2 ", "1.3", "2.0");
    row("no condition is every version", "", "0.dev0 1 2!3", "");
    row("the successor of nines", "==1.99.*", "1.99.5", "1.100");
    row("the successor of numbers beyond 64 bits", "~=1.99999999999999999999.1", "1.99999999999999999999.2", "1.100000000000000000000");
}

void TestSpecifier::matching()
{
    QFETCH(std::string, conditions);
    QFETCH(std::string, in);
    QFETCH(std::string, out);
    const auto set = SpecifierSet::parse(conditions);
    QVERIFY(set);
    for (const QString &text : QString::fromStdString(in).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(set->contains(*Version::parse(text.toStdString())), qPrintable(text));
    for (const QString &text : QString::fromStdString(out).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(!set->contains(*Version::parse(text.toStdString())), qPrintable(text));
}

void TestSpecifier::broken_data()
{
    QTest::addColumn<std::string>("text");
    for (const char *text : {"1.0", "=1.0", "=>1.0", "==", "~=1", "~=1.0.*", ">=1.0.*", ">=1.0+x", "~=1.0+x", "<1.0+x", "==1.0.*+x",
                             "==1.0rc1.*", "===1.0 2", "===1;2", "== 1.0 2.0", "lolwat", ">=1.0 <2", "!=1.*.2", "==1.0.dev.*"})
        QTest::addRow("“%s” is no condition", text) << std::string(text);
}

void TestSpecifier::broken()
{
    QFETCH(std::string, text);
    const auto set = SpecifierSet::parse(text);
    QVERIFY(!set);
    QCOMPARE(set.error().code, dosirak::ErrorCode::Invalid);
}

void TestSpecifier::prereleases_data()
{
    QTest::addColumn<std::string>("conditions");
    QTest::addColumn<bool>("named");
    QTest::newRow("none named") << std::string(">=1.0") << false;
    QTest::newRow("one named") << std::string(">=1.0,<2.0rc1") << true;
    QTest::newRow("a development release is one") << std::string("==1.0.dev1") << true;
    QTest::newRow("an excluded one opens nothing") << std::string("!=1.0rc1") << false;
    QTest::newRow("a series opens nothing") << std::string("==1.0.*") << false;
    QTest::newRow("arbitrary equality may name one") << std::string("===1.0a1") << true;
    QTest::newRow("arbitrary text names none") << std::string("===foo") << false;
}

void TestSpecifier::prereleases()
{
    QFETCH(std::string, conditions);
    const auto set = SpecifierSet::parse(conditions);
    QVERIFY(set);
    QTEST(set->namesPrerelease(), "named");
    QVERIFY(!SpecifierSet::parse(">=1.0a1")->contains("1.0a2", Prereleases::Refuse));
    QVERIFY(SpecifierSet::parse(">=1.0a1")->contains("1.0a2", Prereleases::Allow));
}

void TestSpecifier::filtering_data()
{
    QTest::addColumn<std::string>("conditions");
    QTest::addColumn<int>("rule");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QStringList>("kept");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); };
    const int byDefault = static_cast<int>(Prereleases::Default);
    QTest::newRow("finals come first") << std::string(">=1") << byDefault << list("0.9 1.0 1.1rc1 2.0") << list("1.0 2.0");
    QTest::newRow("pre-releases when there is no final") << std::string(">=1") << byDefault << list("0.9 1.1rc1 1.1rc2") << list("1.1rc1 1.1rc2");
    QTest::newRow("pre-releases when one is named") << std::string(">=1.0rc1") << byDefault << list("1.1rc1 1.0") << list("1.1rc1 1.0");
    QTest::newRow("pre-releases when allowed") << std::string(">=1") << static_cast<int>(Prereleases::Allow) << list("1.1rc1 1.0") << list("1.1rc1 1.0");
    QTest::newRow("none when refused, though named") << std::string(">=1.0rc1") << static_cast<int>(Prereleases::Refuse) << list("1.1rc1 1.2.dev1") << QStringList();
    QTest::newRow("no versions are left out") << std::string(">=1") << byDefault << list("foo 1.0") << list("1.0");
    QTest::newRow("without conditions other texts stay") << std::string() << byDefault << list("foo 1.0a1 1.0") << list("foo 1.0");
    QTest::newRow("arbitrary equality finds other texts") << std::string("===foo") << byDefault << list("FOO 1.0") << list("FOO");
}

void TestSpecifier::filtering()
{
    QFETCH(std::string, conditions);
    QFETCH(int, rule);
    QFETCH(QStringList, offered);
    std::vector<std::string> texts;
    for (const QString &text : offered)
        texts.push_back(text.toStdString());
    QStringList result;
    for (const std::size_t index : SpecifierSet::parse(conditions)->filter(std::span<const std::string>(texts), static_cast<Prereleases>(rule)))
        result.append(offered.at(static_cast<qsizetype>(index)));
    QTEST(result, "kept");
}

void TestSpecifier::textIsSortedAndOnce()
{
    QCOMPARE(SpecifierSet::parse(" >=1.0, !=1.5 ,,>=1.0.0,~=1.0 ")->text(), std::string("!=1.5,>=1.0,~=1.0"));
    QCOMPARE(SpecifierSet::parse("~=1.0,~=1.0.0")->text(), std::string("~=1.0,~=1.0.0"));
    QVERIFY(*SpecifierSet::parse("==1.0,<2") == *SpecifierSet::parse("<2.0,==1"));
    QVERIFY(!(*SpecifierSet::parse("==1.0") == *SpecifierSet::parse("==1.0+x")));
    QVERIFY(SpecifierSet::parse(",")->isEmpty());
}

void TestSpecifier::twoSetsTogether()
{
    const auto both = SpecifierSet::parse(">=1.0")->with(*SpecifierSet::parse("<2,>=1.0"));
    QCOMPARE(both.text(), std::string("<2,>=1.0"));
    QVERIFY(both.matches(*Version::parse("1.5")) && !both.matches(*Version::parse("2.0")));
}

void TestSpecifier::scannerTakesOneClause()
{
    std::string_view text = ">= 1.0.post2 ,<2";
    QCOMPARE(std::string(takeSpecifier(text)), std::string(">= 1.0.post2"));
    QCOMPARE(std::string(text), std::string(" ,<2"));
    std::string_view nothing = "1.0";
    QVERIFY(takeSpecifier(nothing).empty());
    QCOMPARE(std::string(nothing), std::string("1.0"));
}

QTEST_GUILESS_MAIN(TestSpecifier)
#include "test_specifier.moc"
