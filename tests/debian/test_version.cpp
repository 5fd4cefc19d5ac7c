// SPDX-License-Identifier: GPL-3.0-or-later
// First: the moc of Qt 6.4 cannot read <compare> before Qt's own headers.
#include <QTest>

#include "debian/version.h"

using namespace dosirak::debian;

class TestVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderIsThatOfDebVersion_data();
    void orderIsThatOfDebVersion();
    void validityIsThatOfDpkg_data();
    void validityIsThatOfDpkg();
    void relations();
};

void TestVersion::orderIsThatOfDebVersion_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *a, const char *b, int expected) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b) << expected;
    };
    row("equal text is equal", "1.2-3", "1.2-3", 0);
    row("numbers are numbers, not text", "1.10", "1.9", 1);
    row("leading zeros do not count", "1.01", "1.1", 0);
    row("a missing revision is revision 0", "1.0", "1.0-0", 0);
    row("a missing epoch is epoch 0", "0:1.0", "1.0", 0);
    row("the epoch goes before all", "1:0.1", "9.9", 1);
    row("epochs are numbers", "10:1", "9:1", 1);
    row("a tilde sorts before the end", "1.0~rc1", "1.0", -1);
    row("two tildes sort before one", "1.0~~", "1.0~", -1);
    row("the order given in deb-version(7): ~~ before ~~a", "~~", "~~a", -1);
    row("the order given in deb-version(7): ~~a before ~", "~~a", "~", -1);
    row("the order given in deb-version(7): ~ before the empty part", "~", "", -1);
    row("the order given in deb-version(7): the empty part before a", "", "a", -1);
    row("letters sort before signs", "1.0a", "1.0+", -1);
    row("upper case before lower case", "1.0A", "1.0a", -1);
    row("a backport is earlier than what it was made of", "2.3-1~bpo12+1", "2.3-1", -1);
    row("a binary rebuild is later", "2.3-1+b1", "2.3-1", 1);
    row("the revision begins after the last hyphen", "1.0-2-3", "1.0-10-2", -1);
    row("vendor forms: same CUDA suffix", "8.6.1.6-1+cuda11.8", "8.6.1.6-1+cuda12.0", -1);
    row("vendor forms: TensorRT 8 before 10", "8.6.1.6-1+cuda12.0", "10.0.1.6-1+cuda12.4", -1);
    row("numbers longer than any integer", "1.99999999999999999999999999998", "1.99999999999999999999999999999", -1);
}

void TestVersion::orderIsThatOfDebVersion()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, expected);
    const auto sign = [](std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
    const std::string left = a.toStdString();
    const std::string right = b.toStdString();
    QCOMPARE(sign(compareVersions(left, right)), expected);
    QCOMPARE(sign(compareVersions(right, left)), -expected);
}

void TestVersion::validityIsThatOfDpkg_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const char *text, bool valid) { QTest::newRow(name) << QByteArray(text) << valid; };
    row("a number", "1.0", true);
    row("all parts", "1:2.3.4-5ubuntu1~rc1+b2", true);
    row("a colon in the upstream part, with an epoch", "1:2:3", true);
    row("hyphens in the upstream part, with a revision", "1-2-3", true);
    row("the largest epoch", "2147483647:1", true);
    row("an epoch too large", "2147483648:1", false);
    row("an empty epoch", ":1", false);
    row("an epoch that is no number", "a:1", false);
    row("a negative epoch", "-1:1", false);
    row("nothing after the epoch", "1:", false);
    row("nothing before the revision", "-1", false);
    row("nothing after the hyphen", "1-", false);
    row("nothing at all", "", false);
    row("a letter first", "a1", false);
    row("a tilde first", "~1", false);
    row("an underscore", "1_2", false);
    row("an underscore in the revision", "1-a_b", false);
    row("a blank inside", "1 2", false);
    row("a colon in the revision", "1:1-1:2", false);
    row("a letter outside ASCII", "1\xc3\xa9", false);
}

void TestVersion::validityIsThatOfDpkg()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isValidVersion(text.toStdString()), valid);
}

void TestVersion::relations()
{
    QVERIFY(satisfies("1.0", Relation::Any, "9"));
    QVERIFY(satisfies("1.0~", Relation::Earlier, "1.0"));
    QVERIFY(!satisfies("1.0", Relation::Earlier, "1.0"));
    QVERIFY(satisfies("1.0", Relation::EarlierEqual, "1.0-0"));
    QVERIFY(satisfies("1.0", Relation::Equal, "0:1.0"));
    QVERIFY(!satisfies("1.0", Relation::Equal, "1.0-1"));
    QVERIFY(satisfies("1.0-1", Relation::LaterEqual, "1.0"));
    QVERIFY(satisfies("1.0-1", Relation::Later, "1.0"));
    QVERIFY(!satisfies("1.0", Relation::Later, "1.0"));
}

QTEST_GUILESS_MAIN(TestVersion)
#include "test_version.moc"
