// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tls_identity.h"

#include <QFile>
#include <QProcess>

namespace dosirak::test {

using namespace Qt::StringLiterals;

TlsIdentity::TlsIdentity(const QString &names)
{
    const QStringList newKey = {u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    QFile extensions(file("server.ext"));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=" + names.toLatin1() + '\n') < 0) {
        m_error = extensions.errorString();
        return;
    }
    extensions.close();
    openssl(QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=An authority of a test"_s, u"-out"_s, authority(),
                        u"-keyout"_s, file("ca.key")} + newKey)
        && openssl(QStringList{u"req"_s, u"-subj"_s, u"/CN=A server of a test"_s, u"-out"_s, file("server.csr"), u"-keyout"_s, key()} + newKey)
        && openssl({u"x509"_s, u"-req"_s, u"-days"_s, u"2"_s, u"-in"_s, file("server.csr"), u"-CA"_s, authority(), u"-CAkey"_s,
                    file("ca.key"), u"-CAcreateserial"_s, u"-extfile"_s, extensions.fileName(), u"-out"_s, certificate()});
}

bool TlsIdentity::openssl(const QStringList &arguments)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(u"openssl"_s, arguments);
    const bool good = program.waitForFinished() && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
    if (!good)
        m_error = program.errorString() + u": "_s + QString::fromUtf8(program.readAll());
    return good;
}

} // namespace dosirak::test
