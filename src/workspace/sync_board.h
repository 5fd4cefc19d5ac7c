// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/verbs.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>
#include <QSet>

namespace dosirak::workspace {

/// The state of every transfer of one sync, as tables show it: workers write to it, a sink gets what changed at most ten
/// times a second. Thread: any.
class SyncBoard
{
public:
    explicit SyncBoard(TransferSink sink) : m_sink(std::move(sink)) {}

    void add(const TransferRow &row);
    void setState(const QString &id, TransferRow::State state, const QString &message = {});
    void addBytes(const QString &id, qint64 bytes);
    /// Sends what changed; @p now: without waiting for its turn.
    void flush(bool now);

    [[nodiscard]] QList<TransferRow> rows(TransferRow::State state) const;

private:
    struct Speed {
        qint64 sinceBytes = 0;
        qint64 sinceMs = 0;
    };
    [[nodiscard]] TransferTotals totals();

    mutable QMutex m_mutex;
    TransferSink m_sink;
    QHash<QString, TransferRow> m_rows;
    QSet<QString> m_changed;
    QElapsedTimer m_clock;
    qint64 m_lastFlush = 0;
    Speed m_speed;
    qint64 m_fetched = 0;
    double m_bytesPerSecond = 0;
};

} // namespace dosirak::workspace
