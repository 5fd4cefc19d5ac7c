// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_client.h"

#include "base/files.h"
#include "base/tr.h"
#include "fetch/http_cache.h"
#include "fetch/http_words.h"
#include "fetch/http_worker.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

QByteArray ByteRange::header() const
{
    if (suffix > 0)
        return "bytes=-" + QByteArray::number(suffix);
    return "bytes=" + QByteArray::number(first) + '-' + (last >= 0 ? QByteArray::number(last) : QByteArray());
}

QByteArray HttpHead::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

namespace {

using Promise = std::shared_ptr<QPromise<Result<HttpReply>>>;

void fulfil(const Promise &promise, Result<HttpReply> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

/// A body that is kept in memory and handed over at the end.
class BufferSink : public BodySink
{
public:
    explicit BufferSink(std::function<void(Result<HttpReply>)> done) : m_done(std::move(done)) {}

    void head(const HttpHead &head) override
    {
        m_reply = {};
        static_cast<HttpHead &>(m_reply) = head;
        if (head.contentLength > 0)
            m_reply.body.reserve(std::min<qint64>(head.contentLength, 16 << 20));
    }
    bool data(QByteArray bytes) override
    {
        m_reply.body += bytes;
        return true;
    }
    void done(const Result<void> &outcome) override
    {
        if (outcome)
            m_done(std::move(m_reply));
        else
            m_done(Failure(outcome.error()));
    }

private:
    HttpReply m_reply;
    std::function<void(Result<HttpReply>)> m_done;
};

/// The pipe between the network thread and one reader.
class ChannelSink : public BodySink
{
public:
    static constexpr qint64 high = 4 << 20; ///< bytes that wait at most, about
    static constexpr qint64 low = 2 << 20;

    void head(const HttpHead &head) override
    {
        const std::lock_guard lock(m_mutex);
        m_head = head;
        m_changed.notify_all();
    }
    bool data(QByteArray bytes) override
    {
        const std::lock_guard lock(m_mutex);
        m_waiting += bytes.size();
        m_blocks.push_back(std::move(bytes));
        m_changed.notify_all();
        m_full = m_waiting >= high;
        return !m_full;
    }
    void done(const Result<void> &outcome) override
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = outcome;
        m_changed.notify_all();
    }

    bool isOver()
    {
        const std::lock_guard lock(m_mutex);
        return m_outcome.has_value();
    }

    Result<HttpHead> waitForHead()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_head || m_outcome; });
        if (m_head)
            return *m_head;
        return m_outcome->has_value() ? fail(ErrorCode::Internal, u"an answer without a head"_s)
                                      : Result<HttpHead>(Failure(m_outcome->error()));
    }
    /// @p resume is set when the network thread waits for room.
    Result<QByteArray> take(bool &resume)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_blocks.empty() || m_outcome; });
        if (m_blocks.empty())
            return m_outcome->has_value() ? Result<QByteArray>(QByteArray())
                                          : Result<QByteArray>(Failure(m_outcome->error()));
        QByteArray block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_waiting -= block.size();
        resume = m_full && m_waiting <= low;
        if (resume)
            m_full = false;
        return block;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<HttpHead> m_head;
    std::optional<Result<void>> m_outcome;
    std::deque<QByteArray> m_blocks;
    qint64 m_waiting = 0;
    bool m_full = false;
};

class ChannelStream : public HttpStream
{
public:
    ChannelStream(HttpWorker *worker, HttpJobPtr job, std::shared_ptr<ChannelSink> sink)
        : m_worker(worker), m_job(std::move(job)), m_sink(std::move(sink)) {}
    ~ChannelStream() override
    {
        if (!m_sink->isOver())
            m_worker->abort(m_job);
    }

    Result<HttpHead> head() override { return m_sink->waitForHead(); }
    Result<QByteArray> read() override
    {
        bool resume = false;
        auto block = m_sink->take(resume);
        if (resume)
            m_worker->resume(m_job);
        return block;
    }

private:
    HttpWorker *m_worker;
    HttpJobPtr m_job;
    std::shared_ptr<ChannelSink> m_sink;
};

