// SPDX-License-Identifier: GPL-3.0-or-later
//
// An index that lies, stumbles or is asked for more than it may give: each row is one way, and what must come of it.
#include "wheel_world.h"

#include "base/json.h"
#include "fetch/http_client.h"
#include "python/wheel_resolver.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace dosirak;
using namespace dosirak::python;
using namespace dosirak::python::test;
using namespace Qt::StringLiterals;
using dosirak::test::Answer;
using dosirak::test::ServedRequest;

Q_DECLARE_METATYPE(dosirak::test::Answer)

class TestLyingIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void unsafeNamesNeverArrive();
    void aBusyIndexIsAskedAgain_data();
    void aBusyIndexIsAskedAgain();
    void aPageThatChangedIsReadAnew();
    void aPageThatDidNotChangeIsNotSentAgain();
    void freshPagesAreNotAskedFor();
    void offlineFromTheCache();
    void passwordsGoToTheirHostAndNowhereElse();
    void passwordsInPagesAreDropped();
    void aSourceArchiveThatIsAnotherIsRefused();

private:
    Result<WheelResolution> resolve(const WheelWorld &world, const std::string &indexUrl = {}, int freshFor = 600, bool offline = false)
    {
        fetch::NetworkSettings network;
        network.cacheFolder = m_folder->filePath(u"http"_s);
        network.retries = 2;
        network.retryPause = std::chrono::milliseconds(1);
        network.idleTimeout = std::chrono::milliseconds(500);
        network.offline = offline;
        fetch::HttpClient http(network);
        WheelRequest request;
        request.python = "3.11";
        request.platform = "manylinux_2_28_x86_64";
        request.requirements = {"a"};
        request.indexes = {{"main", indexUrl.empty() ? toStd(world.indexUrl()) : indexUrl, {}, false}};
        request.indexes.push_back({"second", toStd(world.indexUrl(u"second"_s)), {}, false});
        request.sdists = m_sdists;
        WheelOptions options;
        options.cacheFolder = m_folder->filePath(u"cache"_s);
        options.pagesFreshFor = std::chrono::seconds(freshFor);
        return resolveWheels(request, http, options, {}, {});
    }

    static QString pin(const Result<WheelResolution> &answer)
    {
        return answer ? fromStd(answer->wheels.front().name + ' ' + answer->wheels.front().version) : answer.error().text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::string> m_sdists;
};

void TestLyingIndex::pages_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("code");
    const QByteArray page = R"({"meta":{"api-version":"1.0"},"name":"a","files":[)" + QByteArray(5000, ' ') + "]}";
    const auto json = [&] { return Answer::text(page, "application/vnd.pypi.simple.v1+json"); };
    Answer truncated = json();
    truncated.closeAfter = 1000;
    Answer reset = json();
    reset.resetAfter = 1000;
    Answer stalled = json();
    stalled.stallAfter = 1000;
    Answer silent = json();
    silent.silent = true;
    Answer huge = json();
    huge.claimedLength = 200LL << 20;
    Answer flood = json();
    flood.floodHeaders = 8 << 20;
    QTest::newRow("a page that is cut off is no short page") << truncated << int(ErrorCode::Network);
    QTest::newRow("a connection that breaks") << reset << int(ErrorCode::Network);
    QTest::newRow("a page that stops in the middle") << stalled << int(ErrorCode::Network);
    QTest::newRow("no answer at all") << silent << int(ErrorCode::Network);
    QTest::newRow("a page that says it is larger than any") << huge << int(ErrorCode::Invalid);
    QTest::newRow("a head without end") << flood << int(ErrorCode::Invalid);
    QTest::newRow("sent on to a file of this machine") << Answer::redirect("file:///etc/passwd") << int(ErrorCode::Invalid);
    QTest::newRow("sent on to another scheme") << Answer::redirect("ftp://127.0.0.1/a/") << int(ErrorCode::Invalid);
    QTest::newRow("sent on in a circle") << Answer::redirect("/main/simple/a/") << int(ErrorCode::Invalid);
    QTest::newRow("a page that wants a password") << Answer::error(401) << int(ErrorCode::Refused);
    QTest::newRow("a page that is forbidden") << Answer::error(403) << int(ErrorCode::Refused);
    QTest::newRow("half a page of JSON") << Answer::text(page.left(100), "application/vnd.pypi.simple.v1+json") << int(ErrorCode::Invalid);
    QTest::newRow("a picture") << Answer::text("\x89PNG", "image/png") << int(ErrorCode::Invalid);
    QTest::newRow("a newer format") << Answer::text(R"({"meta":{"api-version":"2.0"},"files":[]})", "application/vnd.pypi.simple.v1+json")
                                    << int(ErrorCode::Invalid);
}

