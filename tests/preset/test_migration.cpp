// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/load.h"
#include "preset/migration.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::preset;
using namespace Qt::StringLiterals;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderDocumentIsMigratedStepByStep();
    void whatIsNotTouchedStaysAsItIs();
    void versionsThatCannotBeAreRefused_data();
    void versionsThatCannotBeAreRefused();
    void aStepThatRefusesIsTheEnd();
};

namespace {

PresetDocument document(const QByteArray &text)
{
    return *PresetDocument::parse(text, u"p.json"_s);
}

/// A format that had three versions: "gpu" became "cuda", then "cuda" went into "target".
std::vector<Migration> steps()
{
    const auto moved = [](const QString &from, const QString &to) {
        return [from, to](const PresetDocument &old) -> Result<PresetDocument> {
            const Json *value = old.value(from);
            if (!value)
                return old;
            DOSIRAK_TRY(without, old.remove(from));
            return without.set(to, *value);
        };
    };
    return {moved(u"/gpu"_s, u"/cuda"_s), moved(u"/cuda"_s, u"/target/cuda"_s)};
}

} // namespace

void TestMigration::anOlderDocumentIsMigratedStepByStep()
{
    const auto newest = migrated(document(R"({"schema_version":1,"gpu":"11.8"})"), u"p.json"_s, steps());
    QVERIFY2(newest, newest ? "" : qPrintable(newest.error().text()));
    QVERIFY(newest->json() == Json::parse(R"({"schema_version":3,"target":{"cuda":"11.8"}})"));
    const auto fromTheMiddle = migrated(document(R"({"schema_version":2,"gpu":"kept","cuda":"12.4"})"), u"p.json"_s, steps());
    QVERIFY(fromTheMiddle->json() == Json::parse(R"({"schema_version":3,"gpu":"kept","target":{"cuda":"12.4"}})"));
}

void TestMigration::whatIsNotTouchedStaysAsItIs()
{
    const QByteArray newest = "{\n\t\"x-mine\":  1.50,\n\t\"schema_version\": 3 ,\n\t\"gpu\": [ ]\n}";
    QCOMPARE(migrated(document(newest), u"p.json"_s, steps())->text(), newest);
    const auto older = migrated(document("{\n    \"x-mine\":  1.50,\n    \"schema_version\": 2\n}"), u"p.json"_s, steps());
    QCOMPARE(older->text(), QByteArray("{\n    \"x-mine\":  1.50,\n    \"schema_version\": 3\n}"));
}

void TestMigration::versionsThatCannotBeAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("newer") << QByteArray("{\n\"schema_version\": 4}") << ErrorCode::Unsupported << 2;
    QTest::newRow("none") << QByteArray("{}") << ErrorCode::Invalid << 0;
    QTest::newRow("zero") << QByteArray("{\"schema_version\": 0}") << ErrorCode::Invalid << 1;
    QTest::newRow("negative") << QByteArray("{\"schema_version\": -1}") << ErrorCode::Invalid << 1;
    QTest::newRow("text") << QByteArray("{\"schema_version\": \"3\"}") << ErrorCode::Invalid << 1;
    QTest::newRow("a fraction") << QByteArray("{\"schema_version\": 2.5}") << ErrorCode::Invalid << 1;
    QTest::newRow("larger than a number can be") << QByteArray("{\"schema_version\": 18446744073709551615}") << ErrorCode::Invalid << 1;
}

void TestMigration::versionsThatCannotBeAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto refused = migrated(document(text), u"p.json"_s, steps());
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
    QCOMPARE(refused.error().place.line, line);
    QCOMPARE(refused.error().place.pointer, u"/schema_version"_s);
}

void TestMigration::aStepThatRefusesIsTheEnd()
{
    const std::vector<Migration> refusing{[](const PresetDocument &) -> Result<PresetDocument> {
        return fail(ErrorCode::Invalid, u"no"_s);
    }};
    const auto refused = migrated(document(R"({"schema_version":1})"), u"p.json"_s, refusing);
    QVERIFY(!refused && refused.error().what == u"no"_s);
}

QTEST_GUILESS_MAIN(TestMigration)
#include "test_migration.moc"
