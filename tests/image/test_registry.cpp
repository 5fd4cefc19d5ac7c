// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/sha256.h"
#include "image/reference.h"
#include "image/registry.h"
#include "image/registry_credentials.h"
#include "image_fixture.h"
#include "support/loopback_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;
using dosirak::test::Answer;
using dosirak::test::LoopbackServer;
using dosirak::test::ServedRequest;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

/// A registry on the loopback device, in the words of the OCI distribution specification, with token authentication.
class TestRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsReferences_data();
    void readsReferences();
    void badReferencesAreRefused_data();
    void badReferencesAreRefused();
    void pullsThePlatformOfAnIndex();
    void anotherPlatformIsNamed();
    void whatIsThereIsNotFetchedAgain();
    void goesOnWhereItBroke();
    void takesUpWhatAnEarlierRunLeft();
    void aWrongLayerIsRefused();
    void aWrongManifestIsRefused();
    void withoutALoginItSaysSo();
    void aMissingImageIsNotFound();
    void aStopKeepsWhatArrived();
    void readsLogins();

private:
    Answer guarded(const ServedRequest &request, const Answer &answer) const;
    QString reference(const QString &rest = u"/team/app:1"_s) const { return u"127.0.0.1:%1"_s.arg(m_server->port()) + rest; }
    Registry registry() { return Registry(*m_http, {m_folder.filePath(u"config.json"_s), {}, 3}); }
    OciLayout target() { return *OciLayout::openOrCreate(m_folder.filePath(u"target-"_s + QString::number(++m_targets))); }

    QTemporaryDir m_folder;
    std::optional<OciLayout> m_source;
    std::optional<LayoutImage> m_image;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<fetch::HttpClient> m_http;
    QByteArray m_index;
    bool m_loginNeeded = false;
    int m_targets = 0;
};

void TestRegistry::initTestCase()
{
    m_source = *OciLayout::openOrCreate(m_folder.filePath(u"source"_s));
    const auto image = fixture::addImage(*m_source, u"app:1"_s, {fixture::tar({{"a", QByteArray(3'000'000, 'a')}}),
                                                                 fixture::tar({{"b", "b"}})});
    VERIFY_OK(image);
    m_image = *image;
    m_index = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)"
              R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:)" + QByteArray(64, '0')
        + R"(","size":1,"platform":{"os":"linux","architecture":"arm64"}},{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")"
        + m_image->descriptor.digest.toLatin1() + R"(","size":)" + QByteArray::number(m_image->descriptor.size)
        + R"(,"platform":{"os":"linux","architecture":"amd64"}}]})";
}

Answer TestRegistry::guarded(const ServedRequest &request, const Answer &answer) const
{
    if (request.header("authorization") == "Bearer good")
        return answer;
    Answer denied = Answer::error(401);
    denied.headers << std::pair<QByteArray, QByteArray>{"WWW-Authenticate", "Bearer realm=\"" + m_server->url(u"/token"_s).toEncoded()
                                                            + "\",service=\"test\""};
    return denied;
}

void TestRegistry::init()
{
    m_loginNeeded = false;
    QFile::remove(m_folder.filePath(u"config.json"_s));
    m_server = std::make_unique<LoopbackServer>();
    fetch::NetworkSettings settings;
    settings.retries = 0;
    settings.idleTimeout = std::chrono::seconds(5);
    m_http = std::make_unique<fetch::HttpClient>(settings);
    m_server->route("/token", [this](const ServedRequest &request) {
        if (m_loginNeeded && request.header("authorization") != "Basic " + QByteArray("me:secret").toBase64())
            return Answer::error(401);
        return request.path.contains("scope=repository:team/app:pull") ? Answer::text(R"({"token":"good"})", "application/json")
                                                                       : Answer::error(400);
    });
    m_server->route("/v2/team/app/manifests/1", [this](const ServedRequest &request) {
        return guarded(request, Answer::text(m_index, "application/vnd.oci.image.index.v1+json"));
    });
    for (const QString &name : QDir(m_source->blobFolder()).entryList(QDir::Files)) {
        const QByteArray body = *readFile(m_source->blobFolder() + u'/' + name, 16 << 20);
        const QByteArray digest = "sha256:" + name.toLatin1();
        const bool manifest = QString::fromLatin1(digest) == m_image->descriptor.digest;
        const QByteArray path = "/v2/team/app/" + QByteArray(manifest ? "manifests/" : "blobs/") + digest;
        m_server->route(path, [this, body, manifest](const ServedRequest &request) {
            return guarded(request, Answer::text(body, manifest ? "application/vnd.oci.image.manifest.v1+json" : "application/octet-stream"));
        });
    }
}

