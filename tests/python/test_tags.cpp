// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/file_names.h"
#include "python/tags.h"

#include <QTest>

using namespace dosirak::python;

namespace {

TargetTags target(const char *python, const char *platform)
{
    return {*TargetPython::parse(python), *TargetPlatform::parse(platform)};
}

} // namespace

class TestTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void platformTags_data();
    void platformTags();
    void noPlatform_data();
    void noPlatform();
    void pythons_data();
    void pythons();
    void noPython_data();
    void noPython();
    void orderOfCPython();
    void linuxTagOnlyWhereAllowed();
    void ranksAreThePlacesInTheList();
    void bestRank_data();
    void bestRank();
    void wheelNames_data();
    void wheelNames();
    void noWheel_data();
    void noWheel();
    void buildTagsCompareAsNumbers();
    void sdistNames();
    void selection_data();
    void selection();
};

void TestTags::platformTags_data()
{
    QTest::addColumn<std::string>("platform");
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<std::string>("last");
    QTest::addColumn<int>("count");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("glibc goes down to 2.5 on x86") << std::string("manylinux_2_18_x86_64")
        << list("manylinux_2_18_x86_64 manylinux_2_17_x86_64 manylinux2014_x86_64 manylinux_2_16_x86_64") << std::string("manylinux1_x86_64") << 17;
    QTest::newRow("glibc goes down to 2.17 elsewhere") << std::string("manylinux_2_18_aarch64")
        << list("manylinux_2_18_aarch64 manylinux_2_17_aarch64 manylinux2014_aarch64") << std::string("manylinux2014_aarch64") << 3;
    QTest::newRow("a legacy name is its version") << std::string("manylinux2010_i686")
        << list("manylinux_2_12_i686 manylinux2010_i686 manylinux_2_11_i686") << std::string("manylinux1_i686") << 10;
    QTest::newRow("musl goes down to x.0") << std::string("musllinux_1_2_aarch64")
        << list("musllinux_1_2_aarch64 musllinux_1_1_aarch64 musllinux_1_0_aarch64") << std::string("musllinux_1_0_aarch64") << 3;
    QTest::newRow("plain Linux is alone") << std::string("linux_x86_64") << list("linux_x86_64") << std::string("linux_x86_64") << 1;
}

void TestTags::platformTags()
{
    QFETCH(std::string, platform);
    QFETCH(QStringList, first);
    const auto tags = TargetPlatform::parse(platform)->tags();
    QTEST(static_cast<int>(tags.size()), "count");
    for (int i = 0; i < first.size(); ++i)
        QCOMPARE(QString::fromStdString(tags[static_cast<std::size_t>(i)]), first[i]);
    QTEST(tags.back(), "last");
    QCOMPARE(TargetPlatform::parse(TargetPlatform::parse(platform)->text())->tags(), tags);
}

void TestTags::noPlatform_data()
{
    QTest::addColumn<std::string>("platform");
    for (const char *platform : {"", "any", "win_amd64", "macosx_11_0_arm64", "manylinux_2_35", "manylinux_2_x86_64", "manylinux2013_x86_64",
                                 "manylinux_3_0_x86_64", "manylinux_-2_5_x86_64", "manylinux_2_99999_x86_64", "linux_", "linux_X86",
                                 "manylinux2014_", "linux_x86/64", "musllinux_1_2_"})
        QTest::addRow("“%s” is none", platform) << std::string(platform);
}

void TestTags::noPlatform()
{
    QFETCH(std::string, platform);
    const auto parsed = TargetPlatform::parse(platform);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, dosirak::ErrorCode::Usage);
}

void TestTags::pythons_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("interpreter");
    QTest::addColumn<std::string>("abi");
    QTest::newRow("two numbers") << std::string("3.11") << std::string("cp311") << std::string("cp311");
    QTest::newRow("three numbers") << std::string("3.8.10") << std::string("cp38") << std::string("cp38");
    QTest::newRow("pymalloc before 3.8") << std::string("3.7") << std::string("cp37") << std::string("cp37m");
    QTest::newRow("free-threaded") << std::string("3.13t") << std::string("cp313") << std::string("cp313t");
}

void TestTags::pythons()
{
    QFETCH(std::string, text);
    const auto python = TargetPython::parse(text);
    QVERIFY(python);
    QTEST(python->interpreterTag(), "interpreter");
    QTEST(python->abiTag(), "abi");
}

void TestTags::noPython_data()
{
    QTest::addColumn<std::string>("text");
    for (const char *text : {"", "3", "3.", "3.11.", "3.11.4.5", "python3.11", "3.x", "1.5", "3.12t", "3.-1", "3.11rc1", "99999999999.1"})
        QTest::addRow("“%s” is none", text) << std::string(text);
}

void TestTags::noPython()
{
    QFETCH(std::string, text);
    QVERIFY(!TargetPython::parse(text));
}

