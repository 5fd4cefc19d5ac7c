// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_context.h"

#include <QElapsedTimer>
#include <array>
#include <curl/curl.h>
#include <functional>

namespace dosirak::fetch {

/// An easy handle of libcurl, owned.
struct EasyHandle {
    EasyHandle();
    ~EasyHandle();
    EasyHandle(EasyHandle &&other) noexcept;
    EasyHandle &operator=(EasyHandle &&) = delete;
    CURL *get = nullptr;
};

/// A multi handle of libcurl, owned. Its easy handles must be taken out before it ends.
struct MultiHandle {
    MultiHandle();
    ~MultiHandle();
    MultiHandle(MultiHandle &&other) noexcept;
    MultiHandle &operator=(MultiHandle &&) = delete;
    CURLM *get = nullptr;
};

/// One request and its answer on a handle of libcurl: sets the handle up, reads the head, hands the body on, and says in
/// words what went wrong. Follows no redirects and retries nothing. Thread: the one that drives the handle.
class HttpExchange
{
public:
    /// @p sizeHint: bytes the body will have, when known. The handle belongs to the exchange while it lives.
    HttpExchange(CURL *handle, HttpContext &context, const HttpRequest &request, const HttpRoute &route, qint64 sizeHint = -1);
    ~HttpExchange();
    HttpExchange(const HttpExchange &) = delete;
    HttpExchange &operator=(const HttpExchange &) = delete;

    std::function<bool()> onHead;                ///< the head is whole; false breaks the exchange off
    std::function<bool(QByteArrayView)> onBody;  ///< bytes as they come; false breaks the exchange off
    std::function<bool()> isFull;                ///< true: bytes are to wait; may be left empty

    [[nodiscard]] CURL *handle() const { return m_handle; }
    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] HttpHead head() const;
    /// Since the other side last sent something, or since the connection stood.
    [[nodiscard]] std::chrono::milliseconds silence() const { return std::chrono::milliseconds(m_lastByte.elapsed()); }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// Bytes have come that may not be taken yet: there is a bandwidth limit, or it isFull().
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Takes them, if they may be taken now. To be called from time to time while isHeld().
    void takeHeld();

    /// To be called once libcurl is done with the handle. @p curable: another attempt may do better.
    [[nodiscard]] Result<void> end(CURLcode code, bool &curable);

private:
    void setUp(qint64 sizeHint);
    void setAddress();
    void setHeaders();
    void setTrust();
    bool takeHeaderLine(QByteArrayView line);
    void beginHead(QByteArrayView statusLine);
    bool endHead();
    bool giveHead();
    [[nodiscard]] bool mustWait();

    static size_t onHeaderLine(char *bytes, size_t one, size_t size, void *self);
    static size_t onBodyBytes(char *bytes, size_t one, size_t size, void *self);
    static int onConnected(void *self, char *, char *, int, int);
    static CURLcode onTlsContext(CURL *, void *tlsContext, void *self);

    CURL *m_handle;
    HttpContext &m_context;
    const HttpRequest &m_request;
    const HttpRoute &m_route;
    curl_slist *m_sent = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_text = {};
    int m_status = 0;
    HttpHeaders m_headers;
    qint64 m_headSize = 0;
    qint64 m_received = 0;
    bool m_hasHead = false;
    bool m_oversized = false;
    bool m_proxied = false;
    bool m_connected = false;
    bool m_held = false;
    QElapsedTimer m_lastByte;
};

} // namespace dosirak::fetch
