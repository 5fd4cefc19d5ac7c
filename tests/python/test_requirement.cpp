// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/requirement.h"

#include <QTest>

using namespace dosirak::python;

class TestRequirement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalText_data();
    void canonicalText();
    void broken_data();
    void broken();
    void members();
    void deepMarkersAreRefused();
    void longTextIsRefused();
};

void TestRequirement::canonicalText_data()
{
    QTest::addColumn<std::string>("written");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char *name, const char *written, const char *text) {
        QTest::newRow(name) << std::string(written) << std::string(text);
    };
    // The examples of PEP 508.
    row("a name", "A", "A");
    row("a name with all its characters", "A.B-C_D", "A.B-C_D");
    row("a bare name with blanks", " aa \t", "aa");
    row("a condition", "name<=1", "name<=1");
    row("conditions", "name>=3,<2", "name<2,>=3");
    row("conditions in parentheses", "name ( >=3 , <2 )", "name<2,>=3");
    row("a URL", "name@http://foo.example", "name @ http://foo.example");
    row("extras and a URL and a marker", "name [fred,bar] @ http://foo.example ; python_version=='2.7'",
        "name[bar,fred] @ http://foo.example ; python_version == \"2.7\"");
    row("extras and conditions and a marker", "requests [security,tests] >= 2.8.1, == 2.8.* ; python_version < '2.7.10'",
        "requests[security,tests]==2.8.*,>=2.8.1; python_version < \"2.7.10\"");
    row("a wheel's hash is part of the URL", "pip @ https://example.org/pip-1.3.1.zip#sha1=da9234ee9982d4bbb3c72346a6de940a148ea686",
        "pip @ https://example.org/pip-1.3.1.zip#sha1=da9234ee9982d4bbb3c72346a6de940a148ea686");
    row("no extras in brackets", "name[]", "name");
    row("a URL takes what is not divided by a blank", "name @ https://example.org/a;b", "name @ https://example.org/a;b");
    row("empty parentheses", "name()", "name");
    row("a comma at the end", "name>1,", "name>1");
    row("extras once", "name[b,a,b]", "name[a,b]");
    row("a comma ends what is compared as text", "name===1.0a,>=1", "name===1.0a,>=1");
    row("also before a blank", "name (=== 1, >= 1)", "name===1,>=1");
    row("nothing between two commas", "name>=1,, <3", "name<3,>=1");
}

void TestRequirement::canonicalText()
{
    QFETCH(std::string, written);
    QFETCH(std::string, text);
    const auto requirement = Requirement::parse(written);
    QVERIFY2(requirement, requirement ? "" : qPrintable(requirement.error().text()));
    QCOMPARE(requirement->text(), text);
    const auto again = Requirement::parse(requirement->text());
    QVERIFY(again);
    QCOMPARE(again->text(), requirement->text());
}

void TestRequirement::broken_data()
{
    QTest::addColumn<std::string>("written");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *written, int column) { QTest::newRow(name) << std::string(written) << column; };
    row("nothing", "", 1);
    row("no name", ">=1.0", 1);
    row("a name that begins with a dash", "-foo", 1);
    row("a single equals sign", "foo=1.0", 4);
    row("two conditions without a comma", "foo>=1 <2", 8);
    row("an open bracket", "foo[a", 6);
    row("extras without a comma", "foo[a b]", 7);
    row("a comma before nothing in extras", "foo[a,]", 7);
    row("an open parenthesis", "foo(>=1", 8);
    row("no URL after @", "foo @ ", 7);
    row("words after a URL", "foo @ https://example.org/x bar", 29);
    row("a star after >=", "foo>=1.*", 7);
    row("a local version after >=", "foo>=1+cu118", 7);
    row("no marker after ;", "foo;", 5);
    row("a marker of one word", "foo; python_version", 20);
    row("a variable that is none", "foo; pyversion > '3'", 6);
    row("a text without an end", "foo; python_version > '3", 23);
    row("an open parenthesis in a marker", "foo; (python_version > '3'", 27);
    row("and after nothing", "foo; and", 6);
    row("or before nothing", "foo; os_name == 'a' or", 23);
    row("not without in", "foo; 'a' not os_name", 14);
    row("a line break before a condition", "foo\n>=1", 4);
    row("=== and nothing", "foo===", 4);
    row("a line break in a URL", "foo @ https://example.org/\nx", 27);
    row("columns count characters, not bytes", "foo; 'é' pyversion", 10);
}

void TestRequirement::broken()
{
    QFETCH(std::string, written);
    const auto requirement = Requirement::parse(written);
    QVERIFY(!requirement);
    QCOMPARE(requirement.error().code, dosirak::ErrorCode::Invalid);
    QTEST(requirement.error().place.column, "column");
    QVERIFY(!requirement.error().what.isEmpty());
}

void TestRequirement::members()
{
    const auto requirement = Requirement::parse("Zope.Interface[Test_X,docs,test-x] (>=5,<6) ; extra == 'All_Of'");
    QVERIFY(requirement);
    QCOMPARE(requirement->name, std::string("Zope.Interface"));
    QCOMPARE(requirement->normalizedName, std::string("zope-interface"));
    QCOMPARE(requirement->extras, (std::vector<std::string>{"Test_X", "docs", "test-x"}));
    QCOMPARE(requirement->normalizedExtras(), (std::vector<std::string>{"docs", "test-x"}));
    QCOMPARE(requirement->specifier.text(), std::string("<6,>=5"));
    QVERIFY(requirement->url.empty());
    QCOMPARE(*requirement->marker->text(), std::string("extra == \"all-of\""));
}

void TestRequirement::deepMarkersAreRefused()
{
    const auto nested = [](int depth) {
        return "a; " + std::string(static_cast<std::size_t>(depth), '(') + "os_name=='x'" + std::string(static_cast<std::size_t>(depth), ')');
    };
    QVERIFY(Requirement::parse(nested(50)));
    QVERIFY(!Requirement::parse(nested(20000)));
}

void TestRequirement::longTextIsRefused()
{
    QVERIFY(Requirement::parse("a" + std::string(60 * 1024, ' ')));
    QVERIFY(!Requirement::parse("a" + std::string(70 * 1024, ' ')));
}

QTEST_GUILESS_MAIN(TestRequirement)
#include "test_requirement.moc"
