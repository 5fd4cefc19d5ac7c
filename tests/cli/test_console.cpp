// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dosirak::tests;
using namespace Qt::StringLiterals;

namespace {

/// What a stream is to hold.
enum class Holds { Nothing, Text, Json, Error, Anything };

const QByteArray head = R"({"schema_version":1,"os":{"distribution":"debian","release":"12","architecture":"amd64"},)"
                        R"("python":{"version":"3.11"},"image":{"tag":"localhost/dosirak/t:1"},)"
                        R"("base_images":{"builder":{"reference":"localhost/dosirak/demo-base:1","layout":"presets/demo/images"},)"
                        R"("runtime":{"reference":"localhost/dosirak/demo-base:1","layout":"presets/demo/images"}})";

QByteArray wheels(const QByteArray &requirement)
{
    return head + R"(,"wheels":{"indexes":[{"name":"demo","url":"presets/demo/wheels"}],"requirements":[")" + requirement + R"("]}})";
}

bool isJson(const QByteArray &text)
{
    return !QJsonDocument::fromJson(text).isNull();
}

QString seen(const Call &call)
{
    return u"exit code %1\n--- stdout\n%2\n--- stderr\n%3"_s.arg(call.code).arg(QString::fromUtf8(call.out), QString::fromUtf8(call.err));
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void calls_data();
    void calls();
    void everyCommandHelps();
    void seedNamesAreAliases();
    void badNamesAreRefusedByEveryCommand_data();
    void badNamesAreRefusedByEveryCommand();
    void anErrorIsJsonToo();
    void badPresetsTellTheirLine();
    void inheritedValuesTellTheirOrigin();

private:
    Console m_console;
};

void TestConsole::initTestCase()
{
    m_console.writePreset(u"impossible"_s, wheels("lunchbox>=99"));
    m_console.writePreset(u"wrong"_s, wheels("lunchbox").replace(R"("architecture")", R"("architektur")"));
    m_console.writePreset(u"warned"_s, wheels("lunchbox").replace(R"("python":)", R"("colour":"red","python":)"));
    m_console.writePreset(u"malformed"_s, "{\n  \"schema_version\": 1,\n  \"cuda\" 11\n}\n");
    m_console.writePreset(u"newer"_s, R"({"schema_version":99})");
    m_console.writePreset(u"circle"_s, R"({"schema_version":1,"extends":"circle"})");
    m_console.writePreset(u"unreachable"_s, wheels("lunchbox").replace("presets/demo/wheels", "http://127.0.0.1:9/simple"));
}

void TestConsole::calls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<Holds>("out");
    QTest::addColumn<Holds>("err");
    const auto row = [](const char *name, const QString &call, int code, Holds out, Holds err) {
        QTest::newRow(name) << call.split(u' ', Qt::SkipEmptyParts) << code << out << err;
    };
    using enum Holds;
    row("no words: the overview", u""_s, 0, Text, Nothing);
    row("help is the overview", u"help"_s, 0, Text, Nothing);
    row("exit codes are told", u"help exit-codes"_s, 0, Text, Nothing);
    row("help on a command", u"help lock"_s, 0, Text, Nothing);
    row("help on what is no command", u"help luck"_s, 2, Nothing, Error);
    row("an unknown command", u"luck demo"_s, 2, Nothing, Error);
    row("an unknown option", u"show --luck demo"_s, 2, Nothing, Error);
    row("one argument too many", u"list demo"_s, 2, Nothing, Error);
    row("two presets where one is meant", u"lock demo warned"_s, 2, Nothing, Error);
    row("its version", u"--version"_s, 0, Text, Nothing);
    row("another folder, before the command", u"-C / list --names"_s, 0, Nothing, Nothing);
    row("another folder, after the command", u"list --names -C /"_s, 0, Nothing, Nothing);
    row("the list", u"list"_s, 0, Text, Nothing);
    row("the list as JSON", u"list --json"_s, 0, Json, Nothing);
    row("the names as JSON", u"list --names --json"_s, 0, Json, Nothing);
    row("a preset is JSON", u"show demo"_s, 0, Json, Nothing);
    row("where its values are from", u"show --origin demo"_s, 0, Text, Nothing);
    row("where its values are from, as JSON", u"show --origin --json demo"_s, 0, Json, Nothing);
    row("its lock, when there is none", u"show --lock demo"_s, 3, Nothing, Error);
    row("a preset that is not there", u"show nothing"_s, 3, Nothing, Error);
    row("no preset where there are several", u"lock"_s, 2, Nothing, Error);
    row("the schema", u"schema"_s, 0, Json, Nothing);
    row("templates", u"new --templates"_s, 0, Text, Nothing);
    row("templates as JSON", u"new --templates --json"_s, 0, Json, Nothing);
    row("a new preset from nothing", u"new mine"_s, 2, Nothing, Error);
    row("a new preset from what is not there", u"new mine --from nothing"_s, 3, Nothing, Error);
    row("a new preset over another", u"new demo --from demo"_s, 2, Nothing, Error);
    row("a good preset", u"check demo"_s, 0, Text, Nothing);
    row("a good preset as JSON", u"check --json demo"_s, 0, Json, Nothing);
    row("a good preset as SARIF", u"check --sarif demo"_s, 0, Json, Nothing);
    row("a preset with errors", u"check wrong"_s, 4, Text, Nothing);
    row("a preset with errors as JSON", u"check --json wrong"_s, 4, Json, Nothing);
    row("warnings are well", u"check warned"_s, 0, Text, Nothing);
    row("unless one is strict", u"check --strict warned"_s, 11, Text, Nothing);
    row("malformed JSON", u"check malformed"_s, 2, Nothing, Error);
    row("a newer format", u"check newer"_s, 2, Nothing, Error);
    row("a circle", u"check circle"_s, 2, Nothing, Error);
    row("the meaning of all findings", u"explain"_s, 0, Text, Nothing);
    row("the meaning of all findings as JSON", u"explain --json"_s, 0, Json, Nothing);
    row("a finding that is none", u"explain luck"_s, 3, Nothing, Error);
    row("what goes with what", u"auto --torch 2.4 --json"_s, 0, Json, Nothing);
    row("a preset with errors is not locked", u"lock -q wrong"_s, 4, Nothing, Error);
    row("what no wheel gives", u"lock -q impossible"_s, 5, Nothing, Error);
    row("an index that does not answer", u"lock -q unreachable"_s, 6, Nothing, Error);
    row("is a lock good, and there is none", u"lock --check demo"_s, 8, Nothing, Error);
    row("why, without a lock", u"why lunchbox demo"_s, 3, Nothing, Error);
    row("tree, without a lock", u"tree demo"_s, 3, Nothing, Error);
    row("sync that may not lock, without a lock", u"sync -q --locked demo"_s, 8, Nothing, Error);
    row("verify, without a lock", u"verify -q demo"_s, 3, Nothing, Error);
    row("a bundle without a lock", u"bundle -q demo"_s, 8, Nothing, Error);
    row("a bundle in parts of no size", u"bundle -q --part-size luck demo"_s, 2, Nothing, Error);
    row("a bundle that is not there", u"verify -q ./nothing.tar"_s, 3, Nothing, Error);
    row("import of nothing", u"import"_s, 2, Nothing, Error);
    row("import of what is not there", u"import -q nothing.tar"_s, 3, Nothing, Error);
    row("import of what is no bundle", u"import -q presets/demo.json"_s, 2, Nothing, Error);
    row("earlier builds, when there are none", u"history"_s, 0, Text, Nothing);
    row("earlier builds as JSON", u"history --json"_s, 0, Json, Nothing);
    row("wheels without a target", u"wheels numpy"_s, 2, Nothing, Error);
    row("debs without a name", u"debs"_s, 2, Nothing, Error);
    row("base images, to do what", u"base-image"_s, 2, Nothing, Error);
    row("completion for bash", u"completion bash"_s, 0, Text, Nothing);
    row("completion for zsh", u"completion zsh"_s, 0, Text, Nothing);
    row("completion for fish", u"completion fish"_s, 0, Text, Nothing);
    row("completion for what is no shell", u"completion luck"_s, 2, Nothing, Error);
}

