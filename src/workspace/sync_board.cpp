// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sync_board.h"

#include <algorithm>

namespace dosirak::workspace {

namespace {
constexpr qint64 flushEveryMs = 100;
constexpr qint64 speedWindowMs = 500;
}

using State = TransferRow::State;

void SyncBoard::add(const TransferRow &row)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_clock.isValid())
        m_clock.start();
    m_rows.insert(row.id, row);
    m_changed.insert(row.id);
}

void SyncBoard::setState(const QString &id, State state, const QString &message)
{
    {
        const QMutexLocker lock(&m_mutex);
        TransferRow &row = m_rows[id];
        row.state = state;
        row.message = message;
        if (state == State::Done || state == State::Reused)
            row.received = std::max(row.received, row.size);
        m_changed.insert(id);
    }
    flush(false);
}

void SyncBoard::addBytes(const QString &id, qint64 bytes)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_rows[id].received += bytes;
        m_fetched += bytes;
        m_changed.insert(id);
    }
    flush(false);
}

TransferTotals SyncBoard::totals()
{
    TransferTotals totals;
    for (const TransferRow &row : m_rows) {
        ++totals.files;
        totals.bytes += std::max<qint64>(row.size, 0);
        totals.bytesDone += row.received;
        totals.filesDone += row.state == State::Done || row.state == State::Reused ? 1 : 0;
        totals.filesFailed += row.state == State::Failed ? 1 : 0;
    }
    const qint64 now = m_clock.elapsed();
    if (now - m_speed.sinceMs >= speedWindowMs) {
        const double current = double(m_fetched - m_speed.sinceBytes) * 1000 / double(now - m_speed.sinceMs);
        // Half old, half new: quick to follow and calm to read.
        m_bytesPerSecond = m_bytesPerSecond == 0 ? current : (m_bytesPerSecond + current) / 2;
        m_speed = {m_fetched, now};
    }
    totals.bytesPerSecond = qint64(m_bytesPerSecond);
    if (m_bytesPerSecond > 1)
        totals.secondsLeft = qint64(double(totals.bytes - totals.bytesDone) / m_bytesPerSecond);
    return totals;
}

void SyncBoard::flush(bool now)
{
    QList<TransferRow> changed;
    TransferTotals current;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_sink || m_rows.isEmpty() || (!now && m_clock.elapsed() - m_lastFlush < flushEveryMs))
            return;
        m_lastFlush = m_clock.elapsed();
        for (const QString &id : std::as_const(m_changed))
            changed.append(m_rows.value(id));
        m_changed.clear();
        current = totals();
    }
    m_sink(changed, current);
}

QList<TransferRow> SyncBoard::rows(State state) const
{
    const QMutexLocker lock(&m_mutex);
    QList<TransferRow> rows;
    for (const TransferRow &row : m_rows)
        if (row.state == state)
            rows.append(row);
    std::sort(rows.begin(), rows.end(), [](const TransferRow &a, const TransferRow &b) { return a.id < b.id; });
    return rows;
}

} // namespace dosirak::workspace
