// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_worker.h"

#include "base/tr.h"
#include "fetch/http_words.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTimeZone>
#include <algorithm>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBuffer = 4 << 20; ///< bytes that Qt may hold for a reader that is slow
constexpr qint64 blockSize = 1 << 20;
constexpr int maxRedirects = 10;
constexpr qint64 maxHead = 256 << 10;
constexpr qint64 maxIgnoredBody = 1 << 20; ///< of an answer whose body nobody wants

class ProxyFactory : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(const NetworkSettings &settings)
        : m_http(proxy(settings.httpProxy)), m_https(proxy(settings.httpsProxy)), m_direct(settings.noProxy) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isDirect(query.peerHostName().toLower()))
            return {QNetworkProxy::NoProxy};
        return {query.protocolTag() == u"https"_s ? m_https : m_http};
    }

private:
    static QNetworkProxy proxy(const QString &text)
    {
        if (text.isEmpty())
            return QNetworkProxy::NoProxy;
        const QUrl url(text.contains(u"://"_s) ? text : u"http://"_s + text);
        const bool socks = url.scheme().startsWith(u"socks"_s);
        return {socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                quint16(url.port(socks ? 1080 : 8080)), url.userName(QUrl::FullyDecoded),
                url.password(QUrl::FullyDecoded)};
    }

    bool isDirect(const QString &host) const
    {
        return std::any_of(m_direct.begin(), m_direct.end(), [&](QString entry) {
            if (entry == u"*"_s)
                return true;
            if (entry.startsWith(u'.'))
                entry.remove(0, 1);
            return host == entry || host.endsWith(u"."_s + entry);
        });
    }

    QNetworkProxy m_http;
    QNetworkProxy m_https;
    QStringList m_direct;
};

/// The system's authorities and the extra ones. The file of the system's own bundle adds nothing and costs parsing.
Result<QSslConfiguration> sslConfiguration(const QStringList &extraFiles)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const QString system = QFileInfo(u"/etc/ssl/certs/ca-certificates.crt"_s).canonicalFilePath();
    QList<QSslCertificate> extra;
    for (const QString &file : extraFiles) {
        if (QFileInfo(file).canonicalFilePath() == system && !system.isEmpty())
            continue;
        const QList<QSslCertificate> found = QSslCertificate::fromPath(file, QSsl::Pem);
        if (found.isEmpty())
            return fail(ErrorCode::Io, coreTr("“%1” holds no certificates that can be read.").arg(file),
                        coreTr("Correct the list of authorities in the settings (or SSL_CERT_FILE, "
                               "REQUESTS_CA_BUNDLE, PIP_CERT)."));
        extra += found;
    }
    if (!extra.isEmpty())
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    return configuration;
}

QString slotOf(const QUrl &url)
{
    return url.host() + u":"_s + QString::number(url.port(url.scheme() == u"https"_s ? 443 : 80));
}

bool isBusy(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date. nullopt: not said or not understood.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header)
{
    bool isNumber = false;
    if (const qlonglong seconds = header.trimmed().toLongLong(&isNumber); isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!when.isValid())
        return std::nullopt;
    const QDateTime utc(when.date(), when.time(), QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(utc)));
}

/// "bytes 0-99/1234" → 1234; -1 when the size is not said.
qint64 totalOf(const QByteArray &contentRange)
{
    bool ok = false;
    const qint64 total = contentRange.mid(contentRange.lastIndexOf('/') + 1).trimmed().toLongLong(&ok);
    return ok && total >= 0 ? total : -1;
}

} // namespace

HttpWorker::HttpWorker(NetworkSettings settings) : m_settings(std::move(settings)) {}

void HttpWorker::setUp()
{
    m_netrc = Netrc::read(m_settings.netrcFile);
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager->setProxyFactory(new ProxyFactory(m_settings)); // the manager owns it
    m_clock.start();
    m_ticker = std::make_unique<QTimer>();
    connect(m_ticker.get(), &QTimer::timeout, this, &HttpWorker::tick);
    m_ticker->start(m_settings.bandwidthLimit > 0 ? 20 : 100);
    if (auto ssl = sslConfiguration(m_settings.extraCaFiles))
        m_ssl = *ssl;
    else
        m_sslError = ssl.error();
}

