// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <thread>

using namespace dosirak;
using namespace Qt::StringLiterals;

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOutputAndExitCode();
    void aMissingProgramIsNamed();
    void aStopEndsTheWholeGroup();
    void aTimeoutEndsIt();
    void tooMuchOutputIsRefused();
    void inputOfAnyLengthIsStreamed();
    void anErrorOfTheInputEndsIt();
};

static ProcessRequest shell(const QString &script)
{
    ProcessRequest request;
    request.program = u"sh"_s;
    request.arguments = {u"-c"_s, script};
    return request;
}

void TestProcess::givesOutputAndExitCode()
{
    auto request = shell(u"cat; echo err >&2; exit 3"_s);
    request.input = "in";
    const auto outcome = runProcess(request);
    QVERIFY(outcome);
    QCOMPARE(outcome->output, QByteArray("in"));
    QCOMPARE(outcome->errorOutput, QByteArray("err\n"));
    QCOMPARE(outcome->exitCode, 3);
}

void TestProcess::aMissingProgramIsNamed()
{
    ProcessRequest request;
    request.program = u"no-such-program-here"_s;
    const auto outcome = runProcess(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::MissingTool);
    QVERIFY(outcome.error().what.contains(request.program));
}

void TestProcess::aStopEndsTheWholeGroup()
{
    std::stop_source stop;
    // The child ignores SIGTERM's absence: only a signal to the group reaches the sleep that holds the pipe open.
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto outcome = runProcess(shell(u"sleep 60 & wait"_s), stop.get_token());
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(clock.elapsed() < 9'000);
}

void TestProcess::aTimeoutEndsIt()
{
    auto request = shell(u"sleep 60"_s);
    request.timeout = std::chrono::milliseconds(200);
    QCOMPARE(runProcess(request).error().code, ErrorCode::ToolFailed);
}

void TestProcess::tooMuchOutputIsRefused()
{
    auto request = shell(u"yes | head -c 1000000"_s);
    request.maxOutput = 1000;
    QCOMPARE(runProcess(request).error().code, ErrorCode::Invalid);
}

void TestProcess::inputOfAnyLengthIsStreamed()
{
    auto request = shell(u"cat | wc -c"_s);
    request.input = "first";
    int pieces = 0;
    request.nextInput = [&]() -> Result<QByteArray> { return pieces++ < 40 ? QByteArray(1 << 20, 'x') : QByteArray(); };
    const auto outcome = runProcess(request);
    QVERIFY(outcome);
    QCOMPARE(outcome->output.trimmed().toLongLong(), 5 + (40LL << 20));
}

void TestProcess::anErrorOfTheInputEndsIt()
{
    auto request = shell(u"cat >/dev/null; sleep 60"_s);
    request.nextInput = []() -> Result<QByteArray> { return fail(ErrorCode::Integrity, u"damaged"_s); };
    QElapsedTimer clock;
    clock.start();
    const auto outcome = runProcess(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Integrity);
    QVERIFY(clock.elapsed() < 10'000);
}

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"
