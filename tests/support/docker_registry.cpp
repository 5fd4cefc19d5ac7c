// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/docker_registry.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

namespace dosirak::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTries = 5;      // somebody may take the port between our asking for a free one and its start
constexpr int startLimitMs = 20'000;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

DockerRegistry::DockerRegistry(const QString &storage, const QString &user, const QByteArray &bcryptHash)
    : m_storage(storage.isEmpty() ? m_folder.filePath(u"storage"_s) : storage)
{
    for (int i = 0; i < startTries; ++i)
        if (start(user, bcryptHash))
            return;
}

DockerRegistry::~DockerRegistry()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool DockerRegistry::start(const QString &user, const QByteArray &bcryptHash)
{
    m_port = freePort();
    QByteArray config = "version: 0.1\nlog: {level: info, accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: '"
        + QFile::encodeName(m_storage) + "'}}\nhttp: {addr: '127.0.0.1:" + QByteArray::number(m_port) + "', secret: test}\n";
    if (!user.isEmpty()) {
        const QString users = m_folder.filePath(u"users"_s);
        if (!write(users, user.toUtf8() + ':' + bcryptHash + '\n'))
            return false;
        config += "auth: {htpasswd: {realm: test, path: '" + QFile::encodeName(users) + "'}}\n";
    }
    if (!write(m_folder.filePath(u"config.yml"_s), config) || !QDir().mkpath(m_storage))
        return false;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"docker-registry"_s, {u"serve"_s, m_folder.filePath(u"config.yml"_s)});
    QByteArray said;
    const QDeadlineTimer limit(startLimitMs);
    while (!limit.hasExpired() && m_process.waitForReadyRead(int(limit.remainingTime()))) {
        said += m_process.readAll();
        if (said.contains("listening on")) {
            m_error.clear();
            return true;
        }
    }
    said += m_process.readAll();
    m_process.kill();
    m_process.waitForFinished();
    m_error = u"docker-registry does not run (%1): %2"_s.arg(m_process.errorString(), QString::fromUtf8(said));
    return false;
}

bool DockerRegistry::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    if (!written)
        m_error = u"cannot write "_s + path;
    return written;
}

bool DockerRegistry::link(const QString &repository, const QString &kind, const QByteArray &bytes)
{
    const QString root = m_storage + u"/docker/registry/v2/"_s;
    const QString hex = hexOf(bytes);
    return write(root + u"blobs/sha256/%1/%2/data"_s.arg(hex.left(2), hex), bytes)
        && write(root + u"repositories/%1/%2/sha256/%3/link"_s.arg(repository, kind, hex), "sha256:" + hex.toLatin1());
}

bool DockerRegistry::addBlob(const QString &repository, const QByteArray &bytes)
{
    return link(repository, u"_layers"_s, bytes);
}

bool DockerRegistry::addManifest(const QString &repository, const QByteArray &bytes, const QString &tag)
{
    const QString tags = m_storage + u"/docker/registry/v2/repositories/%1/_manifests/tags/%2/"_s.arg(repository, tag);
    return link(repository, u"_manifests/revisions"_s, bytes)
        && (tag.isEmpty() || write(tags + u"current/link"_s, "sha256:" + hexOf(bytes).toLatin1()));
}

} // namespace dosirak::test
