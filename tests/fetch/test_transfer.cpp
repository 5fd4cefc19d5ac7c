// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/part_file.h"
#include "fetch/transfer.h"
#include "support/loopback_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NetworkSettings quick()
{
    NetworkSettings settings;
    settings.retryPause = 5ms;
    settings.idleTimeout = 400ms;
    settings.longestPause = 2s;
    return settings;
}

QByteArray content(qsizetype size, int seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 977 + seed) & 0xff);
    return bytes;
}

const QByteArray &body()
{
    static const QByteArray bytes = content(3'000'000);
    return bytes;
}

Answer whole()
{
    Answer answer = Answer::text(body(), "application/zip");
    answer.etag = "\"v1\"";
    return answer;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// Bytes, by a line of /proc/self/status.
qint64 memory(const char *line)
{
    for (const QByteArray &text : readAll(u"/proc/self/status"_s).split('\n'))
        if (text.startsWith(line))
            return text.mid(qsizetype(qstrlen(line))).trimmed().split(' ').first().toLongLong() * 1024;
    return -1;
}

/// proc(5), clear_refs: VmHWM begins anew.
bool resetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

class TestTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileArrivesWholeAndHashed();
    void misbehaviour_data();
    void misbehaviour();
    void headersWithoutEndDoNoHarm();
    void aLaterRunTakesUpWhereTheLastOneBroke_data();
    void aLaterRunTakesUpWhereTheLastOneBroke();
    void anotherFileThanBeforeIsStartedOver();
    void damagedBeginningsAreFoundOutAndStartedOver();
    void aWholePartIsNotDownloadedAgain();
    void mirrorsInOrder();
    void localFilesAreCopied();
    void aFullDiskIsToldAndKeepsThePart();
    void stoppingKeepsThePart();
    void progressNeverLies();
    void threeGigabytes();
};

void TestTransfer::aFileArrivesWholeAndHashed()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f.whl", whole());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f.whl"_s)};
    request.target = folder.filePath(u"deep/f.whl"_s);
    const auto outcome = download(client, request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
    QCOMPARE(outcome->sha256, Sha256::of(body()));
    QCOMPARE(outcome->size, body().size());
    QVERIFY(readAll(request.target) == body());
    QCOMPARE(QDir(folder.filePath(u"deep"_s)).entryList(QDir::Files), QStringList(u"f.whl"_s)); // no part, no journal
    QCOMPARE(server.requests().first().header("accept-encoding"), QByteArray("identity"));
}

