// SPDX-License-Identifier: GPL-3.0-or-later
// First: the moc of Qt 6.4 cannot read <compare> before Qt's own headers.
#include <QTest>

#include "base/process.h"
#include "base/sha256.h"
#include "debian/deb_archive.h"
#include "debian/deb_resolver.h"
#include "debian/decompress.h"
#include "debian/release.h"
#include "debian/repo_index.h"
#include "debian/sources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

using namespace dosirak;
using namespace dosirak::debian;
using namespace Qt::StringLiterals;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A .deb made by dpkg-deb itself.
void makeDeb(const QString &folder, const QString &name, const QByteArray &more, const QString &compression,
             const QList<std::pair<QString, QByteArray>> &files = {})
{
    const QTemporaryDir tree;
    writeAll(tree.filePath(u"DEBIAN/control"_s), "Package: " + name.toUtf8() + "\nVersion: 1:1.0-1\nArchitecture: amd64\n"
                                                      "Maintainer: Nobody <nobody@example.org>\nDescription: a test\n" + more);
    for (const auto &[path, bytes] : files)
        writeAll(tree.filePath(path), bytes);
    ProcessRequest request;
    request.program = u"dpkg-deb"_s;
    request.arguments = {u"--root-owner-group"_s, u"-Z"_s + compression, u"-b"_s, tree.path(), folder + u'/' + name + u".deb"_s};
    const auto outcome = runProcess(request);
    QVERIFY(outcome);
    QVERIFY2(outcome->exitCode == 0, outcome->errorOutput.constData());
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreReadAndWritten();
    void linesAreRead();
    void badSourcesAreRefused_data();
    void badSourcesAreRefused();
    void anotherReleaseComesFromTheHostsPlaces();
    void datesAndLimitsOfRelease();
    void signaturesAreChecked();
    void compressedFilesAreBounded();
    void debsAreRead_data();
    void debsAreRead();
    void brokenDebsAreRefused();
    void localIndexInstalls();
    void localRepositoryIsUnpacked();
};

void TestRepository::sourcesAreReadAndWritten()
{
    const QByteArray text = "# the release\nTypes: deb deb-src\nURIs: https://example.org/debian http://mirror.example.org/debian\n"
                            "Suites: rabbit rabbit-updates\nComponents: main contrib\nArchitectures: amd64 i386\n"
                            "Signed-By: /usr/share/keyrings/example.gpg\n\nTypes: deb\nEnabled: no\nURIs: https://example.org/off\nSuites: x\nComponents: y\n\n"
                            "Types: deb\nURIs: file:/srv/repo\nSuites: ./\nTrusted: yes\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDM=\n -----END PGP PUBLIC KEY BLOCK-----\n";
    const auto sources = parseSources(text.toStdString(), "x.sources");
    QVERIFY2(sources, qPrintable(sources ? QString() : sources.error().text()));
    QCOMPARE(sources->size(), std::size_t(2));
    QCOMPARE(sources->at(0).uris.size(), std::size_t(2));
    QCOMPARE(sources->at(0).suites.at(1), std::string("rabbit-updates"));
    QCOMPARE(sources->at(0).signedBy.at(0), std::string("/usr/share/keyrings/example.gpg"));
    QVERIFY(sources->at(1).trusted);
    QVERIFY(sources->at(1).signedByKey.find("mDM=") != std::string::npos);
    const auto again = parseSources(writeSources(*sources), "y.sources");
    QVERIFY(again);
    QVERIFY(*again == *sources);
}

void TestRepository::linesAreRead()
{
    const auto sources = parseSourcesList("# comment\ndeb [arch=amd64,arm64 signed-by=/k.gpg trusted=yes] https://example.org/cuda/ /\n"
                                          "deb-src https://example.org/x y z\ndeb http://example.org/d rabbit main non-free # more\n",
                                          "x.list");
    QVERIFY2(sources, qPrintable(sources ? QString() : sources.error().text()));
    QCOMPARE(sources->size(), std::size_t(2));
    QCOMPARE(sources->at(0).architectures.size(), std::size_t(2));
    QVERIFY(sources->at(0).trusted && sources->at(0).components.empty());
    QCOMPARE(sources->at(1).components.at(1), std::string("non-free"));
}