void TestRegistry::readsReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    const QString digest = u"sha256:"_s + QString(64, u'b');
    QTest::newRow("a short name") << u"debian"_s << QStringList{u"docker.io"_s, u"library/debian"_s, u"latest"_s, QString()};
    QTest::newRow("a user's") << u"nvidia/cuda:12.4"_s << QStringList{u"docker.io"_s, u"nvidia/cuda"_s, u"12.4"_s, QString()};
    QTest::newRow("another host") << u"nvcr.io/nvidia/tensorrt:24.01-py3"_s << QStringList{u"nvcr.io"_s, u"nvidia/tensorrt"_s, u"24.01-py3"_s, QString()};
    QTest::newRow("a port") << u"localhost:5000/a/b"_s << QStringList{u"localhost:5000"_s, u"a/b"_s, u"latest"_s, QString()};
    QTest::newRow("a digest") << u"a/b@"_s + digest << QStringList{u"docker.io"_s, u"a/b"_s, QString(), digest};
    QTest::newRow("tag and digest") << u"a/b:1@"_s + digest << QStringList{u"docker.io"_s, u"a/b"_s, u"1"_s, digest};
}

void TestRegistry::readsReferences()
{
    QFETCH(QString, text);
    const auto read = parseReference(text);
    VERIFY_OK(read);
    QTEST((QStringList{read->registry, read->repository, read->tag, read->digest}), "parts");
}

void TestRegistry::badReferencesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "UPPER", "a/../b", "a b", "http://x/y", "a:", "a@sha256:12", "a/b:tag/x", "-x.org/a", "a\n"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRegistry::badReferencesAreRefused()
{
    QFETCH(QString, text);
    const auto read = parseReference(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void TestRegistry::pullsThePlatformOfAnIndex()
{
    Registry client = registry();
    const auto resolved = client.resolve(reference());
    VERIFY_OK(resolved);
    QCOMPARE(resolved->digest, m_image->descriptor.digest);
    const OciLayout layout = target();
    Progress last;
    const auto pulled = client.pull(*resolved, layout, {}, [&](const Progress &progress) { last = progress; });
    VERIFY_OK(pulled);
    QCOMPARE(last.done, last.total);
    VERIFY_OK(layout.verify());
    QCOMPARE(layout.find(reference())->descriptor.digest, m_image->descriptor.digest);
    QCOMPARE(m_server->count("/token"), 1);
}

void TestRegistry::anotherPlatformIsNamed()
{
    Registry client = registry();
    const auto resolved = client.resolve(reference(), u"riscv64"_s);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::NotFound);
    QVERIFY(resolved.error().hint.contains(u"arm64, amd64"_s));
}

void TestRegistry::whatIsThereIsNotFetchedAgain()
{
    Registry client = registry();
    const auto resolved = client.resolve(reference());
    VERIFY_OK(resolved);
    const OciLayout layout = target();
    VERIFY_OK(client.pull(*resolved, layout));
    const qint64 sent = m_server->bytesSent();
    VERIFY_OK(client.pull(*resolved, layout));
    QCOMPARE(m_server->bytesSent(), sent);
}

void TestRegistry::goesOnWhereItBroke()
{
    const Descriptor big = m_image->manifest.layers.first();
    const QByteArray body = *readFile(*m_source->blobPath(big.digest), 16 << 20);
    m_server->route("/v2/team/app/blobs/" + big.digest.toLatin1(), [this, body](const ServedRequest &request) {
        Answer answer = guarded(request, Answer::text(body));
        if (answer.status == 200 && request.header("range").isEmpty())
            answer.closeAfter = 1'000'000;
        return answer;
    });
    Registry client = registry();
    const OciLayout layout = target();
    VERIFY_OK(client.pull(*client.resolve(reference()), layout));
    VERIFY_OK(layout.verify());
    bool continued = false;
    for (const ServedRequest &request : m_server->requests())
        continued = continued || request.header("range").startsWith("bytes=");
    QVERIFY(continued);
    QVERIFY2(m_server->bytesSent() < 2 * body.size(), "the first million bytes were fetched twice");
}

void TestRegistry::takesUpWhatAnEarlierRunLeft()
{
    const Descriptor big = m_image->manifest.layers.first();
    const QByteArray body = *readFile(*m_source->blobPath(big.digest), 16 << 20);
    const OciLayout layout = target();
    VERIFY_OK(writeFileAtomically(layout.blobFolder() + u"/.partial-"_s + big.digest.mid(7), body.left(2'500'000)));
    Registry client = registry();
    VERIFY_OK(client.pull(*client.resolve(reference()), layout));
    VERIFY_OK(layout.verify());
    QVERIFY(m_server->bytesSent() < 1'000'000);
}

void TestRegistry::aWrongLayerIsRefused()
{
    const Descriptor big = m_image->manifest.layers.first();
    m_server->route("/v2/team/app/blobs/" + big.digest.toLatin1(), [this, big](const ServedRequest &request) {
        return guarded(request, Answer::text(QByteArray(big.size, 'x')));
    });
    Registry client = registry();
    const OciLayout layout = target();
    const auto pulled = client.pull(*client.resolve(reference()), layout);
    QVERIFY(!pulled);
    QCOMPARE(pulled.error().code, ErrorCode::Integrity);
    QVERIFY(layout.images()->isEmpty());
    QVERIFY(!QFile::exists(*layout.blobPath(big.digest)));
}

void TestRegistry::aWrongManifestIsRefused()
{
    m_server->route("/v2/team/app/manifests/" + m_image->descriptor.digest.toLatin1(), [this](const ServedRequest &request) {
        return guarded(request, Answer::text("{}", "application/vnd.oci.image.manifest.v1+json"));
    });
    Registry client = registry();
    const auto resolved = client.resolve(reference());
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::Integrity);
}

