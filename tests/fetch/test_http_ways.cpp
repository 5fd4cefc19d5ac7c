// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/http_client.h"
#include "fetch/http_context.h"
#include "support/connect_proxy.h"
#include "support/loopback_server.h"
#include "support/tls_identity.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

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
    settings.idleTimeout = 2s;
    settings.retries = 1;
    return settings;
}

HttpRequest requestFor(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

/// Both ways of asking have to keep to the same rules.
Result<QByteArray> ask(HttpClient &client, const QUrl &url, bool streamed)
{
    if (!streamed) {
        DOSIRAK_TRY(reply, client.wait(requestFor(url)));
        return reply.body;
    }
    HttpRequest request = requestFor(url);
    request.raw = true;
    const auto stream = client.open(request);
    DOSIRAK_CHECK(stream->head());
    QByteArray body;
    for (;;) {
        DOSIRAK_TRY(block, stream->read());
        if (block.isEmpty())
            return body;
        body += block;
    }
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

/// nghttpd: a server of files that speaks HTTP/2 and nothing older.
class Http2Server
{
public:
    Http2Server(const QString &folder, const TlsIdentity &identity) : m_port(freePort())
    {
        QString program = QStandardPaths::findExecutable(u"nghttpd"_s);
        if (program.isEmpty()) // where only root's PATH has it
            program = u"/usr/sbin/nghttpd"_s;
        m_program.setProcessChannelMode(QProcess::MergedChannels);
        m_program.setStandardOutputFile(m_log.filePath(u"log"_s)); // a pipe that nobody reads would stop it
        m_program.start(program, {u"-v"_s, u"-a"_s, u"127.0.0.1"_s, u"-d"_s, folder, QString::number(m_port), identity.key(),
                                  identity.certificate()});
        for (const QDeadlineTimer limit(20s); !limit.hasExpired() && !said().contains("listen");)
            m_program.waitForFinished(20);
    }
    ~Http2Server()
    {
        m_program.kill();
        m_program.waitForFinished();
    }
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(u"https://127.0.0.1:%1%2"_s.arg(m_port).arg(path)); }
    [[nodiscard]] bool runs() const { return m_program.state() == QProcess::Running; }
    /// Its log up to now; it names the connections "[id=1]", "[id=2]", ….
    [[nodiscard]] QByteArray said() const
    {
        QFile log(m_log.filePath(u"log"_s));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }
    [[nodiscard]] int connections() const
    {
        int most = 0;
        auto ids = QRegularExpression(u"\\[id=(\\d+)\\]"_s).globalMatch(QString::fromUtf8(said()));
        while (ids.hasNext())
            most = std::max(most, ids.next().captured(1).toInt());
        return most;
    }

private:
    quint16 m_port;
    QTemporaryDir m_log;
    QProcess m_program;
};

} // namespace

/// The ways there: TLS with a site's own authority, proxies, HTTP/2.
class TestHttpWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPrivateAuthorityIsTrustedOnceItIsNamed_data() { bothWays(); }
    void aPrivateAuthorityIsTrustedOnceItIsNamed();
    void aCertificateOfAnotherHostIsRefused_data() { bothWays(); }
    void aCertificateOfAnotherHostIsRefused();
    void anAuthorityThatCannotBeReadIsTold_data() { bothWays(); }
    void anAuthorityThatCannotBeReadIsTold();
    void noTlsWhereItIsExpected_data() { bothWays(); }
    void noTlsWhereItIsExpected();
    void plainRequestsGoThroughTheProxy_data() { bothWays(); }
    void plainRequestsGoThroughTheProxy();
    void secureOnesGoThroughATunnel_data() { bothWays(); }
    void secureOnesGoThroughATunnel();
    void someHostsAreReachedDirectly_data() { bothWays(); }
    void someHostsAreReachedDirectly();
    void aProxyThatDoesNotKnowUs_data() { bothWays(); }
    void aProxyThatDoesNotKnowUs();
    void aProxyThatIsNotThere_data() { bothWays(); }
    void aProxyThatIsNotThere();
    void proxyAddresses_data();
    void proxyAddresses();
    void netrcIsAsked_data() { bothWays(); }
    void netrcIsAsked();
    void http2CarriesManyOverOneConnection();
    void http2CarriesALargeFile();

private:
    static void bothWays()
    {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("whole answers") << false;
        QTest::newRow("streams") << true;
    }
    NetworkSettings trusting() const
    {
        NetworkSettings settings = quick();
        settings.extraCaFiles = {m_identity.authority()};
        return settings;
    }

    TlsIdentity m_identity;
};

void TestHttpWays::initTestCase()
{
    QVERIFY2(m_identity.error().isEmpty(), qPrintable(m_identity.error()));
}