/// None of it may count as "the first index does not know it": the second one has a package of that name.
void TestLyingIndex::pages()
{
    QFETCH(Answer, answer);
    QFETCH(int, code);
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"b 1\na 9 index=second"_s);
    world.server().route("/main/simple/a/", answer);
    const auto resolved = resolve(world);
    QVERIFY2(!resolved, qPrintable(pin(resolved)));
    QVERIFY2(int(resolved.error().code) == code, qPrintable(resolved.error().text()));
    QVERIFY(!resolved.error().what.isEmpty());
}

void TestLyingIndex::unsafeNamesNeverArrive()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1"_s);
    Json page = {{"meta", {{"api-version", "1.0"}}}, {"name", "a"}, {"files", Json::array()}};
    for (const char *name : {"../../../a-9-py3-none-any.whl", "/etc/a-9-py3-none-any.whl", "a-9-py3-none-any.whl/..", "..\\a-9-py3-none-any.whl",
                             "a-9-py3-none-any.whl\n", "..", "a-1-py3-none-any.whl"})
        page["files"].push_back({{"filename", name}, {"url", toStd(world.server().url(u"/files/main/a-1-py3-none-any.whl"_s).toString())}, {"hashes", Json::object()}});
    page["files"].push_back({{"filename", "a-8-py3-none-any.whl"}, {"url", "file:///etc/passwd"}, {"hashes", Json::object()}});
    page["files"].push_back({{"filename", "a-7-py3-none-any.whl"}, {"url", "javascript:alert(1)"}, {"hashes", Json::object()}});
    world.server().route("/main/simple/a/", Answer::text(QByteArray::fromStdString(page.dump()), "application/vnd.pypi.simple.v1+json"));
    const auto resolved = resolve(world);
    QCOMPARE(pin(resolved), u"a 1"_s);
    QCOMPARE(resolved->wheels.front().fileName, "a-1-py3-none-any.whl");
}

void TestLyingIndex::aBusyIndexIsAskedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("path");
    QTest::newRow("a page, too many requests") << 429 << u"/main/simple/a/"_s;
    QTest::newRow("a page, not available") << 503 << u"/main/simple/a/"_s;
    QTest::newRow("a file, too many requests") << 429 << u"/files/main/a-1-py3-none-any.whl"_s;
    QTest::newRow("a file, not available") << 503 << u"/files/main/a-1-py3-none-any.whl"_s;
}

void TestLyingIndex::aBusyIndexIsAskedAgain()
{
    QFETCH(int, status);
    QFETCH(QString, path);
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld good(u"a 1"_s);
    WheelWorld world(u"b 1"_s);
    // What the good world has, after one refusal with Retry-After.
    world.server().routeRest([&, status, path](const ServedRequest &request) {
        if (QString::fromLatin1(request.path) == path && request.number == 0)
            return Answer::error(status, "0");
        fetch::HttpClient http({});
        fetch::HttpRequest ask;
        ask.url = good.server().url(QString::fromLatin1(request.path));
        const auto reply = http.wait(ask);
        if (!reply)
            return Answer::error(404);
        QByteArray body = reply->body;
        const QByteArray from = QByteArray::number(good.server().port());
        const QByteArray to = QByteArray::number(world.server().port());
        if (request.path.contains("/simple/"))
            body.replace(":" + from + "/", ":" + to + "/");
        return Answer::text(body, reply->header("content-type"));
    });
    const auto resolved = resolve(world);
    QCOMPARE(pin(resolved), u"a 1"_s);
    QVERIFY(world.server().count(path.toLatin1()) >= 2);
}

void TestLyingIndex::aPageThatChangedIsReadAnew()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1\na 2"_s);
    const QByteArray both = world.page(u"a"_s);
    Json one = *parseJson(both, u"page"_s);
    one["files"].erase(1);
    Answer first = Answer::text(QByteArray::fromStdString(one.dump()), "application/vnd.pypi.simple.v1+json");
    first.etag = "\"1\"";
    world.server().route("/main/simple/a/", first);
    QCOMPARE(pin(resolve(world, {}, 0)), u"a 1"_s);
    Answer second = Answer::text(both, "application/vnd.pypi.simple.v1+json");
    second.etag = "\"2\"";
    world.server().route("/main/simple/a/", second);
    QCOMPARE(pin(resolve(world, {}, 0)), u"a 2"_s);
}

