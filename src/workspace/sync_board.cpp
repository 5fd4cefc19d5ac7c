// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sync_board.h"

#include <algorithm>

namespace dosirak::workspace {

namespace {
constexpr qint64 flushEveryMs = 100;
}

using State = TransferRow::State;

void SyncBoard::count(const TransferRow &row, int sign)
{
    const bool open = row.state == State::Waiting || row.state == State::Running || row.state == State::Verifying;
    const qint64 size = std::max<qint64>(row.size, 0);
    m_totals.files += sign;
    m_totals.filesDone += row.state == State::Done || row.state == State::Reused ? sign : 0;
    m_totals.filesFailed += row.state == State::Failed ? sign : 0;
    m_totals.bytes += sign * std::max(size, row.received);
    m_totals.bytesDone += sign * row.received;
    m_bytesLeft += open ? sign * std::max<qint64>(0, size - row.received) : 0;
    m_sizesUnknown += open && row.size < 0 ? sign : 0;
}

void SyncBoard::add(const TransferRow &row)
{
    const QMutexLocker lock(&m_mutex);
    m_rows.insert(row.id, row);
    count(row, 1);
    m_changed.insert(row.id);
}

template<class Change>
void SyncBoard::change(const QString &id, Change &&change)
{
    {
        const QMutexLocker lock(&m_mutex);
        const auto row = m_rows.find(id);
        if (row == m_rows.end())
            return;
        count(*row, -1);
        change(*row);
        count(*row, 1);
        m_changed.insert(id);
    }
    flush(false);
}

void SyncBoard::replace(const TransferRow &row)
{
    change(row.id, [&](TransferRow &mine) { mine = row; });
}

void SyncBoard::setState(const QString &id, State state, const QString &message)
{
    change(id, [&](TransferRow &row) {
        row.state = state;
        row.message = message;
        row.bytesPerSecond = 0;
        if (state == State::Done || state == State::Reused)
            row.received = std::max(row.received, row.size);
    });
}

void SyncBoard::setProgress(const QString &id, State state, qint64 received, qint64 size, qint64 bytesPerSecond)
{
    change(id, [&](TransferRow &row) {
        row.state = state;
        row.message.clear();
        row.received = received;
        row.size = std::max(row.size, size);
        row.bytesPerSecond = bytesPerSecond;
    });
}

void SyncBoard::setSpeed(qint64 bytesPerSecond)
{
    const QMutexLocker lock(&m_mutex);
    m_totals.bytesPerSecond = bytesPerSecond;
}

void SyncBoard::flush(bool now)
{
    if (now)
        m_sinkMutex.lock();
    else if (!m_sinkMutex.tryLock())
        return; // another worker tells of this change
    QList<TransferRow> changed;
    TransferTotals totals;
    bool tell = false;
    {
        const QMutexLocker lock(&m_mutex);
        tell = m_sink && !m_rows.isEmpty() && (now || !m_lastFlush.isValid() || m_lastFlush.elapsed() >= flushEveryMs);
        if (tell) {
            m_lastFlush.start();
            for (const QString &id : std::as_const(m_changed))
                changed.append(m_rows.value(id));
            m_changed.clear();
            totals = m_totals;
            totals.secondsLeft = totals.bytesPerSecond > 0 && m_sizesUnknown == 0 ? m_bytesLeft / totals.bytesPerSecond : -1;
        }
    }
    if (tell)
        m_sink(changed, totals);
    m_sinkMutex.unlock();
}

TransferRow SyncBoard::row(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_rows.value(id);
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