void TestTransfer::misbehaviour_data()
{
    QTest::addColumn<LoopbackServer::Handler>("handler");
    QTest::addColumn<QString>("words"); // empty: the file must arrive all the same
    const auto firstThen = [](Answer first, const Answer &then = whole()) -> LoopbackServer::Handler {
        return [first, then](const ServedRequest &request) { return request.number == 0 ? first : then; };
    };
    const auto always = [](const Answer &answer) -> LoopbackServer::Handler {
        return [answer](const ServedRequest &) { return answer; };
    };
    Answer cut = whole();
    cut.closeAfter = 1'000'000;
    QTest::newRow("truncated once") << firstThen(cut) << QString();
    QTest::newRow("truncated every time by a million, still gets there") << always(cut) << QString();
    Answer reset = whole();
    reset.resetAfter = 1'500'000;
    QTest::newRow("reset once") << firstThen(reset) << QString();
    Answer stall = whole();
    stall.stallAfter = 1'500'000;
    QTest::newRow("stalled once") << firstThen(stall) << QString();
    Answer silent = whole();
    silent.silent = true;
    QTest::newRow("silent for ever") << always(silent) << u"sent nothing for"_s;
    Answer noRanges = whole();
    noRanges.ranges = false;
    QTest::newRow("200 instead of 206 after a break") << firstThen(cut, noRanges) << QString();
    Answer changed = whole();
    changed.etag = "\"v0\"";
    changed.body = content(3'000'000, 9);
    changed.closeAfter = 1'000'000;
    QTest::newRow("the file changes under us, by its ETag") << firstThen(changed) << QString();
    Answer lying = whole();
    lying.ignoreIfRange = true;
    QTest::newRow("it changes and the server mixes both") << firstThen(changed, lying) << QString();
    Answer wrongRange = whole();
    wrongRange.contentRange = "bytes 5-2999999/3000000";
    QTest::newRow("Content-Range of another part") << firstThen(cut, wrongRange) << QString();
    Answer nonsenseRange = whole();
    nonsenseRange.contentRange = "lines 1-2";
    QTest::newRow("Content-Range that is none") << firstThen(cut, nonsenseRange) << QString();
    QTest::newRow("416 after a break") << LoopbackServer::Handler([cut](const ServedRequest &request) {
        if (request.number == 0)
            return cut;
        return request.header("range").isEmpty() ? whole() : Answer::error(416);
    }) << QString();
    Answer packed = whole();
    packed.headers.emplaceBack("Content-Encoding", "gzip");
    QTest::newRow("packed on the way") << always(packed) << u"packs the file on the way"_s;
    QTest::newRow("a login page") << always(Answer::text("<html>sign in</html>", "text/html")) << u"login page of “127.0.0.1”"_s;
    Answer disguised = Answer::text("  <!DOCTYPE html><html>" + QByteArray(3'000'000 - 23, ' '), "application/zip");
    QTest::newRow("a page that says it is an archive") << always(disguised) << u"was a page of"_s;
    Answer longer = whole();
    longer.body += "more";
    QTest::newRow("longer than the lock says") << always(longer) << u"3000004 bytes there; 3000000 were expected"_s;
    Answer unsaid = longer;
    unsaid.noLength = true;
    QTest::newRow("longer without saying so") << always(unsaid) << u"more than the 3000000 bytes expected"_s;
    Answer extra = whole();
    extra.extraBytes = 1000;
    QTest::newRow("bytes after the end are not taken") << always(extra) << QString();
    Answer shorter = whole();
    shorter.body.chop(4);
    QTest::newRow("shorter than the lock says") << always(shorter) << u"2999996 bytes there"_s;
    shorter.noLength = true;
    QTest::newRow("shorter without saying so") << always(shorter) << u"stopped after 2999996 of 3000000"_s;
    Answer other = whole();
    other.body = content(3'000'000, 5);
    QTest::newRow("another file of the same size") << always(other) << u"SHA-256 differs"_s;
    QTest::newRow("429 with Retry-After once") << firstThen(Answer::error(429, "0")) << QString();
    QTest::newRow("503 once") << firstThen(Answer::error(503)) << QString();
    QTest::newRow("503 for ever") << always(Answer::error(503)) << u"too busy"_s;
    QTest::newRow("a Retry-After of an hour") << always(Answer::error(503, "3600")) << u"too busy"_s;
    QTest::newRow("404") << always(Answer::error(404)) << u"does not have"_s;
    QTest::newRow("a redirect to itself") << always(Answer::redirect("/f.whl")) << u"circles"_s;
    QTest::newRow("a redirect to a file of ours") << always(Answer::redirect("file:///etc/passwd")) << u"not followed"_s;
    Answer claims = whole();
    claims.claimedLength = 3'000'000;
    claims.body = content(2'000'000);
    claims.closeAfter = 2'000'000;
    claims.ranges = false;
    QTest::newRow("a length that is never kept") << always(claims) << u"127.0.0.1"_s;
}

void TestTransfer::misbehaviour()
{
    QFETCH(LoopbackServer::Handler, handler);
    QFETCH(QString, words);
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f.whl", handler);
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f.whl"_s)};
    request.target = folder.filePath(u"f.whl"_s);
    request.sha256 = Sha256::of(body());
    request.size = body().size();
    const auto outcome = download(client, request);
    if (words.isEmpty()) {
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
        QVERIFY(readAll(request.target) == body());
        return;
    }
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().what.contains(words), qPrintable(outcome.error().text()));
    QVERIFY2(!QFile::exists(request.target), "a file that is not right has its final name");
}

/// Qt versions differ in where they stop reading: it ends as an error of that host, or with the right file.
void TestTransfer::headersWithoutEndDoNoHarm()
{
    QTemporaryDir folder;
    LoopbackServer server;
    Answer flood = whole();
    flood.floodHeaders = 300 << 10;
    server.route("/f", flood);
    NetworkSettings settings = quick();
    settings.retries = 0;
    HttpClient client(settings);
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = Sha256::of(body());
    const auto outcome = download(client, request);
    if (!outcome)
        QVERIFY2(outcome.error().what.contains(u"127.0.0.1"_s), qPrintable(outcome.error().text()));
    QCOMPARE(QFile::exists(request.target), outcome.has_value());
    QVERIFY(!outcome || readAll(request.target) == body());
}

