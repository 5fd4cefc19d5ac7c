// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/transfer.h"

#include "base/files.h"
#include "base/tr.h"
#include "fetch/http_status.h"
#include "fetch/http_words.h"
#include "fetch/part_file.h"
#include "fetch/stream_hash.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <unistd.h>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

/// What an attempt came to when it did not end well.
struct Setback {
    enum class Cure {
        None,       ///< no use at this address
        Retry,      ///< the same address may do better in a moment
        StartOver,  ///< the same address, from the first byte
        GiveUp,     ///< no use at any address (disk full, stopped)
    };
    Error error;
    Cure cure = Cure::None;
    std::optional<std::chrono::milliseconds> wait;
};

using Attempt = tl::expected<void, Setback>;

tl::unexpected<Setback> setback(Error error, Setback::Cure cure, std::optional<std::chrono::milliseconds> wait = {})
{
    return tl::unexpected(Setback{std::move(error), cure, wait});
}

Error integrity(const QString &what, const QString &hint, const QUrl &url)
{
    return {ErrorCode::Integrity, what, hint, redacted(url), {}, {}};
}

bool looksLikeHtml(const QByteArray &begin)
{
    const QByteArray text = begin.left(512).trimmed().toLower();
    return text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head");
}

/// Sleeps, unless it is told to stop. False: it was.
bool pauseFor(std::chrono::milliseconds pause, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, pause, [] { return false; });
    return !stop.stop_requested();
}

/// "bytes 100-199/200" → 100; -1 when it is not of that form.
qint64 firstOf(const QByteArray &contentRange)
{
    const QByteArray text = contentRange.trimmed();
    bool ok = false;
    const qint64 first = text.mid(6, text.indexOf('-') - 6).toLongLong(&ok);
    return text.startsWith("bytes ") && ok ? first : -1;
}

class Transfer
{
public:
    Transfer(HttpClient &client, const TransferRequest &request, const std::stop_token &stop, const TransferSink &progress)
        : m_client(client), m_request(request), m_stop(stop), m_progress(progress) {}

    Result<TransferOutcome> run();

private:
    Result<TransferOutcome> fromAnyAddress();
    Attempt fromAddress(const QUrl &url);
    Attempt attempt(const QUrl &url);
    Attempt copyLocal(const QUrl &url);
    Attempt takeUp(const QUrl &url, HttpRequest &http);
    Attempt checkHead(const QUrl &url, const HttpHead &head, const HttpRequest &http);
    Attempt checkStatus(const QUrl &url, const HttpHead &head, const HttpRequest &http);
    Attempt receive(const QUrl &url, HttpStream &stream);
    Attempt checkWhole(const QUrl &url);
    Attempt startOver();
    Result<void> hashWhatIsThere();
    void report() const;

    HttpClient &m_client;
    const TransferRequest &m_request;
    const std::stop_token &m_stop;
    const TransferSink &m_progress;
    PartFile m_part;
    StreamHash m_hash;
    QByteArray m_digest;
    qint64 m_total = -1;      ///< bytes of the whole file as far as is known
    qint64 m_resumedAt = 0;
    bool m_patched = false;   ///< put together from more than one answer
    bool m_complete = false;  ///< the server says that what is here is all
};

void Transfer::report() const
{
    if (m_progress)
        m_progress(m_part.size(), m_total);
}

Result<TransferOutcome> Transfer::run()
{
    DOSIRAK_CHECK(m_part.open(m_request.target, m_stop, m_request.mode));
    if (m_request.alreadyThere && m_request.alreadyThere()) {
        m_part.discard();
        return TransferOutcome{m_request.sha256, m_request.size, m_request.size, {}};
    }
    auto outcome = fromAnyAddress();
    if (!outcome && m_part.size() == 0)
        m_part.discard(); // nothing that could be taken up
    return outcome;
}

