// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/store.h"
#include "support/loopback_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray body = [] {
    QByteArray bytes;
    for (int i = 0; bytes.size() < 4'000'000; ++i)
        bytes += QByteArray::number(i);
    return bytes;
}();

Answer served()
{
    Answer answer = Answer::text(body, "application/zip");
    answer.etag = "\"v1\"";
    return answer;
}

QString helper()
{
    return QCoreApplication::applicationDirPath() + u"/fetch_helper"_s;
}

/// The library that the faketime program preloads, which has no fixed place.
QString fakeTimeLibrary()
{
    for (const QString &folder : QDir(u"/usr/lib"_s).entryList({u"*-linux-gnu"_s}, QDir::Dirs))
        if (const QString path = u"/usr/lib/%1/faketime/libfaketimeMT.so.1"_s.arg(folder); QFile::exists(path))
            return path;
    return {};
}

} // namespace

/// What is around the program while it downloads: the disk fills up, another process wants the same, the clock jumps.
class TestSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiskThatFillsUp();
    void twoProcessesShareAStore();
    void theClockJumps_data();
    void theClockJumps();
};

/// A small tmpfs in a mount namespace of its own, with which it ends: so everything happens in one shell.
void TestSurroundings::aDiskThatFillsUp()
{
    LoopbackServer server;
    server.route("/f", served());
    QTemporaryDir folder;
    const QString digest = QString::fromLatin1(Sha256::of(body));
    // The size is not told, as of a file behind a script: then nobody can know beforehand that it will not fit.
    const QString script = u"set -u\n"
        "mount -t tmpfs -o size=6m none \"$1\" || exit 90\n"
        "head -c 3000000 /dev/zero > \"$1/filler\"\n"
        "\"$2\" \"$1/store\" \"$3\" \"$4\" -1 && exit 91\n"
        "[ -e \"$1/store/sha256\" ] && exit 92\n"
        "echo part $(cat \"$1\"/store/incoming/*.part | wc -c)\n"
        "rm \"$1/filler\"\n"
        "\"$2\" \"$1/store\" \"$3\" \"$4\" -1 || exit 93\n"
        "cd \"$1/store\" && find . -type f\n"
        "sha256sum sha256/*/*\n"_s;
    const bool isRoot = ::geteuid() == 0;
    QProcess shell;
    shell.start(u"unshare"_s, (isRoot ? QStringList{u"--mount"_s} : QStringList{u"--user"_s, u"--map-root-user"_s, u"--mount"_s})
                    + QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s, folder.path(), helper(), server.url(u"/f"_s).toString(), digest});
    QVERIFY(shell.waitForFinished());
    const QByteArray out = shell.readAllStandardOutput();
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() != 90 && !errors.startsWith("unshare:"), "mounting a small disk has to be allowed: " + errors.trimmed());
    QVERIFY2(shell.exitCode() == 0, out + errors);
    QVERIFY2(errors.contains("no space left") && errors.count('\n') < 8, errors);
    const qint64 kept = out.mid(5, out.indexOf('\n') - 5).toLongLong();
    QVERIFY2(out.startsWith("part ") && kept > 1'000'000 && kept < body.size(), out);
    QVERIFY2(out.contains("./sha256/" + digest.left(2).toLatin1() + '/' + digest.toLatin1() + '\n'), out);
    QVERIFY2(out.contains(digest.toLatin1() + "  sha256/"), out);
    QVERIFY2(!out.contains(".part"), out);
    const QByteArray range = server.requests().last().header("range");
    QCOMPARE(range, "bytes=" + QByteArray::number(kept) + '-');
}

void TestSurroundings::twoProcessesShareAStore()
{
    constexpr int files = 6;
    LoopbackServer server;
    QTemporaryDir folder;
    QStringList arguments = {folder.path()};
    QList<QByteArray> digests;
    for (int i = 0; i < files; ++i) {
        Answer answer = served();
        answer.body.append(char('a' + i));
        answer.bytesPerTick = 100'000; // 200 ms: each is wanted by both at the same time
        const QString path = u"/%1"_s.arg(i);
        server.route(path.toLatin1(), answer);
        digests += Sha256::of(answer.body);
        arguments += {server.url(path).toString(), QString::fromLatin1(digests.last()), QString::number(answer.body.size())};
    }
    QProcess first;
    QProcess second;
    first.start(helper(), arguments);
    second.start(helper(), arguments);
    for (QProcess *process : {&first, &second}) {
        QVERIFY(process->waitForFinished());
        QVERIFY2(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0, process->readAllStandardError());
    }
    Store store(folder.path());
    for (int i = 0; i < files; ++i) {
        QCOMPARE(server.count("/" + QByteArray::number(i)), 1);
        QCOMPARE(sha256OfFile(store.pathOf(digests[i])).value(), digests[i]);
    }
    QVERIFY(QDir(folder.filePath(u"incoming"_s)).isEmpty());
}

void TestSurroundings::theClockJumps_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("then");
    QTest::newRow("ten years ahead") << QByteArray("+0") << QByteArray("+3650d");
    QTest::newRow("ten years back") << QByteArray("+0") << QByteArray("-3650d");
    QTest::newRow("from a dead battery's time to ours") << QByteArray("-9000d") << QByteArray("+0");
}

void TestSurroundings::theClockJumps()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, then);
    const QString library = fakeTimeLibrary();
    QVERIFY2(!library.isEmpty(), "faketime is not installed (packaging/setup.sh installs it)");
    QTemporaryDir folder;
    const QString clock = folder.filePath(u"clock"_s);
    const auto set = [&](const QByteArray &offset) {
        QFile file(clock);
        return file.open(QIODevice::WriteOnly) && file.write(offset + '\n') > 0;
    };
    QVERIFY(set(first));
    LoopbackServer server;
    server.route("/f", [](const ServedRequest &request) {
        if (request.number == 0)
            return Answer::error(503, "1"); // the second that is waited for lies across the jump
        Answer slow = served();
        slow.bytesPerTick = 20'000; // a second for all of it
        return slow;
    });
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, library);
    environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, clock);
    environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s); // a jump of the wall's clock moves only that one
    environment.insert(u"ASAN_OPTIONS"_s, environment.value(u"ASAN_OPTIONS"_s) + u":verify_asan_link_order=0"_s);
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(helper(), {folder.filePath(u"store"_s), server.url(u"/f"_s).toString(), QString::fromLatin1(Sha256::of(body)),
                             QString::number(body.size())});
    QTRY_VERIFY(server.count("/f") == 1);
    QVERIFY(set(then));
    QTRY_VERIFY_WITH_TIMEOUT(server.count("/f") == 2, 10'000);
    QVERIFY(set(first)); // and back while the bytes come
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAllStandardError());
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(server.count("/f"), 2);
    QCOMPARE(sha256OfFile(Store(folder.filePath(u"store"_s)).pathOf(Sha256::of(body))).value(), Sha256::of(body));
}

QTEST_GUILESS_MAIN(TestSurroundings)
#include "test_surroundings.moc"
