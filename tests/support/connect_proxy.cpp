// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connect_proxy.h"

#include <QHostAddress>
#include <QMutexLocker>
#include <QTcpSocket>

namespace dosirak::test {

using namespace Qt::StringLiterals;

ConnectProxy::ConnectProxy(const QByteArray &credentials) : m_credentials(credentials), m_server(new QTcpServer)
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
    m_port = m_server->serverPort();
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
        while (QTcpSocket *client = m_server->nextPendingConnection())
            serve(client);
    });
    m_server->moveToThread(&m_thread);
    m_thread.start();
}

ConnectProxy::~ConnectProxy()
{
    QMetaObject::invokeMethod(m_server, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QStringList ConnectProxy::tunnels() const
{
    const QMutexLocker lock(&m_mutex);
    return m_tunnels;
}

void ConnectProxy::serve(QTcpSocket *client)
{
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] {
        const QByteArray seen = client->peek(16 << 10);
        if (const qsizetype end = seen.indexOf("\r\n\r\n"); end >= 0)
            answer(client, client->read(end + 4));
    });
}

void ConnectProxy::answer(QTcpSocket *client, const QByteArray &head)
{
    const QByteArray wanted = "proxy-authorization: basic " + m_credentials.toBase64().toLower();
    if (!m_credentials.isEmpty() && !head.toLower().contains(wanted)) {
        client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    const QByteArray target = head.split(' ').value(1);
    const qsizetype colon = target.lastIndexOf(':');
    if (!head.startsWith("CONNECT ") || colon < 0) {
        client->write("HTTP/1.1 405 Only tunnels\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_tunnels += QString::fromLatin1(target);
    }
    client->disconnect(client, &QTcpSocket::readyRead, nullptr, nullptr);
    auto *server = new QTcpSocket(client);
    QObject::connect(server, &QTcpSocket::connected, client, [client, server] {
        client->write("HTTP/1.1 200 Go on\r\n\r\n");
        QObject::connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    });
    QObject::connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    QObject::connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    // Names are not looked up: whatever the host is called, it is on this machine.
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), target.mid(colon + 1).toUShort());
}

} // namespace dosirak::test
