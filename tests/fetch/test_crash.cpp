// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/store.h"
#include "support/loopback_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace dosirak::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 afterTheKill = 3 * 300'000; // what the server still wrote to the connections of the dead, counted into the next run

qint64 bytesOnDisk(const Store &store, const QList<QByteArray> &digests, const QString &incoming)
{
    qint64 bytes = 0;
    for (const QByteArray &digest : digests)
        if (store.contains(digest))
            bytes += QFileInfo(store.pathOf(digest)).size();
    for (const QFileInfo &part : QDir(incoming).entryInfoList({u"*.part"_s}, QDir::Files))
        bytes += part.size();
    return bytes;
}

} // namespace

/// A program that downloads is killed a hundred times at random moments: nothing may be lost, nothing half may be taken
/// for whole, and what was whole may not be asked for again.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAHundredTimes();
};

void TestCrash::killedAHundredTimes()
{
    QTemporaryDir folder;
    LoopbackServer server;
    Store store(folder.path());
    const QString helper = QCoreApplication::applicationDirPath() + u"/fetch_helper"_s;
    std::mt19937 random(20260101); // the same moments in each run, as far as the machine allows
    int kills = 0;
    int round = 0;
    for (; kills < 100; ++round) {
        // A file of its own for each round, so that there is always something to be killed in.
        QStringList arguments = {folder.path()};
        QList<QByteArray> digests;
        QList<QByteArray> paths;
        qint64 bytes = 0;
        for (const qsizetype size : {4'000'000, 1'500'000, 30'000}) {
            QByteArray body(size, Qt::Uninitialized);
            for (char &byte : body)
                byte = char(random());
            const QByteArray path = "/" + QByteArray::number(round) + "-" + QByteArray::number(size);
            Answer answer = Answer::text(body, "application/zip");
            answer.etag = "\"" + path + "\"";
            answer.bytesPerTick = 150'000; // about 130 ms for the largest
            server.route(path, answer);
            digests += Sha256::of(body);
            paths += path;
            bytes += size;
            arguments += {server.url(QString::fromLatin1(path)).toString(), QString::fromLatin1(digests.last()), QString::number(size)};
        }
        for (;;) {
            const qint64 left = bytes - bytesOnDisk(store, digests, folder.filePath(u"incoming"_s));
            const qint64 sentBefore = server.bytesSent();
            QList<int> askedForWhole;
            for (qsizetype i = 0; i < paths.size(); ++i)
                askedForWhole += store.contains(digests[i]) ? server.count(paths[i]) : -1;
            QProcess process;
            process.start(helper, arguments);
            QVERIFY(process.waitForStarted());
            // Most moments lie in the middle of the transfers, some in the start-up and some after the end.
            const bool ended = process.waitForFinished(int(20 + random() % 160));
            if (!ended) {
                process.kill();
                QVERIFY(process.waitForFinished());
                ++kills;
            }
            // What is on disk is not asked for again.
            QVERIFY2(server.bytesSent() - sentBefore <= left + afterTheKill, qPrintable(u"%1 of %2"_s.arg(server.bytesSent() - sentBefore).arg(left)));
            if (ended) {
                QCOMPARE(process.exitCode(), 0);
                break;
            }
            for (qsizetype i = 0; i < paths.size(); ++i)
                if (askedForWhole[i] >= 0)
                    QCOMPARE(server.count(paths[i]), askedForWhole[i]);
            for (const QByteArray &digest : digests)
                if (store.contains(digest)) // under its name only when whole
                    QCOMPARE(sha256OfFile(store.pathOf(digest)).value(), digest);
        }
        for (const QByteArray &digest : digests)
            QVERIFY(store.contains(digest));
    }
    QCOMPARE(store.verify()->faults.size(), 0);
    QCOMPARE(QDir(folder.filePath(u"incoming"_s)).entryList(QDir::Files).size(), 0);
    qInfo("%d kills in %d rounds", kills, round);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
