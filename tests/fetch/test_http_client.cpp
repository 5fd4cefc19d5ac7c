// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_client.h"
#include "support/loopback_server.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

HttpRequest requestFor(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyAndItsHead();
    void manyAtOnceShareConnections();
    void ranges();
    void aTemporaryFaultIsTriedAgain_data();
    void aTemporaryFaultIsTriedAgain();
    void whatFailsIsToldInWords_data();
    void whatFailsIsToldInWords();
    void headersWithoutEndAreRefused();
    void redirectsOnlyWhereTheyMay_data();
    void redirectsOnlyWhereTheyMay();
    void credentialsStayWithTheirHost();
    void noSecretsInErrors();
    void tooLargeIsRefused();
    void aCompressedBodyIsUnpackedUnlessRaw();
    void theCacheAsksAgainByEtag();
    void freshPagesAreNotAskedFor();
    void immutableContentIsFoundUnderAnyUrl();
    void brokenCacheEntriesAreIgnored();
    void theCacheKeepsToItsBudget();
    void offlineAnswersFromTheCacheOnly();
    void mirrorsAreAskedAndOriginsRecorded();
    void localFiles();
    void rangesOfLocalFiles_data();
    void rangesOfLocalFiles();
    void stoppingEndsAtOnce();
    void aStreamIsReadBitByBit();
    void aSlowReaderSlowsTheServerDown();
    void theBandwidthLimitHolds();
    void endingTheClientEndsItsRequests();
};

void TestHttpClient::aBodyAndItsHead()
{
    LoopbackServer server;
    Answer answer = Answer::text("hello", "Text/HTML; charset=utf-8");
    answer.etag = "\"v1\"";
    server.route("/a", answer);
    HttpClient client(quick());
    const auto reply = client.wait(requestFor(server.url(u"/a"_s)));
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().text()));
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, QByteArray("hello"));
    QCOMPARE(reply->contentType, QByteArray("text/html"));
    QCOMPARE(reply->etag, QByteArray("\"v1\""));
    QCOMPARE(reply->totalSize, 5);
    QCOMPARE(reply->finalUrl, server.url(u"/a"_s));
    HttpRequest head = requestFor(server.url(u"/a"_s));
    head.method = HttpRequest::Method::Head;
    QCOMPARE(client.wait(head).value().contentLength, 5);
    HttpRequest missing = requestFor(server.url(u"/none"_s));
    missing.alsoAccept = {404};
    QCOMPARE(client.wait(missing).value().status, 404);
}

void TestHttpClient::manyAtOnceShareConnections()
{
    LoopbackServer server;
    server.routeRest([](const ServedRequest &request) { return Answer::text(request.path); });
    HttpClient client(quick());
    QList<QFuture<Result<HttpReply>>> futures;
    for (int i = 0; i < 300; ++i)
        futures += client.get(requestFor(server.url(u"/%1"_s.arg(i))));
    for (int i = 0; i < 300; ++i)
        QCOMPARE(futures[i].result().value().body, u"/%1"_s.arg(i).toLatin1());
    QVERIFY2(server.connections() <= 8, qPrintable(u"%1 connections"_s.arg(server.connections())));
}

void TestHttpClient::ranges()
{
    LoopbackServer server;
    server.route("/f", Answer::text("0123456789"));
    HttpClient client(quick());
    HttpRequest request = requestFor(server.url(u"/f"_s));
    request.range = ByteRange::tail(3);
    const auto tail = client.wait(request).value();
    QCOMPARE(tail.status, 206);
    QCOMPARE(tail.body, QByteArray("789"));
    QCOMPARE(tail.totalSize, 10);
    request.range = ByteRange::span(2, 4);
    QCOMPARE(client.wait(request).value().body, QByteArray("234"));
}

