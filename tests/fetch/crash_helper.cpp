// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches URL SHA256 SIZE triples into the store at the first argument and ends. It is there to be killed.
#include "fetch/queue.h"

#include <QCoreApplication>

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
    options.flushAtEnd = false;
    const auto summary = runQueue(client, store, items, options);
    return summary && summary->failed == 0 ? 0 : 1;
}
