// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace dosirak::test {

/// Debian's docker-registry (the reference implementation of the distribution API) on 127.0.0.1, on a free port, with a
/// storage of its own. Stopped in the destructor. What goes wrong is a sentence in error().
class DockerRegistry
{
public:
    /// @p storage: the folder that the registry keeps its blobs in; empty: a new one. With @p user it wants a login.
    explicit DockerRegistry(const QString &storage = {}, const QString &user = {}, const QByteArray &bcryptHash = {});
    ~DockerRegistry();
    DockerRegistry(const DockerRegistry &) = delete;
    DockerRegistry &operator=(const DockerRegistry &) = delete;

    [[nodiscard]] bool isRunning() const { return m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

    /// Puts a blob or a manifest where the registry finds it. False: it could not be written.
    bool addBlob(const QString &repository, const QByteArray &bytes);
    bool addManifest(const QString &repository, const QByteArray &bytes, const QString &tag = {});

private:
    bool start(const QString &user, const QByteArray &bcryptHash);
    bool write(const QString &path, const QByteArray &bytes);
    bool link(const QString &repository, const QString &kind, const QByteArray &bytes);

    QTemporaryDir m_folder;
    QString m_storage;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace dosirak::test