void TestHttpClient::aTemporaryFaultIsTriedAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("503 without Retry-After") << 0;
    QTest::newRow("429 with Retry-After in seconds") << 1;
    QTest::newRow("the connection is reset before the answer ends") << 2;
    QTest::newRow("the body is cut off") << 3;
    QTest::newRow("the server falls silent") << 4;
    QTest::newRow("the body stalls") << 5;
}

void TestHttpClient::aTemporaryFaultIsTriedAgain()
{
    QFETCH(int, kind);
    LoopbackServer server;
    server.route("/f", [kind](const ServedRequest &request) {
        Answer good = Answer::text("whole body");
        if (request.number >= 1)
            return good;
        switch (kind) {
        case 0: return Answer::error(503);
        case 1: return Answer::error(429, "0");
        case 2: good.resetAfter = 3; return good;
        case 3: good.closeAfter = 3; return good;
        case 4: good.silent = true; return good;
        default: good.stallAfter = 3; return good;
        }
    });
    HttpClient client(quick());
    const auto reply = client.wait(requestFor(server.url(u"/f"_s)));
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().text()));
    QCOMPARE(reply->body, QByteArray("whole body"));
    QCOMPARE(server.count("/f"), 2);
}

void TestHttpClient::whatFailsIsToldInWords_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("asked");
    QTest::newRow("404") << Answer::error(404) << ErrorCode::Refused << u"does not have"_s << 1;
    QTest::newRow("401") << Answer::error(401) << ErrorCode::Refused << u"wants a user"_s << 1;
    QTest::newRow("403") << Answer::error(403) << ErrorCode::Refused << u"does not let you"_s << 1;
    QTest::newRow("500") << Answer::error(500) << ErrorCode::Network << u"fault of its own"_s << 1;
    QTest::newRow("503 for ever") << Answer::error(503) << ErrorCode::Network << u"too busy"_s << 4;
    QTest::newRow("a Retry-After of an hour is not waited for") << Answer::error(429, "3600") << ErrorCode::Network << u"too busy"_s << 1;
    QTest::newRow("a Retry-After in the far future is not waited for")
        << Answer::error(503, "Fri, 01 Jan 2100 00:00:00 GMT") << ErrorCode::Network << u"too busy"_s << 1;
    Answer cut = Answer::text("0123456789");
    cut.closeAfter = 3;
    QTest::newRow("always cut off") << cut << ErrorCode::Network << u"127.0.0.1"_s << 4;
}

void TestHttpClient::whatFailsIsToldInWords()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    QFETCH(int, asked);
    LoopbackServer server;
    server.route("/f", answer);
    HttpClient client(quick());
    const auto reply = client.wait(requestFor(server.url(u"/f"_s)));
    QVERIFY(!reply);
    QCOMPARE(codeName(reply.error().code), codeName(code));
    QVERIFY2(reply.error().what.contains(words), qPrintable(reply.error().text()));
    QCOMPARE(server.count("/f"), asked);
}

void TestHttpClient::headersWithoutEndAreRefused()
{
    LoopbackServer server;
    Answer flood = Answer::text("x");
    flood.floodHeaders = 300 << 10;
    server.route("/f", flood);
    HttpClient client(quick());
    const auto reply = client.wait(requestFor(server.url(u"/f"_s)));
    QVERIFY(!reply);
    QVERIFY2(reply.error().what.contains(u"headers without end"_s), qPrintable(reply.error().text()));
    QCOMPARE(server.count("/f"), 1);
    const auto head = client.open(requestFor(server.url(u"/f"_s)))->head();
    QVERIFY(!head);
    QVERIFY2(head.error().what.contains(u"headers without end"_s), qPrintable(head.error().text()));
}

void TestHttpClient::redirectsOnlyWhereTheyMay_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("words");
    QTest::newRow("to the same server") << QByteArray("/there") << QString();
    QTest::newRow("to itself") << QByteArray("/here") << u"circles"_s;
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << u"not followed"_s;
    QTest::newRow("to ftp") << QByteArray("ftp://127.0.0.1/x") << u"not followed"_s;
    QTest::newRow("to data") << QByteArray("data:text/plain,x") << u"not followed"_s;
    QTest::newRow("to nowhere") << QByteArray("http:///x") << u"not followed"_s;
}