Result<TransferOutcome> Transfer::fromAnyAddress()
{
    m_total = m_request.size;
    m_resumedAt = m_part.size();
    std::optional<Error> first;
    QStringList others;
    for (const QUrl &url : m_request.urls) {
        const Attempt attempt = fromAddress(url);
        if (attempt) {
            const qint64 size = m_part.size();
            if (m_request.publish) {
                DOSIRAK_CHECK(m_request.publish(m_part.path(), m_digest));
                m_part.removeJournal();
            } else {
                DOSIRAK_CHECK(m_part.publish(m_request.target, m_request.flush));
            }
            return TransferOutcome{m_digest, size, std::min(m_resumedAt, size), url};
        }
        if (m_stop.stop_requested())
            return cancelled();
        if (attempt.error().cure == Setback::Cure::GiveUp)
            return Failure(attempt.error().error);
        if (!first)
            first = attempt.error().error;
        else
            others += attempt.error().error.what;
    }
    if (!first)
        return fail(ErrorCode::NotFound, coreTr("No address is known for “%1”.").arg(QFileInfo(m_request.target).fileName()));
    if (!others.isEmpty())
        first->detail += u"\n"_s + others.join(u'\n');
    return Failure(*first);
}

/// One address, as often as it makes sense. Attempts that brought bytes do not count against it.
Attempt Transfer::fromAddress(const QUrl &url)
{
    const NetworkSettings &settings = m_client.settings();
    int restarts = 0;
    for (int tries = 0;; ++tries) {
        const qint64 before = m_part.size();
        const Attempt result = attempt(url);
        if (result)
            return result;
        if (m_stop.stop_requested())
            return setback(cancelled().value(), Setback::Cure::GiveUp);
        const Setback &setbackNow = result.error();
        if (setbackNow.cure == Setback::Cure::StartOver) {
            if (const Attempt cleared = startOver(); !cleared)
                return cleared;
            if (++restarts > 2)
                return setback(setbackNow.error, Setback::Cure::None);
            continue;
        }
        if (setbackNow.cure != Setback::Cure::Retry)
            return result;
        if (m_part.size() > before + (64 << 10))
            tries = 0;
        if (tries >= settings.retries || setbackNow.wait.value_or(std::chrono::milliseconds(0)) > settings.longestPause)
            return result;
        pauseFor(setbackNow.wait.value_or(std::min(settings.retryPause * (1 << tries), settings.longestPause)), m_stop);
    }
}

Attempt Transfer::startOver()
{
    m_hash.reset();
    m_resumedAt = 0;
    m_patched = false;
    m_complete = false;
    if (auto cleared = m_part.startOver(); !cleared)
        return setback(cleared.error(), Setback::Cure::GiveUp);
    return {};
}

Attempt Transfer::attempt(const QUrl &url)
{
    const QUrl mirrored = m_client.settings().toMirror(url);
    if (mirrored.isLocalFile())
        return copyLocal(mirrored);
    HttpRequest http;
    http.url = url;
    http.raw = true;
    http.sizeHint = m_request.size;
    if (url == m_request.urls.first())
        http.headers = m_request.headers;
    if (auto ready = takeUp(url, http); !ready)
        return ready;
    if (m_request.size >= 0 && m_part.size() == m_request.size)
        return checkWhole(url); // an earlier run had all of it and was ended before it could say so
    const auto stream = m_client.open(http, m_stop);
    const auto head = stream->head();
    if (!head)
        return setback(head.error(), head.error().code == ErrorCode::Network ? Setback::Cure::Retry : Setback::Cure::None);
    if (auto fits = checkHead(url, *head, http); !fits)
        return fits;
    if (!m_complete)
        if (auto received = receive(url, *stream); !received)
            return received;
    return checkWhole(url);
}

/// Prepares to go on where the part ends: hashes what is there and asks for the rest, if that may be done at all.
Attempt Transfer::takeUp(const QUrl &url, HttpRequest &http)
{
    if (m_part.size() == 0)
        return {};
    const PartJournal journal = m_part.journal();
    const bool sameFile = journal.url == redacted(url) && !journal.validator().isEmpty();
    const bool tooLong = m_request.size >= 0 && m_part.size() > m_request.size;
    // With a digest any beginning may be tried: a wrong one is found out in the end and then started over.
    if (tooLong || (!sameFile && m_request.sha256.isEmpty()))
        return startOver();
    if (m_hash.size() != m_part.size())
        if (auto hashed = hashWhatIsThere(); !hashed)
            return setback(hashed.error(), Setback::Cure::GiveUp);
    http.range = ByteRange::from(m_part.size());
    if (sameFile)
        http.headers.emplaceBack("If-Range", journal.validator());
    return {};
}