void TestLyingIndex::aPageThatDidNotChangeIsNotSentAgain()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1"_s);
    std::atomic<int> whole = 0;
    std::atomic<int> unchanged = 0;
    const QByteArray page = world.page(u"a"_s);
    world.server().route("/main/simple/a/", [&](const ServedRequest &request) {
        if (request.header("if-none-match") == "\"1\"") {
            ++unchanged;
            Answer answer; // without a body (RFC 9110, 15.4.5)
            answer.status = 304;
            return answer;
        }
        ++whole;
        Answer answer = Answer::text(page, "application/vnd.pypi.simple.v1+json");
        answer.etag = "\"1\"";
        return answer;
    });
    // Fresh for a moment: when that is over, what is kept is asked for with its validator.
    QCOMPARE(pin(resolve(world, {}, 1)), u"a 1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pin(resolve(world, {}, 1)) == u"a 1"_s && unchanged > 0, 10'000);
    QCOMPARE(whole.load(), 1);
}

void TestLyingIndex::freshPagesAreNotAskedFor()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1"_s);
    QCOMPARE(pin(resolve(world, {}, 3600)), u"a 1"_s);
    QCOMPARE(pin(resolve(world, {}, 3600)), u"a 1"_s);
    QCOMPARE(world.server().count("/main/simple/a/"), 1);
}

void TestLyingIndex::offlineFromTheCache()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1 : b\nb 1"_s);
    const auto empty = resolve(world, {}, 600, true);
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::Network);
    QVERIFY(resolve(world));
    const qsizetype asked = world.server().requests().size();
    QCOMPARE(pin(resolve(world, {}, 600, true)), u"a 1"_s);
    QCOMPARE(world.server().requests().size(), asked);
}

void TestLyingIndex::passwordsGoToTheirHostAndNowhereElse()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1 : b\nb 1"_s);
    QUrl url(world.indexUrl());
    url.setUserInfo(u"me:s3cret"_s);
    const auto resolved = resolve(world, toStd(url.toString()));
    QCOMPARE(pin(resolved), u"a 1"_s);
    const QByteArray expected = "Basic " + QByteArray("me:s3cret").toBase64();
    bool file = false;
    for (const ServedRequest &request : world.server().requests()) {
        QVERIFY(!request.path.contains("s3cret"));
        QCOMPARE(request.header("authorization"), expected);
        file = file || request.path.startsWith("/files/");
    }
    QVERIFY(file);
    for (const LockedWheel &wheel : resolved->wheels)
        QVERIFY2(wheel.url.find("s3cret") == std::string::npos, wheel.url.c_str());
    for (const QString &notice : resolved->notices)
        QVERIFY(!notice.contains(u"s3cret"_s));
    // Not in an error, either.
    WheelWorld broken(u"b 1"_s);
    broken.server().route("/main/simple/a/", Answer::error(403));
    QUrl other(broken.indexUrl());
    other.setUserInfo(u"me:s3cret"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    const auto refused = resolve(broken, toStd(other.toString()));
    QVERIFY(!refused);
    QVERIFY(!refused.error().text().contains(u"s3cret"_s));
}

void TestLyingIndex::passwordsInPagesAreDropped()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1"_s);
    QByteArray page = world.page(u"a"_s);
    page.replace("http://127.0.0.1", "http://me:s3cret@127.0.0.1");
    world.server().route("/main/simple/a/", Answer::text(page, "application/vnd.pypi.simple.v1+json"));
    const auto resolved = resolve(world);
    QCOMPARE(pin(resolved), u"a 1"_s);
    QVERIFY2(resolved->wheels.front().url.find("s3cret") == std::string::npos, resolved->wheels.front().url.c_str());
}

void TestLyingIndex::aSourceArchiveThatIsAnotherIsRefused()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WheelWorld world(u"a 1 sdist"_s);
    world.server().route("/files/main/a-1.tar.gz", Answer::text("something else", "application/gzip"));
    m_sdists = {"a"};
    const auto resolved = resolve(world);
    m_sdists.clear();
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::Integrity);
}

QTEST_GUILESS_MAIN(TestLyingIndex)
#include "test_lying_index.moc"