void TestHttpClient::redirectsOnlyWhereTheyMay()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, words);
    LoopbackServer server;
    server.route("/here", Answer::redirect(location));
    server.route("/there", Answer::text("arrived"));
    HttpClient client(quick());
    const auto reply = client.wait(requestFor(server.url(u"/here"_s)));
    if (words.isEmpty()) {
        QCOMPARE(reply.value().body, QByteArray("arrived"));
        QCOMPARE(reply->finalUrl, server.url(u"/there"_s));
    } else {
        QVERIFY(!reply);
        QVERIFY2(reply.error().what.contains(words), qPrintable(reply.error().text()));
    }
}

void TestHttpClient::credentialsStayWithTheirHost()
{
    LoopbackServer first;
    LoopbackServer second;
    first.route("/go", Answer::redirect(second.url(u"/here"_s).toEncoded()));
    second.route("/here", Answer::text("x"));
    HttpClient client(quick());
    QUrl url = first.url(u"/go"_s);
    url.setUserName(u"me"_s);
    url.setPassword(u"secret"_s);
    HttpRequest request = requestFor(url);
    request.headers = {{"Accept", "text/plain"}};
    QVERIFY(client.wait(request));
    QCOMPARE(first.requests().first().header("authorization"), "Basic " + QByteArray("me:secret").toBase64());
    QCOMPARE(second.requests().first().header("authorization"), QByteArray());
    QCOMPARE(second.requests().first().header("accept"), QByteArray("text/plain"));
    request = requestFor(first.url(u"/go"_s));
    request.headers = {{"Authorization", "Bearer token"}};
    QVERIFY(client.wait(request));
    QCOMPARE(first.requests().last().header("authorization"), QByteArray("Bearer token"));
    QCOMPARE(second.requests().last().header("authorization"), QByteArray());
}

void TestHttpClient::noSecretsInErrors()
{
    LoopbackServer server;
    HttpClient client(quick());
    for (const int port : {int(server.port()), 1}) { // answers 404; answers nothing
        QUrl url(u"http://me:s3cret@127.0.0.1:%1/x?sig=s3cret"_s.arg(port));
        const auto reply = client.wait(requestFor(url));
        QVERIFY(!reply);
        QVERIFY2(!reply.error().text().contains(u"s3cret"_s), qPrintable(reply.error().text()));
    }
}