void TestRegistry::withoutALoginItSaysSo()
{
    m_loginNeeded = true;
    {
        Registry client = registry();
        const auto resolved = client.resolve(reference());
        QVERIFY(!resolved);
        QCOMPARE(resolved.error().code, ErrorCode::Refused);
        QVERIFY(resolved.error().hint.contains(u"docker login"_s));
        QVERIFY(!resolved.error().text().contains(u"secret"_s));
    }
    const QByteArray auth = QByteArray("me:secret").toBase64();
    const QByteArray config = "{\"auths\":{\"" + reference({}).toUtf8() + "\":{\"auth\":\"" + auth + "\"}}}";
    VERIFY_OK(writeFileAtomically(m_folder.filePath(u"config.json"_s), config));
    Registry client = registry();
    VERIFY_OK(client.resolve(reference()));
}

void TestRegistry::aMissingImageIsNotFound()
{
    Registry client = registry();
    const auto resolved = client.resolve(reference(u"/team/none:1"_s));
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::NotFound);
}

void TestRegistry::aStopKeepsWhatArrived()
{
    const Descriptor big = m_image->manifest.layers.first();
    const QByteArray body = *readFile(*m_source->blobPath(big.digest), 16 << 20);
    m_server->route("/v2/team/app/blobs/" + big.digest.toLatin1(), [this, body](const ServedRequest &request) {
        Answer answer = guarded(request, Answer::text(body));
        if (answer.status == 200)
            answer.stallAfter = 2'000'000;
        return answer;
    });
    Registry client = registry();
    const auto resolved = client.resolve(reference());
    VERIFY_OK(resolved);
    const OciLayout layout = target();
    std::stop_source stop;
    const auto pulled = client.pull(*resolved, layout, stop.get_token(), [&](const Progress &progress) {
        if (progress.done > 1'000'000)
            stop.request_stop();
    });
    QVERIFY(!pulled);
    QCOMPARE(pulled.error().code, ErrorCode::Cancelled);
    QVERIFY(layout.images()->isEmpty());
    QVERIFY(QFile(layout.blobFolder() + u"/.partial-"_s + big.digest.mid(7)).size() > 500'000);
}

void TestRegistry::readsLogins()
{
    const QString path = m_folder.filePath(u"config.json"_s);
    const QByteArray auth = QByteArray("a:b:c").toBase64();
    const QByteArray config = "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"" + auth + "\"}}}";
    VERIFY_OK(writeFileAtomically(path, config));
    const auto login = registryLogin(u"docker.io"_s, path);
    QVERIFY(login && *login);
    QCOMPARE((*login)->user, u"a"_s);
    QCOMPARE((*login)->password, u"b:c"_s);
    QVERIFY(!*registryLogin(u"other.example.org"_s, path));
    QVERIFY(!*registryLogin(u"docker.io"_s, path + u".none"_s));
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
