// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "image/inspect.h"
#include "image/registry.h"
#include "image_fixture.h"
#include "support/docker_registry.h"
#include "support/loopback_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;
using dosirak::test::Answer;
using dosirak::test::DockerRegistry;
using dosirak::test::LoopbackServer;
using dosirak::test::ServedRequest;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

/// Pulls from the reference implementation of the distribution API, as Debian packages it.
class TestDockerRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pullsByTagAndByDigest();
    void theMirrorMapLeadsToAnotherRegistry();
    void aLoginOfDockersConfigIsUsed();
    void theOriginsLoginIsNotGivenToAMirror();
    void aRedirectedLayerGetsNoToken();
    void aHalfLayerIsGoneOnWith();

private:
    bool fill(DockerRegistry &registry);
    OciLayout target() { return *OciLayout::openOrCreate(m_folder.filePath(u"target-"_s + QString::number(++m_targets))); }

    QTemporaryDir m_folder;
    std::optional<OciLayout> m_source;
    std::optional<LayoutImage> m_image;
    QByteArray m_index;
    int m_targets = 0;
};

void TestDockerRegistry::initTestCase()
{
    m_source = *OciLayout::openOrCreate(m_folder.filePath(u"source"_s));
    const auto image = fixture::addImage(*m_source, u"app:1"_s, {fixture::tar({{"a", QByteArray(2'000'000, 'a')}}),
                                                                 fixture::tar({{"var/lib/dpkg/status", "Package: a\n"}})});
    VERIFY_OK(image);
    m_image = *image;
    m_index = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)"
              R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" + m_image->descriptor.digest.toLatin1()
        + R"(","size":)" + QByteArray::number(m_image->descriptor.size) + R"(,"platform":{"os":"linux","architecture":"amd64"}}]})";
}

bool TestDockerRegistry::fill(DockerRegistry &registry)
{
    bool done = registry.addManifest(u"team/app"_s, m_index, u"1"_s)
        && registry.addManifest(u"team/app"_s, *readFile(*m_source->blobPath(m_image->descriptor.digest), 1 << 20));
    for (const Descriptor &blob : QList<Descriptor>{m_image->manifest.config} + m_image->manifest.layers)
        done = done && registry.addBlob(u"team/app"_s, *readFile(*m_source->blobPath(blob.digest), 16 << 20));
    return done;
}

void TestDockerRegistry::pullsByTagAndByDigest()
{
    DockerRegistry server;
    QVERIFY2(server.isRunning() && fill(server), qPrintable(server.error()));
    fetch::HttpClient http{{}};
    Registry client(http, {m_folder.filePath(u"none"_s), {}, 3});
    const auto byTag = client.resolve(server.host() + u"/team/app:1"_s);
    VERIFY_OK(byTag);
    QCOMPARE(byTag->digest, m_image->descriptor.digest);
    const auto byDigest = client.resolve(server.host() + u"/team/app@"_s + byTag->digest);
    VERIFY_OK(byDigest);
    const OciLayout layout = target();
    VERIFY_OK(client.pull(*byDigest, layout));
    VERIFY_OK(layout.verify());
    QCOMPARE(*dpkgStatusOf(layout, byTag->digest), QByteArray("Package: a\n"));
}

void TestDockerRegistry::theMirrorMapLeadsToAnotherRegistry()
{
    DockerRegistry server;
    QVERIFY2(server.isRunning() && fill(server), qPrintable(server.error()));
    fetch::NetworkSettings settings;
    settings.mirrors = {{u"https://registry-1.docker.io/"_s, u"http://%1/"_s.arg(server.host())}};
    fetch::HttpClient http{settings};
    Registry client(http, {m_folder.filePath(u"none"_s), {}, 3});
    const auto resolved = client.resolve(u"team/app:1"_s);
    VERIFY_OK(resolved);
    const OciLayout layout = target();
    VERIFY_OK(client.pull(*resolved, layout));
    QCOMPARE(layout.find(u"team/app:1"_s)->descriptor.digest, m_image->descriptor.digest);
    QCOMPARE(*client.manifestUrl(u"team/app:1"_s, resolved->digest), u"https://registry-1.docker.io/v2/team/app/manifests/"_s + resolved->digest);
}

/// bcrypt of "secret", of four rounds: what a test can afford.
constexpr const char *secretHash = "$2b$04$.Od6m6N6xHWPrxBV0H4Kke4b0dCbdnpIFN5VuFkX0aJzEy3csczpm";

