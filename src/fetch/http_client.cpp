// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_client.h"

#include "fetch/http_cache.h"
#include "fetch/http_stream.h"
#include "fetch/http_words.h"
#include "fetch/http_worker.h"
#include "fetch/local_file.h"

#include <QPromise>
#include <QThreadPool>

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
    explicit Private(NetworkSettings settings)
        : context(std::move(settings)), cache(context.settings.cacheFolder, context.settings.cacheBudget),
          streamSlots(context.settings.perHost, context.settings.total), worker(context)
    {
        pool.setMaxThreadCount(4);
    }

    ~Private()
    {
        pool.waitForDone(); // what reads the cache may still hand requests on
        worker.shutDown();
        pool.waitForDone(); // what was under way may still be written to the cache
    }

    [[nodiscard]] HttpJobPtr makeJob(HttpRequest request, std::stop_token stop) const
    {
        HttpRoute route(request, context.settings);
        request.url = route.origin();
        return std::make_shared<HttpJob>(std::move(request), std::move(route), std::move(stop));
    }

    void viaCache(const HttpJobPtr &job, const Promise &promise)
    {
        const CachePolicy &policy = job->request.cache;
        const QByteArray key = HttpCache::keyOf(job->request, job->route.user());
        const auto entry = cache.find(key);
        if (entry && (context.settings.offline || HttpCache::isFresh(*entry, policy, QDateTime::currentDateTimeUtc())))
            return fulfil(promise, entry->reply);
        // Not with a range: a validator is for the whole file, and 304 for a part is rarely done right.
        if (entry && !job->request.range) {
            if (!entry->reply.etag.isEmpty())
                job->request.headers += {"If-None-Match", entry->reply.etag};
            else if (!entry->reply.lastModified.isEmpty())
                job->request.headers += {"If-Modified-Since", entry->reply.lastModified};
            job->request.alsoAccept += 304;
        }
        job->done = [this, key, entry, promise](Result<HttpReply> result) {
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
        };
        worker.start(job);
    }

    HttpContext context;
    HttpCache cache;
    QThreadPool pool;
    HostSlots streamSlots;
    StreamHandles handles;
    HttpWorker worker;
};

HttpClient::HttpClient(NetworkSettings settings) : d(std::make_unique<Private>(std::move(settings))) {}

HttpClient::~HttpClient() = default;

const NetworkSettings &HttpClient::settings() const
{
    return d->context.settings;
}

QFuture<Result<HttpReply>> HttpClient::get(HttpRequest request, std::stop_token stop)
{
    const auto promise = std::make_shared<QPromise<Result<HttpReply>>>();
    auto future = promise->future();
    promise->start();
    const HttpJobPtr job = d->makeJob(std::move(request), std::move(stop));
    const QUrl &url = job->route.url();
    const QString scheme = url.scheme();
    if (scheme == u"file"_s) {
        d->pool.start([job, promise] {
            HttpRequest local = job->request;
            local.url = job->route.url();
            auto reply = readLocal(local);
            if (reply)
                reply->finalUrl = job->route.origin();
            fulfil(promise, std::move(reply));
        });
    } else if (scheme != u"https"_s && scheme != u"http"_s) {
        fulfil(promise, Failure(words::scheme(url)));
    } else if (job->request.cache.kind != CachePolicy::Kind::NoCache) {
        d->pool.start([this, job, promise] { d->viaCache(job, promise); });
    } else {
        job->done = [promise](Result<HttpReply> result) { fulfil(promise, std::move(result)); };
        d->worker.start(job);
    }
    return future;
}

Result<HttpReply> HttpClient::wait(HttpRequest request, std::stop_token stop)
{
    return get(std::move(request), std::move(stop)).takeResult();
}

std::unique_ptr<HttpStream> HttpClient::open(HttpRequest request, std::stop_token stop)
{
    const QUrl url = d->context.settings.toMirror(request.url);
    if (url.scheme() == u"file"_s) {
        request.url = url;
        return openLocal(std::move(request), std::move(stop));
    }
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return std::make_unique<FailedStream>(words::scheme(url));
    return std::make_unique<NetworkStream>(d->context, d->streamSlots, d->handles, std::move(request), std::move(stop));
}

} // namespace dosirak::fetch
