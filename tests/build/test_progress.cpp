// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "build/progress_parser.h"
#include "image/oci_types.h"

#include <QFile>
#include <QTest>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;
using dosirak::image::textAt;

/// With captured output of the real clients (tests/data/engine-logs).
class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStates_data();
    void readsStates();
    void piecesMakeNoDifference_data() { readsStates_data(); }
    void piecesMakeNoDifference();
    void rawJsonAgreesWithAnotherReader_data();
    void rawJsonAgreesWithAnotherReader();
    void remarksOfTheBuilderAreNoLog_data();
    void remarksOfTheBuilderAreNoLog();
    void failureIsOfTheRightStep_data();
    void failureIsOfTheRightStep();
    void warningsAreTold();
    void textLines_data();
    void textLines();
    void documentsMayBeBroken();

private:
    struct Read {
        BuildSteps steps;
        QList<BuildEvent> events;
        QStringList logOf(int id) const
        {
            QStringList lines;
            for (const BuildEvent &event : events)
                if (event.kind == BuildEvent::Kind::Log && event.stepId == id)
                    lines << event.text;
            return lines;
        }
        QStringList allLog() const
        {
            QStringList lines;
            for (const BuildEvent &event : events)
                if (event.kind == BuildEvent::Kind::Log)
                    lines << event.text;
            return lines;
        }
    };
    static QByteArray sample(const QString &path);
    static Read read(Builder builder, const QString &name, BuildEnd end, qsizetype piece = 1 << 20);
};

static constexpr auto success = BuildEnd::Succeeded;
static constexpr auto failure = BuildEnd::Failed;
static constexpr auto stopped = BuildEnd::Cancelled;