void TestTransfer::aLaterRunTakesUpWhereTheLastOneBroke_data()
{
    QTest::addColumn<bool>("digestKnown");
    QTest::addColumn<bool>("validator");
    QTest::addColumn<bool>("resumes");
    QTest::newRow("digest and ETag") << true << true << true;
    QTest::newRow("digest only") << true << false << true;
    QTest::newRow("ETag only") << false << true << true;
    QTest::newRow("neither: nothing says that it is the same file") << false << false << false;
}

void TestTransfer::aLaterRunTakesUpWhereTheLastOneBroke()
{
    QFETCH(bool, digestKnown);
    QFETCH(bool, validator);
    QFETCH(bool, resumes);
    QTemporaryDir folder;
    LoopbackServer server;
    Answer cut = whole();
    if (!validator)
        cut.etag.clear();
    Answer good = cut;
    cut.stallAfter = 2'000'000;
    server.route("/f", cut);
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = digestKnown ? Sha256::of(body()) : QByteArray();
    {
        NetworkSettings once = quick();
        once.retries = 0;
        HttpClient client(once);
        QVERIFY(!download(client, request, {}, [&](qint64 done, qint64) {
            if (done > 0)
                server.route("/f", Answer::error(500));
        }));
    }
    server.route("/f", good);
    const qint64 sentBefore = server.bytesSent();
    HttpClient client(quick());
    const auto outcome = download(client, request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
    QVERIFY(readAll(request.target) == body());
    QCOMPARE(outcome->resumedAt, resumes ? 2'000'000 : 0);
    QCOMPARE(server.bytesSent() - sentBefore, resumes ? 1'000'000 : 3'000'000);
    if (resumes && validator)
        QCOMPARE(server.requests().last().header("if-range"), QByteArray("\"v1\""));
}

void TestTransfer::anotherFileThanBeforeIsStartedOver()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", whole());
    const QString target = folder.filePath(u"f"_s);
    write(target + u".part"_s, content(1'000'000, 7));
    {
        PartFile part;
        QVERIFY(part.open(target, {}));
        QVERIFY(part.setJournal({redacted(server.url(u"/f"_s)), "\"v0\"", {}, 3'000'000}));
    }
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = target;
    const auto outcome = download(client, request);
    QVERIFY(outcome);
    QCOMPARE(outcome->sha256, Sha256::of(body()));
    QCOMPARE(outcome->resumedAt, 0);
}

void TestTransfer::damagedBeginningsAreFoundOutAndStartedOver()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", whole());
    HttpClient client(quick());
    for (const qsizetype length : {1'000'000, 3'000'000, 4'000'000}) {
        TransferRequest request;
        request.urls = {server.url(u"/f"_s)};
        request.target = folder.filePath(QString::number(length));
        request.sha256 = Sha256::of(body());
        request.size = body().size();
        write(request.target + u".part"_s, content(length, 7));
        const auto outcome = download(client, request);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
        QVERIFY(readAll(request.target) == body());
    }
}

void TestTransfer::aWholePartIsNotDownloadedAgain()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", whole());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = Sha256::of(body());
    request.size = body().size();
    write(request.target + u".part"_s, body());
    QVERIFY(download(client, request));
    QCOMPARE(server.requests().size(), 0);
    // The size is not known, the digest is: the server says that nothing is left.
    request.size = -1;
    request.target += u"2"_s;
    write(request.target + u".part"_s, body());
    QVERIFY(download(client, request));
    QCOMPARE(server.bytesSent(), 0);
}