void TestHttpClient::tooLargeIsRefused()
{
    LoopbackServer server;
    Answer unknown = Answer::text(QByteArray(100'000, 'x'));
    server.route("/said", unknown);
    unknown.noLength = true;
    server.route("/unsaid", unknown);
    HttpClient client(quick());
    for (const QString &path : {u"/said"_s, u"/unsaid"_s}) {
        HttpRequest request = requestFor(server.url(path));
        request.maxBytes = 99'999;
        QCOMPARE(codeName(client.wait(request).error().code), u"invalid"_s);
        request.maxBytes = 100'000;
        QCOMPARE(client.wait(request).value().body.size(), 100'000);
    }
}

void TestHttpClient::aCompressedBodyIsUnpackedUnlessRaw()
{
    // Made with: printf hello | gzip -n | base64
    const QByteArray packed = QByteArray::fromBase64("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==");
    LoopbackServer server;
    Answer answer = Answer::text(packed);
    answer.headers.emplaceBack("Content-Encoding", "gzip");
    server.route("/z", answer);
    HttpClient client(quick());
    HttpRequest request = requestFor(server.url(u"/z"_s));
    QCOMPARE(client.wait(request).value().body, QByteArray("hello"));
    request.raw = true;
    QCOMPARE(client.wait(request).value().body, packed);
}

void TestHttpClient::theCacheAsksAgainByEtag()
{
    QTemporaryDir folder;
    LoopbackServer server;
    Answer answer = Answer::text("page");
    answer.etag = "\"v1\"";
    server.route("/p", answer);
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    HttpRequest request = requestFor(server.url(u"/p"_s));
    request.cache = CachePolicy::revalidate();
    QVERIFY(!HttpClient(settings).wait(request).value().fromCache);
    const auto again = HttpClient(settings).wait(request).value(); // another run of the program
    QVERIFY(again.fromCache);
    QCOMPARE(again.body, QByteArray("page"));
    QCOMPARE(server.requests().last().header("if-none-match"), QByteArray("\"v1\""));
    answer.etag = "\"v2\"";
    answer.body = "new page";
    server.route("/p", answer);
    QCOMPARE(HttpClient(settings).wait(request).value().body, QByteArray("new page"));
}

void TestHttpClient::freshPagesAreNotAskedFor()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/p", Answer::text("page"));
    Answer aged = Answer::text("aged");
    aged.headers.emplaceBack("Cache-Control", "max-age=600");
    server.route("/aged", aged);
    Answer secret = Answer::text("secret");
    secret.headers.emplaceBack("Cache-Control", "no-store");
    server.route("/secret", secret);
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    HttpClient client(settings);
    for (int i = 0; i < 2; ++i) {
        HttpRequest request = requestFor(server.url(u"/p"_s));
        request.cache = CachePolicy::freshFor(600s);
        QCOMPARE(client.wait(request).value().body, QByteArray("page"));
        request = requestFor(server.url(u"/secret"_s));
        request.cache = CachePolicy::freshFor(600s);
        QCOMPARE(client.wait(request).value().body, QByteArray("secret"));
        request = requestFor(server.url(u"/aged"_s));
        request.cache = CachePolicy::revalidate();
        QCOMPARE(client.wait(request).value().body, QByteArray("aged"));
    }
    QCOMPARE(server.count("/p"), 1);
    QCOMPARE(server.count("/aged"), 1);
    QCOMPARE(server.count("/secret"), 2);
}

void TestHttpClient::immutableContentIsFoundUnderAnyUrl()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/one.whl", Answer::text("0123456789"));
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    HttpClient client(settings);
    HttpRequest request = requestFor(server.url(u"/one.whl"_s));
    request.cache = CachePolicy::immutable("abc");
    request.range = ByteRange::tail(4);
    QCOMPARE(client.wait(request).value().body, QByteArray("6789"));
    request.url = server.url(u"/moved.whl"_s);
    const auto again = client.wait(request).value();
    QCOMPARE(again.body, QByteArray("6789"));
    QCOMPARE(again.totalSize, 10);
    request.range = ByteRange::tail(5); // another part is another answer
    QVERIFY(!client.wait(request));
}

void TestHttpClient::brokenCacheEntriesAreIgnored()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/p", Answer::text("page"));
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    HttpClient client(settings);
    HttpRequest request = requestFor(server.url(u"/p"_s));
    request.cache = CachePolicy::freshFor(600s);
    QVERIFY(client.wait(request));
    for (const int damage : {0, 1, 2}) {
        QDirIterator entries(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(entries.hasNext());
        QFile file(entries.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (damage == 0)
            QVERIFY(file.resize(file.size() - 1));
        else if (damage == 1)
            QVERIFY(file.seek(file.size() - 1) && file.write("X") == 1);
        else
            QVERIFY(file.write("{{{{") == 4);
        file.close();
        QCOMPARE(client.wait(request).value().body, QByteArray("page"));
        QCOMPARE(server.count("/p"), damage + 2);
    }
}

void TestHttpClient::theCacheKeepsToItsBudget()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.routeRest([](const ServedRequest &) { return Answer::text(QByteArray(20'000, 'x')); });
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    settings.cacheBudget = 200'000;
    HttpClient client(settings);
    for (int i = 0; i < 40; ++i) {
        HttpRequest request = requestFor(server.url(u"/%1"_s.arg(i)));
        request.cache = CachePolicy::freshFor(600s);
        QVERIFY(client.wait(request));
    }
    qint64 size = 0;
    QDirIterator entries(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        size += entries.fileInfo().size();
    }
    QVERIFY2(size > 40'000 && size <= 200'000, qPrintable(QString::number(size)));
}

void TestHttpClient::offlineAnswersFromTheCacheOnly()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/p", Answer::text("page"));
    NetworkSettings settings = quick();
    settings.cacheFolder = folder.path();
    HttpRequest request = requestFor(server.url(u"/p"_s));
    request.cache = CachePolicy::freshFor(0s);
    QVERIFY(HttpClient(settings).wait(request));
    settings.offline = true;
    HttpClient client(settings);
    QCOMPARE(client.wait(request).value().body, QByteArray("page"));
    request.url = server.url(u"/q"_s);
    const auto missing = client.wait(request);
    QVERIFY(!missing);
    QVERIFY(missing.error().what.contains(u"offline"_s));
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::mirrorsAreAskedAndOriginsRecorded()
{
    LoopbackServer server;
    server.route("/repo/simple/x/", Answer::text("page"));
    server.route("/repo/simple/y/", Answer::redirect("/repo/simple/x/"));
    NetworkSettings settings = quick();
    settings.mirrors = {{u"https://index.test/"_s, server.url(u"/repo/"_s).toString()}};
    HttpClient client(settings);
    const auto reply = client.wait(requestFor(QUrl(u"https://index.test/simple/x/"_s))).value();
    QCOMPARE(reply.finalUrl, QUrl(u"https://index.test/simple/x/"_s));
    QCOMPARE(client.wait(requestFor(QUrl(u"https://index.test/simple/y/"_s))).value().finalUrl, QUrl(u"https://index.test/simple/x/"_s));
}

void TestHttpClient::localFiles()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"f"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("0123456789") == 10);
    file.close();
    HttpClient client(quick());
    HttpRequest request = requestFor(QUrl::fromLocalFile(file.fileName()));
    QCOMPARE(client.wait(request).value().body, QByteArray("0123456789"));
    request.range = ByteRange::tail(2);
    QCOMPARE(client.wait(request).value().body, QByteArray("89"));
    request.maxBytes = 1;
    QCOMPARE(codeName(client.wait(request).error().code), u"invalid"_s);
    request.url = QUrl::fromLocalFile(folder.path());
    QVERIFY(!client.wait(request));
    request.url = QUrl::fromLocalFile(folder.filePath(u"none"_s));
    QCOMPARE(codeName(client.wait(request).error().code), u"not-found"_s);
    request.url = QUrl(u"gopher://x.test/"_s);
    QCOMPARE(codeName(client.wait(request).error().code), u"unsupported"_s);
}

void TestHttpClient::rangesOfLocalFiles_data()
{
    QTest::addColumn<ByteRange>("range");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a span") << ByteRange::span(2, 4) << QByteArray("234");
    QTest::newRow("a span past the end") << ByteRange::span(8, 20) << QByteArray("89");
    QTest::newRow("the rest") << ByteRange::from(7) << QByteArray("789");
    QTest::newRow("the tail") << ByteRange::tail(2) << QByteArray("89");
    QTest::newRow("a tail longer than the file") << ByteRange::tail(20) << QByteArray("0123456789");
}

void TestHttpClient::rangesOfLocalFiles()
{
    QFETCH(ByteRange, range);
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"f"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("0123456789") == 10);
    file.close();
    HttpClient client(quick());
    HttpRequest request = requestFor(QUrl::fromLocalFile(file.fileName()));
    request.range = range;
    QCOMPARE(client.wait(request).value().body, bytes);
    const auto stream = client.open(request);
    const auto head = stream->head();
    QVERIFY(head);
    QCOMPARE(head->status, 206);
    QCOMPARE(head->contentLength, qint64(bytes.size()));
    QCOMPARE(head->totalSize, 10);
    QCOMPARE(stream->read().value(), bytes);
    QCOMPARE(stream->read().value(), QByteArray());
}

void TestHttpClient::stoppingEndsAtOnce()
{
    LoopbackServer server;
    Answer silent;
    silent.silent = true;
    server.route("/s", silent);
    NetworkSettings settings = quick();
    settings.idleTimeout = 60s;
    HttpClient client(settings);
    std::stop_source stop;
    auto future = client.get(requestFor(server.url(u"/s"_s)), stop.get_token());
    QTRY_COMPARE(server.count("/s"), 1);
    stop.request_stop();
    QCOMPARE(codeName(future.result().error().code), u"cancelled"_s);
    QCOMPARE(codeName(client.wait(requestFor(server.url(u"/s"_s)), stop.get_token()).error().code), u"cancelled"_s);
}

void TestHttpClient::aStreamIsReadBitByBit()
{
    LoopbackServer server;
    QByteArray body(10'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char(i * 31 + i / 977);
    server.route("/f", Answer::text(body));
    Answer broken = Answer::text(body);
    broken.closeAfter = 5'000'000;
    server.route("/broken", broken);
    HttpClient client(quick());
    auto stream = client.open(requestFor(server.url(u"/f"_s)));
    QCOMPARE(stream->head().value().contentLength, body.size());
    QByteArray got;
    for (;;) {
        const QByteArray block = stream->read().value();
        if (block.isEmpty())
            break;
        got += block;
    }
    QVERIFY(got == body);
    stream = client.open(requestFor(server.url(u"/broken"_s)));
    QVERIFY(stream->head());
    auto block = stream->read();
    while (block && !block->isEmpty())
        block = stream->read();
    QVERIFY2(!block, "a body that was cut off ended as if it were whole");
    stream = client.open(requestFor(server.url(u"/none"_s)));
    QCOMPARE(stream->head().value().status, 404);
}

void TestHttpClient::aSlowReaderSlowsTheServerDown()
{
    LoopbackServer server;
    server.route("/f", Answer::text(QByteArray(200 << 20, 'x')));
    HttpClient client(quick());
    auto stream = client.open(requestFor(server.url(u"/f"_s)));
    QVERIFY(stream->head());
    qint64 before = -1;
    // Nobody reads: the server comes to rest, and longer than the idle timeout, which is not the server's fault.
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, server.bytesSent()) == server.bytesSent() && before > 0, 5000);
    QTest::qWait(600);
    QVERIFY2(server.bytesSent() < (60 << 20), qPrintable(QString::number(server.bytesSent())));
    qint64 got = 0;
    for (;;) {
        const auto block = stream->read();
        QVERIFY2(block, qPrintable(block ? QString() : block.error().text()));
        if (block->isEmpty())
            break;
        got += block->size();
    }
    QCOMPARE(got, qint64(200) << 20);
}

void TestHttpClient::theBandwidthLimitHolds()
{
    LoopbackServer server;
    server.route("/f", Answer::text(QByteArray(1'000'000, 'x')));
    NetworkSettings settings = quick();
    settings.bandwidthLimit = 2'000'000;
    HttpClient client(settings);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(client.wait(requestFor(server.url(u"/f"_s))));
    QVERIFY2(timer.elapsed() > 250, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    const auto stream = client.open(requestFor(server.url(u"/f"_s)));
    QVERIFY(stream->head());
    qint64 got = 0;
    for (auto block = stream->read(); block && !block->isEmpty(); block = stream->read())
        got += block->size();
    QCOMPARE(got, 1'000'000);
    QVERIFY2(timer.elapsed() > 250, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpClient::endingTheClientEndsItsRequests()
{
    LoopbackServer server;
    Answer silent;
    silent.silent = true;
    server.route("/s", silent);
    QFuture<Result<HttpReply>> future;
    {
        HttpClient client(quick());
        future = client.get(requestFor(server.url(u"/s"_s)));
    }
    QCOMPARE(codeName(future.result().error().code), u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_http_client.moc"