QByteArray TestProgress::sample(const QString &path)
{
    QFile file(QStringLiteral(DOSIRAK_TEST_DATA) + u"/engine-logs/"_s + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TestProgress::Read TestProgress::read(Builder builder, const QString &name, BuildEnd end, qsizetype piece)
{
    Read result;
    qint64 time = 0;
    const auto parser = ProgressParser::create(builder, [&](const BuildEvent &event) {
        result.steps.apply(event);
        result.events << event;
    }, [&] { return time; });
    const QByteArray output = sample(name + u".stdout.log"_s);
    const QByteArray error = sample(name + u".stderr.log"_s);
    for (qsizetype at = 0; at < output.size(); at += piece)
        parser->feedOutput(QByteArrayView(output).sliced(at, std::min(piece, output.size() - at)));
    for (qsizetype at = 0; at < error.size(); at += piece)
        parser->feedError(QByteArrayView(error).sliced(at, std::min(piece, error.size() - at)));
    parser->finish(end);
    return result;
}

void TestProgress::readsStates_data()
{
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<BuildEnd>("end");
    QTest::addColumn<int>("steps");   // instructions, FROM not counted
    QTest::addColumn<int>("cached");
    QTest::addColumn<StepState>("last");
    QTest::newRow("legacy 20.10, all run") << Builder::Legacy << u"legacy-20.10/success"_s << success << 12 << 0 << StepState::Done;
    QTest::newRow("legacy 20.10, all cached") << Builder::Legacy << u"legacy-20.10/cached"_s << success << 12 << 12 << StepState::Cached;
    QTest::newRow("legacy 28.5") << Builder::Legacy << u"legacy-28.5/success"_s << success << 12 << 0 << StepState::Done;
    QTest::newRow("legacy, a step fails") << Builder::Legacy << u"legacy-20.10/fail-run"_s << failure << 3 << 2 << StepState::Failed;
    QTest::newRow("BuildKit 20.10") << Builder::BuildKit << u"buildkit-20.10/success"_s << success << 9 << 0 << StepState::Done;
    QTest::newRow("BuildKit 20.10, all cached") << Builder::BuildKit << u"buildkit-20.10/cached"_s << success << 9 << 9 << StepState::Cached;
    QTest::newRow("BuildKit 20.10, a step fails") << Builder::BuildKit << u"buildkit-20.10/fail-run"_s << failure << 3 << 0 << StepState::Failed;
    QTest::newRow("BuildKit 20.10, cancelled") << Builder::BuildKit << u"buildkit-20.10/cancel-sigterm"_s << stopped << 2 << 0 << StepState::Cancelled;
    QTest::newRow("podman 5.4") << Builder::Podman << u"podman-5.4.2/success"_s << success << 12 << 0 << StepState::Done;
    QTest::newRow("podman 5.4, a step fails") << Builder::Podman << u"podman-5.4.2/fail-run"_s << failure << 3 << 0 << StepState::Failed;
    QTest::newRow("buildah 1.39, a step fails") << Builder::Buildah << u"buildah-1.39.3/fail-run"_s << failure << 3 << 2 << StepState::Failed;
    QTest::newRow("buildx 0.29") << Builder::Buildx << u"buildx-0.29.1-engine-28.5-rawjson/success"_s << success << 9 << 0 << StepState::Done;
    QTest::newRow("buildx 0.13, indented documents") << Builder::Buildx << u"buildx-0.13.1-engine-20.10-rawjson/success"_s << success << 9 << 1 << StepState::Done;
}

void TestProgress::readsStates()
{
    QFETCH(Builder, builder);
    QFETCH(QString, name);
    QFETCH(BuildEnd, end);
    const Read result = read(builder, name, end);
    QTEST(result.steps.ended(), "steps");
    QTEST(result.steps.cached(), "cached");
    StepState last = StepState::Waiting;
    for (const BuildStep &step : result.steps.steps()) {
        QVERIFY2(step.state != StepState::Running, qPrintable(stepTitle(step)));
        if (step.kind == BuildStep::Kind::Step && step.state != StepState::Waiting)
            last = step.state;
    }
    QTEST(last, "last");
}

void TestProgress::piecesMakeNoDifference()
{
    QFETCH(Builder, builder);
    QFETCH(QString, name);
    QFETCH(BuildEnd, end);
    const Read whole = read(builder, name, end);
    const Read pieces = read(builder, name, end, 1);
    QCOMPARE(pieces.events.size(), whole.events.size());
    for (qsizetype i = 0; i < whole.events.size(); ++i) {
        QCOMPARE(pieces.events.at(i).kind, whole.events.at(i).kind);
        QCOMPARE(pieces.events.at(i).text, whole.events.at(i).text);
        QCOMPARE(pieces.events.at(i).step.state, whole.events.at(i).step.state);
    }
}

void TestProgress::rawJsonAgreesWithAnotherReader_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<BuildEnd>("end");
    const QString newer = u"buildx-0.29.1-engine-28.5-rawjson/"_s;
    const QString older = u"buildx-0.13.1-engine-20.10-rawjson/"_s;
    QTest::newRow("success") << newer + u"success"_s << success;
    QTest::newRow("cached") << newer + u"cached"_s << success;
    QTest::newRow("a step fails") << newer + u"fail-run"_s << failure;
    QTest::newRow("a file is missing") << newer + u"missing-copy"_s << failure;
    QTest::newRow("twelve steps") << newer + u"many-steps"_s << success;
    QTest::newRow("cancelled") << newer + u"cancel-sigterm"_s << stopped;
    QTest::newRow("base image missing") << newer + u"base-missing"_s << failure;
    QTest::newRow("indented, success") << older + u"success"_s << success;
    QTest::newRow("indented, a step fails") << older + u"fail-run"_s << failure;
}

void TestProgress::rawJsonAgreesWithAnotherReader()
{
    QFETCH(QString, name);
    QFETCH(BuildEnd, end);
    const Read result = read(Builder::Buildx, name, end);
    const auto expected = parseJson(sample(name + u".expected.json"_s), name);
    QVERIFY(expected);
    const Json &steps = (*expected)["steps"];
    QVERIFY(result.steps.steps().size() >= qsizetype(steps.size()));
    for (size_t i = 0; i < steps.size(); ++i) {
        const Json &one = steps[i];
        const BuildStep &step = result.steps.steps().at(qsizetype(i));
        const QString state = textAt(one, "status") == u"canceled"_s ? u"cancelled"_s : textAt(one, "status");
        if (state != u"running"_s) { // ours ends what still ran as the whole ended
            QCOMPARE(stateName(step.state), state);
            QVERIFY2(qAbs(double(step.durationMs) / 1000 - one["duration_s"].get<double>()) < 0.002, qPrintable(step.name));
            QVERIFY(qAbs(double(step.startedMs) / 1000 - one["start_s"].get<double>()) < 0.002);
        }
        QCOMPARE(step.stage, textAt(one, "stage"));
        QCOMPARE(step.number, one["step"].is_null() ? 0 : one["step"].get<int>());
        QCOMPARE(kindName(step.kind), textAt(one, "kind"));
        QCOMPARE(step.bytesDone, one["bytes_moved"].get<qint64>());
        QCOMPARE(step.error, textAt(one, "error"));
    }
    QCOMPARE(result.steps.cached(), (*expected)["cache"]["cached"].get<int>());
    if (end != success)
        return;
    QStringList path;
    for (const int id : result.steps.criticalPath())
        path << stepTitle(*result.steps.find(id));
    QStringList wanted;
    for (const Json &title : (*expected)["critical_path"])
        wanted << fromStd(title.get<std::string>()).replace(u"[builder  "_s, u"[builder "_s).replace(u"[ "_s, u"["_s);
    QCOMPARE(path, wanted);
}

void TestProgress::remarksOfTheBuilderAreNoLog_data()
{
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<QString>("name");
    QTest::newRow("legacy 20.10") << Builder::Legacy << u"legacy-20.10/success"_s;
    QTest::newRow("legacy 28.5") << Builder::Legacy << u"legacy-28.5/success"_s;
    QTest::newRow("BuildKit") << Builder::BuildKit << u"buildkit-20.10/success"_s;
    QTest::newRow("podman") << Builder::Podman << u"podman-5.4.2/success"_s;
    QTest::newRow("buildx") << Builder::Buildx << u"buildx-0.29.1-engine-28.5-rawjson/success"_s;
}

void TestProgress::remarksOfTheBuilderAreNoLog()
{
    QFETCH(Builder, builder);
    QFETCH(QString, name);
    const QStringList log = read(builder, name, success).allLog();
    QVERIFY(log.contains(u"Unpacking libsample12 (1.12-1) ..."_s));
    QVERIFY2(log.contains(u"last line without a newline"_s), qPrintable(log.join(u'\n')));
    QVERIFY(log.contains(u"green text and UTF-8: 한글 ✓"_s));
    QVERIFY(log.contains(u"  progress 100%"_s));
    for (const QString &line : log)
        QVERIFY2(!line.contains(u"intermediate container"_s) && !line.startsWith(u"--> "_s) && !line.contains(u" DONE "_s)
                     && !line.contains(QChar(0x1b)), qPrintable(line));
}

void TestProgress::failureIsOfTheRightStep_data()
{
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<QString>("name");
    QTest::newRow("legacy") << Builder::Legacy << u"legacy-20.10/fail-run"_s;
    QTest::newRow("BuildKit") << Builder::BuildKit << u"buildkit-20.10/fail-run"_s;
    QTest::newRow("podman") << Builder::Podman << u"podman-5.4.2/fail-run"_s;
    QTest::newRow("buildah") << Builder::Buildah << u"buildah-1.39.3/fail-run"_s;
    QTest::newRow("buildx") << Builder::Buildx << u"buildx-0.29.1-engine-28.5-rawjson/fail-run"_s;
}

void TestProgress::failureIsOfTheRightStep()
{
    QFETCH(Builder, builder);
    QFETCH(QString, name);
    const Read result = read(builder, name, failure);
    const BuildStep *failed = result.steps.failed();
    QVERIFY(failed != nullptr);
    QCOMPARE(failed->name, u"RUN sh /fail.sh"_s);
    QCOMPARE(failed->number, 4);
    QVERIFY2(failed->error.contains(u"100"_s), qPrintable(failed->error));
    const QStringList log = result.logOf(failed->id);
    QVERIFY2(log.contains(u"checking dependency 15"_s), qPrintable(log.join(u'\n')));
    QVERIFY2(log.join(u' ').contains(u"held broken packages"_s) , qPrintable(log.join(u'\n')));
}

void TestProgress::warningsAreTold()
{
    const Read result = read(Builder::Buildx, u"buildx-0.29.1-engine-28.5-rawjson/warnings"_s, success);
    const auto count = std::count_if(result.events.begin(), result.events.end(),
                                     [](const BuildEvent &event) { return event.kind == BuildEvent::Kind::Warning; });
    QVERIFY(count >= 3);
}

void TestProgress::textLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("a carriage return begins anew") << QByteArray("10%\r50%\r100%\n") << QStringList{u"100%"_s};
    QTest::newRow("line ends of the context line") << QByteArray("Sending 5kB\r\r\n") << QStringList{u"Sending 5kB"_s};
    QTest::newRow("colours go") << QByteArray("\x1b[91mred\x1b[0m\n") << QStringList{u"red"_s};
    QTest::newRow("an unfinished colour at the end") << QByteArray("x\x1b[9\n") << QStringList{u"x"_s};
    QTest::newRow("a last line without an end") << QByteArray("a\nb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("a line of 70,000 letters comes in parts")
        << QByteArray(70'000, 'x') << QStringList{QString(65536, u'x'), QString(70'000 - 65536, u'x')};
}

void TestProgress::textLines()
{
    QFETCH(QByteArray, bytes);
    QStringList lines;
    TextLines reader([&](const QString &line) { lines << line; });
    for (const char c : bytes)
        reader.feed(QByteArrayView(&c, 1));
    reader.finish();
    QTEST(lines, "lines");
}

void TestProgress::documentsMayBeBroken()
{
    QStringList messages;
    const auto parser = makeRawJsonParser([&](const BuildEvent &event) {
        if (event.kind == BuildEvent::Kind::Message)
            messages << event.text;
    }, {});
    parser->feedError("{not json}\n{\"other\":1}\n{\"vertexes\":[7,{\"digest\":5,\"started\":\"never\"}]}\nERROR: failed\n{\"cut");
    parser->finish(failure);
    QCOMPARE(messages, (QStringList{u"{not json}"_s, u"{\"other\":1}"_s, u"ERROR: failed"_s, u"{\"cut"_s}));
}

QTEST_GUILESS_MAIN(TestProgress)
#include "test_progress.moc"