void TestTransfer::mirrorsInOrder()
{
    QTemporaryDir folder;
    LoopbackServer down;
    LoopbackServer wrong;
    LoopbackServer good;
    down.route("/f", Answer::error(404));
    Answer other = whole();
    other.body = content(3'000'000, 5);
    wrong.route("/f", other);
    good.route("/f", whole());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {down.url(u"/f"_s), wrong.url(u"/f"_s), good.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = Sha256::of(body());
    const auto outcome = download(client, request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
    QCOMPARE(outcome->source, good.url(u"/f"_s));
    request.urls.removeLast();
    request.target += u"2"_s;
    const auto none = download(client, request);
    QVERIFY(!none);
    QVERIFY2(none.error().what.contains(u"does not have"_s), qPrintable(none.error().text()));
    QVERIFY2(none.error().detail.contains(u"SHA-256 differs"_s), qPrintable(none.error().text()));
}

void TestTransfer::localFilesAreCopied()
{
    QTemporaryDir folder;
    write(folder.filePath(u"source"_s), body());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {QUrl::fromLocalFile(folder.filePath(u"source"_s))};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = Sha256::of(body());
    QVERIFY(download(client, request));
    QVERIFY(readAll(request.target) == body());
    request.target += u"2"_s;
    request.sha256 = Sha256::of("x");
    QCOMPARE(codeName(download(client, request).error().code), u"integrity"_s);
    QVERIFY(!QFile::exists(request.target));
    request.size = 5;
    QCOMPARE(codeName(download(client, request).error().code), u"integrity"_s);
}

/// A limit on the size of files stands for the full disk: write() fails in the middle just so (EFBIG is told as Io,
/// ENOSPC as DiskFull; /dev/full shows the latter).
void TestTransfer::aFullDiskIsToldAndKeepsThePart()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", whole());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    request.sha256 = Sha256::of(body());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old = {};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    rlimit small = old;
    small.rlim_cur = 1'500'000;
    QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto outcome = download(client, request);
    QVERIFY(::setrlimit(RLIMIT_FSIZE, &old) == 0);
    QVERIFY(!outcome);
    QCOMPARE(codeName(outcome.error().code), u"io"_s);
    QVERIFY(!QFile::exists(request.target));
    QCOMPARE(QFileInfo(request.target + u".part"_s).size(), 1'500'000);
    const auto again = download(client, request);
    QVERIFY(again);
    QCOMPARE(again->resumedAt, 1'500'000);
}

void TestTransfer::stoppingKeepsThePart()
{
    QTemporaryDir folder;
    LoopbackServer server;
    Answer slow = whole();
    slow.bytesPerTick = 50'000;
    server.route("/f", slow);
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    std::stop_source stop;
    const auto outcome = download(client, request, stop.get_token(), [&](qint64 done, qint64) {
        if (done > 500'000)
            stop.request_stop();
    });
    QVERIFY(!outcome);
    QCOMPARE(codeName(outcome.error().code), u"cancelled"_s);
    QVERIFY(QFileInfo(request.target + u".part"_s).size() > 500'000);
}

void TestTransfer::progressNeverLies()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", whole());
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    request.target = folder.filePath(u"f"_s);
    qint64 last = -1;
    bool grows = true;
    QVERIFY(download(client, request, {}, [&](qint64 done, qint64 total) {
        grows = grows && done >= last && total == 3'000'000 && done <= total;
        last = done;
    }));
    QVERIFY(grows);
    QCOMPARE(last, 3'000'000);
}

/// Past what 32 bits can count, broken off past 2^31, taken up there; and never held in memory.
void TestTransfer::threeGigabytes()
{
    constexpr qint64 size = 3'221'225'472;
    constexpr qint64 brokenAt = 2'500'000'000;
    Answer answer;
    answer.zeros = size;
    answer.etag = "\"z\"";
    answer.headers = {{"Content-Type", "application/zip"}};
    LoopbackServer server;
    server.route("/zeros", [answer](const ServedRequest &request) {
        Answer now = answer;
        if (request.number == 0)
            now.closeAfter = brokenAt;
        return now;
    });
    QTemporaryDir folder;
    HttpClient client(quick());
    TransferRequest request;
    request.urls = {server.url(u"/zeros"_s)};
    request.target = folder.filePath(u"zeros"_s);
    request.size = size;
    request.sha256 = "305b66a59d15b252092fbda9d09711230c429f351897cbd430e7b55a35fd3b97"; // head -c 3221225472 /dev/zero | sha256sum
    QVERIFY(resetPeakMemory());
    const qint64 before = memory("VmRSS:");
    const auto outcome = download(client, request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
    QCOMPARE(outcome->size, size);
    QCOMPARE(QFileInfo(request.target).size(), size);
    QCOMPARE(server.count("/zeros"), 2);
    QCOMPARE(server.requests().last().header("range"), "bytes=" + QByteArray::number(brokenAt) + '-');
    const qint64 grown = memory("VmHWM:") - before;
    QVERIFY2(grown < (150 << 20), qPrintable(u"%1 bytes"_s.arg(grown)));
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "test_transfer.moc"