void TestTags::orderOfCPython()
{
    QStringList list;
    for (const Tag &tag : target("3.4", "musllinux_1_0_x86_64").list())
        list.append(QString::fromStdString(tag.text()));
    const QStringList expected = QStringLiteral(
        "cp34-cp34m-musllinux_1_0_x86_64 cp34-abi3-musllinux_1_0_x86_64 cp34-none-musllinux_1_0_x86_64 cp33-abi3-musllinux_1_0_x86_64 "
        "cp32-abi3-musllinux_1_0_x86_64 py34-none-musllinux_1_0_x86_64 py3-none-musllinux_1_0_x86_64 py33-none-musllinux_1_0_x86_64 "
        "py32-none-musllinux_1_0_x86_64 py31-none-musllinux_1_0_x86_64 py30-none-musllinux_1_0_x86_64 cp34-none-any py34-none-any "
        "py3-none-any py33-none-any py32-none-any py31-none-any py30-none-any").split(QLatin1Char(' '));
    QCOMPARE(list, expected);
}

void TestTags::linuxTagOnlyWhereAllowed()
{
    auto platform = *TargetPlatform::parse("manylinux_2_35_x86_64");
    const auto python = *TargetPython::parse("3.11");
    QVERIFY(!TargetTags(python, platform).bestRank("cp311-cp311-linux_x86_64"));
    platform.acceptsLinuxTag = true;
    QCOMPARE(TargetTags(python, platform).bestRank("cp311-cp311-linux_x86_64"), std::optional<std::size_t>(0));
    QCOMPARE(TargetTags(python, platform).bestRank("cp311-cp311-manylinux_2_35_x86_64"), std::optional<std::size_t>(1));
}

void TestTags::ranksAreThePlacesInTheList()
{
    for (const char *python : {"3.6", "3.11", "3.14t"}) {
        const TargetTags tags = target(python, "manylinux_2_36_x86_64");
        const auto list = tags.list();
        for (std::size_t i = 0; i < list.size(); ++i)
            QCOMPARE(tags.rank(list[i].interpreter, list[i].abi, list[i].platform), std::optional(i));
    }
}

void TestTags::bestRank_data()
{
    QTest::addColumn<std::string>("set");
    QTest::addColumn<bool>("fits");
    QTest::newRow("its own") << std::string("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64") << true;
    QTest::newRow("the stable ABI of an older Python") << std::string("cp37-abi3-manylinux_2_28_x86_64") << true;
    QTest::newRow("pure Python") << std::string("py2.py3-none-any") << true;
    QTest::newRow("upper case") << std::string("PY3-None-ANY") << true;
    QTest::newRow("the stable ABI of a newer Python") << std::string("cp312-abi3-manylinux_2_28_x86_64") << false;
    QTest::newRow("another Python") << std::string("cp310-cp310-manylinux_2_17_x86_64") << false;
    QTest::newRow("Python 2 only") << std::string("py2-none-any") << false;
    QTest::newRow("a newer glibc") << std::string("cp311-cp311-manylinux_2_37_x86_64") << false;
    QTest::newRow("another architecture") << std::string("cp311-cp311-manylinux_2_17_aarch64") << false;
    QTest::newRow("another C library") << std::string("cp311-cp311-musllinux_1_1_x86_64") << false;
    QTest::newRow("no set") << std::string("cp311-cp311") << false;
    QTest::newRow("too much for a set") << std::string("cp311-cp311-any-any") << false;
}

void TestTags::bestRank()
{
    QFETCH(std::string, set);
    QTEST(target("3.11", "manylinux_2_36_x86_64").bestRank(set).has_value(), "fits");
}

void TestTags::wheelNames_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("project");
    QTest::addColumn<std::string>("version");
    QTest::addColumn<std::string>("build");
    QTest::addColumn<int>("tags");
    QTest::newRow("a plain one") << std::string("numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
        << std::string("numpy") << std::string("1.26.4") << std::string() << 2;
    QTest::newRow("a local version") << std::string("torch-2.1.0+cu118-cp310-cp310-linux_x86_64.whl")
        << std::string("torch") << std::string("2.1.0+cu118") << std::string() << 1;
    QTest::newRow("an escaped name") << std::string("Zope.Interface_X-5-py2.py3-none-any.whl")
        << std::string("zope-interface-x") << std::string("5") << std::string() << 2;
    QTest::newRow("a build tag") << std::string("foo-1.0-007local-py3-none-any.whl") << std::string("foo") << std::string("1.0")
        << std::string("7local") << 1;
}

void TestTags::wheelNames()
{
    QFETCH(std::string, file);
    const auto wheel = WheelName::parse(file);
    QVERIFY(wheel);
    QTEST(wheel->name, "project");
    QTEST(wheel->version.text(), "version");
    QTEST(wheel->build.number + wheel->build.suffix, "build");
    QTEST(static_cast<int>(wheel->tags().size()), "tags");
}