void TestHttpWays::aPrivateAuthorityIsTrustedOnceItIsNamed()
{
    QFETCH(bool, streamed);
    LoopbackServer server(&m_identity);
    server.route("/f", Answer::text("behind TLS"));
    HttpClient stranger(quick());
    const auto refused = ask(stranger, server.url(u"/f"_s), streamed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().what.contains(u"not trusted"_s), qPrintable(refused.error().text()));
    QCOMPARE(server.count("/f"), 0);
    HttpClient friendly(trusting());
    for (int i = 0; i < 3; ++i) {
        const auto body = ask(friendly, server.url(u"/f"_s), streamed);
        QVERIFY2(body, qPrintable(body ? QString() : body.error().text()));
        QCOMPARE(*body, QByteArray("behind TLS"));
    }
    QCOMPARE(server.count("/f"), 3);
    QCOMPARE(server.connections(), 1); // the stranger's never came about
}

void TestHttpWays::aCertificateOfAnotherHostIsRefused()
{
    QFETCH(bool, streamed);
    const TlsIdentity elsewhere(u"DNS:elsewhere.example"_s);
    QVERIFY2(elsewhere.error().isEmpty(), qPrintable(elsewhere.error()));
    LoopbackServer server(&elsewhere);
    server.route("/f", Answer::text("not ours"));
    NetworkSettings settings = quick();
    settings.extraCaFiles = {elsewhere.authority()};
    HttpClient client(settings);
    const auto refused = ask(client, server.url(u"/f"_s), streamed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QCOMPARE(server.count("/f"), 0);
}

void TestHttpWays::anAuthorityThatCannotBeReadIsTold()
{
    QFETCH(bool, streamed);
    QTemporaryDir folder;
    QFile garbage(folder.filePath(u"ca.pem"_s));
    QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write("no certificate at all") > 0);
    garbage.close();
    NetworkSettings settings = trusting();
    settings.extraCaFiles += garbage.fileName();
    LoopbackServer server(&m_identity);
    server.route("/f", Answer::text("x"));
    HttpClient client(settings);
    const auto refused = ask(client, server.url(u"/f"_s), streamed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Io);
    QVERIFY2(refused.error().what.contains(garbage.fileName()), qPrintable(refused.error().text()));
}

void TestHttpWays::noTlsWhereItIsExpected()
{
    QFETCH(bool, streamed);
    LoopbackServer plain;
    QUrl url = plain.url(u"/f"_s);
    url.setScheme(u"https"_s);
    HttpClient client(quick());
    const auto failed = ask(client, url, streamed);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Network);
}

void TestHttpWays::plainRequestsGoThroughTheProxy()
{
    QFETCH(bool, streamed);
    LoopbackServer proxy; // a proxy is asked with the whole address (RFC 9112, 3.2.2)
    proxy.route("http://index.example/f", Answer::text("by the proxy"));
    NetworkSettings settings = quick();
    settings.httpProxy = u"http://me:hu%20sh@127.0.0.1:%1"_s.arg(proxy.port());
    HttpClient client(settings);
    const auto body = ask(client, QUrl(u"http://index.example/f"_s), streamed);
    QVERIFY2(body, qPrintable(body ? QString() : body.error().text()));
    QCOMPARE(*body, QByteArray("by the proxy"));
    const auto missing = ask(client, QUrl(u"http://index.example/none"_s), false);
    QVERIFY(!missing);
    QVERIFY2(!missing.error().text().contains(u"hu%20sh"_s) && !missing.error().text().contains(u"hu sh"_s),
             qPrintable(missing.error().text()));
}

void TestHttpWays::secureOnesGoThroughATunnel()
{
    QFETCH(bool, streamed);
    LoopbackServer server(&m_identity);
    server.route("/f", Answer::text("through the tunnel"));
    ConnectProxy proxy("me:secret");
    NetworkSettings settings = trusting();
    settings.httpsProxy = u"http://me:secret@127.0.0.1:%1"_s.arg(proxy.port());
    HttpClient client(settings);
    QUrl url = server.url(u"/f"_s);
    url.setHost(u"localhost"_s); // in the certificate; nobody but the proxy has to know where it is
    const auto body = ask(client, url, streamed);
    QVERIFY2(body, qPrintable(body ? QString() : body.error().text()));
    QCOMPARE(*body, QByteArray("through the tunnel"));
    QCOMPARE(proxy.tunnels(), QStringList{u"localhost:%1"_s.arg(server.port())});
    QVERIFY(server.requests().first().header("proxy-authorization").isEmpty());
}

void TestHttpWays::someHostsAreReachedDirectly()
{
    QFETCH(bool, streamed);
    LoopbackServer server;
    server.route("/f", Answer::text("direct"));
    NetworkSettings settings = quick();
    settings.httpProxy = u"http://127.0.0.1:1"_s;
    settings.noProxy = {u"127.0.0.1"_s};
    HttpClient client(settings);
    QCOMPARE(ask(client, server.url(u"/f"_s), streamed).value(), QByteArray("direct"));
}

