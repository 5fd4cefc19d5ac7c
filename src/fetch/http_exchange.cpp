// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_exchange.h"

#include "fetch/http_words.h"

#include <algorithm>
#include <openssl/ssl.h>
#include <utility>

namespace dosirak::fetch {

namespace {

constexpr qint64 maxHead = 256 << 10;
constexpr qint64 smallBody = 1 << 20;
constexpr long smallBuffer = 32 << 10;
constexpr long largeBuffer = 128 << 10; ///< libcurl fills it up to a hundred times before it returns

/// libcurl wants to be set up once before any thread uses it (libcurl-thread(3)).
void setUpLibrary()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(done);
}

/// "bytes 0-99/1234" → 1234; -1 when the size is not said.
qint64 totalOf(const QByteArray &contentRange)
{
    bool ok = false;
    const qint64 total = contentRange.mid(contentRange.lastIndexOf('/') + 1).trimmed().toLongLong(&ok);
    return ok && total >= 0 ? total : -1;
}

} // namespace

EasyHandle::EasyHandle()
{
    setUpLibrary();
    get = curl_easy_init();
    Q_CHECK_PTR(get);
}

EasyHandle::EasyHandle(EasyHandle &&other) noexcept : get(std::exchange(other.get, nullptr)) {}

EasyHandle::~EasyHandle()
{
    curl_easy_cleanup(get);
}

MultiHandle::MultiHandle()
{
    setUpLibrary();
    get = curl_multi_init();
    Q_CHECK_PTR(get);
}

MultiHandle::MultiHandle(MultiHandle &&other) noexcept : get(std::exchange(other.get, nullptr)) {}

MultiHandle::~MultiHandle()
{
    if (get)
        curl_multi_cleanup(get);
}

HttpExchange::HttpExchange(CURL *handle, HttpContext &context, const HttpRequest &request, const HttpRoute &route,
                           qint64 sizeHint)
    : m_handle(handle), m_context(context), m_request(request), m_route(route)
{
    curl_easy_reset(handle); // keeps connections, sessions and names that were looked up
    setUp(sizeHint);
    setAddress();
    setHeaders();
    setTrust();
    m_lastByte.start();
}

HttpExchange::~HttpExchange()
{
    curl_easy_reset(m_handle); // it must not call back any more
    curl_slist_free_all(m_sent);
}

void HttpExchange::setUp(qint64 sizeHint)
{
    curl_easy_setopt(m_handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_text.data());
    curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &onHeaderLine);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &onBodyBytes);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_PREREQFUNCTION, &onConnected);
    curl_easy_setopt(m_handle, CURLOPT_PREREQDATA, this);
    const bool isSmall = sizeHint < 0 ? !m_request.raw : sizeHint <= smallBody;
    const qint64 buffer = std::min<qint64>(isSmall ? smallBuffer : largeBuffer, m_context.bandwidth.portion());
    curl_easy_setopt(m_handle, CURLOPT_BUFFERSIZE, long(buffer));
    if (m_request.method == HttpRequest::Method::Head)
        curl_easy_setopt(m_handle, CURLOPT_NOBODY, 1L);
    // What silence is allowed is for the driver of the handle to say; libcurl's own limit is only for the connecting.
    curl_easy_setopt(m_handle, CURLOPT_CONNECTTIMEOUT_MS,
                     long(m_request.idleTimeout.value_or(m_context.settings.idleTimeout).count()));
}

void HttpExchange::setAddress()
{
    curl_easy_setopt(m_handle, CURLOPT_URL, m_route.url().toEncoded().constData()); // libcurl copies its texts
    curl_easy_setopt(m_handle, CURLOPT_PATH_AS_IS, 1L); // what the lock says is what is asked for
    curl_easy_setopt(m_handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_handle, CURLOPT_PIPEWAIT, 1L); // HTTP/2: one connection for many rather than many connections
    const QByteArray proxy = m_context.proxyFor(m_route.url());
    m_proxied = !proxy.isEmpty();
    curl_easy_setopt(m_handle, CURLOPT_PROXY, proxy.constData()); // empty: none, whatever the environment says
    curl_easy_setopt(m_handle, CURLOPT_NOPROXY, "");
    curl_easy_setopt(m_handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_handle, CURLOPT_PROXYAUTH, long(CURLAUTH_ANY));
}

void HttpExchange::setHeaders()
{
    const auto add = [this](const QByteArray &name, const QByteArray &value) {
        if (name.contains('\n') || value.contains('\n') || value.contains('\r'))
            return; // what came from elsewhere must not become another header
        m_sent = curl_slist_append(m_sent, (name + (value.isEmpty() ? ";" : ": " + value)).constData());
    };
    bool ownAuthorization = false;
    for (const auto &[name, value] : m_request.headers) {
        const bool isAuthorization = name.compare("authorization", Qt::CaseInsensitive) == 0;
        // A caller's token is for the host it was asked for, not for where that one sends us.
        if (isAuthorization && !m_route.isAtFirstHost())
            continue;
        ownAuthorization |= isAuthorization;
        add(name, value);
    }
    if (!ownAuthorization)
        if (const QByteArray authorization = m_context.authorizationFor(m_route); !authorization.isEmpty())
            add("Authorization", authorization);
    if (m_request.range)
        add("Range", m_request.range->header());
    if (m_request.raw || m_request.range)
        add("Accept-Encoding", "identity");
    else
        curl_easy_setopt(m_handle, CURLOPT_ACCEPT_ENCODING, ""); // all that libcurl can unpack
    curl_easy_setopt(m_handle, CURLOPT_USERAGENT, "dosirak");
    curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_sent);
}

