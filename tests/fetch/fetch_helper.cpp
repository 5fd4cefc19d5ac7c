// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches URL SHA256 SIZE triples into the store at the first argument and ends; says on its standard error what failed.
// It is a process of its own so that it can be killed, or have a disk or a clock of its own.
#include "fetch/queue.h"

#include <QCoreApplication>
#include <cstdio>

using namespace dosirak::fetch;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    HttpClient client((NetworkSettings()));
    Store store(arguments.value(1));
    QList<QueueItem> items;
    for (qsizetype i = 2; i + 2 < arguments.size(); i += 3) {
        QueueItem item;
        item.id = QString::number(i);
        item.urls = {QUrl(arguments[i])};
        item.sha256 = arguments[i + 1].toLatin1();
        item.size = arguments[i + 2].toLongLong();
        items += item;
    }
    QueueOptions options;
    options.most = 4;
    options.reserve = 0;
    options.flushAtEnd = false;
    const auto summary = runQueue(client, store, items, options);
    if (!summary) {
        std::fprintf(stderr, "%s\n", qPrintable(summary.error().text()));
        return 2;
    }
    for (const ItemStatus &item : summary->items)
        if (item.error)
            std::fprintf(stderr, "%s\n", qPrintable(item.error->text()));
    return summary->failed == 0 ? 0 : 1;
}