void HttpWorker::shutDown()
{
    m_down = true;
    const auto jobs = m_jobs; // finish() takes them out of the list
    for (const HttpJobPtr &job : jobs)
        finish(job, cancelled());
    m_ticker.reset();
    m_manager.reset();
}

void HttpWorker::start(const HttpJobPtr &job)
{
    QMetaObject::invokeMethod(this, [this, job] { enqueue(job); }, Qt::QueuedConnection);
}

void HttpWorker::resume(const HttpJobPtr &job)
{
    QMetaObject::invokeMethod(this, [this, job] {
        if (job->over || !job->paused)
            return;
        job->paused = false;
        job->lastByte.restart();
        deliver(job);
    }, Qt::QueuedConnection);
}

void HttpWorker::abort(const HttpJobPtr &job)
{
    QMetaObject::invokeMethod(this, [this, job] { finish(job, cancelled()); }, Qt::QueuedConnection);
}

void HttpWorker::enqueue(const HttpJobPtr &job)
{
    m_jobs += job;
    if (m_down || job->stop.stop_requested())
        return finish(job, cancelled());
    if (m_settings.offline)
        return finish(job, Failure(words::offline(job->origin)));
    if (m_sslError && job->url.scheme() == u"https"_s)
        return finish(job, Failure(*m_sslError));
    if (job->stop.stop_possible())
        job->onStop.emplace(job->stop, [this, weak = std::weak_ptr(job)] {
            if (const HttpJobPtr alive = weak.lock())
                abort(alive);
        });
    Host &host = m_hosts[slotOf(job->url)];
    if (host.limit == 0)
        host.limit = m_settings.perHost;
    host.waiting += job;
    pump();
}

void HttpWorker::pump()
{
    for (auto host = m_hosts.begin(); host != m_hosts.end(); ++host) {
        while (!host->waiting.isEmpty() && host->active < host->limit && m_active < m_settings.total) {
            const HttpJobPtr job = host->waiting.takeFirst();
            if (job->over)
                continue;
            ++host->active;
            ++m_active;
            job->host = host.key();
            launch(job);
        }
    }
}

void HttpWorker::releaseSlot(const HttpJobPtr &job)
{
    if (job->host.isEmpty())
        return;
    --m_hosts[job->host].active;
    --m_active;
    job->host.clear();
}

QByteArray HttpWorker::authorizationFor(const HttpJob &job) const
{
    if (!job.authorization.isEmpty() && slotOf(job.url) == job.authorizedHost)
        return job.authorization;
    const QString host = job.url.host().toLower();
    std::optional<Credentials> found;
    if (const auto it = m_settings.credentials.constFind(slotOf(job.url)); it != m_settings.credentials.cend())
        found = *it;
    else if (const auto plain = m_settings.credentials.constFind(host); plain != m_settings.credentials.cend())
        found = *plain;
    else
        found = m_netrc.find(host);
    if (!found)
        return {};
    return "Basic " + (found->user + u':' + found->password).toUtf8().toBase64();
}