void HttpExchange::setTrust()
{
    if (m_context.authorities().isEmpty() || m_route.url().scheme() != QLatin1StringView("https"))
        return;
    curl_easy_setopt(m_handle, CURLOPT_SSL_CTX_FUNCTION, &onTlsContext);
    curl_easy_setopt(m_handle, CURLOPT_SSL_CTX_DATA, this);
}

CURLcode HttpExchange::onTlsContext(CURL *, void *tlsContext, void *self)
{
    for (const QByteArray &file : static_cast<HttpExchange *>(self)->m_context.authorities())
        if (SSL_CTX_load_verify_locations(static_cast<SSL_CTX *>(tlsContext), file.constData(), nullptr) != 1)
            return CURLE_SSL_CACERT_BADFILE;
    return CURLE_OK;
}

int HttpExchange::onConnected(void *self, char *, char *, int, int)
{
    auto *exchange = static_cast<HttpExchange *>(self);
    exchange->m_connected = true;
    exchange->m_lastByte.restart();
    return CURL_PREREQFUNC_OK;
}

size_t HttpExchange::onHeaderLine(char *bytes, size_t, size_t size, void *self)
{
    return static_cast<HttpExchange *>(self)->takeHeaderLine({bytes, qsizetype(size)}) ? size : CURL_WRITEFUNC_ERROR;
}

bool HttpExchange::takeHeaderLine(QByteArrayView line)
{
    m_lastByte.restart();
    m_headSize += line.size();
    m_oversized = m_headSize > maxHead;
    if (m_oversized)
        return false;
    const QByteArrayView text = line.trimmed();
    if (m_hasHead) // trailers
        return true;
    if (line.startsWith("HTTP/"))
        beginHead(text);
    else if (text.isEmpty())
        return endHead();
    else if (const qsizetype colon = text.indexOf(':'); colon > 0)
        m_headers.emplaceBack(text.first(colon).toByteArray().toLower(), text.sliced(colon + 1).trimmed().toByteArray());
    return true;
}

void HttpExchange::beginHead(QByteArrayView statusLine)
{
    m_headers.clear(); // of an interim answer
    const qsizetype space = statusLine.indexOf(' ');
    m_status = space < 0 ? 0 : statusLine.sliced(space + 1).first(std::min<qsizetype>(3, statusLine.size() - space - 1)).toInt();
}

bool HttpExchange::endHead()
{
    // 1xx is not the answer; after 407 libcurl may try once more with the proxy's user and password: its own first body
    // or the end tells that it did not.
    return m_status < 200 || m_status == 407 || giveHead();
}

bool HttpExchange::giveHead()
{
    m_hasHead = true;
    return !onHead || onHead();
}

size_t HttpExchange::onBodyBytes(char *bytes, size_t, size_t size, void *self)
{
    auto *exchange = static_cast<HttpExchange *>(self);
    exchange->m_lastByte.restart();
    if (exchange->mustWait()) {
        exchange->m_held = true;
        return CURL_WRITEFUNC_PAUSE; // libcurl keeps these bytes and stops reading
    }
    exchange->m_received += qint64(size);
    exchange->m_context.bandwidth.spend(qint64(size));
    const bool goesOn = (exchange->m_hasHead || exchange->giveHead())
        && (!exchange->onBody || exchange->onBody({bytes, qsizetype(size)}));
    return goesOn ? size : CURL_WRITEFUNC_ERROR;
}

bool HttpExchange::mustWait()
{
    return m_context.bandwidth.pause() > std::chrono::milliseconds(0) || (isFull && isFull());
}

void HttpExchange::takeHeld()
{
    if (!m_held || mustWait())
        return;
    m_held = false;
    curl_easy_pause(m_handle, CURLPAUSE_CONT); // may call onBody before it returns
}

QByteArray HttpExchange::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : m_headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

HttpHead HttpExchange::head() const
{
    HttpHead head;
    head.status = m_status;
    head.finalUrl = m_route.finalUrl(m_context.settings);
    head.headers = m_headers;
    head.contentType = header("content-type").split(';').value(0).trimmed().toLower();
    head.etag = header("etag");
    head.lastModified = header("last-modified");
    const QByteArray encoding = header("content-encoding").toLower();
    const bool unpacked = !m_request.raw && !m_request.range && !encoding.isEmpty() && encoding != "identity";
    bool ok = false;
    if (const qint64 length = header("content-length").toLongLong(&ok); ok && !unpacked)
        head.contentLength = length;
    if (head.status == 206 || head.status == 416)
        head.totalSize = totalOf(header("content-range"));
    else if (head.status == 200)
        head.totalSize = head.contentLength;
    return head;
}

Result<void> HttpExchange::end(CURLcode code, bool &curable)
{
    if (code == CURLE_OK && m_status >= 200 && !m_hasHead)
        (void)giveHead();
    curable = false;
    if (m_oversized)
        return Failure(words::oversizedHead(m_route.url()));
    if (code == CURLE_OK && m_status >= 200)
        return {};
    curable = true;
    const qint64 length = m_hasHead ? head().contentLength : -1;
    if (code == CURLE_PARTIAL_FILE && length > m_received)
        return Failure(words::brokenOff(m_route.url(), m_received, length));
    long connectStatus = 0;
    curl_easy_getinfo(m_handle, CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    const QString detail = QString::fromUtf8(m_text[0] != '\0' ? m_text.data() : curl_easy_strerror(code));
    return Failure(words::transportFault({code, int(connectStatus), m_proxied}, detail, m_route.url(), curable));
}

} // namespace dosirak::fetch