void TestConsole::calls()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(Holds, out);
    QFETCH(Holds, err);
    const Call call = m_console.run(arguments);
    const auto holds = [](const QByteArray &text, Holds what) {
        switch (what) {
        case Holds::Nothing: return text.isEmpty();
        case Holds::Text: return !text.trimmed().isEmpty() && text.endsWith('\n');
        case Holds::Json: return isJson(text);
        case Holds::Error: return text.startsWith("error: ") && text.size() > 12;
        case Holds::Anything: return true;
        }
        return false;
    };
    QVERIFY2(call.code == code && holds(call.out, out) && holds(call.err, err), qPrintable(seen(call)));
}

void TestConsole::everyCommandHelps()
{
    const QStringList names = commandNames(m_console);
    QVERIFY2(names.size() >= 20, qPrintable(names.join(u' ')));
    for (const QString &name : names) {
        const Call call = m_console.run({name, u"--help"_s});
        QVERIFY2(call.code == 0 && call.err.isEmpty(), qPrintable(name + u": "_s + seen(call)));
        for (const char *word : {"--json", "--quiet", "--directory", "--language", "dosirak"})
            QVERIFY2(call.out.contains(word), qPrintable(name + u": no "_s + QString::fromLatin1(word)));
        // What completion offers is what the help says.
        const Call options = m_console.run({u"__complete"_s, name, u"--"_s});
        QCOMPARE(options.code, 0);
        for (const QByteArray &option : options.out.split('\n'))
            QVERIFY2(call.out.contains(option), qPrintable(name + u": "_s + QString::fromUtf8(option)));
        QVERIFY2(options.out.contains("--json\n"), qPrintable(name));
    }
}