void TestTags::noWheel_data()
{
    QTest::addColumn<std::string>("file");
    for (const char *file : {"", ".whl", "foo.whl", "foo-1.0.tar.gz", "foo-1.0-py3-none-any.WHL", "foo-1.0-py3-none.whl",
                             "foo-1.0-x-py3-none-any.whl", "foo-1.0-1-2-py3-none-any.whl", "foo__bar-1.0-py3-none-any.whl",
                             "foo-bar-py3-none-any.whl", "-1.0-py3-none-any.whl", "foo-1.0-py3..py2-none-any.whl", "foo-1.0--none-any.whl",
                             "foo-1.0-3py-none-any.whl", "../foo-1.0-py3-none-any.whl", "a/b-1.0-py3-none-any.whl", "a\\b-1.0-py3-none-any.whl",
                             "foo-1.0-py3-none-any/../x.whl", "foo-1.0-py3-none-any\n.whl", "f\xc3\xa9-1.0-py3-none-any.whl"})
        QTest::addRow("“%s” is none", file) << std::string(file);
    QTest::newRow("a name that no file system takes") << "foo-1.0-py3-none-" + std::string(250, 'a') + ".whl";
    std::string many = "py3"; // 18 × 18 × 18 tags
    for (int i = 0; i < 17; ++i)
        many += ".a";
    QTest::newRow("a name that stands for thousands of tags") << "f-1-" + many + "-" + many + "-" + many + ".whl";
}

void TestTags::noWheel()
{
    QFETCH(std::string, file);
    QVERIFY(!WheelName::parse(file));
}

void TestTags::buildTagsCompareAsNumbers()
{
    const auto build = [](const char *tag) { return WheelName::parse("foo-1.0" + std::string(tag) + "-py3-none-any.whl")->build; };
    QVERIFY(build("") < build("-0"));
    QVERIFY(build("-2") < build("-10"));
    QVERIFY(build("-2") < build("-2a"));
    QVERIFY(build("-2b") > build("-2a"));
    QVERIFY(build("-01") == build("-1"));
}

void TestTags::sdistNames()
{
    const auto plain = SdistName::parse("Foo_Bar-1.0rc1.tar.gz");
    QVERIFY(plain);
    QCOMPARE(plain->name, std::string("foo-bar"));
    QCOMPARE(plain->version.text(), std::string("1.0rc1"));
    QVERIFY(SdistName::parse("foo-1.0.zip"));
    for (const char *name : {"foo.tar.gz", "foo-1.0.tgz", "-1.0.tar.gz", "foo-bar.tar.gz", "a/foo-1.0.tar.gz"})
        QVERIFY2(!SdistName::parse(name), name);
    // A dash in the version is only understood by one who knows the project.
    QCOMPARE(SdistName::read("foo-bar-1.0-1.tar.gz")->name, std::string("foo-bar-1-0"));
    QCOMPARE(SdistName::readOf("Foo-Bar-1.0-1.tar.gz", "foo-bar")->version.text(), std::string("1.0.post1"));
    QVERIFY(!SdistName::readOf("foo-bar-1.0.tar.gz", "foo"));
    QVERIFY(!SdistName::readOf("foo-bar-1.0.tar.gz", "other"));
}

void TestTags::selection_data()
{
    QTest::addColumn<QStringList>("wheels");
    QTest::addColumn<int>("selected");
    QTest::newRow("the best tag") << QStringList{QStringLiteral("f-1-py3-none-any.whl"), QStringLiteral("f-1-cp311-abi3-manylinux_2_17_x86_64.whl"),
                                                 QStringLiteral("f-1-cp311-cp311-manylinux_2_17_x86_64.whl")} << 2;
    QTest::newRow("the newest glibc that fits") << QStringList{QStringLiteral("f-1-cp311-cp311-manylinux2014_x86_64.whl"),
                                                               QStringLiteral("f-1-cp311-cp311-manylinux_2_28_x86_64.whl"),
                                                               QStringLiteral("f-1-cp311-cp311-manylinux_2_39_x86_64.whl")} << 1;
    QTest::newRow("the highest build") << QStringList{QStringLiteral("f-1-py3-none-any.whl"), QStringLiteral("f-1-10-py3-none-any.whl"),
                                                      QStringLiteral("f-1-9-py3-none-any.whl")} << 1;
    QTest::newRow("a higher version before a better tag") << QStringList{QStringLiteral("f-1-cp311-cp311-manylinux_2_28_x86_64.whl"),
                                                                         QStringLiteral("f-2-py3-none-any.whl")} << 1;
    QTest::newRow("a final before a pre-release") << QStringList{QStringLiteral("f-2rc1-py3-none-any.whl"), QStringLiteral("f-1-py3-none-any.whl")} << 1;
    QTest::newRow("the first of equals") << QStringList{QStringLiteral("f-1-py3-none-any.whl"), QStringLiteral("f-1.0-py3-none-any.whl")} << 0;
    QTest::newRow("none that fits") << QStringList{QStringLiteral("f-1-cp310-cp310-win_amd64.whl"), QStringLiteral("f-1.tar.gz")} << -1;
    QTest::newRow("none at all") << QStringList() << -1;
}

void TestTags::selection()
{
    QFETCH(QStringList, wheels);
    std::vector<std::string> names;
    for (const QString &wheel : wheels)
        names.push_back(wheel.toStdString());
    const auto selected = selectWheel(names, target("3.11", "manylinux_2_35_x86_64"));
    QTEST(selected ? static_cast<int>(*selected) : -1, "selected");
}

QTEST_GUILESS_MAIN(TestTags)
#include "test_tags.moc"
