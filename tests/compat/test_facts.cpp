// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_schema.h"
#include "compat/facts.h"
#include "compat/tensorrt_choice.h"

#include <QFile>
#include <QTest>

using namespace dosirak;
using namespace dosirak::compat;
using namespace Qt::StringLiterals;

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFactsAreWhole();
    void theShippedSetHoldsToItsSchema();
    void spotChecks();
    void unknownIsNotNo();
    void malformedFactsAreRefused_data();
    void malformedFactsAreRefused();
    void tensorRtDebsOfABuild_data();
    void tensorRtDebsOfABuild();
};

void TestFacts::shippedFactsAreWhole()
{
    const Facts &facts = Facts::shipped();
    QVERIFY(!facts.version.isEmpty());
    QCOMPARE(facts.pitfalls.size(), 27);
    QVERIFY(facts.torch.size() >= 30 && facts.tensorrt.size() >= 30 && facts.gpus.size() >= 70);
    const auto sourced = [&](const auto &rows) {
        for (const auto &row : rows)
            QVERIFY(!facts.sourcesOf(row.sources).isEmpty() && facts.sourcesOf(row.sources).size() == row.sources.size());
    };
    sourced(facts.cuda);
    sourced(facts.torch);
    sourced(facts.tensorrt);
    sourced(facts.systems);
    sourced(facts.gpus);
    sourced(facts.capabilities);
    sourced(facts.baseImages);
    sourced(facts.pitfalls);
}

void TestFacts::theShippedSetHoldsToItsSchema()
{
    QFile file(u":/facts/facts.json"_s);
    (void)Facts::shipped();
    QVERIFY(file.open(QIODevice::ReadOnly));
    Json facts = *parseJson(file.readAll(), u"facts.json"_s);
    const JsonSchema schema(Facts::schema());
    QString problems;
    for (const SchemaProblem &problem : schema.problems(facts))
        problems += problem.pointer + u": "_s + problem.what + u'\n';
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    // A row without a source, a confidence nobody knows, a list in place of a text: each is told with its place.
    for (const auto &[pointer, value] : {std::pair<const char *, Json>{"/torch/3/sources", Json::array()}, {"/gpus/0/confidence", "sure"}, {"/cuda/1/version", Json::array()}}) {
        Json broken = facts;
        broken[Json::json_pointer(pointer)] = value;
        const QList<SchemaProblem> found = schema.problems(broken);
        QVERIFY2(std::any_of(found.begin(), found.end(), [&, place = QString::fromLatin1(pointer)](const SchemaProblem &problem) { return problem.pointer == place; }), pointer);
    }
}

void TestFacts::spotChecks()
{
    const Facts &facts = Facts::shipped();
    // PyTorch's release matrix and builder scripts, as the rows' sources say.
    QCOMPARE(facts.torchRelease(u"2.1.2"_s)->torchvision, u"0.16.2"_s);
    QCOMPARE(facts.torchRelease(u"2.1.2"_s)->build(u"cu118"_s)->cudnn, u"8.7.0.84"_s);
    QVERIFY(!facts.torchRelease(u"2.1.2"_s)->build(u"cu124"_s));
    // NVIDIA's minor version compatibility guide.
    QCOMPARE(facts.minDriver(12), u"525.60.13"_s);
    QCOMPARE(facts.cudaRelease(u"11.8"_s)->toolkitDriver, u"520.61.05"_s);
    // NVIDIA's support matrix of TensorRT 8.6.1.
    QCOMPARE(*facts.tensorRtRelease(u"8.6.1"_s)->vendorCuda, (QStringList{u"11.0-11.8"_s, u"12.0u1"_s, u"12.1u1"_s}));
    QCOMPARE(facts.system(u"ubuntu"_s, u"22.04"_s)->glibc, u"2.35"_s);
    QCOMPARE(facts.system(u"debian"_s, u"13"_s)->python, u"3.13"_s);
    QCOMPARE(facts.gpu(u"NVIDIA A100"_s)->sm, u"8.0"_s);
    QCOMPARE(facts.baseImage(u"12.4.1-cudnn-runtime-ubuntu22.04"_s)->startCheck, u"cuda>=12.4"_s);
    QCOMPARE(facts.baseImage(u"12.4.1-base-ubuntu22.04"_s)->startCheck, u"cuda>=12.4"_s);
}

void TestFacts::unknownIsNotNo()
{
    const Facts &facts = Facts::shipped();
    QVERIFY(!facts.tensorRtRelease(u"10.9.0"_s)->vendorCuda.has_value()); // the matrix was not read
    QVERIFY(!facts.gpu(u"Nothing 9000"_s));
    QVERIFY(facts.minDriver(99).isEmpty());
}

void TestFacts::malformedFactsAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no version") << QByteArray("\"facts_version\"") << QByteArray("\"other\"");
    QTest::newRow("a number for a CUDA version") << QByteArray("\"version\": \"11.6.0\"") << QByteArray("\"version\": 11.6");
    QTest::newRow("a table that is an object") << QByteArray("\"gpus\": [") << QByteArray("\"gpus\": {}, \"rest\": [");
    QTest::newRow("of a newer program") << QByteArray("\"facts_schema\": 1") << QByteArray("\"facts_schema\": 2");
    QTest::newRow("cut off") << QByteArray("\"torch\"") << QByteArray("");
}

void TestFacts::malformedFactsAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFile file(QStringLiteral(DOSIRAK_SOURCE_DIR "/resources/facts/facts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY(Facts::parse(bytes, {}));
    QVERIFY(bytes.contains(from));
    QVERIFY(!Facts::parse(bytes.replace(from, to), {}));
}

void TestFacts::tensorRtDebsOfABuild_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("cuda");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("8.6.1 on CUDA 11.8") << u"8.6.1"_s << u"11.8"_s << u"libnvinfer8=8.6.1.6-1+cuda11.8"_s;
    QTest::newRow("8.6.1 on CUDA 12.0") << u"8.6.1"_s << u"12.0"_s << u"libnvinfer8=8.6.1.6-1+cuda12.0"_s;
    QTest::newRow("10.1 on CUDA 12.1 takes the build of its major version") << u"10.1.0"_s << u"12.1"_s << u"libnvinfer10=10.1.0.27-1+cuda12.4"_s;
    QTest::newRow("debs not known") << u"10.14.1"_s << u"13.0"_s << QString();
}

void TestFacts::tensorRtDebsOfABuild()
{
    QFETCH(QString, version);
    QFETCH(QString, cuda);
    QFETCH(QString, wanted);
    const QStringList debs = tensorRtDebs(version, cuda, Facts::shipped());
    QCOMPARE(debs.contains(wanted), !wanted.isEmpty());
    for (const QString &deb : debs)
        QVERIFY2(!deb.contains(u"-dev"_s) && deb.contains(u'='), qPrintable(deb));
}

QTEST_GUILESS_MAIN(TestFacts)
#include "test_facts.moc"