void TestRepository::badSourcesAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no suite") << QByteArray("deb https://example.org/x\n");
    QTest::newRow("a suite without components") << QByteArray("deb https://example.org/x rabbit\n");
    QTest::newRow("components of a flat repository") << QByteArray("deb https://example.org/x ./ main\n");
    QTest::newRow("another scheme") << QByteArray("deb ftp://example.org/x rabbit main\n");
    QTest::newRow("options without an end") << QByteArray("deb [arch=amd64 https://example.org/x rabbit main\n");
    QTest::newRow("a suite that leads out") << QByteArray("deb https://example.org/x ../../y main\n");
    QTest::newRow("another word") << QByteArray("rpm https://example.org/x rabbit main\n");
}

void TestRepository::badSourcesAreRefused()
{
    QFETCH(QByteArray, line);
    const auto sources = parseSourcesList(("\n" + line).toStdString(), "x.list");
    QVERIFY(!sources);
    QCOMPARE(sources.error().code, ErrorCode::Invalid);
    QCOMPARE(sources.error().place.line, 2);
}

void TestRepository::anotherReleaseComesFromTheHostsPlaces()
{
    const auto host = parseSources("Types: deb\nURIs: https://example.org/base\nSuites: rabbit rabbit-updates\nComponents: main\nSigned-By: /k.gpg\n\n"
                                   "Types: deb\nURIs: https://example.org/fixes\nSuites: rabbit-security\nComponents: main\nSigned-By: /k.gpg\n\n"
                                   "Types: deb\nURIs: https://vendor.example.org\nSuites: any\nComponents: vendor\n",
                                   "h");
    QVERIFY(host);
    const auto derived = deriveSources(*host, "host", {"hare", "hare-updates", "hare-security"}, {});
    QVERIFY(derived);
    QCOMPARE(derived->size(), std::size_t(2));
    QCOMPARE(derived->at(0).uris.front(), std::string("https://example.org/base"));
    QCOMPARE(derived->at(0).suites.size(), std::size_t(2));
    QCOMPARE(derived->at(1).uris.front(), std::string("https://example.org/fixes"));
    QCOMPARE(derived->at(1).suites.front(), std::string("hare-security"));
    QCOMPARE(derived->at(1).signedBy.front(), std::string("/k.gpg"));
    QCOMPARE(deriveSources({}, "host", {"hare"}, {}).error().code, ErrorCode::NotFound);
}

void TestRepository::datesAndLimitsOfRelease()
{
    QCOMPARE(parseReleaseDate("Sat, 11 Jul 2026 10:16:37 UTC"), QDateTime(QDate(2026, 7, 11), QTime(10, 16, 37), Qt::UTC));
    QVERIFY(!parseReleaseDate("Sat, 11 Jul 2026 10:16:37 CEST").isValid());
    QVERIFY(!parseReleaseDate("yesterday").isValid());
    const std::string hash(64, 'a');
    const auto release = parseRelease("Suite: stable\nCodename: rabbit\nValid-Until: Sat, 11 Jul 2026 10:16:37 UTC\nSHA256:\n " + hash + " 12 main/binary-amd64/Packages\n", u"r"_s);
    QVERIFY(release);
    QCOMPARE(release->files.at("main/binary-amd64/Packages").size, 12);
    Source source;
    QVERIFY(checkRelease(*release, source, QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC), u"r"_s));
    const auto late = checkRelease(*release, source, QDateTime(QDate(2026, 8, 1), QTime(0, 0), Qt::UTC), u"r"_s);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Integrity);
    source.checkValidUntil = false;
    QVERIFY(checkRelease(*release, source, QDateTime(QDate(2026, 8, 1), QTime(0, 0), Qt::UTC), u"r"_s));
    source.targetSuite = "hare";
    QVERIFY(!checkRelease(*release, source, {}, u"r"_s));
    QVERIFY(!parseRelease("Suite: stable\nMD5Sum:\n abc 1 x\n", u"r"_s));
    QVERIFY(!parseRelease("SHA256:\n " + hash + " 12 ../../etc/passwd\n", u"r"_s));
}

