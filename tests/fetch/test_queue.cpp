// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/queue.h"
#include "support/loopback_server.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <mutex>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NetworkSettings quick()
{
    NetworkSettings settings;
    settings.retryPause = 2ms;
    settings.retries = 1;
    settings.idleTimeout = 10s;
    return settings;
}

/// The file that the server has at /NAME.
QByteArray contentOf(const QByteArray &name)
{
    return name + QByteArray(2000, 'x');
}

QueueItem itemFor(const LoopbackServer &server, const QString &name)
{
    QueueItem item;
    item.id = name;
    item.name = name;
    item.urls = {server.url(u'/' + name)};
    item.sha256 = Sha256::of(contentOf(name.toLatin1()));
    item.size = contentOf(name.toLatin1()).size();
    return item;
}

void serveAll(LoopbackServer &server)
{
    server.routeRest([](const ServedRequest &request) {
        return Answer::text(contentOf(request.path.mid(1)), "application/zip");
    });
}

Answer slowFile(const QByteArray &name)
{
    Answer slow = Answer::text(contentOf(name), "application/zip");
    slow.bytesPerTick = 100; // about 100 ms
    return slow;
}

ItemStatus statusOf(const DownloadQueue &queue, const QString &id)
{
    for (const ItemStatus &status : queue.statuses())
        if (status.id == id)
            return status;
    return {};
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thousandsOfSmallFilesArrive();
    void anErrorDoesNotStopTheOthers();
    void runningAgainFetchesNothing();
    void importantOnesComeFirst();
    void pausingAndResuming();
    void theQueueSurvivesARestart();
    void aStateFileThatCannotBeReadIsSetAside();
    void aLackOfSpaceIsToldBeforeTheFirstByte();
    void aDiskThatFillsUpPausesTheQueue();
    void batchesComeAtMostTenTimesASecond();
    void removingAndRetrying();
    void secretsAreNotKept();
    void stoppingARun();
};

void TestQueue::thousandsOfSmallFilesArrive()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    QList<QueueItem> items;
    for (int i = 0; i < 5000; ++i)
        items += itemFor(server, u"file-%1"_s.arg(i));
    QueueOptions options;
    options.flushAtEnd = false;
    qint64 lastDone = 0;
    qint64 total = 0;
    const auto summary = runQueue(client, store, items, options, {}, [&](const Progress &progress) {
        lastDone = progress.done;
        total = progress.total;
    });
    QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().text()));
    QCOMPARE(summary->fetched, 5000);
    QCOMPARE(summary->failed, 0);
    for (const QueueItem &item : items)
        QVERIFY(store.contains(item.sha256, item.size));
    QCOMPARE(lastDone, total);
    QCOMPARE(summary->bytes, total);
    QCOMPARE(server.requests().size(), 5000);
    QVERIFY2(server.connections() < 200, qPrintable(u"%1 connections: they were not kept alive"_s.arg(server.connections())));
}

void TestQueue::anErrorDoesNotStopTheOthers()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    server.route("/b", Answer::error(404));
    server.route("/c", Answer::text("<html>log in</html>", "text/html"));
    HttpClient client(quick());
    Store store(folder.path());
    const auto summary = runQueue(client, store, {itemFor(server, u"a"_s), itemFor(server, u"b"_s), itemFor(server, u"c"_s),
                                                  itemFor(server, u"d"_s)}).value();
    QCOMPARE(summary.fetched, 2);
    QCOMPARE(summary.failed, 2);
    QCOMPARE(summary.items[1].state, ItemState::Failed);
    QVERIFY(summary.items[1].error->what.contains(u"does not have"_s));
    QVERIFY(summary.items[2].error->what.contains(u"login page"_s));
    QCOMPARE(summary.items[3].state, ItemState::Done);
}

void TestQueue::runningAgainFetchesNothing()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    const QList<QueueItem> items = {itemFor(server, u"a"_s), itemFor(server, u"b"_s)};
    QVERIFY(runQueue(client, store, items));
    const auto again = runQueue(client, store, items).value();
    QCOMPARE(again.fromStore, 2);
    QCOMPARE(again.bytes, 0);
    QCOMPARE(server.requests().size(), 2);
}

