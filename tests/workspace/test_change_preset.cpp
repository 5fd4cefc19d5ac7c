// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "preset/compare.h"
#include "preset/own_patch.h"
#include "workspace/change_preset.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::workspace;
using namespace Qt::StringLiterals;

class TestChangePreset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyTheChangeIsWritten();
    void whatIsInheritedIsOverriddenHere_data();
    void whatIsInheritedIsOverriddenHere();
    void anInheritedMemberCannotBeTakenOut();
    void aBrokenResultIsRefused();
    void aFileThatChangedMeanwhileStays();
    void theDiffIsUnified();
    void twoPresetsAreCompared();

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QVERIFY(writeFileAtomically(m_folder->filePath(u"presets/%1.json"_s.arg(name)), text));
    }
    [[nodiscard]] Workspace workspace() const { return Workspace(m_folder->path()); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestChangePreset::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"parent"_s, R"({"schema_version": 1, "cuda": "11.8", "wheels": {"requirements": ["numpy", "rich"]}, "image": {"env": {"A": "1"}}})");
    write(u"child"_s, "{\n  \"schema_version\" : 1,\n  \"extends\": \"parent\",\n  \"x-mine\": 1.50,\n  \"python\": { \"version\": \"3.10\" }\n}\n");
}

void TestChangePreset::onlyTheChangeIsWritten()
{
    const auto change = plannedChange(workspace(), u"child"_s, Json::parse(R"([{"op":"add","path":"/python/version","value":"3.11"}])"));
    QVERIFY2(change, change ? "" : qPrintable(change.error().text()));
    QByteArray wanted = change->before;
    QCOMPARE(change->after, wanted.replace("3.10", "3.11"));
    QVERIFY(writeChange(*change));
    QCOMPARE(*readFile(change->path, 10'000), change->after);
}

void TestChangePreset::whatIsInheritedIsOverriddenHere_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("own");
    const auto row = [](const char *name, const QByteArray &patch, const QByteArray &own) { QTest::newRow(name) << patch << own; };
    row("an element is appended to a copy of the list", R"([{"op":"add","path":"/wheels/requirements/-","value":"x"}])", R"({"wheels":{"requirements":["numpy","rich","x"]}})");
    row("an element is taken out of a copy", R"([{"op":"remove","path":"/wheels/requirements/0"}])", R"({"wheels":{"requirements":["rich"]}})");
    row("an element is replaced in a copy", R"([{"op":"replace","path":"/wheels/requirements/1","value":"y"}])", R"({"wheels":{"requirements":["numpy","y"]}})");
    row("two changes of one list copy it once", R"([{"op":"remove","path":"/wheels/requirements/0"},{"op":"add","path":"/wheels/requirements/-","value":"x"}])",
        R"({"wheels":{"requirements":["rich","x"]}})");
    row("a value is overridden", R"([{"op":"replace","path":"/cuda","value":"12.1"}])", R"({"cuda":"12.1"})");
    row("a member of an object is added alone", R"([{"op":"add","path":"/image/env/B","value":"2"}])", R"({"image":{"env":{"B":"2"}}})");
    row("a list that is nowhere begins", R"([{"op":"add","path":"/debs/runtime/-","value":"curl"}])", R"({"debs":{"runtime":["curl"]}})");
}

void TestChangePreset::whatIsInheritedIsOverriddenHere()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, own);
    const Json document = {{"schema_version", 1}, {"extends", "parent"}};
    const auto resolved = preset::loadPreset(workspace().presetsFolder(), u"parent"_s);
    QVERIFY(resolved);
    const auto mine = preset::ownPatch(Json::parse(patch), document, resolved->resolved);
    QVERIFY2(mine, mine ? "" : qPrintable(mine.error().text()));
    Json wanted = document;
    const Json expected = Json::parse(own);
    for (const auto &[key, value] : expected.items())
        wanted[key] = value;
    QVERIFY2(document.patch(*mine) == wanted, document.patch(*mine).dump().c_str());
}

void TestChangePreset::anInheritedMemberCannotBeTakenOut()
{
    const auto change = plannedChange(workspace(), u"child"_s, Json::parse(R"([{"op":"remove","path":"/cuda"}])"));
    QVERIFY(!change);
    QCOMPARE(change.error().code, ErrorCode::Unsupported);
}

void TestChangePreset::aBrokenResultIsRefused()
{
    const auto change = plannedChange(workspace(), u"child"_s, Json::parse(R"([{"op":"add","path":"/python/version","value":3}])"));
    QVERIFY(!change);
    QCOMPARE(change.error().code, ErrorCode::Invalid);
}

void TestChangePreset::aFileThatChangedMeanwhileStays()
{
    const auto change = plannedChange(workspace(), u"child"_s, Json::parse(R"([{"op":"add","path":"/cuda","value":"12.1"}])"));
    QVERIFY(change);
    write(u"child"_s, R"({"schema_version": 1})");
    const auto written = writeChange(*change);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Locked);
    QCOMPARE(*readFile(change->path, 10'000), QByteArray(R"({"schema_version": 1})"));
}

void TestChangePreset::theDiffIsUnified()
{
    QCOMPARE(unifiedDiff("a\nb\n", "a\nb\n", u"f"_s), QString());
    QCOMPARE(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\n4\nx\n6\n7\n", u"f"_s), u"--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n \n"_s);
    const QString two = unifiedDiff("a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\n8\n9\nB\n", u"f"_s);
    QCOMPARE(two.count(u"@@ -"_s), 2);
}

void TestChangePreset::twoPresetsAreCompared()
{
    write(u"other"_s, R"({"schema_version": 1, "extends": "parent", "cuda": "12.1", "wheels": {"requirements": ["numpy", "x"]}, "python": {"version": "3.10"}})");
    const auto left = preset::loadPreset(workspace().presetsFolder(), u"child"_s);
    const auto right = preset::loadPreset(workspace().presetsFolder(), u"other"_s);
    QVERIFY(left && right);
    const auto fields = preset::differencesBetween(*left, *right);
    QStringList pointers;
    for (const auto &field : fields)
        pointers.append(field.pointer);
    QCOMPARE(pointers, (QStringList{u"/cuda"_s, u"/wheels/requirements"_s, u"/x-mine"_s}));
    QCOMPARE(fields.at(0).leftFrom, u"parent"_s);
    QCOMPARE(fields.at(0).rightFrom, u"other"_s);
    QCOMPARE(fields.at(1).removed, QStringList{u"rich"_s});
    QCOMPARE(fields.at(1).added, QStringList{u"x"_s});
    QVERIFY(fields.at(2).left && !fields.at(2).right);
    QVERIFY(preset::differencesBetween(*left, *left).isEmpty());
}

QTEST_APPLESS_MAIN(TestChangePreset)
#include "test_change_preset.moc"