/// A file:// URL, whole or the range asked for.
Result<HttpReply> readLocal(const HttpRequest &request)
{
    const QString path = request.url.toLocalFile();
    const QFileInfo info(path);
    if (!info.isFile())
        return Failure(ioError(path, info.exists() ? EISDIR : ENOENT));
    const qint64 size = info.size();
    qint64 first = 0;
    qint64 end = size;
    if (request.range) {
        const ByteRange &range = *request.range;
        first = range.suffix > 0 ? std::max<qint64>(0, size - range.suffix) : range.first;
        end = range.suffix > 0 || range.last < 0 ? size : std::min(size, range.last + 1);
        if (first > end)
            return fail(ErrorCode::Invalid, coreTr("“%1” has no bytes from %2 on.").arg(path).arg(first));
    }
    if (end - first > request.maxBytes)
        return Failure(words::tooLarge(request.url, request.maxBytes));
    HttpReply reply;
    reply.status = request.range ? 206 : 200;
    reply.finalUrl = request.url;
    reply.totalSize = size;
    reply.contentLength = end - first;
    reply.lastModified = info.lastModified().toUTC().toString(Qt::ISODate).toLatin1();
    if (request.method == HttpRequest::Method::Head)
        return reply;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(first))
        return Failure(ioError(path, EACCES));
    reply.body = file.read(end - first);
    if (reply.body.size() != end - first)
        return Failure(ioError(path, EIO));
    return reply;
}

/// file:// for a reader that wants it bit by bit.
class LocalStream : public HttpStream
{
public:
    explicit LocalStream(const HttpRequest &request, std::stop_token stop)
        : m_request(request), m_stop(std::move(stop)), m_file(request.url.toLocalFile()) {}

    Result<HttpHead> head() override
    {
        HttpRequest headOnly = m_request;
        headOnly.method = HttpRequest::Method::Head;
        headOnly.maxBytes = std::numeric_limits<qint64>::max();
        DOSIRAK_TRY(reply, readLocal(headOnly));
        m_left = reply.contentLength;
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
            || !m_file.seek(m_request.range ? reply.totalSize - m_left : 0))
            return Failure(ioError(m_file.fileName(), EACCES));
        return HttpHead(reply);
    }
    Result<QByteArray> read() override
    {
        if (m_stop.stop_requested())
            return cancelled();
        QByteArray block = m_file.read(std::min<qint64>(1 << 20, m_left));
        if (block.isEmpty() && m_left > 0)
            return Failure(ioError(m_file.fileName(), EIO));
        m_left -= block.size();
        return block;
    }

private:
    HttpRequest m_request;
    std::stop_token m_stop;
    QFile m_file;
    qint64 m_left = 0;
};

class FailedStream : public HttpStream
{
public:
    explicit FailedStream(Error error) : m_error(std::move(error)) {}
    Result<HttpHead> head() override { return Failure(m_error); }
    Result<QByteArray> read() override { return Failure(m_error); }

private:
    Error m_error;
};

} // namespace

