// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/store.h"
#include "support/loopback_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <thread>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsKeptOnceAndLinkedManyTimes();
    void whatIsHereIsNotFetchedAgain();
    void manyAtOnceFetchOneFileOnce();
    void addingChecksTheDigest();
    void linkingReplacesAsAWhole();
    void verifyFindsDamage();
    void gcKeepsWhatIsInUse();
    void aStoreThatCannotBeWrittenIsTold();
};

void TestStore::aFileIsKeptOnceAndLinkedManyTimes()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"store"_s));
    const auto added = store.add(written(folder.filePath(u"f"_s), "content")).value();
    QCOMPARE(added.sha256, Sha256::of("content"));
    QVERIFY(store.contains(added.sha256, 7));
    QVERIFY(!store.contains(added.sha256, 8));
    for (const QString &name : {u"a/x.whl"_s, u"b/x.whl"_s}) {
        const auto kind = store.linkInto(added.sha256, folder.filePath(name));
        QVERIFY2(kind, qPrintable(kind ? QString() : kind.error().text()));
        QVERIFY(*kind == LinkKind::Reflink || *kind == LinkKind::HardLink);
        QCOMPARE(readAll(folder.filePath(name)), QByteArray("content"));
    }
    const auto info = store.info().value();
    QCOMPARE(info.files, 1);
    QCOMPARE(info.bytes, 7);
    QVERIFY(info.freeBytes > 0);
    QCOMPARE(QDir(folder.filePath(u"store/incoming"_s)).entryList(QDir::Files).size(), 0);
}

void TestStore::whatIsHereIsNotFetchedAgain()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/f", Answer::text("content", "application/zip"));
    Store store(folder.path());
    HttpClient client((NetworkSettings()));
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    QCOMPARE(store.fetch(client, request).value().sha256, Sha256::of("content")); // its digest was not known before
    request.sha256 = Sha256::of("content");
    QCOMPARE(store.fetch(client, request).value().resumedAt, 7);
    QCOMPARE(server.requests().size(), 1);
}

void TestStore::manyAtOnceFetchOneFileOnce()
{
    QTemporaryDir folder;
    LoopbackServer server;
    Answer slow = Answer::text(QByteArray(200'000, 'x'), "application/zip");
    slow.bytesPerTick = 10'000;
    server.route("/f", slow);
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            Store store(folder.path()); // as if each were a process: the lock is on the open file
            HttpClient client((NetworkSettings()));
            TransferRequest request;
            request.urls = {server.url(u"/f"_s)};
            request.sha256 = Sha256::of(QByteArray(200'000, 'x'));
            good += store.fetch(client, request) && store.contains(request.sha256, 200'000);
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 6);
    QCOMPARE(server.requests().size(), 1);
}

void TestStore::addingChecksTheDigest()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"store"_s));
    const QString file = written(folder.filePath(u"f"_s), "content");
    QCOMPARE(codeName(store.add(file, Sha256::of("other")).error().code), u"integrity"_s);
    QCOMPARE(store.info()->files, 0);
    QCOMPARE(codeName(store.add(folder.filePath(u"none"_s)).error().code), u"not-found"_s);
    QCOMPARE(QDir(folder.filePath(u"store/incoming"_s)).entryList(QDir::Files).size(), 0);
}

void TestStore::linkingReplacesAsAWhole()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"store"_s));
    const QByteArray digest = store.add(written(folder.filePath(u"f"_s), "content"))->sha256;
    const QString target = written(folder.filePath(u"x"_s), "old");
    QVERIFY(store.linkInto(digest, target));
    QCOMPARE(readAll(target), QByteArray("content"));
    const auto again = store.linkInto(digest, target);
    QVERIFY(*again == LinkKind::AlreadyThere || *again == LinkKind::Reflink);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({u"f"_s, u"x"_s}));
    QCOMPARE(codeName(store.linkInto(Sha256::of("none"), target).error().code), u"not-found"_s);
    QCOMPARE(readAll(target), QByteArray("content"));
    // Another file system: a copy.
    QTemporaryDir elsewhere(u"/dev/shm/dosirak-XXXXXX"_s);
    QVERIFY(elsewhere.isValid());
    const auto kind = store.linkInto(digest, elsewhere.filePath(u"x"_s));
    QVERIFY2(kind, qPrintable(kind ? QString() : kind.error().text()));
    struct stat here = {};
    struct stat there = {};
    QVERIFY(::stat(qPrintable(folder.path()), &here) == 0 && ::stat(qPrintable(elsewhere.path()), &there) == 0);
    if (here.st_dev != there.st_dev)
        QCOMPARE(*kind, LinkKind::Copy);
    QCOMPARE(readAll(elsewhere.filePath(u"x"_s)), QByteArray("content"));
}

void TestStore::verifyFindsDamage()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"store"_s));
    const QByteArray good = store.add(written(folder.filePath(u"f"_s), "content"))->sha256;
    const QByteArray bad = store.add(written(folder.filePath(u"f"_s), "another"))->sha256;
    QVERIFY(QFile::setPermissions(store.pathOf(bad), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(!written(store.pathOf(bad), "damaged").isEmpty());
    const auto check = store.verify().value();
    QCOMPARE(check.good, 1);
    QCOMPARE(check.faults.size(), 1);
    QCOMPARE(check.faults.first().sha256, bad);
    QVERIFY(!store.contains(bad)); // nobody is given it any more
    QVERIFY(store.contains(good));
}

void TestStore::gcKeepsWhatIsInUse()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"store"_s));
    QList<QByteArray> digests;
    for (int i = 0; i < 4; ++i)
        digests += store.add(written(folder.filePath(u"f"_s), QByteArray(1000, char('a' + i))))->sha256;
    GcRequest request;
    request.inUse = {digests[0]};
    request.budget = 2000;
    QCOMPARE(store.gc(request)->removedFiles, 0); // all too young
    request.youngest = -10s;
    request.dryRun = true;
    QCOMPARE(store.gc(request)->removedFiles, 2);
    QCOMPARE(store.info()->files, 4);
    request.dryRun = false;
    const auto outcome = store.gc(request).value();
    QCOMPARE(outcome.removedBytes, 2000);
    QCOMPARE(outcome.keptBytes, 2000);
    QVERIFY(store.contains(digests[0]));
    request.budget = 0;
    QCOMPARE(store.gc(request)->keptBytes, 1000);
    QVERIFY(store.contains(digests[0]));
}

void TestStore::aStoreThatCannotBeWrittenIsTold()
{
    // A file where the folder should be fails for root as well, whom permissions do not stop.
    QTemporaryDir folder;
    const QString place = written(folder.filePath(u"store"_s), "in the way");
    LoopbackServer server;
    server.route("/f", Answer::text("content", "application/zip"));
    HttpClient client((NetworkSettings()));
    TransferRequest request;
    request.urls = {server.url(u"/f"_s)};
    const auto outcome = Store(place).fetch(client, request);
    QVERIFY(!outcome);
    QCOMPARE(codeName(outcome.error().code), u"io"_s);
    QVERIFY2(outcome.error().what.contains(place), qPrintable(outcome.error().text()));
    QCOMPARE(server.requests().size(), 0);
    // And /proc, which is read-only for everybody.
    QVERIFY(!Store(u"/proc/dosirak"_s).fetch(client, request));
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
