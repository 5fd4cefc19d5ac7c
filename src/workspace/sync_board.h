// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/verbs.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>
#include <QSet>

namespace dosirak::workspace {

/// The state of every transfer of one sync, as tables show it: workers write to it, a sink gets what changed at most ten
/// times a second, one call at a time. Thread: any.
class SyncBoard
{
public:
    explicit SyncBoard(TransferSink sink) : m_sink(std::move(sink)) {}

    void add(const TransferRow &row);
    void replace(const TransferRow &row); ///< one that was added
    void setState(const QString &id, TransferRow::State state, const QString &message = {});
    /// @p size: -1: not known yet. @p bytesPerSecond: of this file.
    void setProgress(const QString &id, TransferRow::State state, qint64 received, qint64 size, qint64 bytesPerSecond);
    void setSpeed(qint64 bytesPerSecond); ///< of all together
    /// Sends what changed; @p now: without waiting for its turn.
    void flush(bool now);

    [[nodiscard]] TransferRow row(const QString &id) const;
    [[nodiscard]] QList<TransferRow> rows(TransferRow::State state) const;

private:
    void count(const TransferRow &row, int sign);
    template<class Change>
    void change(const QString &id, Change &&change);

    mutable QMutex m_mutex;
    QMutex m_sinkMutex;          ///< held while the sink is called, never together with a wait for m_mutex's holders
    TransferSink m_sink;
    QHash<QString, TransferRow> m_rows;
    QSet<QString> m_changed;
    TransferTotals m_totals;
    qint64 m_bytesLeft = 0;      ///< of what runs or waits
    int m_sizesUnknown = 0;      ///< of what runs or waits
    QElapsedTimer m_lastFlush;
};

} // namespace dosirak::workspace