void TestDockerRegistry::aLoginOfDockersConfigIsUsed()
{
    DockerRegistry server({}, u"me"_s, secretHash);
    QVERIFY2(server.isRunning() && fill(server), qPrintable(server.error()));
    fetch::HttpClient http{{}};
    const QString reference = server.host() + u"/team/app:1"_s;
    const auto refused = Registry(http, {m_folder.filePath(u"none"_s), {}, 3}).resolve(reference);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    const QByteArray auth = QByteArray("me:secret").toBase64();
    const QString config = m_folder.filePath(u"config.json"_s);
    VERIFY_OK(writeFileAtomically(config, "{\"auths\":{\"" + server.host().toUtf8() + "\":{\"auth\":\"" + auth + "\"}}}"));
    Registry client(http, {config, {}, 3});
    const auto resolved = client.resolve(reference);
    VERIFY_OK(resolved);
    const auto pulled = client.pull(*resolved, target());
    VERIFY_OK(pulled);
}

void TestDockerRegistry::theOriginsLoginIsNotGivenToAMirror()
{
    LoopbackServer mirror;
    mirror.routeRest([](const ServedRequest &) {
        Answer denied = Answer::error(401);
        denied.headers << std::pair<QByteArray, QByteArray>{"WWW-Authenticate", "Basic realm=\"mirror\""};
        return denied;
    });
    const QString config = m_folder.filePath(u"hub.json"_s);
    const QByteArray auth = QByteArray("me:hub-secret").toBase64();
    VERIFY_OK(writeFileAtomically(config, "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"" + auth + "\"}}}"));
    fetch::NetworkSettings settings;
    settings.mirrors = {{u"https://registry-1.docker.io/"_s, mirror.url(u"/"_s).toString()}};
    fetch::HttpClient http{settings};
    const auto resolved = Registry(http, {config, {}, 3}).resolve(u"team/app:1"_s);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::Refused);
    QVERIFY2(resolved.error().hint.contains(u"docker login 127.0.0.1:"_s), qPrintable(resolved.error().hint));
    QVERIFY(!mirror.requests().isEmpty());
    for (const ServedRequest &request : mirror.requests())
        QVERIFY(!request.header("authorization").contains(auth));
}

/// Registries send for layers to a store of another host, which must not learn the token.
void TestDockerRegistry::aRedirectedLayerGetsNoToken()
{
    LoopbackServer store;
    LoopbackServer server;
    server.route("/token", Answer::text(R"({"token":"good"})", "application/json"));
    const auto guarded = [&](const ServedRequest &request, const Answer &answer) {
        if (request.header("authorization") == "Bearer good")
            return answer;
        Answer denied = Answer::error(401);
        denied.headers << std::pair<QByteArray, QByteArray>{"WWW-Authenticate", "Bearer realm=\"" + server.url(u"/token"_s).toEncoded() + "\""};
        return denied;
    };
    const QByteArray manifest = *readFile(*m_source->blobPath(m_image->descriptor.digest), 1 << 20);
    server.route("/v2/team/app/manifests/1", [&](const ServedRequest &request) {
        return guarded(request, Answer::text(manifest, "application/vnd.oci.image.manifest.v1+json"));
    });
    for (const Descriptor &blob : QList<Descriptor>{m_image->manifest.config} + m_image->manifest.layers) {
        const QByteArray path = "/v2/team/app/blobs/" + blob.digest.toLatin1();
        const QByteArray there = store.url(QString::fromLatin1(path)).toEncoded();
        server.route(path, [&guarded, there](const ServedRequest &request) { return guarded(request, Answer::redirect(there, 307)); });
        store.route(path, Answer::text(*readFile(*m_source->blobPath(blob.digest), 16 << 20)));
    }
    fetch::HttpClient http{{}};
    Registry client(http, {m_folder.filePath(u"none"_s), {}, 3});
    const auto resolved = client.resolve(u"127.0.0.1:%1/team/app:1"_s.arg(server.port()));
    VERIFY_OK(resolved);
    const auto pulled = client.pull(*resolved, target());
    VERIFY_OK(pulled);
    QCOMPARE(store.requests().size(), 3);
    for (const ServedRequest &request : store.requests())
        QVERIFY(request.header("authorization").isEmpty());
}

void TestDockerRegistry::aHalfLayerIsGoneOnWith()
{
    DockerRegistry server;
    QVERIFY2(server.isRunning() && fill(server), qPrintable(server.error()));
    const Descriptor big = m_image->manifest.layers.first();
    const QByteArray body = *readFile(*m_source->blobPath(big.digest), 16 << 20);
    const OciLayout layout = target();
    VERIFY_OK(writeFileAtomically(layout.blobFolder() + u"/.partial-"_s + big.digest.mid(7), body.left(body.size() / 2)));
    fetch::HttpClient http{{}};
    Registry client(http, {m_folder.filePath(u"none"_s), {}, 3});
    const auto resolved = client.resolve(server.host() + u"/team/app:1"_s);
    VERIFY_OK(resolved);
    VERIFY_OK(client.pull(*resolved, layout));
    VERIFY_OK(layout.verify());
}

QTEST_GUILESS_MAIN(TestDockerRegistry)
#include "test_docker_registry.moc"