Result<void> Transfer::hashWhatIsThere()
{
    m_hash.reset();
    for (qint64 at = 0; at < m_part.size();) {
        if (m_stop.stop_requested())
            return cancelled();
        QByteArray block(std::min<qint64>(1 << 20, m_part.size() - at), Qt::Uninitialized);
        const ssize_t got = ::pread(m_part.descriptor(), block.data(), size_t(block.size()), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return Failure(ioError(m_part.path(), got < 0 ? errno : EIO));
        block.truncate(got);
        m_hash.add(block);
        at += got;
    }
    return {};
}

/// What the status says of the bytes that will come.
Attempt Transfer::checkStatus(const QUrl &url, const HttpHead &head, const HttpRequest &http)
{
    if (head.status == 200) { // everything, whatever was asked for: the file has changed, or there are no ranges here
        if (m_part.size() > 0)
            return startOver();
        return {};
    }
    if (head.status == 206) {
        const qint64 first = firstOf(head.header("content-range"));
        if (!http.range || first != m_part.size())
            return setback(integrity(coreTr("“%1” sent another part of the file than was asked for.").arg(url.host()),
                                     coreTr("Try another mirror."), url), Setback::Cure::StartOver);
        m_patched = true;
        return {};
    }
    if (head.status == 416) {
        if (head.totalSize >= 0 && head.totalSize == m_part.size()) {
            m_complete = true;
            return {};
        }
        return setback(integrity(coreTr("“%1” has a shorter file than the one begun here.").arg(url.host()),
                                 coreTr("Lock again if the file was replaced."), url), Setback::Cure::StartOver);
    }
    if (isBusy(head.status)) {
        const auto wait = retryAfter(head.header("retry-after"));
        return setback(words::busy(head.status, url, std::chrono::ceil<std::chrono::seconds>(wait.value_or(std::chrono::milliseconds(0)))),
                       Setback::Cure::Retry, wait);
    }
    return setback(words::refusedStatus(head.status, url), Setback::Cure::None);
}

Attempt Transfer::checkHead(const QUrl &url, const HttpHead &head, const HttpRequest &http)
{
    if (auto status = checkStatus(url, head, http); !status || m_complete)
        return status;
    const QByteArray encoding = head.header("content-encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return setback(integrity(coreTr("“%1” packs the file on the way (%2), so that it is not the one that was locked.")
                                     .arg(url.host(), QString::fromLatin1(encoding)),
                                 coreTr("A proxy or mirror does this; use another, or have it switched off."), url),
                       Setback::Cure::None);
    if (!m_request.mayBeHtml && (head.contentType == "text/html" || head.contentType == "application/xhtml+xml"))
        return setback(integrity(coreTr("What came was a login page of “%1” and not the file.").arg(url.host()),
                                 coreTr("Log in there with a browser, download the file and drop it into the inbox, or set "
                                        "credentials for that host."), url), Setback::Cure::None);
    const qint64 total = head.totalSize >= 0 ? head.totalSize
        : head.contentLength >= 0 ? head.contentLength + m_part.size() : -1;
    if (m_request.size >= 0 && total >= 0 && total != m_request.size)
        return setback(integrity(coreTr("“%1” has %2 bytes there; %3 were expected.")
                                     .arg(url.host()).arg(total).arg(m_request.size),
                                 coreTr("Lock again if the file was replaced; else use another mirror."), url),
                       m_part.size() > 0 ? Setback::Cure::StartOver : Setback::Cure::None);
    if (total > m_request.maxBytes)
        return setback(words::tooLarge(url, m_request.maxBytes), Setback::Cure::None);
    m_total = std::max(total, m_request.size);
    // A small file is sooner sent again than written about.
    if (m_total < 0 || m_total > (1 << 20))
        if (auto kept = m_part.setJournal({redacted(url), head.etag, head.lastModified, m_total}); !kept)
            return setback(kept.error(), Setback::Cure::GiveUp);
    return {};
}

