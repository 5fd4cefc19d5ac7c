// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/marker.h"
#include "python/tags.h"

#include <QTest>

using namespace dosirak::python;

namespace {

MarkerEnvironment linuxTarget(const char *python = "3.11.4", const char *platform = "manylinux_2_35_x86_64")
{
    return MarkerEnvironment::forTarget(python, *TargetPlatform::parse(platform));
}

} // namespace

class TestMarker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetIsNotThisMachine();
    void evaluation_data();
    void evaluation();
    void errors_data();
    void errors();
    void text_data();
    void text();
    void simplification_data();
    void simplification();
    void setsOfLockFiles();
};

void TestMarker::targetIsNotThisMachine()
{
    const auto environment = linuxTarget("3.10", "musllinux_1_2_aarch64");
    QCOMPARE(environment.variables.at("platform_machine"), std::string("aarch64"));
    QCOMPARE(environment.variables.at("python_version"), std::string("3.10"));
    QCOMPARE(environment.variables.at("python_full_version"), std::string("3.10.0"));
    QCOMPARE(environment.variables.at("platform_release"), std::string());
    QCOMPARE(environment.variables.size(), std::size_t(11));
    QCOMPARE(linuxTarget("3.13t").variables.at("python_version"), std::string("3.13"));
    QCOMPARE(linuxTarget("3.12.1").variables.at("implementation_version"), std::string("3.12.1"));
}

void TestMarker::evaluation_data()
{
    QTest::addColumn<std::string>("marker");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *name, const char *marker, bool holds) { QTest::newRow(name) << std::string(marker) << holds; };
    row("versions compare as versions", "python_version < '3.9'", false);
    row("also from the right", "'3.9' < python_version", true);
    row("and as versions there too", "'3.100' < python_version", false);
    row("a full version", "python_full_version >= '3.11.3'", true);
    row("a series", "python_version == '3.*'", true);
    row("compatible", "python_version ~= '3.8'", true);
    row("text compares as text", "sys_platform == 'linux'", true);
    row("text is not ordered", "sys_platform < 'win32'", false);
    row("text that equals is at least", "sys_platform >= 'linux'", true);
    row("a part of a text", "'linux' in sys_platform", true);
    row("not a part of a text", "'nux' not in sys_platform", false);
    row("a list in a text", "python_version in '3.10, 3.11'", true);
    row("machines", "platform_machine == 'x86_64' and platform_system == 'Linux'", true);
    row("and binds closer than or", "os_name == 'nt' and os_name == 'x' or os_name == 'posix'", true);
    row("parentheses bind closest", "os_name == 'nt' and (os_name == 'x' or os_name == 'posix')", false);
    row("old names with dots", "os.name == 'posix' and sys.platform == 'linux' and python_implementation == 'CPython'", true);
    row("no extra", "extra == 'test'", false);
    row("no extra is the empty one", "extra == ''", true);
    row("a kernel that is not known", "platform_release >= '5'", false);
    row("implementation", "implementation_name == 'cpython' and platform_python_implementation == 'CPython'", true);
}

void TestMarker::evaluation()
{
    QFETCH(std::string, marker);
    const auto parsed = Marker::parse(marker);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
    const auto holds = parsed->evaluate(linuxTarget());
    QVERIFY(holds);
    QTEST(*holds, "holds");
}

void TestMarker::errors_data()
{
    QTest::addColumn<std::string>("marker");
    QTest::newRow("a comparison of texts that is for versions") << std::string("os_name ~= 'posix'");
    QTest::newRow("arbitrary equality of texts") << std::string("os_name === 'posix'");
    QTest::newRow("two texts") << std::string("'a' == 'b'");
    QTest::newRow("a set of lock files") << std::string("'x' in extras");
    QTest::newRow("an error behind an or") << std::string("os_name == 'posix' or 'a' == 'b'");
}

void TestMarker::errors()
{
    QFETCH(std::string, marker);
    const auto parsed = Marker::parse(marker);
    QVERIFY(parsed);
    const auto holds = parsed->evaluate(linuxTarget());
    QVERIFY(!holds);
    QCOMPARE(holds.error().code, dosirak::ErrorCode::Invalid);
}

