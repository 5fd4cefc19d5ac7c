// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches what standard input lists ("URL SHA256 SIZE NAME", one a line; SHA256 "-" and SIZE -1: not known) into a store
// and links it into a folder, as sync does. Or verifies such a folder. Prints one line of JSON.
//
//     bench_fetch STORE FOLDER < list            bench_fetch --verify FOLDER < list
#include "fetch/queue.h"
#include "fetch/verify.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>
#include <cstdio>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace Qt::StringLiterals;

namespace {

QList<QueueItem> readList()
{
    QList<QueueItem> items;
    QTextStream in(stdin);
    for (QString line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        const QStringList words = line.split(u' ');
        QueueItem item;
        item.urls = {QUrl(words.value(0))};
        item.sha256 = words.value(1) == u"-"_s ? QByteArray() : words.value(1).toLatin1();
        item.size = words.value(2).toLongLong();
        item.id = item.name = words.value(3);
        items += item;
    }
    return items;
}

/// Not getrusage()'s ru_maxrss, which begins with the size of the process that started this one.
long peakMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLong() / 1024;
    return -1;
}

int print(bool good, qint64 milliseconds, const char *what, const QString &why = {})
{
    std::printf("{\"good\": %s, \"what\": \"%s\", \"ms\": %lld, \"peakMiB\": %ld}\n", good ? "true" : "false", what,
                static_cast<long long>(milliseconds), peakMiB());
    if (!why.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(why));
    return good ? 0 : 1;
}

int verify(const QString &folder, const QList<QueueItem> &items)
{
    QList<ExpectedFile> expected;
    for (const QueueItem &item : items)
        expected += {item.name, item.size, item.sha256};
    QElapsedTimer timer;
    timer.start();
    const auto report = verifyFiles(folder, expected, true);
    return print(report && report->isGood(), timer.elapsed(), "verify");
}

int fetchAll(const QString &folder, const QString &target, const QList<QueueItem> &items)
{
    QElapsedTimer timer;
    timer.start();
    HttpClient client((NetworkSettings()));
    Store store(folder);
    QueueOptions options;
    options.flushAtEnd = false; // the programs it is compared with do not flush either
    const auto summary = runQueue(client, store, items, options);
    if (!summary)
        return print(false, timer.elapsed(), "fetch", summary.error().text());
    for (const ItemStatus &status : summary->items) {
        if (status.error)
            return print(false, timer.elapsed(), "fetch", status.error->text());
        if (const auto linked = store.linkInto(status.sha256, target + u'/' + status.id); !linked)
            return print(false, timer.elapsed(), "fetch", linked.error().text());
    }
    return print(true, timer.elapsed(), "fetch");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QList<QueueItem> items = readList();
    if (arguments.value(1) == u"--verify"_s)
        return verify(arguments.value(2), items);
    return fetchAll(arguments.value(1), arguments.value(2), items);
}
