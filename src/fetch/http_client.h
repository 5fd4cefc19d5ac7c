// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "fetch/network_settings.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace dosirak::fetch {

/// Part of a file (RFC 9110, section 14). Offsets are bytes, the last one included.
struct ByteRange {
    qint64 first = 0;
    qint64 last = -1;   ///< -1: to the end
    qint64 suffix = 0;  ///< > 0: the last `suffix` bytes; first and last do not count then

    [[nodiscard]] static ByteRange span(qint64 first, qint64 last) { return {first, last, 0}; }
    [[nodiscard]] static ByteRange from(qint64 first) { return {first, -1, 0}; }
    [[nodiscard]] static ByteRange tail(qint64 bytes) { return {0, -1, bytes}; }
    [[nodiscard]] QByteArray header() const; ///< "bytes=0-99"
};

/// What the HTTP cache on disk may do for a request.
struct CachePolicy {
    enum class Kind {
        NoCache,    ///< neither read nor written
        Revalidate, ///< fresh as long as the server's Cache-Control said, then asked again by ETag or Last-Modified
        FreshFor,   ///< fresh for that long whatever the server said (unless it said no-store), then as Revalidate
        Immutable,  ///< what is there is right for ever; `key` names the content (a file's SHA-256), the URL does not count
    };

    Kind kind = Kind::NoCache;
    std::chrono::seconds age{0};
    QByteArray key;

    [[nodiscard]] static CachePolicy noCache() { return {}; }
    [[nodiscard]] static CachePolicy revalidate() { return {Kind::Revalidate, {}, {}}; }
    [[nodiscard]] static CachePolicy freshFor(std::chrono::seconds age) { return {Kind::FreshFor, age, {}}; }
    [[nodiscard]] static CachePolicy immutable(const QByteArray &key) { return {Kind::Immutable, {}, key}; }
};

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One question. The URL is the origin's (as a lock records it); the client applies the mirror map and credentials.
/// Only http, https and file are answered.
struct HttpRequest {
    enum class Method { Get, Head };

    QUrl url;
    HttpHeaders headers;                 ///< e.g. Accept, Authorization; Accept-Encoding is the client's business
    Method method = Method::Get;
    qint64 maxBytes = 64LL << 20;        ///< a longer body (after decompression) is Invalid
    std::optional<ByteRange> range;      ///< the server may answer 200 with all of it: look at status and totalSize
    CachePolicy cache;
    QList<int> alsoAccept;               ///< statuses besides 2xx that are an answer and not an error, e.g. {404}
    bool raw = false;                    ///< the bytes as they are: no Accept-Encoding, no decompression (archives)
    qint64 sizeHint = -1;                ///< bytes the body will have, when that is known: only helps to be quick
    std::optional<std::chrono::milliseconds> idleTimeout; ///< else that of the settings
    std::optional<int> retries;                           ///< else that of the settings
};

/// What came before the body.
struct HttpHead {
    int status = 0;
    QUrl finalUrl;            ///< after redirects, mapped back to the origin: relative links are resolved against it
    HttpHeaders headers;      ///< names in lower case
    QByteArray contentType;   ///< without parameters, lower case
    QByteArray etag;
    QByteArray lastModified;
    qint64 contentLength = -1; ///< of this body as sent; -1: not said
    qint64 totalSize = -1;     ///< of the whole file (Content-Range, or Content-Length of a 200); -1: not known
    bool fromCache = false;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

struct HttpReply : HttpHead {
    QByteArray body;
};

/// One body as it arrives, for what is too large to be held. Pull it from one worker thread; the other side is slowed
/// down when the reader is slow (nothing is read ahead of it). Destroying it stops the request.
/// Must not outlive its client.
class HttpStream
{
public:
    virtual ~HttpStream() = default;
    /// Waits for the head. Errors as HttpClient::get().
    [[nodiscard]] virtual Result<HttpHead> head() = 0;
    /// Waits for the next bytes; empty at the end. Errors: Network (broken off, stalled), Cancelled, …
    [[nodiscard]] virtual Result<QByteArray> read() = 0;
};

/// Asks HTTP servers, from any thread, as many at a time as you like.
///
/// libcurl underneath (docs/decisions/0007): keep-alive, HTTP/2, a limit per host that adapts. Answers that are kept in
/// memory come by one network thread of the client's own, streams are read by the thread that wants them. Retries what
/// a retry can cure (429, 502, 503, 504 with a bounded Retry-After, broken connections). Follows at most ten redirects,
/// never from https to http nor to another scheme; credentials go to the host they are meant for and nowhere else.
/// Works in a core program; futures may be waited for on any thread but the UI thread.
class HttpClient
{
public:
    explicit HttpClient(NetworkSettings settings);
    /// Ends what is running with Cancelled and waits for it.
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// The whole body in memory. The future has exactly one result.
    /// Errors: Network (no answer, a broken one, offline and not in the cache), Refused (a status of 400 and up that is
    /// not in alsoAccept), Invalid (too large, bad redirect), Unsupported (other scheme), NotFound/Io (file://),
    /// Cancelled.
    [[nodiscard]] QFuture<Result<HttpReply>> get(HttpRequest request, std::stop_token stop = {});

    /// The same, waited for. Thread: any but the UI thread.
    [[nodiscard]] Result<HttpReply> wait(HttpRequest request, std::stop_token stop = {});

    /// A body to be read bit by bit; nothing is sent before head() is called. Every status is an answer here, and none
    /// is retried: the reader knows what it has. The cache is not used and maxBytes is not checked.
    [[nodiscard]] std::unique_ptr<HttpStream> open(HttpRequest request, std::stop_token stop = {});

    [[nodiscard]] const NetworkSettings &settings() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dosirak::fetch