void TestQueue::importantOnesComeFirst()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    QueueOptions options;
    options.most = 1;
    DownloadQueue queue(client, store, options);
    queue.pauseAll();
    QList<QueueItem> items;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        items += itemFor(server, name);
    items[2].priority = 5;
    queue.add(items);
    queue.moveToFront({u"d"_s});
    queue.setPriority({u"b"_s}, 1);
    QVERIFY(queue.waitUntilIdle());
    QCOMPARE(server.requests().size(), 0);
    queue.resumeAll();
    QTRY_COMPARE(queue.totals().finished, 4);
    QByteArray order;
    for (const ServedRequest &request : server.requests())
        order += request.path.mid(1);
    QCOMPARE(order, QByteArray("dcba"));
}

void TestQueue::pausingAndResuming()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/a", slowFile("a"));
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    DownloadQueue queue(client, store);
    queue.add({itemFor(server, u"a"_s)});
    QTRY_VERIFY(statusOf(queue, u"a"_s).done > 300);
    queue.pause({u"a"_s});
    QTRY_COMPARE(statusOf(queue, u"a"_s).state, ItemState::Paused);
    QVERIFY(queue.waitUntilIdle());
    queue.add({itemFor(server, u"b"_s)}); // the others go on
    QTRY_COMPARE(statusOf(queue, u"b"_s).state, ItemState::Done);
    QCOMPARE(statusOf(queue, u"a"_s).state, ItemState::Paused);
    queue.resume({u"a"_s});
    QTRY_COMPARE(statusOf(queue, u"a"_s).state, ItemState::Done);
    QVERIFY2(server.requests().last().header("range").startsWith("bytes="), "it was begun anew");
}

void TestQueue::theQueueSurvivesARestart()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    server.route("/slow", slowFile("slow"));
    server.route("/bad", Answer::error(404));
    HttpClient client(quick());
    Store store(folder.path());
    QueueOptions options;
    options.stateFile = folder.filePath(u"queue.json"_s);
    options.most = 2;
    {
        DownloadQueue queue(client, store, options);
        QueueItem later = itemFor(server, u"later"_s);
        later.priority = -1;
        later.kind = ItemKind::Wheel;
        later.reason = u"torch → later"_s;
        queue.add({itemFor(server, u"done"_s), itemFor(server, u"bad"_s), itemFor(server, u"slow"_s), later});
        queue.pause({u"later"_s});
        QTRY_VERIFY(statusOf(queue, u"slow"_s).done > 300 && queue.totals().failed == 1 && queue.totals().finished == 1);
    }
    DownloadQueue queue(client, store, options);
    QCOMPARE(queue.items().size(), 3); // what is done is not kept
    QCOMPARE(statusOf(queue, u"bad"_s).state, ItemState::Failed);
    QCOMPARE(statusOf(queue, u"later"_s).state, ItemState::Paused);
    QCOMPARE(queue.items().last().reason, u"torch → later"_s);
    QCOMPARE(queue.items().last().kind, ItemKind::Wheel);
    QTRY_COMPARE(statusOf(queue, u"slow"_s).state, ItemState::Done);
    QCOMPARE(server.count("/slow"), 2);
    QVERIFY(server.requests().last().header("range").startsWith("bytes="));
}

void TestQueue::aStateFileThatCannotBeReadIsSetAside()
{
    QTemporaryDir folder;
    QueueOptions options;
    options.stateFile = folder.filePath(u"queue.json"_s);
    QFile file(options.stateFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ nonsense") > 0);
    file.close();
    HttpClient client(quick());
    Store store(folder.path());
    DownloadQueue queue(client, store, options);
    QCOMPARE(queue.items().size(), 0);
    QVERIFY(QFile::exists(options.stateFile + u".unreadable"_s));
}

void TestQueue::aLackOfSpaceIsToldBeforeTheFirstByte()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    QueueOptions options;
    options.reserve = 1000;
    options.freeSpace = [] { return 4000; };
    const auto summary = runQueue(client, store, {itemFor(server, u"a"_s), itemFor(server, u"b"_s)}, options);
    QVERIFY(!summary);
    QCOMPARE(codeName(summary.error().code), u"disk-full"_s);
    QCOMPARE(server.requests().size(), 0);
    options.reserve = 0;
    options.freeSpace = [] { return 4002; };
    QVERIFY(runQueue(client, store, {itemFor(server, u"a"_s), itemFor(server, u"b"_s)}, options));
}