void TestRepository::signaturesAreChecked()
{
    const QString data = QStringLiteral(DOSIRAK_TEST_DATA) + u"/debian/signed/"_s;
    const QByteArray signedText = readAll(data + u"InRelease"_s);
    QVERIFY(!signedText.isEmpty());
    Source source;
    source.signedBy = {(data + u"key.asc"_s).toStdString()};
    const auto good = verifyInline(signedText, source, u"r"_s, {});
    QVERIFY2(good, qPrintable(good ? QString() : good.error().text()));
    QVERIFY(good->text.startsWith("Origin: Example"));
    QVERIFY(!good->text.contains("PGP"));

    Source inlineKey;
    inlineKey.signedByKey = readAll(data + u"key.asc"_s).toStdString();
    QVERIFY(verifyInline(signedText, inlineKey, u"r"_s, {}));
    QVERIFY(verifyDetached(readAll(data + u"Release"_s), readAll(data + u"Release.gpg"_s), inlineKey, u"r"_s, {}));

    QByteArray changed = signedText;
    changed.replace("Origin: Example", "Origin: Exampel");
    const auto bad = verifyInline(changed, source, u"r"_s, {});
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::Integrity);

    Source other;
    other.signedBy = {(data + u"other.asc"_s).toStdString()};
    QCOMPARE(verifyInline(signedText, other, u"r"_s, {}).error().code, ErrorCode::Integrity);
    Source pinned = source;
    pinned.fingerprints = {std::string(40, 'A')};
    QCOMPARE(verifyInline(signedText, pinned, u"r"_s, {}).error().code, ErrorCode::Integrity);
    pinned.fingerprints = good->fingerprints;
    QVERIFY(verifyInline(signedText, pinned, u"r"_s, {}));
    QCOMPARE(verifyInline(signedText, Source(), u"r"_s, {}).error().code, ErrorCode::Integrity);
    // Text outside of the signature is never taken.
    const auto prefixed = verifyInline("SHA256:\n evil\n" + signedText, source, u"r"_s, {});
    QVERIFY(!prefixed || !prefixed->text.contains("evil"));
}