class HttpClient::Private
{
public:
    explicit Private(NetworkSettings s)
        : settings(std::move(s)), cache(settings.cacheFolder, settings.cacheBudget), worker(new HttpWorker(settings))
    {
        pool.setMaxThreadCount(4);
        thread.setObjectName(u"dosirak network"_s);
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::started, worker, &HttpWorker::setUp);
        thread.start();
    }

    ~Private()
    {
        pool.waitForDone(); // what reads the cache may still hand requests on
        QMetaObject::invokeMethod(worker, &HttpWorker::shutDown, Qt::BlockingQueuedConnection);
        pool.waitForDone(); // what was under way may still be written to the cache
        thread.quit();
        thread.wait();
        delete worker; // its thread has ended
    }

    /// The job for a request: where it is really asked for, and as who.
    HttpJobPtr makeJob(HttpRequest request, std::stop_token stop) const
    {
        auto job = std::make_shared<HttpJob>();
        job->origin = request.url;
        job->origin.setUserInfo({});
        job->origin.setFragment({});
        job->url = settings.toMirror(job->origin);
        if (job->url == job->origin)
            job->url.setUserInfo(request.url.userInfo(QUrl::FullyEncoded));
        job->authorizedHost = job->url.host() + u":"_s
            + QString::number(job->url.port(job->url.scheme() == u"https"_s ? 443 : 80));
        if (!job->url.userInfo().isEmpty()) {
            job->authorization = "Basic "
                + (job->url.userName(QUrl::FullyDecoded) + u':' + job->url.password(QUrl::FullyDecoded)).toUtf8().toBase64();
            job->url.setUserInfo({});
        }
        request.url = job->origin;
        job->request = std::move(request);
        job->stop = std::move(stop);
        return job;
    }

    void viaCache(const HttpJobPtr &job, const Promise &promise)
    {
        const CachePolicy &policy = job->request.cache;
        const QByteArray key = HttpCache::keyOf(job->request, job->authorization);
        const auto entry = cache.find(key);
        if (entry && (settings.offline || HttpCache::isFresh(*entry, policy, QDateTime::currentDateTimeUtc())))
            return fulfil(promise, entry->reply);
        // Not with a range: a validator is for the whole file, and 304 for a part is rarely done right.
        if (entry && !job->request.range) {
            if (!entry->reply.etag.isEmpty())
                job->request.headers += {"If-None-Match", entry->reply.etag};
            else if (!entry->reply.lastModified.isEmpty())
                job->request.headers += {"If-Modified-Since", entry->reply.lastModified};
            job->request.alsoAccept += 304;
        }
        job->sink = std::make_shared<BufferSink>([this, key, entry, promise](Result<HttpReply> result) {
            // Files are written off the network thread; the answer is handed over once it is kept.
            pool.start([this, key, entry, promise, result = std::move(result)] {
                if (result && result->status == 304 && entry) {
                    cache.confirm(key, *entry, result->headers);
                    return fulfil(promise, entry->reply);
                }
                if (result && (result->status == 200 || result->status == 206))
                    cache.store(key, *result);
                fulfil(promise, result);
            });
        });
        worker->start(job);
    }

    NetworkSettings settings;
    HttpCache cache;
    QThreadPool pool;
    QThread thread;
    HttpWorker *worker;
};

HttpClient::HttpClient(NetworkSettings settings) : d(std::make_unique<Private>(std::move(settings))) {}

HttpClient::~HttpClient() = default;

const NetworkSettings &HttpClient::settings() const
{
    return d->settings;
}

QFuture<Result<HttpReply>> HttpClient::get(HttpRequest request, std::stop_token stop)
{
    const auto promise = std::make_shared<QPromise<Result<HttpReply>>>();
    auto future = promise->future();
    promise->start();
    const HttpJobPtr job = d->makeJob(std::move(request), std::move(stop));
    const QString scheme = job->url.scheme();
    if (scheme == u"file"_s) {
        d->pool.start([job, promise] {
            HttpRequest local = job->request;
            local.url = job->url;
            auto reply = readLocal(local);
            if (reply)
                reply->finalUrl = job->origin;
            fulfil(promise, std::move(reply));
        });
    } else if (scheme != u"https"_s && scheme != u"http"_s) {
        fulfil(promise, Failure(words::scheme(job->url)));
    } else if (job->request.cache.kind != CachePolicy::Kind::NoCache) {
        d->pool.start([this, job, promise] { d->viaCache(job, promise); });
    } else {
        job->sink = std::make_shared<BufferSink>([promise](Result<HttpReply> result) { fulfil(promise, std::move(result)); });
        d->worker->start(job);
    }
    return future;
}

Result<HttpReply> HttpClient::wait(HttpRequest request, std::stop_token stop)
{
    return get(std::move(request), std::move(stop)).takeResult();
}

std::unique_ptr<HttpStream> HttpClient::open(HttpRequest request, std::stop_token stop)
{
    const HttpJobPtr job = d->makeJob(std::move(request), stop);
    const QString scheme = job->url.scheme();
    if (scheme == u"file"_s) {
        HttpRequest local = job->request;
        local.url = job->url;
        return std::make_unique<LocalStream>(local, std::move(stop));
    }
    if (scheme != u"https"_s && scheme != u"http"_s)
        return std::make_unique<FailedStream>(words::scheme(job->url));
    job->streaming = true;
    auto sink = std::make_shared<ChannelSink>();
    job->sink = sink;
    d->worker->start(job);
    return std::make_unique<ChannelStream>(d->worker, job, std::move(sink));
}

} // namespace dosirak::fetch
