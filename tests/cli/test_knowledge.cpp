// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dosirak::tests;
using namespace Qt::StringLiterals;

/// What the program knows, on the console: the matrix, the facts, and fixes of findings.
class TestKnowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMatrixHasFourForms_data();
    void theMatrixHasFourForms();
    void theMatrixExplainsItself();
    void wrongQuestionsAreRefused_data();
    void wrongQuestionsAreRefused();
    void newerFactsAreImportedWhenTheirHashIsConfirmed();
    void factsOfBadFilesAreRefused_data();
    void factsOfBadFilesAreRefused();
    void brokenFactsInUseAreNamed();
    void fixesAreShownAndWritten();

private:
    QJsonObject json(const QStringList &arguments) { return QJsonDocument::fromJson(m_console.run(arguments + QStringList{u"--json"_s}).out).object(); }
    /// The shipped facts with some values changed, in a file.
    QByteArray writeFacts(const QString &name, const QString &version)
    {
        QFile shipped(QStringLiteral(DOSIRAK_SOURCE_DIR "/resources/facts/facts.json"));
        if (!shipped.open(QIODevice::ReadOnly))
            return {};
        QJsonObject facts = QJsonDocument::fromJson(shipped.readAll()).object();
        facts[u"facts_version"_s] = version;
        QJsonArray gpus = facts.value(u"gpus"_s).toArray();
        gpus.removeAt(0);
        facts[u"gpus"_s] = gpus;
        const QByteArray bytes = QJsonDocument(facts).toJson();
        QFile file(m_console.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() : QByteArray();
    }

    Console m_console;
};

void TestKnowledge::theMatrixHasFourForms_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("text") << u"text"_s << QByteArray("2.1.2           ✓");
    QTest::newRow("tsv") << u"tsv"_s << QByteArray("2.1.2\tyes\n");
    QTest::newRow("csv") << u"csv"_s << QByteArray("2.1.2,yes\r\n");
    QTest::newRow("markdown") << u"markdown"_s << QByteArray("| PyTorch / CUDA | 11.8 |\n|---|---|\n| 2.1.2 | yes |\n");
    QTest::newRow("html") << u"html"_s << QByteArray("<tr><th>2.1.2</th><td class=\"Yes\"");
}

void TestKnowledge::theMatrixHasFourForms()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, line);
    const Call call = m_console.run({u"matrix"_s, u"pytorch"_s, u"cuda"_s, u"--row"_s, u"2.1.2"_s, u"--column"_s, u"11.8"_s, u"--format"_s, form});
    QCOMPARE(call.code, 0);
    QVERIFY2(call.out.contains(line), call.out.constData());
}

void TestKnowledge::theMatrixExplainsItself()
{
    const QStringList call{u"matrix"_s, u"--row"_s, u"2.1.2"_s, u"--column"_s, u"11.8"_s, u"--column"_s, u"12.8"_s, u"--gpu"_s, u"A100"_s, u"--driver"_s, u"418.39"_s};
    const QJsonArray cells = json(call).value(u"cells"_s).toArray();
    QCOMPARE(cells.size(), 2);
    for (const QJsonValue &cell : cells) {
        const bool good = cell.toObject().value(u"column"_s).toString() == u"11.8"_s;
        QCOMPARE(cell.toObject().value(u"verdict"_s).toString(), good ? u"yes"_s : u"no"_s);
        QVERIFY(!cell.toObject().value(u"reasons"_s).toArray().isEmpty());
        QVERIFY2(!cell.toObject().value(u"runs_on_machine"_s).toBool(true), "driver 418 is below what CUDA 11 needs");
    }
    // A value that is pinned is judged with every cell.
    const QStringList pinned{u"matrix"_s, u"--row"_s, u"2.1.2"_s, u"--column"_s, u"11.8"_s, u"--pin"_s, u"python=3.13"_s};
    QCOMPARE(json(pinned).value(u"cells"_s).toArray().first().toObject().value(u"verdict"_s).toString(), u"no"_s);
}

void TestKnowledge::wrongQuestionsAreRefused_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::addColumn<int>("code");
    QTest::newRow("no axis") << QStringList{u"matrix"_s, u"colour"_s} << 2;
    QTest::newRow("one axis twice") << QStringList{u"matrix"_s, u"cuda"_s, u"cuda"_s} << 2;
    QTest::newRow("no such version") << QStringList{u"matrix"_s, u"--row"_s, u"99"_s} << 3;
    QTest::newRow("no form") << QStringList{u"matrix"_s, u"--format"_s, u"pdf"_s} << 2;
    QTest::newRow("a pin without a value") << QStringList{u"matrix"_s, u"--pin"_s, u"python"_s} << 2;
    QTest::newRow("no verb of facts") << QStringList{u"facts"_s, u"eat"_s} << 2;
    QTest::newRow("no section") << QStringList{u"facts"_s, u"show"_s, u"colours"_s} << 3;
    QTest::newRow("nothing was imported") << QStringList{u"facts"_s, u"remove"_s} << 3;
}