void TestMarker::text_data()
{
    QTest::addColumn<std::string>("written");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char *name, const char *written, const char *text) {
        QTest::newRow(name) << std::string(written) << std::string(text);
    };
    row("double quotes and single blanks", "os_name=='posix'  and\tos_name != 'nt'", "os_name == \"posix\" and os_name != \"nt\"");
    row("single quotes around double ones", "os_name == 'a\"b'", "os_name == 'a\"b'");
    row("outer parentheses go", "((os_name == 'a'))", "os_name == \"a\"");
    row("parentheses around one part go", "(os_name == 'a') and (os_name == 'b')", "os_name == \"a\" and os_name == \"b\"");
    row("parentheses that mean something stay", "os_name == 'a' and (os_name == 'b' or os_name == 'c')",
        "os_name == \"a\" and (os_name == \"b\" or os_name == \"c\")");
    row("old names become new ones", "os.name == 'a' or python_implementation == 'b'", "os_name == \"a\" or platform_python_implementation == \"b\"");
    row("extras are normalised", "'Foo_Bar' == extra or extra == 'A.b'", "\"foo-bar\" == extra or extra == \"a-b\"");
    row("escapes are resolved", "os_name == 'a\\x41\\n'", "os_name == \"aA\n\"");
}

void TestMarker::text()
{
    QFETCH(std::string, written);
    const auto marker = Marker::parse(written);
    QVERIFY(marker);
    QTEST(*marker->text(), "text");
    QVERIFY(!Marker::parse("os_name == '\\x22\\x27'")->text()); // both quotes: it has no text
}

void TestMarker::simplification_data()
{
    QTest::addColumn<std::string>("marker");
    QTest::addColumn<std::string>("rest"); ///< "always", "never" or what remains
    const auto row = [](const char *name, const char *marker, const char *rest) {
        QTest::newRow(name) << std::string(marker) << std::string(rest);
    };
    row("what holds", "python_version >= '3.8'", "always");
    row("what does not", "python_version < '3.8'", "never");
    row("an extra alone", "extra == 'x'", "extra == \"x\"");
    row("an extra and what holds", "extra == 'x' and python_version >= '3.8'", "extra == \"x\"");
    row("an extra and what does not", "extra == 'x' and python_version < '3.8'", "never");
    row("an extra or what holds", "extra == 'x' or python_version >= '3.8'", "always");
    row("an extra or what does not", "python_version < '3.8' or extra == 'x'", "extra == \"x\"");
    row("two extras", "(extra == 'x' or extra == 'y') and os_name == 'posix'", "extra == \"x\" or extra == \"y\"");
    row("two extras and one more", "(extra == 'x' or extra == 'y') and extra != 'z'", "(extra == \"x\" or extra == \"y\") and extra != \"z\"");
    row("groups", "os_name == 'nt' and extra == 'x' or os_name == 'posix' and extra == 'y'", "extra == \"y\"");
    row("inner groups", "extra == 'x' and (os_name == 'nt' or os_name == 'posix')", "extra == \"x\"");
}

void TestMarker::simplification()
{
    QFETCH(std::string, marker);
    QFETCH(std::string, rest);
    const auto parsed = Marker::parse(marker);
    QVERIFY(parsed);
    const auto simple = parsed->simplified(linuxTarget());
    QVERIFY(simple);
    QCOMPARE(simple->remaining ? *simple->remaining->text() : std::string(simple->always ? "always" : "never"), rest);
    // Whatever the extra is, both say the same.
    for (const char *extra : {"", "x", "y", "z"}) {
        const auto environment = linuxTarget().withExtra(extra);
        const bool whole = *parsed->evaluate(environment);
        QCOMPARE(simple->remaining ? *simple->remaining->evaluate(environment) : simple->always, whole);
    }
    QCOMPARE(parsed->asksForExtra(), marker.find("extra") != std::string::npos);
}

void TestMarker::setsOfLockFiles()
{
    auto environment = linuxTarget();
    environment.sets["extras"] = {"Foo_Bar"};
    QVERIFY(*Marker::parse("'foo.bar' in extras")->evaluate(environment));
    QVERIFY(!*Marker::parse("'foo' in extras")->evaluate(environment));
    QVERIFY(*Marker::parse("'foo' not in extras")->evaluate(environment));
    QVERIFY(!Marker::parse("extras == 'foo'")->evaluate(environment));
    QVERIFY(!Marker::parse("'dev' in dependency_groups")->evaluate(environment));
}

QTEST_GUILESS_MAIN(TestMarker)
#include "test_marker.moc"
