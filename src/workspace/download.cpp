// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/download.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "fetch/http_client.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <cerrno>
#include <unistd.h>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int tries = 5;
constexpr int firstPauseMs = 400;
constexpr qint64 pieceSize = 1 << 20;

/// One attempt to bring what is missing of a part.
class Attempt
{
public:
    Attempt(const lock::Artifact &artifact, QFile &part, fetch::HttpClient &http, const std::stop_token &stop,
            const std::function<void(qint64)> &onBytes)
        : m_artifact(artifact), m_part(part), m_http(http), m_stop(stop), m_onBytes(onBytes)
    {
    }

    /// True: the part is whole and right. False: try again (m_again says why).
    Result<bool> run()
    {
        DOSIRAK_CHECK(hashWhatIsThere());
        if (m_artifact.size >= 0 && m_size == m_artifact.size)
            return judge();
        fetch::HttpRequest request;
        request.url = QUrl(m_artifact.url, QUrl::StrictMode);
        request.raw = true;
        if (m_size > 0)
            request.range = fetch::ByteRange::from(m_size);
        const auto stream = m_http.open(request, m_stop);
        const auto head = stream->head();
        if (!head)
            return again(head.error());
        if (m_size > 0 && head->status != 206)
            DOSIRAK_CHECK(startOver()); // the server does not do ranges, or the file is another one now
        if (head->status != 200 && head->status != 206)
            return status(head->status);
        return receive(*stream);
    }

    [[nodiscard]] const Error &reason() const { return m_again; }

private:
    Result<void> hashWhatIsThere()
    {
        m_hash = Sha256();
        m_size = 0;
        if (!m_part.seek(0))
            return Failure(ioError(m_part.fileName(), EIO));
        QByteArray piece;
        while (!(piece = m_part.read(pieceSize)).isEmpty()) {
            if (m_stop.stop_requested())
                return cancelled();
            take(piece);
        }
        return {};
    }

    Result<void> startOver()
    {
        m_onBytes(-m_size);
        m_hash = Sha256();
        m_size = 0;
        if (!m_part.resize(0) || !m_part.seek(0))
            return Failure(ioError(m_part.fileName(), EIO));
        return {};
    }

    void take(const QByteArray &piece)
    {
        m_hash.add(piece);
        m_size += piece.size();
        m_onBytes(piece.size());
    }

    Result<bool> receive(fetch::HttpStream &stream)
    {
        for (;;) {
            const auto piece = stream.read();
            if (!piece)
                return again(piece.error());
            if (piece->isEmpty())
                return judge();
            errno = 0;
            if (m_part.write(*piece) != piece->size())
                return Failure(ioError(m_part.fileName(), errno != 0 ? errno : EIO));
            take(*piece);
            if (m_artifact.size >= 0 && m_size > m_artifact.size)
                return wrongBytes();
        }
    }

    Result<bool> judge()
    {
        if (m_artifact.size >= 0 && m_size < m_artifact.size)
            return again({ErrorCode::Network, coreTr("The connection broke off."), {}, {}, {}, {}});
        if (!m_artifact.sha256.isEmpty() && QString::fromLatin1(m_hash.finish()) != m_artifact.sha256)
            return wrongBytes();
        return true;
    }

    Result<bool> wrongBytes()
    {
        m_part.resize(0);
        return fail(ErrorCode::Integrity, coreTr("What the server sent as “%1” is not what the lock says.").arg(m_artifact.fileName),
                    coreTr("A proxy or login page may stand in between, or the file was replaced: lock again if so."), m_artifact.url);
    }

    Result<bool> again(const Error &error)
    {
        if (error.code != ErrorCode::Network)
            return Failure(error);
        m_again = error;
        return false;
    }

    Result<bool> status(int status)
    {
        const QString what = coreTr("“%1” cannot be fetched (HTTP %2).").arg(m_artifact.fileName).arg(status);
        if (status == 429 || status >= 500)
            return again({ErrorCode::Network, what, {}, m_artifact.url, {}, {}});
        return fail(status == 404 || status == 410 ? ErrorCode::NotFound : ErrorCode::Refused, what,
                    coreTr("Lock again: the index may have moved on."), m_artifact.url);
    }

    const lock::Artifact &m_artifact;
    QFile &m_part;
    fetch::HttpClient &m_http;
    const std::stop_token &m_stop;
    const std::function<void(qint64)> &m_onBytes;
    Sha256 m_hash;
    qint64 m_size = 0;
    Error m_again;
};

} // namespace

Result<void> download(const lock::Artifact &artifact, const QString &path, fetch::HttpClient &http, const std::stop_token &stop,
                      const std::function<void(qint64)> &onBytes)
{
    DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
    QFile part(path + u".part"_s);
    errno = 0;
    if (!part.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return Failure(ioError(part.fileName(), errno != 0 ? errno : EACCES));
    Error last;
    qint64 told = 0;
    const std::function<void(qint64)> count = [&](qint64 bytes) {
        told += bytes;
        onBytes(bytes);
    };
    for (int attempt = 0; attempt < tries; ++attempt) {
        if (attempt > 0) {
            onBytes(-told); // the part is read again from its beginning
            told = 0;
            QThread::msleep(quint32(firstPauseMs) << attempt);
        }
        if (stop.stop_requested())
            return cancelled();
        Attempt once(artifact, part, http, stop, count);
        DOSIRAK_TRY(whole, once.run());
        last = once.reason();
        if (!whole)
            continue;
        errno = 0;
        if (::fsync(part.handle()) != 0 || ::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
            return Failure(ioError(path, errno));
        return {};
    }
    return Failure(last);
}

} // namespace dosirak::workspace