Attempt Transfer::receive(const QUrl &url, HttpStream &stream)
{
    report();
    for (;;) {
        const auto block = stream.read();
        if (!block)
            return setback(block.error(), block.error().code == ErrorCode::Network ? Setback::Cure::Retry : Setback::Cure::None);
        if (block->isEmpty())
            return {};
        if (m_part.size() == 0 && !m_request.mayBeHtml && looksLikeHtml(*block))
            return setback(integrity(coreTr("What came was a page of “%1” and not the file.").arg(url.host()),
                                     coreTr("A login or a proxy may be in the way: open the address in a browser."), url),
                           Setback::Cure::None);
        const qint64 most = m_request.size >= 0 ? m_request.size : m_total >= 0 ? m_total : m_request.maxBytes;
        if (m_part.size() + block->size() > most)
            return setback(integrity(coreTr("“%1” sends more than the %2 bytes expected.").arg(url.host()).arg(most),
                                     coreTr("Lock again if the file was replaced; else use another mirror."), url),
                           Setback::Cure::StartOver);
        m_hash.add(*block); // beside the writing
        if (auto written = m_part.append(*block); !written)
            return setback(written.error(), Setback::Cure::GiveUp);
        report();
    }
}

Attempt Transfer::checkWhole(const QUrl &url)
{
    if (m_total >= 0 && m_part.size() < m_total)
        return setback(words::brokenOff(url, m_part.size(), m_total), Setback::Cure::Retry);
    if (m_hash.size() != m_part.size())
        if (auto hashed = hashWhatIsThere(); !hashed)
            return setback(hashed.error(), Setback::Cure::GiveUp);
    m_digest = m_hash.finish();
    if (m_request.sha256.isEmpty() || m_digest == m_request.sha256)
        return {};
    // What was taken up may have been damaged: only a file that came in one piece convicts the server.
    const QString detail = u"sha256 %1, expected %2"_s.arg(QLatin1StringView(m_digest), QLatin1StringView(m_request.sha256));
    Error error = integrity(coreTr("The file from “%1” is not the one that was locked: its SHA-256 differs.").arg(url.host()),
                            coreTr("Do not use it. Try another mirror; lock again only if you know why it was replaced."), url);
    error.detail += u"\n"_s + detail;
    const bool again = m_patched || m_resumedAt > 0;
    if (const Attempt cleared = startOver(); !cleared)
        return cleared;
    return setback(error, again ? Setback::Cure::StartOver : Setback::Cure::None);
}

Attempt Transfer::copyLocal(const QUrl &url)
{
    if (auto cleared = startOver(); !cleared)
        return cleared;
    const auto size = cloneOrCopy(url.toLocalFile(), m_part.descriptor(), m_part.path(), m_stop, [this, done = qint64(0)](qint64 bytes) mutable {
        done += bytes;
        if (m_progress)
            m_progress(done, m_total);
    });
    if (!size) {
        const ErrorCode code = size.error().code;
        const bool ours = code == ErrorCode::DiskFull || code == ErrorCode::Cancelled;
        return setback(size.error(), ours ? Setback::Cure::GiveUp : Setback::Cure::None);
    }
    if (auto grown = m_part.cutTo(*size); !grown)
        return setback(grown.error(), Setback::Cure::GiveUp);
    m_total = m_request.size >= 0 ? m_request.size : *size;
    if (m_part.size() != m_total)
        return setback(integrity(coreTr("“%1” has %2 bytes; %3 were expected.").arg(url.toLocalFile()).arg(*size).arg(m_total),
                                 coreTr("Copy the file again, or lock again if it was replaced."), url), Setback::Cure::None);
    report();
    return checkWhole(url);
}

} // namespace

Result<TransferOutcome> download(HttpClient &client, const TransferRequest &request, const std::stop_token &stop,
                                 const TransferSink &progress)
{
    return Transfer(client, request, stop, progress).run();
}

} // namespace dosirak::fetch
