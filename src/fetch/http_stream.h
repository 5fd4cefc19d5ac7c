// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/host_slots.h"
#include "fetch/http_exchange.h"

#include <deque>
#include <memory>
#include <vector>

namespace dosirak::fetch {

/// Handles for streams that keep their connections open between one stream and the next. Thread: any.
class StreamHandles
{
public:
    struct Line {
        MultiHandle multi; ///< holds the connections
        EasyHandle easy;
        QString host;      ///< "host:port" that it spoke to last
    };

    /// One that is connected to @p host if there is one.
    [[nodiscard]] std::unique_ptr<Line> take(const QString &host);
    void give(std::unique_ptr<Line> line);

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Line>> m_idle;
};

/// A body that its reader pulls off the network itself: no other thread touches a byte of it, and a slow reader slows
/// the server down by not reading.
class NetworkStream : public HttpStream
{
public:
    /// All must outlive the stream.
    NetworkStream(HttpContext &context, HostSlots &slots, StreamHandles &handles, HttpRequest request, std::stop_token stop);
    ~NetworkStream() override;

    [[nodiscard]] Result<HttpHead> head() override;
    [[nodiscard]] Result<QByteArray> read() override;

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<HttpHead> waitForHead();
    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<void> waitForBytes();
    void keep(QByteArrayView bytes);
    [[nodiscard]] QByteArray takeBlock();
    void end();

    HttpContext &m_context;
    HostSlots &m_slots;
    StreamHandles &m_handles;
    HttpRequest m_request;
    HttpRoute m_route;
    std::stop_token m_stop;
    QString m_slot;
    std::unique_ptr<StreamHandles::Line> m_line;
    std::unique_ptr<HttpExchange> m_exchange;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    std::deque<QByteArray> m_blocks; ///< all full but the last
    qint64 m_kept = 0;               ///< bytes of this answer so far
    qint64 m_expected = -1;          ///< bytes of it in all; -1: not known
    std::optional<Result<void>> m_outcome; ///< once the answer has ended
};

} // namespace dosirak::fetch