QNetworkRequest HttpWorker::networkRequest(const HttpJob &job) const
{
    QNetworkRequest request(job.url);
    bool ownAuthorization = false;
    for (const auto &[name, value] : job.request.headers) {
        const bool isAuthorization = name.compare("authorization", Qt::CaseInsensitive) == 0;
        // A caller's token is for the host it was asked for, not for where that one sends us.
        if (isAuthorization && slotOf(job.url) != job.authorizedHost)
            continue;
        ownAuthorization |= isAuthorization;
        request.setRawHeader(name, value);
    }
    if (!ownAuthorization)
        if (const QByteArray authorization = authorizationFor(job); !authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
    if (job.request.range)
        request.setRawHeader("Range", job.request.range->header());
    if (job.request.raw || job.request.range)
        request.setRawHeader("Accept-Encoding", "identity"); // set by hand, Qt leaves the bytes alone
    else
        request.setDecompressedSafetyCheckThreshold(job.request.maxBytes);
    request.setRawHeader("User-Agent", "dosirak");
    request.setSslConfiguration(m_ssl);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

void HttpWorker::launch(const HttpJobPtr &job)
{
    job->fate = HttpJob::Fate::Undecided;
    job->error.reset();
    job->received = 0;
    job->ended = false;
    job->connected = false;
    job->visited.insert(job->url);
    job->lastByte.start();
    const QNetworkRequest request = networkRequest(*job);
    QNetworkReply *reply = job->request.method == HttpRequest::Method::Head ? m_manager->head(request)
                                                                            : m_manager->get(request);
    job->reply = reply;
    reply->setReadBufferSize(readBuffer);
    const std::weak_ptr weak(job); // the reply must not keep its own job alive
    const auto guarded = [this, weak, reply](auto &&call) {
        const HttpJobPtr alive = weak.lock();
        if (alive && !alive->over && alive->reply == reply)
            (this->*call)(alive);
    };
    const auto touch = [weak] {
        if (const HttpJobPtr alive = weak.lock()) {
            alive->connected = true;
            alive->lastByte.restart();
        }
    };
    connect(reply, &QNetworkReply::socketStartedConnecting, this, touch);
    connect(reply, &QNetworkReply::requestSent, this, touch);
    connect(reply, &QNetworkReply::metaDataChanged, this, [guarded] { guarded(&HttpWorker::onHead); });
    connect(reply, &QNetworkReply::readyRead, this, [guarded] { guarded(&HttpWorker::onData); });
    connect(reply, &QNetworkReply::finished, this, [guarded] { guarded(&HttpWorker::onFinished); });
}

HttpHead HttpWorker::headOf(const HttpJob &job) const
{
    HttpHead head;
    head.status = job.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.finalUrl = job.redirects == 0 ? job.origin : m_settings.toOrigin(job.url);
    for (const auto &[name, value] : job.reply->rawHeaderPairs())
        head.headers += {name.toLower(), value};
    head.contentType = head.header("content-type").split(';').value(0).trimmed().toLower();
    head.etag = head.header("etag");
    head.lastModified = head.header("last-modified");
    bool ok = false;
    if (const qint64 length = head.header("content-length").toLongLong(&ok); ok && !job.encoded)
        head.contentLength = length;
    if (head.status == 206 || head.status == 416)
        head.totalSize = totalOf(head.header("content-range"));
    else if (head.status == 200)
        head.totalSize = head.contentLength;
    return head;
}

void HttpWorker::onHead(const HttpJobPtr &job)
{
    const int status = job->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (job->fate != HttpJob::Fate::Undecided || status < 200)
        return;
    job->lastByte.restart();
    qint64 headSize = 0;
    for (const auto &[name, value] : job->reply->rawHeaderPairs())
        headSize += name.size() + value.size();
    if (headSize > maxHead) // newer versions of Qt refuse it themselves
        return finish(job, Failure(words::oversizedHead(job->url)));
    const bool wanted = status < 300 || job->request.alsoAccept.contains(status);
    if (isRedirect(status) && !job->reply->rawHeader("Location").isEmpty()) {
        job->fate = HttpJob::Fate::Redirect;
    } else if (isBusy(status) && !wanted && !job->streaming) {
        job->fate = HttpJob::Fate::Retry;
    } else if (wanted || job->streaming) {
        job->fate = HttpJob::Fate::Deliver;
        const bool decompresses = !job->request.raw && !job->request.range;
        const QByteArray encoding = job->reply->rawHeader("Content-Encoding").toLower();
        job->encoded = decompresses && !encoding.isEmpty() && encoding != "identity";
        const HttpHead head = headOf(*job);
        job->contentLength = job->request.method == HttpRequest::Method::Head ? -1 : head.contentLength;
        if (!job->streaming && job->contentLength > job->request.maxBytes)
            return finish(job, Failure(words::tooLarge(job->url, job->request.maxBytes)));
        job->sink->head(head);
    } else {
        job->fate = HttpJob::Fate::Fail;
        job->error = words::refusedStatus(status, job->url);
    }
}

void HttpWorker::onData(const HttpJobPtr &job)
{
    job->lastByte.restart();
    if (job->fate == HttpJob::Fate::Undecided)
        onHead(job);
    if (job->over)
        return;
    if (job->fate == HttpJob::Fate::Deliver)
        return deliver(job);
    job->received += job->reply->readAll().size();
    if (job->received > maxIgnoredBody)
        onFinished(job); // enough of a body that nobody wants
}

bool HttpWorker::overBudget() const
{
    return m_settings.bandwidthLimit > 0 && m_credit <= 0;
}

void HttpWorker::deliver(const HttpJobPtr &job)
{
    while (!job->paused && !overBudget() && job->reply->bytesAvailable() > 0) {
        const qint64 most = m_settings.bandwidthLimit > 0 ? std::min(blockSize, qint64(m_credit) + 1) : blockSize;
        QByteArray block = job->reply->read(std::min(most, job->reply->bytesAvailable()));
        if (block.isEmpty())
            break;
        job->received += block.size();
        m_credit -= double(block.size());
        if (!job->streaming && job->received > job->request.maxBytes)
            return finish(job, Failure(words::tooLarge(job->url, job->request.maxBytes)));
        job->paused = !job->sink->data(std::move(block));
    }
    if (job->ended && !job->paused && job->reply->bytesAvailable() == 0)
        deliveredAll(job);
}

void HttpWorker::onFinished(const HttpJobPtr &job)
{
    if (job->fate == HttpJob::Fate::Undecided)
        onHead(job);
    if (job->over)
        return;
    job->ended = true;
    switch (job->fate) {
    case HttpJob::Fate::Undecided: {
        const QNetworkReply::NetworkError code = job->reply->error();
        const bool curable = code != QNetworkReply::SslHandshakeFailedError
            && code != QNetworkReply::ProxyAuthenticationRequiredError && code != QNetworkReply::ProtocolUnknownError;
        return retryFault(job, words::networkError(code, job->reply->errorString(), job->url), curable);
    }
    case HttpJob::Fate::Deliver: return deliver(job);
    case HttpJob::Fate::Redirect: return follow(job);
    case HttpJob::Fate::Retry: return retryStatus(job);
    case HttpJob::Fate::Fail: return finish(job, Failure(*job->error));
    }
}

void HttpWorker::deliveredAll(const HttpJobPtr &job)
{
    // Errors from 201 on only repeat the status, which was accepted; 399 is a body that could not be decoded.
    const QNetworkReply::NetworkError code = job->reply->error();
    if (code != QNetworkReply::NoError && (code < 200 || code == QNetworkReply::ProtocolFailure))
        return retryFault(job, words::networkError(code, job->reply->errorString(), job->url), !job->streaming);
    if (job->contentLength >= 0 && job->received < job->contentLength)
        return retryFault(job, words::brokenOff(job->url, job->received, job->contentLength), !job->streaming);
    if (const auto host = m_hosts.find(job->host); host != m_hosts.end() && host->limit < m_settings.perHost
        && ++host->goodInARow >= host->limit) {
        ++host->limit; // slowly back up after a "too busy"
        host->goodInARow = 0;
    }
    finish(job, {});
}

void HttpWorker::follow(const HttpJobPtr &job)
{
    const QUrl target = job->url.resolved(QUrl::fromEncoded(job->reply->rawHeader("Location")));
    const bool secure = job->url.scheme() == u"https"_s;
    const bool allowed = target.scheme() == u"https"_s || (target.scheme() == u"http"_s && !secure);
    if (!target.isValid() || !allowed || target.host().isEmpty())
        return finish(job, Failure(words::badRedirect(job->url, target)));
    if (++job->redirects > maxRedirects || job->visited.contains(target))
        return finish(job, Failure(words::redirectLoop(job->url)));
    dropReply(job);
    releaseSlot(job);
    job->url = target;
    job->url.setUserInfo({}); // a server does not get to choose who we are elsewhere
    Host &host = m_hosts[slotOf(target)];
    if (host.limit == 0)
        host.limit = m_settings.perHost;
    host.waiting.prepend(job);
    pump();
}

void HttpWorker::retryStatus(const HttpJobPtr &job)
{
    const int status = job->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto asked = retryAfter(job->reply->rawHeader("Retry-After"));
    Host &host = m_hosts[job->host];
    if (status == 429 || status == 503) {
        host.limit = std::max(1, host.limit / 2);
        host.goodInARow = 0;
    }
    const int retries = job->request.retries.value_or(m_settings.retries);
    if (job->attempt >= retries || (asked && *asked > m_settings.longestPause)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(asked.value_or(std::chrono::milliseconds(0)));
        return finish(job, Failure(words::busy(status, job->url, seconds)));
    }
    relaunchAfter(job, asked.value_or(m_settings.retryPause * (1 << job->attempt)));
}

void HttpWorker::retryFault(const HttpJobPtr &job, const Error &error, bool curable)
{
    const int retries = job->request.retries.value_or(m_settings.retries);
    if (!curable || job->streaming || job->attempt >= retries)
        return finish(job, Failure(error));
    relaunchAfter(job, m_settings.retryPause * (1 << job->attempt));
}

void HttpWorker::relaunchAfter(const HttpJobPtr &job, std::chrono::milliseconds pause)
{
    ++job->attempt;
    dropReply(job);
    releaseSlot(job);
    job->visited.clear();
    // Spread out, so that many requests that failed together do not come back together.
    const qint64 spread = QRandomGenerator::global()->bounded(quint32(pause.count() / 4 + 1));
    const auto wait = std::min(pause + std::chrono::milliseconds(spread), m_settings.longestPause);
    QTimer::singleShot(wait, this, [this, job] {
        if (job->over)
            return;
        m_hosts[slotOf(job->url)].waiting.prepend(job);
        pump();
    });
    pump();
}

void HttpWorker::dropReply(const HttpJobPtr &job)
{
    if (!job->reply)
        return;
    QNetworkReply *reply = job->reply;
    job->reply = nullptr;
    disconnect(reply, nullptr, this, nullptr); // abort() would report the end before it returns
    if (!reply->isFinished() && reply->error() == QNetworkReply::NoError)
        reply->abort();
    reply->deleteLater(); // ends what still runs
}

void HttpWorker::finish(const HttpJobPtr &job, const Result<void> &outcome)
{
    if (job->over)
        return;
    job->over = true;
    job->onStop.reset();
    dropReply(job);
    releaseSlot(job);
    m_jobs.removeOne(job);
    job->sink->done(outcome);
    if (!m_down)
        pump();
}

void HttpWorker::tick()
{
    const qint64 now = m_clock.elapsed();
    if (m_settings.bandwidthLimit > 0) {
        const double rate = double(m_settings.bandwidthLimit);
        m_credit = std::min(m_credit + rate * double(now - m_lastTick) / 1000.0, rate / 10.0);
    }
    m_lastTick = now;
    const auto jobs = m_jobs;
    for (const HttpJobPtr &job : jobs) {
        if (job->over || !job->reply)
            continue;
        if (m_settings.bandwidthLimit > 0 && job->fate == HttpJob::Fate::Deliver && !job->paused) {
            job->lastByte.restart();
            deliver(job);
            continue;
        }
        if (job->paused || job->ended)
            continue;
        // A request that still waits inside Qt for a connection of its host has not been let down by the other side.
        const auto limit = job->request.idleTimeout.value_or(m_settings.idleTimeout) * (job->connected ? 1 : 4);
        if (limit.count() > 0 && job->lastByte.elapsed() > limit.count()) {
            const bool curable = job->fate != HttpJob::Fate::Deliver || !job->streaming;
            retryFault(job, words::stalled(job->url, limit), curable);
        }
    }
}

} // namespace dosirak::fetch
