// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/netrc.h"
#include "fetch/network_settings.h"

#include <QTest>

using namespace dosirak::fetch;
using namespace Qt::StringLiterals;

class TestNetworkSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mirrors_data();
    void mirrors();
    void theEnvironmentIsHonoured();
    void netrc();
    void shownUrlsHoldNoSecrets();
};

void TestNetworkSettings::mirrors_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("mirrored");
    QTest::newRow("a prefix is replaced") << u"https://index.test/simple/numpy/"_s << u"https://nexus.corp.test/repo/pypi/simple/numpy/"_s;
    QTest::newRow("the longest prefix wins") << u"https://index.test/files/a.whl"_s << u"file:///srv/files/a.whl"_s;
    QTest::newRow("a query is kept") << u"https://index.test/simple/?q=1"_s << u"https://nexus.corp.test/repo/pypi/simple/?q=1"_s;
    QTest::newRow("a prefix without a slash ends at a part of the path") << u"https://plain.test/whl/cu118/torch/"_s << u"http://m.test/w/cu118/torch/"_s;
    QTest::newRow("and does not match half a part") << u"https://plain.test/whlx/torch/"_s << u"https://plain.test/whlx/torch/"_s;
    QTest::newRow("another host is left alone") << u"https://other.test/simple/"_s << u"https://other.test/simple/"_s;
    QTest::newRow("escapes stay as they are") << u"https://index.test/simple/a%2Bcu118.whl"_s << u"https://nexus.corp.test/repo/pypi/simple/a%2Bcu118.whl"_s;
}

void TestNetworkSettings::mirrors()
{
    QFETCH(QString, origin);
    QFETCH(QString, mirrored);
    NetworkSettings settings;
    settings.mirrors = {{u"https://index.test/"_s, u"https://nexus.corp.test/repo/pypi/"_s},
                        {u"https://index.test/files/"_s, u"file:///srv/files/"_s},
                        {u"https://plain.test/whl"_s, u"http://m.test/w"_s}};
    QCOMPARE(settings.toMirror(QUrl(origin)).toString(QUrl::FullyEncoded), mirrored);
    QCOMPARE(settings.toOrigin(QUrl(mirrored)).toString(QUrl::FullyEncoded), origin);
}

void TestNetworkSettings::theEnvironmentIsHonoured()
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, u"/home/someone"_s);
    environment.insert(u"https_proxy"_s, u"http://proxy.test:3128"_s);
    environment.insert(u"NO_PROXY"_s, u"localhost, .corp.test"_s);
    environment.insert(u"SSL_CERT_FILE"_s, u"/etc/corp.pem"_s);
    environment.insert(u"PIP_CERT"_s, u"/etc/corp.pem"_s);
    const auto settings = NetworkSettings::fromEnvironment(environment);
    QCOMPARE(settings.httpsProxy, u"http://proxy.test:3128"_s);
    QCOMPARE(settings.httpProxy, QString());
    QCOMPARE(settings.noProxy, QStringList({u"localhost"_s, u".corp.test"_s}));
    QCOMPARE(settings.extraCaFiles, QStringList(u"/etc/corp.pem"_s));
    QCOMPARE(settings.netrcFile, u"/home/someone/.netrc"_s);
    QCOMPARE(settings.cacheFolder, u"/home/someone/.cache/dosirak/http"_s);
}

void TestNetworkSettings::netrc()
{
    const Netrc netrc = Netrc::parse("# of the office\nmachine index.test login me password \"p w\\\"\"\n"
                                     "macdef init\ncd /\n\nmachine Other.test\n  login you account x password s#ret\n"
                                     "machine index.test login second password no\ndefault login any password one\n");
    QCOMPARE(netrc.find(u"INDEX.test"_s)->password, u"p w\""_s);
    QCOMPARE(netrc.find(u"other.test"_s)->user, u"you"_s);
    QCOMPARE(netrc.find(u"other.test"_s)->password, u"s#ret"_s);
    QCOMPARE(netrc.find(u"elsewhere.test"_s)->user, u"any"_s);
    QVERIFY(!Netrc::parse("machine a.test login b password c").find(u"b.test"_s));
}

void TestNetworkSettings::shownUrlsHoldNoSecrets()
{
    QCOMPARE(redacted(QUrl(u"https://me:secret@index.test/simple/?token=abc#sha256=1"_s)), u"https://index.test/simple/?…"_s);
}

QTEST_GUILESS_MAIN(TestNetworkSettings)
#include "test_network_settings.moc"
