// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"

#include <QDateTime>
#include <QMutex>

namespace dosirak::fetch {

/// Answers of HTTP servers on disk, one file each, written whole or not at all.
///
/// A file is one line of JSON (address, validators, times, SHA-256 of the body) and the body. Whatever does not hold
/// together is treated as absent. Several processes may use one folder. Thread: any.
class HttpCache
{
public:
    /// An empty @p folder makes a cache that keeps nothing.
    HttpCache(QString folder, qint64 budget);

    struct Entry {
        HttpReply reply;
        QDateTime storedAt;        ///< UTC, last time the server confirmed it
        qint64 maxAge = 0;         ///< seconds the server allowed; 0: ask again
    };

    /// The name of an answer: what was asked, of whom, and as who.
    [[nodiscard]] static QByteArray keyOf(const HttpRequest &request, const QByteArray &user);

    [[nodiscard]] std::optional<Entry> find(const QByteArray &key) const;
    /// Keeps an answer unless its Cache-Control says no-store. Failing to is not an error: it is only a cache.
    void store(const QByteArray &key, const HttpReply &reply);
    /// The server said 304: what is there counts as new.
    void confirm(const QByteArray &key, const Entry &entry, const HttpHeaders &headers);

    /// Whether an entry may be used without asking. @p now is UTC; an entry from the future is not fresh.
    [[nodiscard]] static bool isFresh(const Entry &entry, const CachePolicy &policy, const QDateTime &now);

private:
    [[nodiscard]] QString pathOf(const QByteArray &key) const;
    void write(const QByteArray &key, const Entry &entry);
    void makeRoom(qint64 added);

    QString m_folder;
    qint64 m_budget;
    QMutex m_mutex;
    qint64 m_size = -1; ///< bytes in the folder, counted once and then kept up to date roughly
};

} // namespace dosirak::fetch