void TestRepository::compressedFilesAreBounded()
{
    const QByteArray zeros = readAll(QStringLiteral(DOSIRAK_TEST_DATA) + u"/debian/zeros.xz"_s); // a million zeros
    QVERIFY(!zeros.isEmpty());
    const auto all = decompress(zeros, Compression::Xz, 1'000'000);
    QVERIFY(all);
    QCOMPARE(all->size(), 1'000'000);
    QCOMPARE(decompress(zeros, Compression::Xz, 999'999).error().code, ErrorCode::Invalid);
    QVERIFY(!decompress(zeros.left(zeros.size() / 2), Compression::Xz, 1'000'000) || decompress(zeros.left(zeros.size() / 2), Compression::Xz, 1'000'000)->size() < 1'000'000);
    QVERIFY(!decompress("no archive at all, and longer than a header would be, so that it counts", Compression::Xz, 1000));
}

void TestRepository::debsAreRead_data()
{
    QTest::addColumn<QString>("compression");
    QTest::newRow("xz, as Debian packs") << u"xz"_s;
    QTest::newRow("zstd, as Ubuntu packs") << u"zstd"_s;
    QTest::newRow("gzip") << u"gzip"_s;
    QTest::newRow("not packed") << u"none"_s;
}

void TestRepository::debsAreRead()
{
    QFETCH(QString, compression);
    const QTemporaryDir folder;
    makeDeb(folder.path(), u"box"_s, "Depends: lid (>= 2)\n", compression);
    const auto control = readDebControl(folder.filePath(u"box.deb"_s));
    QVERIFY2(control, qPrintable(control ? QString() : control.error().text()));
    QVERIFY(control->find("Package: box") != std::string::npos);
    QVERIFY(control->find("Depends: lid (>= 2)") != std::string::npos);
}

void TestRepository::brokenDebsAreRefused()
{
    const QTemporaryDir folder;
    makeDeb(folder.path(), u"box"_s, {}, u"xz"_s);
    const QByteArray whole = readAll(folder.filePath(u"box.deb"_s));
    for (const qsizetype size : {qsizetype(0), qsizetype(8), qsizetype(100), whole.size() / 3}) {
        writeAll(folder.filePath(u"cut.deb"_s), whole.left(size));
        QVERIFY2(!readDebControl(folder.filePath(u"cut.deb"_s)), qPrintable(QString::number(size)));
    }
    QCOMPARE(readDebControl(folder.filePath(u"none.deb"_s)).error().code, ErrorCode::NotFound);
}

/// What the whole room is for: debs → index → resolved again, by file names and hashes that are there.
void TestRepository::localIndexInstalls()
{
    const QTemporaryDir folder;
    makeDeb(folder.path(), u"box"_s, "Depends: lid\n", u"xz"_s);
    makeDeb(folder.path(), u"lid"_s, {}, u"gzip"_s);
    auto entries = scanDebs(folder.path());
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t(2));
    QVERIFY(writeRepoIndex(folder.path(), *entries));
    const QByteArray packages = readAll(folder.filePath(u"Packages"_s));
    std::reverse(entries->begin(), entries->end());
    QCOMPARE(*packagesText(*entries), packages);
    QVERIFY(packages.contains("Filename: ./box.deb\n"));

    DebRequest request;
    Source source;
    source.uris = {QUrl::fromLocalFile(folder.path()).toEncoded().toStdString()};
    source.suites = {"./"};
    source.trusted = true;
    request.sources = {source};
    request.packages = {"box"};
    FileFetcher fetcher;
    const auto resolution = resolveDebs(request, fetcher, {}, {});
    QVERIFY2(resolution, qPrintable(resolution ? QString() : resolution.error().text()));
    QCOMPARE(resolution->packages.size(), std::size_t(2));
    const QString path = QUrl(QString::fromStdString(resolution->packages[0].url)).toLocalFile();
    QCOMPARE(Sha256::of(readAll(path)).toStdString(), resolution->packages[0].sha256);

    DebRequest local;
    local.packages = {folder.filePath(u"box.deb"_s).toStdString()};
    local.localDebs = {folder.filePath(u"lid.deb"_s).toStdString()};
    const auto direct = resolveDebs(local, fetcher, {}, {});
    QVERIFY2(direct, qPrintable(direct ? QString() : direct.error().text()));
    QCOMPARE(direct->packages.size(), std::size_t(2));
    QVERIFY(direct->packages[0].direct);

    entries->front().fileName = "../box.deb";
    QCOMPARE(packagesText(*entries).error().code, ErrorCode::Invalid);
}

void TestRepository::localRepositoryIsUnpacked()
{
    const QTemporaryDir folder;
    makeDeb(folder.path(), u"carrier"_s, {}, u"xz"_s,
            {{u"var/carrier-local-repo/Packages"_s, "Package: inner\n"}, {u"var/carrier-local-repo/inner.deb"_s, QByteArray(5000, 'x')}});
    const QString deb = folder.filePath(u"carrier.deb"_s);
    const auto inner = localRepoFolder(deb);
    QVERIFY(inner);
    QCOMPARE(*inner, u"var/carrier-local-repo"_s);
    const auto names = unpackLocalRepo(deb, folder.filePath(u"out"_s), 1 << 20);
    QVERIFY2(names, qPrintable(names ? QString() : names.error().text()));
    QCOMPARE(*names, QStringList({u"Packages"_s, u"inner.deb"_s}));
    QCOMPARE(readAll(folder.filePath(u"out/inner.deb"_s)).size(), 5000);
    QCOMPARE(unpackLocalRepo(deb, folder.filePath(u"small"_s), 1000).error().code, ErrorCode::Invalid);
    makeDeb(folder.path(), u"plain"_s, {}, u"xz"_s);
    QCOMPARE(unpackLocalRepo(folder.filePath(u"plain.deb"_s), folder.filePath(u"no"_s), 1000).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestRepository)
#include "test_repository.moc"
