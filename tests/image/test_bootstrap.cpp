// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "image/bootstrap.h"
#include "image/inspect.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

/// mmdebstrap is replaced by a small program first in PATH, which answers as it does; the real one is used by tests/e2e.
class TestBootstrap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesAnImageOfTheTar();
    void equalBytesGiveAnEqualImage();
    void argumentsAreWhatMmdebstrapTakes();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void namesThatLookLikeOptionsAreRefused();
    void aStopLeavesNothing();

private:
    void pretend(const QByteArray &script);
    BootstrapRequest request() const;
    QTemporaryDir m_folder;
};

void TestBootstrap::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("PATH", m_folder.path().toUtf8() + ':' + qgetenv("PATH"));
}

void TestBootstrap::pretend(const QByteArray &script)
{
    const QString path = m_folder.filePath(u"mmdebstrap"_s);
    QVERIFY(writeFileAtomically(path, "#!/bin/sh\n" + script));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

BootstrapRequest TestBootstrap::request() const
{
    BootstrapRequest request;
    request.reference = u"localhost/base:1"_s;
    request.distribution = u"debian"_s;
    request.suite = u"bookworm"_s;
    request.sources = {u"deb http://mirror.invalid/debian bookworm main"_s};
    request.sourceDateEpoch = 1'700'000'000;
    return request;
}

static const QByteArray makesTar = R"(echo "I: extracting" >&2
d=$(mktemp -d); mkdir -p $d/var/lib/dpkg; printf 'Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n' > $d/var/lib/dpkg/status
touch -d @$SOURCE_DATE_EPOCH $d/var/lib/dpkg/status
tar -C $d --sort=name --mtime=@$SOURCE_DATE_EPOCH --owner=0 --group=0 -cf - .; rm -rf $d
)";

void TestBootstrap::makesAnImageOfTheTar()
{
    pretend(makesTar);
    const QTemporaryDir target;
    const auto layout = OciLayout::openOrCreate(target.path());
    QStringList lines;
    BootstrapRequest wanted = request();
    wanted.onLine = [&](const QString &line) { lines << line; };
    const auto image = bootstrapImage(*layout, wanted);
    QVERIFY2(image, qPrintable(image ? QString() : image.error().text()));
    QCOMPARE(lines, QStringList{u"I: extracting"_s});
    QVERIFY(layout->verify());
    QCOMPARE(packagesOfStatus(*dpkgStatusOf(*layout, wanted.reference)).size(), 1);
    const auto config = layout->config(*image);
    QCOMPARE(config->architecture, u"amd64"_s);
    QCOMPARE(config->created.toSecsSinceEpoch(), 1'700'000'000);
    QVERIFY(config->variable(u"PATH"_s).contains(u"/usr/bin"_s));
}

void TestBootstrap::equalBytesGiveAnEqualImage()
{
    pretend(makesTar);
    QStringList digests;
    for (int i = 0; i < 2; ++i) {
        const QTemporaryDir target;
        digests << bootstrapImage(*OciLayout::openOrCreate(target.path()), request())->descriptor.digest;
    }
    QCOMPARE(digests.first(), digests.last());
}

void TestBootstrap::argumentsAreWhatMmdebstrapTakes()
{
    BootstrapRequest wanted = request();
    wanted.include = {u"python3"_s, u"libgomp1"_s};
    wanted.keyrings = {u"/usr/share/keyrings/k.gpg"_s};
    const QStringList arguments = bootstrapArguments(wanted, {u"/tmp/0.list"_s});
    QVERIFY(arguments.contains(u"--include=python3,libgomp1"_s));
    QVERIFY(arguments.contains(u"--keyring=/usr/share/keyrings/k.gpg"_s));
    QCOMPARE(arguments.mid(arguments.size() - 3), (QStringList{u"bookworm"_s, u"-"_s, u"/tmp/0.list"_s}));
}

void TestBootstrap::failuresSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no network") << QByteArray("Err:1 http://mirror.invalid Could not resolve 'mirror.invalid'") << ErrorCode::Network;
    QTest::newRow("no key") << QByteArray("GPG error: NO_PUBKEY 123") << ErrorCode::Integrity;
    QTest::newRow("disk full") << QByteArray("tar: No space left on device") << ErrorCode::DiskFull;
    QTest::newRow("anything else") << QByteArray("E: run_chroot failed") << ErrorCode::ToolFailed;
}

void TestBootstrap::failuresSayWhatToDo()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    pretend("echo \"" + text + "\" >&2; exit 25\n");
    const QTemporaryDir target;
    const auto image = bootstrapImage(*OciLayout::openOrCreate(target.path()), request());
    QVERIFY(!image);
    QCOMPARE(image.error().code, code);
    QVERIFY(image.error().detail.contains(QString::fromUtf8(text)));
}

void TestBootstrap::namesThatLookLikeOptionsAreRefused()
{
    BootstrapRequest wanted = request();
    wanted.include = {u"--setup-hook=touch /x"_s};
    const QTemporaryDir target;
    const auto image = bootstrapImage(*OciLayout::openOrCreate(target.path()), wanted);
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::Invalid);
}

void TestBootstrap::aStopLeavesNothing()
{
    pretend("head -c 100000 /dev/zero; echo 'I: waiting' >&2; sleep 60\n");
    const QTemporaryDir target;
    const auto layout = OciLayout::openOrCreate(target.path());
    std::stop_source stop;
    BootstrapRequest wanted = request();
    wanted.onLine = [&](const QString &) { stop.request_stop(); };
    const auto image = bootstrapImage(*layout, wanted, stop.get_token());
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(layout->blobFolder()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

QTEST_GUILESS_MAIN(TestBootstrap)
#include "test_bootstrap.moc"
