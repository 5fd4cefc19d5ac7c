// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMutex>
#include <QStringList>
#include <QTcpServer>
#include <QThread>

namespace dosirak::test {

/// A proxy on 127.0.0.1 that makes tunnels (RFC 9110, 9.3.6) and nothing else, with a thread of its own.
class ConnectProxy
{
public:
    /// @p credentials: "user:password" that it insists on; empty: anybody may.
    explicit ConnectProxy(const QByteArray &credentials = {});
    ~ConnectProxy();
    ConnectProxy(const ConnectProxy &) = delete;
    ConnectProxy &operator=(const ConnectProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// What tunnels were made to: "host:port" of each. Thread: any.
    [[nodiscard]] QStringList tunnels() const;

private:
    void serve(QTcpSocket *client);
    void answer(QTcpSocket *client, const QByteArray &head);

    QByteArray m_credentials;
    QThread m_thread;
    QTcpServer *m_server;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QStringList m_tunnels;
};

} // namespace dosirak::test
