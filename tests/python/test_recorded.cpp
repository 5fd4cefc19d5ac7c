// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/operations.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMap>
#include <QTest>

using namespace dosirak;

/// The answers of `packaging` 26.4 to 1,200 random questions, recorded by tests/conformance/differential.py.
class TestRecorded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questions_data();
    void questions();
    void badQuestions_data();
    void badQuestions();
};

void TestRecorded::questions_data()
{
    QTest::addColumn<QByteArray>("line");
    QFile table(QStringLiteral(DOSIRAK_TEST_DATA "/python/packaging.jsonl"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QMap<std::string, int> operations;
    for (int number = 1; !table.atEnd(); ++number) {
        const QByteArray line = table.readLine();
        const std::string op = Json::parse(line.toStdString())["q"]["op"];
        ++operations[op];
        QTest::addRow("line %d: %s", number, op.c_str()) << line;
    }
    QCOMPARE(operations.size(), 13); // every operation is asked
    for (const int asked : operations)
        QVERIFY(asked >= 10);
}

void TestRecorded::questions()
{
    QFETCH(QByteArray, line);
    const Json entry = Json::parse(line.toStdString());
    const Json answer = conformance::answer(entry["q"]);
    if (entry.contains("sha256")) {
        QByteArray list;
        for (const Json &item : answer.at("r"))
            list += (list.isEmpty() ? "" : "\n") + QByteArray::fromStdString(item.get<std::string>());
        QCOMPARE(QCryptographicHash::hash(list, QCryptographicHash::Sha256).toHex().toStdString(), entry["sha256"].get<std::string>());
    } else if (entry["a"].contains("error")) {
        QVERIFY2(answer.contains("error"), answer.dump().c_str());
    } else {
        // Members may stand in any order.
        QCOMPARE(nlohmann::json::parse(answer.dump()).dump(), nlohmann::json::parse(entry["a"].dump()).dump());
    }
}

void TestRecorded::badQuestions_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("error");
    QTest::newRow("an operation that there is not") << std::string(R"({"op": "fly"})") << std::string("unsupported");
    QTest::newRow("no operation") << std::string(R"({"s": "1.0"})") << std::string();
    QTest::newRow("no object") << std::string("[1]") << std::string();
    QTest::newRow("no JSON") << std::string("ver_norm 1.0") << std::string();
    QTest::newRow("an empty line") << std::string() << std::string();
    QTest::newRow("a missing member") << std::string(R"({"op": "ver_norm"})") << std::string();
    QTest::newRow("a member of another type") << std::string(R"({"op": "wheel_select", "python": "3.11", "platform": "linux_x86_64", "wheels": [1]})") << std::string();
}

void TestRecorded::badQuestions()
{
    QFETCH(std::string, line);
    QFETCH(std::string, error);
    const std::string text = conformance::answerLine(line);
    QVERIFY(text.find('\n') == std::string::npos);
    const Json answer = Json::parse(text);
    QVERIFY(answer.contains("error") && !answer.contains("r"));
    if (!error.empty())
        QCOMPARE(answer["error"].get<std::string>(), error);
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "test_recorded.moc"