void TestKnowledge::wrongQuestionsAreRefused()
{
    QFETCH(QStringList, call);
    QFETCH(int, code);
    const Call done = m_console.run(call);
    QCOMPARE(done.code, code);
    QVERIFY2(done.out.isEmpty() && done.err.startsWith("error: "), done.err.constData());
}

void TestKnowledge::newerFactsAreImportedWhenTheirHashIsConfirmed()
{
    const QString shipped = json({u"facts"_s}).value(u"facts_version"_s).toString();
    const QByteArray hash = writeFacts(u"newer.json"_s, u"2999.1.1"_s);
    const QString file = m_console.path(u"newer.json"_s);
    const QJsonArray changes = json({u"facts"_s, u"diff"_s, file}).value(u"changes"_s).toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().toObject().value(u"section"_s).toString(), u"gpus"_s);
    QCOMPARE(changes.first().toObject().value(u"kind"_s).toString(), u"removed"_s);

    QCOMPARE(m_console.run({u"facts"_s, u"import"_s, file}).code, 2); // nobody to ask
    QCOMPARE(m_console.run({u"facts"_s, u"import"_s, file, u"--sha256"_s, QString(64, u'0')}).code, 7);
    QCOMPARE(json({u"facts"_s}).value(u"facts_version"_s).toString(), shipped);
    QCOMPARE(m_console.run({u"facts"_s, u"import"_s, file, u"--sha256"_s, QString::fromLatin1(hash).toUpper()}).code, 0);
    QCOMPARE(json({u"facts"_s}).value(u"facts_version"_s).toString(), u"2999.1.1"_s);
    // What is checked is checked with them.
    QCOMPARE(json({u"check"_s, u"demo"_s}).value(u"presets"_s).toArray().first().toObject().value(u"facts_version"_s).toString(), u"2999.1.1"_s);
    QCOMPARE(m_console.run({u"facts"_s, u"remove"_s}).code, 0);
    QCOMPARE(json({u"facts"_s}).value(u"facts_version"_s).toString(), shipped);
}

void TestKnowledge::factsOfBadFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("no JSON") << QByteArray("<html>") << 2;
    QTest::newRow("something else") << QByteArray("{\"schema_version\": 1}") << 2;
    QTest::newRow("of a newer program") << QByteArray("{\"facts_schema\": 2, \"facts_version\": \"2999.1.1\"}") << 2;
    QTest::newRow("a row of another shape") << QByteArray("{\"facts_schema\": 1, \"facts_version\": \"2999.1.1\", \"cuda\": [{\"version\": 12}]}") << 2;
}

void TestKnowledge::factsOfBadFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFile file(m_console.path(u"bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Call call = m_console.run({u"facts"_s, u"import"_s, file.fileName(), u"--yes"_s});
    QVERIFY2(call.code == code && call.err.contains("bad.json"), call.err.constData());
    QCOMPARE(m_console.run({u"facts"_s, u"remove"_s}).code, 3);
}

void TestKnowledge::brokenFactsInUseAreNamed()
{
    writeFacts(u"newer.json"_s, u"2999.1.1"_s);
    QCOMPARE(m_console.run({u"facts"_s, u"import"_s, m_console.path(u"newer.json"_s), u"--yes"_s}).code, 0);
    QFile file(json({u"facts"_s}).value(u"path"_s).toString());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    const Call call = m_console.run({u"check"_s, u"demo"_s});
    QVERIFY2(call.code == 2 && call.err.contains(file.fileName().toUtf8()) && call.err.contains("facts remove"), call.err.constData());
    QCOMPARE(m_console.run({u"facts"_s, u"remove"_s}).code, 0);
    QCOMPARE(m_console.run({u"check"_s, u"demo"_s}).code, 0);
}

void TestKnowledge::fixesAreShownAndWritten()
{
    QFile shipped(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets/ubuntu22.04-cuda12.1-torch2.4.json"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray good = shipped.readAll();
    const QByteArray bad = QByteArray(good).replace("\"torchvision\": \"0.19.1\"", "\"torchvision\": \"0.16.2\"").replace("\"build\": \"cu121\"", "\"build\": \"cu118\"");
    QVERIFY(bad != good);
    m_console.writePreset(u"mendable"_s, bad);
    const auto text = [&] {
        QFile file(m_console.path(u"presets/mendable.json"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const Call shown = m_console.run({u"check"_s, u"mendable"_s, u"--fix"_s, u"-n"_s});
    QVERIFY2(shown.code == 4 && shown.out.contains("+    \"torchvision\": \"0.19.1\"") && shown.out.contains("+    \"build\": \"cu121\""), shown.out.constData());
    QCOMPARE(text(), bad);
    QCOMPARE(m_console.run({u"check"_s, u"mendable"_s, u"--fix"_s}).code, 2); // nobody to ask
    QCOMPARE(text(), bad);
    QCOMPARE(m_console.run({u"check"_s, u"mendable"_s, u"--fix"_s, u"--yes"_s}).code, 0);
    QCOMPARE(text(), good);
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "test_knowledge.moc"
