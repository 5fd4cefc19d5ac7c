// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QThread>
#include <QUrl>
#include <functional>

namespace dosirak::test {

/// What a client asked. Header names are in lower case.
struct ServedRequest {
    QByteArray method;
    QByteArray path;   ///< with query, as sent
    QHash<QByteArray, QByteArray> headers;
    int number = 0;    ///< how often this path was asked before
    QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

/// One answer, honest unless a member says otherwise.
struct Answer {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 zeros = 0;             ///< bytes that follow the body, made as they are sent: for what no memory can hold
    QByteArray etag;              ///< also what If-Range and If-None-Match are compared with
    bool ranges = true;           ///< serves Range with 206; false: the whole with 200
    // Misbehaviour:
    qint64 closeAfter = -1;       ///< bytes of the body, then the connection is closed in good order
    qint64 resetAfter = -1;       ///< the same with a TCP reset
    qint64 stallAfter = -1;       ///< bytes of the body, then nothing, with the connection open
    qint64 extraBytes = 0;        ///< sent after the body although Content-Length does not cover them
    qint64 claimedLength = -1;    ///< Content-Length instead of the true one
    bool noLength = false;        ///< no Content-Length: the end is the end of the connection
    bool ignoreIfRange = false;   ///< goes on with the range although the file has changed
    QByteArray contentRange;      ///< instead of the true one in a 206
    qint64 floodHeaders = 0;      ///< bytes of nonsense headers before the end of the head
    int bytesPerTick = 0;         ///< > 0: that many bytes each 5 ms
    bool silent = false;          ///< accepts the request and never answers

    [[nodiscard]] qint64 size() const { return body.size() + zeros; }

    static Answer text(const QByteArray &body, const QByteArray &type = "text/plain");
    static Answer redirect(const QByteArray &location, int status = 302);
    static Answer error(int status, const QByteArray &retryAfter = {});
};

class TlsIdentity;

/// An HTTP/1.1 server on 127.0.0.1 with a thread of its own, which misbehaves as it is told. Anything that was not
/// routed answers 404. Stops in its destructor.
class LoopbackServer
{
public:
    using Handler = std::function<Answer(const ServedRequest &)>;

    /// @p identity: with it the server speaks https.
    explicit LoopbackServer(const TlsIdentity *identity = nullptr);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    /// @p path is compared without the query. The handler runs on the server's thread. Thread: any.
    void route(const QByteArray &path, Handler handler);
    void route(const QByteArray &path, const Answer &answer);
    /// Answers every path that has no route of its own.
    void routeRest(Handler handler);

    [[nodiscard]] QUrl url(const QString &path) const;  ///< "/x" → http://127.0.0.1:PORT/x, or https
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<ServedRequest> requests() const;
    [[nodiscard]] int count(const QByteArray &path) const; ///< how often it was asked
    [[nodiscard]] int connections() const;                 ///< how many were accepted
    [[nodiscard]] qint64 bytesSent() const;                ///< of bodies

private:
    friend class LoopbackConnection;
    template<class Server>
    friend class LoopbackListener;
    Answer answerTo(ServedRequest &request);
    void countConnection();

    QThread m_thread;
    QObject *m_listener = nullptr;
    quint16 m_port = 0;
    bool m_secure = false;
    mutable QMutex m_mutex;
    QHash<QByteArray, Handler> m_routes;
    Handler m_rest;
    QHash<QByteArray, int> m_counts;
    QList<ServedRequest> m_requests;
    int m_connections = 0;
    qint64 m_bytesSent = 0;
};

} // namespace dosirak::test
