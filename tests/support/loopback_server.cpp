// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopback_server.h"

#include "support/tls_identity.h"

#include <QFile>
#include <QHostAddress>
#include <QMutexLocker>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <sys/socket.h>

namespace dosirak::test {

using namespace Qt::StringLiterals;

Answer Answer::text(const QByteArray &body, const QByteArray &type)
{
    Answer answer;
    answer.body = body;
    answer.headers = {{"Content-Type", type}};
    return answer;
}

Answer Answer::redirect(const QByteArray &location, int status)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

Answer Answer::error(int status, const QByteArray &retryAfter)
{
    Answer answer = text("an error page of this server", "text/html");
    answer.status = status;
    if (!retryAfter.isEmpty())
        answer.headers += {"Retry-After", retryAfter};
    return answer;
}

/// One connection: requests one after the other, the body in portions as the other side takes it.
class LoopbackConnection : public QObject
{
public:
    LoopbackConnection(LoopbackServer *server, QTcpSocket *socket) : QObject(socket), m_server(server), m_socket(socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { readRequests(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { send(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(&m_tick, &QTimer::timeout, this, [this] { sendPortion(); });
    }

    /// Reads what came before this was made.
    void start() { readRequests(); }

private:
    void readRequests()
    {
        m_input += m_socket->readAll();
        if (m_busy)
            return;
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        QList<QByteArray> lines = m_input.left(end).split('\n');
        m_input.remove(0, end + 4);
        ServedRequest request;
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        m_busy = true;
        begin(request, m_server->answerTo(request));
    }

    static QByteArray head(const Answer &answer, qint64 length)
    {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
        for (const auto &[name, value] : answer.headers)
            head += name + ": " + value + "\r\n";
        if (!answer.etag.isEmpty())
            head += "ETag: " + answer.etag + "\r\n";
        if (answer.ranges)
            head += "Accept-Ranges: bytes\r\n";
        if (answer.noLength)
            head += "Connection: close\r\n";
        else
            head += "Content-Length: " + QByteArray::number(answer.claimedLength >= 0 ? answer.claimedLength : length) + "\r\n";
        for (qint64 flood = 0, i = 0; flood < answer.floodHeaders; ++i) {
            const QByteArray line = "X-Flood-" + QByteArray::number(i) + ": " + QByteArray(1000, 'x') + "\r\n";
            head += line;
            flood += line.size();
        }
        return head + "\r\n";
    }

    /// Applies Range, If-Range and If-None-Match to an answer as RFC 9110 wants it.
    static void applyConditions(const ServedRequest &request, Answer &answer)
    {
        if (answer.status != 200)
            return;
        if (!answer.etag.isEmpty() && request.header("if-none-match") == answer.etag) {
            answer.status = 304;
            answer.body.clear();
            return;
        }
        const QByteArray range = request.header("range");
        const QByteArray ifRange = request.header("if-range");
        if (!answer.ranges || !range.startsWith("bytes=")
            || (!ifRange.isEmpty() && ifRange != answer.etag && !answer.ignoreIfRange))
            return;
        const QList<QByteArray> ends = range.mid(6).split('-');
        const qint64 size = answer.size();
        const bool suffix = ends.value(0).isEmpty();
        const qint64 first = suffix ? std::max<qint64>(0, size - ends.value(1).toLongLong()) : ends.value(0).toLongLong();
        const qint64 last = suffix || ends.value(1).isEmpty() ? size - 1 : std::min(size - 1, ends.value(1).toLongLong());
        if (first >= size) {
            answer.status = 416;
            answer.headers += {"Content-Range", "bytes */" + QByteArray::number(size)};
            answer.body.clear();
            answer.zeros = 0;
            return;
        }
        answer.status = 206;
        answer.headers += {"Content-Range", !answer.contentRange.isEmpty() ? answer.contentRange
                           : "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/' + QByteArray::number(size)};
        answer.body = answer.body.mid(first, last - first + 1);
        answer.zeros = last - first + 1 - answer.body.size();
    }

    void begin(const ServedRequest &request, Answer answer)
    {
        if (answer.silent)
            return;
        applyConditions(request, answer);
        m_answer = std::move(answer);
        m_socket->write(head(m_answer, m_answer.size()));
        if (request.method == "HEAD") {
            m_answer.body.clear();
            m_answer.zeros = 0;
        }
        m_answer.body += QByteArray(m_answer.extraBytes, '!');
        m_at = 0;
        if (m_answer.bytesPerTick > 0)
            m_tick.start(5);
        else
            send();
    }

    void send()
    {
        while (m_busy && m_answer.bytesPerTick == 0 && m_socket->bytesToWrite() < (1 << 20))
            if (!sendPortion())
                return;
    }

    /// Sends some; false when there is nothing more to do now.
    bool sendPortion()
    {
        if (m_answer.silent || !m_busy)
            return false;
        qint64 limit = m_answer.size();
        for (const qint64 stop : {m_answer.closeAfter, m_answer.resetAfter, m_answer.stallAfter})
            if (stop >= 0)
                limit = std::min(limit, stop);
        const qint64 most = m_answer.bytesPerTick > 0 ? m_answer.bytesPerTick : 256 << 10;
        static const QByteArray nothing(256 << 10, '\0');
        const bool isBody = m_at < m_answer.body.size();
        const qint64 portion = std::min(std::min(limit, isBody ? m_answer.body.size() : limit) - m_at, most);
        if (portion > 0) {
            m_socket->write(isBody ? m_answer.body.constData() + m_at : nothing.constData(), portion);
            m_at += portion;
            const QMutexLocker lock(&m_server->m_mutex);
            m_server->m_bytesSent += portion;
        }
        if (m_at < limit)
            return true;
        finish();
        return false;
    }

    void finish()
    {
        m_tick.stop();
        if (m_answer.stallAfter >= 0)
            return;
        if (m_answer.resetAfter >= 0) {
            m_socket->flush();
            const linger now{1, 0}; // closing with lingering on and no time sends a reset
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            m_socket->abort();
            return;
        }
        if (m_answer.closeAfter >= 0 || m_answer.noLength || m_answer.extraBytes > 0) {
            m_socket->disconnectFromHost();
            return;
        }
        m_busy = false;
        QTimer::singleShot(0, this, [this] { readRequests(); });
    }

    LoopbackServer *m_server;
    QTcpSocket *m_socket;
    QTimer m_tick;
    QByteArray m_input;
    Answer m_answer;
    qint64 m_at = 0;
    bool m_busy = false;
};

/// With TLS or without: what it is decides its base class.
template<class Server>
class LoopbackListener : public Server
{
public:
    explicit LoopbackListener(LoopbackServer *server)
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this, server] {
            while (QTcpSocket *socket = this->nextPendingConnection()) {
                auto *connection = new LoopbackConnection(server, socket); // the socket owns it
                server->countConnection();
                connection->start();
            }
        });
    }
};

namespace {

QTcpServer *secured(QSslServer *server, const TlsIdentity &identity)
{
    QFile key(identity.key());
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key: %s", qPrintable(identity.error()));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(identity.certificate()));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace

LoopbackServer::LoopbackServer(const TlsIdentity *identity) : m_secure(identity != nullptr)
{
    QTcpServer *listener = identity ? secured(new LoopbackListener<QSslServer>(this), *identity)
                                    : new LoopbackListener<QTcpServer>(this);
    if (!listener->listen(QHostAddress::LocalHost))
        qFatal("the loopback server cannot listen");
    m_port = listener->serverPort();
    m_listener = listener;
    listener->moveToThread(&m_thread);
    m_thread.start();
}

LoopbackServer::~LoopbackServer()
{
    QMetaObject::invokeMethod(m_listener, [this] { delete m_listener; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void LoopbackServer::route(const QByteArray &path, Handler handler)
{
    const QMutexLocker lock(&m_mutex);
    m_routes.insert(path, std::move(handler));
}

void LoopbackServer::route(const QByteArray &path, const Answer &answer)
{
    route(path, [answer](const ServedRequest &) { return answer; });
}

void LoopbackServer::routeRest(Handler handler)
{
    const QMutexLocker lock(&m_mutex);
    m_rest = std::move(handler);
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(m_secure ? u"https"_s : u"http"_s).arg(m_port).arg(path));
}

QList<ServedRequest> LoopbackServer::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int LoopbackServer::count(const QByteArray &path) const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts.value(path);
}

void LoopbackServer::countConnection()
{
    const QMutexLocker lock(&m_mutex);
    ++m_connections;
}

int LoopbackServer::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

qint64 LoopbackServer::bytesSent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_bytesSent;
}

Answer LoopbackServer::answerTo(ServedRequest &request)
{
    Handler handler;
    {
        const QMutexLocker lock(&m_mutex);
        const QByteArray path = request.path.split('?').first();
        request.number = m_counts[path]++;
        m_requests += request;
        handler = m_routes.value(path, m_rest);
    }
    return handler ? handler(request) : Answer::error(404);
}

} // namespace dosirak::test
