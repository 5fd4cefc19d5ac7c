// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_stream.h"

#include "fetch/http_status.h"
#include "fetch/http_words.h"

#include <algorithm>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t mostIdle = 32;
constexpr qint64 blockSize = 1 << 20;
constexpr size_t mostBlocks = 3; ///< that have come and are not read yet

} // namespace

std::unique_ptr<StreamHandles::Line> StreamHandles::take(const QString &host)
{
    {
        const std::lock_guard lock(m_mutex);
        auto found = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const auto &line) { return line->host == host; });
        if (found == m_idle.rend() && m_idle.size() >= mostIdle)
            found = m_idle.rend() - 1; // the one that has been idle for longest
        if (found != m_idle.rend()) {
            auto line = std::move(*found);
            m_idle.erase(std::next(found).base());
            line->host = host;
            return line;
        }
    }
    auto line = std::make_unique<Line>();
    curl_multi_setopt(line->multi.get, CURLMOPT_MAXCONNECTS, 2L);
    line->host = host;
    return line;
}

void StreamHandles::give(std::unique_ptr<Line> line)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(line));
}

NetworkStream::NetworkStream(HttpContext &context, HostSlots &slots, StreamHandles &handles, HttpRequest request,
                             std::stop_token stop)
    : m_context(context), m_slots(slots), m_handles(handles), m_request(std::move(request)),
      m_route(m_request, context.settings), m_stop(std::move(stop))
{
}

NetworkStream::~NetworkStream()
{
    end();
}

/// Gives back what the exchange held. A connection whose answer was not read to its end is closed by that.
void NetworkStream::end()
{
    m_onStop.reset();
    if (m_line) {
        curl_multi_remove_handle(m_line->multi.get, m_line->easy.get);
        m_exchange.reset();
        m_handles.give(std::move(m_line));
    }
    if (!m_slot.isEmpty())
        m_slots.give(m_slot);
    m_slot.clear();
}

Result<void> NetworkStream::begin()
{
    end();
    m_outcome.reset();
    m_blocks.clear();
    m_kept = 0;
    m_expected = -1;
    if (const auto refusal = m_context.refusal(m_route))
        return Failure(*refusal);
    const QString host = m_route.host();
    DOSIRAK_CHECK(m_slots.take(host, m_stop));
    m_slot = host;
    m_line = m_handles.take(host);
    m_exchange = std::make_unique<HttpExchange>(m_line->easy.get, m_context, m_request, m_route, m_request.sizeHint);
    m_exchange->onHead = [this] {
        m_expected = m_exchange->head().contentLength;
        return true;
    };
    m_exchange->onBody = [this](QByteArrayView bytes) {
        keep(bytes);
        return true;
    };
    // libcurl goes on for as long as the server is quicker than we are; what cannot be written yet is better left there.
    m_exchange->isFull = [this] { return m_blocks.size() >= mostBlocks; };
    curl_multi_add_handle(m_line->multi.get, m_line->easy.get);
    if (m_stop.stop_possible())
        m_onStop.emplace(m_stop, [multi = m_line->multi.get] { curl_multi_wakeup(multi); });
    return {};
}

Result<HttpHead> NetworkStream::head()
{
    for (;;) {
        DOSIRAK_CHECK(begin());
        DOSIRAK_TRY(head, waitForHead());
        const QByteArray location = head.header("location");
        if (!isRedirect(head.status) || location.isEmpty())
            return head;
        DOSIRAK_CHECK(m_route.follow(location));
    }
}

Result<HttpHead> NetworkStream::waitForHead()
{
    while (!m_exchange->hasHead()) {
        if (m_outcome)
            return m_outcome->has_value() ? fail(ErrorCode::Internal, u"an answer without a head"_s)
                                          : Result<HttpHead>(Failure(m_outcome->error()));
        DOSIRAK_CHECK(step());
        if (!m_exchange->hasHead() && !m_outcome)
            DOSIRAK_CHECK(waitForBytes());
    }
    HttpHead head = m_exchange->head();
    if (isBusy(head.status))
        m_slots.wasBusy(m_slot);
    return head;
}

/// Into blocks that are never moved again: growing one large array would copy it over and over.
void NetworkStream::keep(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_blocks.empty() || m_blocks.back().size() == m_blocks.back().capacity()) {
            const qint64 left = m_expected >= m_kept ? m_expected - m_kept : blockSize;
            m_blocks.emplace_back().reserve(std::clamp<qint64>(left, 1, blockSize));
        }
        QByteArray &block = m_blocks.back();
        const QByteArrayView fits = bytes.first(std::min(bytes.size(), block.capacity() - block.size()));
        block.append(fits);
        m_kept += fits.size();
        bytes = bytes.sliced(fits.size());
    }
}

QByteArray NetworkStream::takeBlock()
{
    QByteArray block = std::move(m_blocks.front());
    m_blocks.pop_front();
    return block;
}

Result<QByteArray> NetworkStream::read()
{
    for (;;) {
        if (m_blocks.size() > 1)
            return takeBlock();
        if (m_outcome && m_blocks.empty() && !*m_outcome)
            return Failure(m_outcome->error());
        if (m_outcome)
            return m_blocks.empty() ? QByteArray() : takeBlock();
        const qint64 before = m_kept;
        DOSIRAK_CHECK(step());
        if (m_kept > before || m_outcome)
            continue;
        if (!m_blocks.empty())
            return takeBlock(); // nothing more has come: hand over what there is
        DOSIRAK_CHECK(waitForBytes());
    }
}

/// Lets libcurl read and write what it can without waiting.
Result<void> NetworkStream::step()
{
    if (m_stop.stop_requested())
        return cancelled();
    m_exchange->takeHeld();
    int running = 0;
    curl_multi_perform(m_line->multi.get, &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_line->multi.get, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        bool curable = false;
        m_outcome = m_exchange->end(message->data.result, curable);
        if (*m_outcome)
            m_slots.wasGood(m_slot);
    }
    return {};
}

/// Errors: Network (nothing has come for too long).
Result<void> NetworkStream::waitForBytes()
{
    const auto limit = m_request.idleTimeout.value_or(m_context.settings.idleTimeout);
    const auto left = limit - m_exchange->silence();
    if (limit > 0ms && left <= 0ms && !m_exchange->isHeld())
        return Failure(words::stalled(m_route.url(), limit));
    const auto most = limit > 0ms ? std::clamp<std::chrono::milliseconds>(left + 1ms, 1ms, 1s) : 1s;
    const auto pause = m_exchange->isHeld() ? m_context.bandwidth.pause() : most;
    curl_multi_poll(m_line->multi.get, nullptr, 0, int(std::min(most, pause).count()), nullptr);
    return {};
}

} // namespace dosirak::fetch