void TestQueue::aDiskThatFillsUpPausesTheQueue()
{
    QTemporaryDir folder;
    LoopbackServer server;
    serveAll(server);
    HttpClient client(quick());
    Store store(folder.path());
    QueueOptions options;
    options.reserve = 0;
    options.most = 1;
    std::atomic<qint64> free = 2500; // room for one
    options.freeSpace = [&] { return server.requests().isEmpty() ? free.load() : free.load() - 2001; };
    DownloadQueue queue(client, store, options);
    queue.add({itemFor(server, u"a"_s), itemFor(server, u"b"_s), itemFor(server, u"c"_s)});
    QTRY_VERIFY(queue.isPaused());
    QVERIFY(queue.waitUntilIdle());
    QCOMPARE(queue.totals().finished, 1);
    QCOMPARE(queue.totals().failed, 1);
    QCOMPARE(queue.totals().waiting, 1);
    QCOMPARE(statusOf(queue, u"b"_s).error->code, ErrorCode::DiskFull);
    free = 1 << 20;
    queue.retryFailed();
    QTRY_COMPARE(queue.totals().finished, 3);
}

void TestQueue::batchesComeAtMostTenTimesASecond()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.routeRest([](const ServedRequest &request) { return slowFile(request.path.mid(1)); });
    HttpClient client(quick());
    Store store(folder.path());
    QList<QueueItem> items;
    for (int i = 0; i < 60; ++i)
        items += itemFor(server, u"file-%1"_s.arg(i));
    int batches = 0;
    QSet<QString> done;
    bool idleAtEnd = false;
    bool speedSeen = false;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(runQueue(client, store, items, {}, {}, {}, [&](const QueueBatch &batch) {
        ++batches;
        idleAtEnd = batch.idle;
        speedSeen = speedSeen || (batch.totals.speed > 0 && batch.totals.left);
        for (const ItemStatus &status : batch.changed)
            if (status.state == ItemState::Done)
                done.insert(status.id);
    }));
    QCOMPARE(done.size(), 60);
    QVERIFY(idleAtEnd);
    QVERIFY(speedSeen);
    QVERIFY2(batches <= timer.elapsed() / 100 + 3, qPrintable(QString::number(batches)));
}

void TestQueue::removingAndRetrying()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/slow", slowFile("slow"));
    server.route("/bad", [](const ServedRequest &request) {
        return request.number == 0 ? Answer::error(404) : Answer::text(contentOf("bad"), "application/zip");
    });
    HttpClient client(quick());
    Store store(folder.path());
    DownloadQueue queue(client, store);
    queue.add({itemFor(server, u"slow"_s), itemFor(server, u"bad"_s)});
    QTRY_VERIFY(statusOf(queue, u"slow"_s).done > 0 && queue.totals().failed == 1);
    queue.remove({u"slow"_s});
    QTRY_COMPARE(queue.items().size(), 1);
    queue.retry({u"bad"_s});
    QTRY_COMPARE(queue.totals().finished, 1);
    QVERIFY(!statusOf(queue, u"bad"_s).error);
    queue.clearFinished();
    QCOMPARE(queue.items().size(), 0);
}

void TestQueue::secretsAreNotKept()
{
    QTemporaryDir folder;
    HttpClient client(quick());
    Store store(folder.path());
    QueueOptions options;
    options.stateFile = folder.filePath(u"queue.json"_s);
    {
        DownloadQueue queue(client, store, options);
        queue.pauseAll();
        QueueItem item;
        item.id = u"x"_s;
        item.urls = {QUrl(u"https://me:s3cret@files.test/x.whl"_s)};
        item.headers = {{"Authorization", "Bearer s3cret"}};
        queue.add({item});
    }
    QFile file(options.stateFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("files.test"));
    QVERIFY(!text.contains("s3cret"));
}

void TestQueue::stoppingARun()
{
    QTemporaryDir folder;
    LoopbackServer server;
    server.route("/slow", slowFile("slow"));
    HttpClient client(quick());
    Store store(folder.path());
    std::stop_source stop;
    const auto summary = runQueue(client, store, {itemFor(server, u"slow"_s)}, {}, stop.get_token(), {},
                                  [&](const QueueBatch &batch) {
                                      if (batch.totals.running > 0)
                                          stop.request_stop();
                                  });
    QVERIFY(!summary);
    QCOMPARE(codeName(summary.error().code), u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestQueue)
#include "test_queue.moc"