void TestHttpWays::aProxyThatDoesNotKnowUs()
{
    QFETCH(bool, streamed);
    LoopbackServer server(&m_identity);
    ConnectProxy proxy("me:secret");
    NetworkSettings settings = trusting();
    settings.httpsProxy = u"http://127.0.0.1:%1"_s.arg(proxy.port());
    HttpClient client(settings);
    const auto refused = ask(client, server.url(u"/f"_s), streamed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().what.contains(u"proxy"_s), qPrintable(refused.error().text()));
    QVERIFY(proxy.tunnels().isEmpty());
}

void TestHttpWays::aProxyThatIsNotThere()
{
    QFETCH(bool, streamed);
    NetworkSettings settings = quick();
    settings.httpProxy = settings.httpsProxy = u"http://127.0.0.1:%1"_s.arg(freePort());
    HttpClient client(settings);
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        const auto failed = ask(client, QUrl(scheme + u"://index.example/f"_s), streamed);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Network);
        QVERIFY2(failed.error().what.contains(u"proxy"_s), qPrintable(failed.error().text()));
    }
}

void TestHttpWays::proxyAddresses_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("none") << QString() << QByteArray();
    QTest::newRow("only a name") << u"proxy.corp"_s << QByteArray("http://proxy.corp:8080");
    QTest::newRow("with a path") << u"http://proxy.corp:3128/"_s << QByteArray("http://proxy.corp:3128");
    QTest::newRow("with a user") << u"http://me:hu%40sh@proxy.corp:3128"_s << QByteArray("http://me:hu%40sh@proxy.corp:3128");
    QTest::newRow("over TLS") << u"https://proxy.corp"_s << QByteArray("https://proxy.corp:443");
    QTest::newRow("SOCKS looks names up itself") << u"socks5://proxy.corp"_s << QByteArray("socks5h://proxy.corp:1080");
}

void TestHttpWays::proxyAddresses()
{
    QFETCH(QString, setting);
    QFETCH(QByteArray, address);
    NetworkSettings settings;
    settings.httpsProxy = setting;
    settings.noProxy = {u".near.corp"_s};
    const HttpContext context(settings);
    QCOMPARE(context.proxyFor(QUrl(u"https://index.example/"_s)), address);
    QCOMPARE(context.proxyFor(QUrl(u"https://index.near.corp/"_s)), QByteArray());
    QCOMPARE(context.proxyFor(QUrl(u"http://index.example/"_s)), QByteArray());
}

void TestHttpWays::netrcIsAsked()
{
    QFETCH(bool, streamed);
    QTemporaryDir folder;
    QFile netrc(folder.filePath(u"netrc"_s));
    QVERIFY(netrc.open(QIODevice::WriteOnly) && netrc.write("machine 127.0.0.1 login me password secret\n") > 0);
    netrc.close();
    LoopbackServer server;
    server.route("/f", [](const ServedRequest &request) {
        const bool known = request.header("authorization") == "Basic " + QByteArray("me:secret").toBase64();
        return known ? Answer::text("for you") : Answer::error(401);
    });
    HttpClient nobody(quick());
    if (!streamed) // to the reader of a stream 401 is an answer
        QCOMPARE(ask(nobody, server.url(u"/f"_s), streamed).error().code, ErrorCode::Refused);
    NetworkSettings settings = quick();
    settings.netrcFile = netrc.fileName();
    HttpClient client(settings);
    QCOMPARE(ask(client, server.url(u"/f"_s), streamed).value(), QByteArray("for you"));
}

void TestHttpWays::http2CarriesManyOverOneConnection()
{
    QTemporaryDir folder;
    for (int i = 0; i < 200; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1000 + i, 'x')) > 0);
    }
    Http2Server server(folder.path(), m_identity);
    QVERIFY2(server.runs(), server.said());
    HttpClient client(trusting());
    QList<QFuture<Result<HttpReply>>> answers;
    for (int i = 0; i < 200; ++i)
        answers += client.get(requestFor(server.url(u"/%1"_s.arg(i))));
    for (int i = 0; i < 200; ++i) {
        const auto reply = answers[i].result();
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().text()));
        QCOMPARE(reply->body, QByteArray(1000 + i, 'x'));
    }
    QCOMPARE(ask(client, server.url(u"/none"_s), false).error().code, ErrorCode::Refused);
    QCOMPARE(server.connections(), 1);
}

void TestHttpWays::http2CarriesALargeFile()
{
    QTemporaryDir folder;
    QByteArray bytes(48 << 20, Qt::Uninitialized);
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    Http2Server server(folder.path(), m_identity);
    QVERIFY2(server.runs(), server.said());
    HttpClient client(trusting());
    const auto body = ask(client, server.url(u"/large"_s), true);
    QVERIFY2(body, qPrintable(body ? QString() : body.error().text()));
    QCOMPARE(Sha256::of(*body), Sha256::of(bytes));
}

QTEST_GUILESS_MAIN(TestHttpWays)
#include "test_http_ways.moc"