void TestConsole::seedNamesAreAliases()
{
    QCOMPARE(m_console.run({u"deps-sync"_s, u"--help"_s}).out, m_console.run({u"sync"_s, u"--help"_s}).out);
    QCOMPARE(m_console.run({u"ls"_s, u"--names"_s}).out, m_console.run({u"list"_s, u"--names"_s}).out);
}

void TestConsole::badNamesAreRefusedByEveryCommand_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a path") << u"a/b"_s;
    QTest::newRow("climbing out") << u"../presets/demo"_s;
    QTest::newRow("two dots") << u"a..b"_s;
    QTest::newRow("an absolute path") << u"/etc/passwd"_s;
    QTest::newRow("upper case") << u"Demo"_s;
    QTest::newRow("a blank") << u"de mo"_s;
    QTest::newRow("a line end") << u"demo\n"_s;
    QTest::newRow("another alphabet") << u"도시락"_s;
    QTest::newRow("a reserved name") << u"nul"_s;
    QTest::newRow("a hidden file") << u".demo"_s;
    QTest::newRow("its file") << u"demo.json."_s;
    QTest::newRow("too long") << QString(101, u'a');
    QTest::newRow("nothing") << u""_s;
}

void TestConsole::badNamesAreRefusedByEveryCommand()
{
    QFETCH(QString, name);
    const QString folder = m_console.path(u"presets"_s);
    const QStringList before = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden);
    const QList<QStringList> calls{
        {u"show"_s, name}, {u"show"_s, u"--lock"_s, name}, {u"new"_s, name, u"--from"_s, u"demo"_s}, {u"new"_s, u"mine"_s, u"--from"_s, name},
        {u"check"_s, name}, {u"check"_s, u"demo"_s, name}, {u"lock"_s, name}, {u"lock"_s, u"--check"_s, name}, {u"tree"_s, name},
        {u"why"_s, u"numpy"_s, name}, {u"sync"_s, name}, {u"bundle"_s, name}, {u"build"_s, name}, {u"inspect"_s, name},
        {u"base-image"_s, u"make"_s, name}, {u"history"_s, name}, {u"verify"_s, name}};
    for (const QStringList &call : calls) {
        const Call done = m_console.run(call);
        // A path is the path of a bundle to verify, and the name of no preset may be that of a build: those are not there.
        const bool lookedUp = (call.first() == u"verify"_s && name.contains(u'/')) || call.first() == u"history"_s;
        QVERIFY2(done.out.isEmpty() && done.err.startsWith("error: ") && (done.code == 2 || (lookedUp && done.code == 3)),
                 qPrintable(call.join(u' ') + u'\n' + seen(done)));
    }
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestConsole::anErrorIsJsonToo()
{
    const Call call = m_console.run({u"show"_s, u"--json"_s, u"nothing"_s});
    QCOMPARE(call.code, 3);
    const QJsonObject error = QJsonDocument::fromJson(call.out).object().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"code"_s).toString(), u"not-found"_s);
    QVERIFY2(!error.value(u"what"_s).toString().isEmpty() && !error.value(u"hint"_s).toString().isEmpty(), call.out.constData());
    QVERIFY2(call.err.startsWith("error: "), call.err.constData());
}

void TestConsole::badPresetsTellTheirLine()
{
    QVERIFY2(m_console.run({u"check"_s, u"malformed"_s}).err.contains("malformed.json:3:10"), m_console.run({u"check"_s, u"malformed"_s}).err.constData());
    m_console.writePreset(u"typed"_s, "{\n  \"schema_version\": 1,\n  \"os\": {\n    \"release\": 12\n  }\n}\n");
    const QByteArray err = m_console.run({u"check"_s, u"typed"_s}).err;
    QVERIFY2(err.contains("typed.json:4:16 (/os/release)"), err.constData());
}

void TestConsole::inheritedValuesTellTheirOrigin()
{
    m_console.writePreset(u"child"_s, R"({"schema_version":1,"extends":"demo","description":"mine","os":{"release":"13"}})");
    const Call call = m_console.run({u"show"_s, u"--origin"_s, u"--json"_s, u"child"_s});
    const QJsonObject origins = QJsonDocument::fromJson(call.out).object();
    QCOMPARE(origins.value(u"/os/release"_s).toString(), u"child"_s);
    QCOMPARE(origins.value(u"/os/distribution"_s).toString(), u"demo"_s);
    QCOMPARE(origins.value(u"/description"_s).toString(), u"child"_s);
    const QJsonObject shown = QJsonDocument::fromJson(m_console.run({u"show"_s, u"child"_s}).out).object();
    QCOMPARE(shown.value(u"os"_s).toObject().value(u"release"_s).toString(), u"13"_s);
    QCOMPARE(shown.value(u"image"_s).toObject().value(u"tag"_s).toString(), u"localhost/dosirak/demo:latest"_s);
}

QTEST_GUILESS_MAIN(TestConsole)
#include "test_console.moc"
