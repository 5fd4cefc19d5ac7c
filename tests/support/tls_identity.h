// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace dosirak::test {

/// A private authority and a server's certificate by it, made with the openssl program as an administrator would.
/// Thread: any, after the constructor.
class TlsIdentity
{
public:
    /// @p names: the certificate's subjectAltName, e.g. "IP:127.0.0.1,DNS:localhost".
    explicit TlsIdentity(const QString &names = QStringLiteral("IP:127.0.0.1,DNS:localhost"));

    [[nodiscard]] QString authority() const { return file("ca.pem"); }     ///< PEM
    [[nodiscard]] QString certificate() const { return file("server.pem"); }
    [[nodiscard]] QString key() const { return file("server.key"); }
    /// What went wrong; empty: nothing.
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    bool openssl(const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_error;
};

} // namespace dosirak::test
