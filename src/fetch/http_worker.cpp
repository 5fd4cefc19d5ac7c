// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_worker.h"

#include "fetch/http_status.h"
#include "fetch/http_words.h"

#include <QRandomGenerator>
#include <algorithm>

namespace dosirak::fetch {

using namespace std::chrono_literals;

namespace {

constexpr qint64 maxIgnoredBody = 1 << 20; ///< of an answer whose body nobody wants
constexpr long connectionsPerHost = 8;     ///< for HTTP/1.1; what is more waits inside libcurl
constexpr auto silencePause = 50ms;        ///< how often silence is looked for

} // namespace

HttpWorker::HttpWorker(HttpContext &context)
    : m_context(context), m_slots(context.settings.perHost, context.settings.total)
{
    curl_multi_setopt(m_multi.get, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi.get, CURLMOPT_MAX_HOST_CONNECTIONS, connectionsPerHost);
    m_thread = std::thread([this] { run(); });
}

HttpWorker::~HttpWorker()
{
    shutDown();
}

void HttpWorker::shutDown()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    curl_multi_wakeup(m_multi.get);
    m_thread.join();
    (void)takeCommands(); // what came after the thread had looked for the last time
}

void HttpWorker::start(const HttpJobPtr &job)
{
    post([this, job] { enqueue(job); });
}

void HttpWorker::post(std::function<void()> command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(std::move(command));
    }
    curl_multi_wakeup(m_multi.get);
}

// ── the thread ─────────────────────────────────────────────────────────────────────────────────────────────────────

void HttpWorker::run()
{
    while (!takeCommands()) {
        startDue();
        transfer();
        takeEnded();
        checkSilence();
        curl_multi_poll(m_multi.get, nullptr, 0, int(untilNext().count()), nullptr);
    }
    m_down = true;
    const auto jobs = m_jobs; // finish() takes them out of the list
    for (const HttpJobPtr &job : jobs)
        finish(job, cancelled());
    m_handles.clear();
}

/// True when it is time to end.
bool HttpWorker::takeCommands()
{
    std::vector<std::function<void()>> commands;
    bool quit = false;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_commands);
        quit = m_quit;
    }
    for (const auto &command : commands)
        command();
    return quit;
}

void HttpWorker::startDue()
{
    const auto now = Clock::now();
    while (!m_later.empty() && m_later.begin()->first <= now) {
        const HttpJobPtr job = m_later.begin()->second;
        m_later.erase(m_later.begin());
        if (!job->over)
            m_waiting[job->route.host()].prepend(job);
    }
    pump();
}

void HttpWorker::transfer()
{
    for (const HttpJobPtr &job : m_jobs)
        if (job->exchange)
            job->exchange->takeHeld();
    int running = 0;
    curl_multi_perform(m_multi.get, &running);
}

void HttpWorker::takeEnded()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        const auto ended = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const HttpJobPtr &job) {
            return job->exchange && job->exchange->handle() == message->easy_handle;
        });
        if (ended != m_jobs.end())
            onEnd(HttpJobPtr(*ended), code);
    }
}

void HttpWorker::checkSilence()
{
    const auto jobs = m_jobs;
    for (const HttpJobPtr &job : jobs) {
        if (!job->exchange || job->exchange->isHeld())
            continue;
        // A request that still waits inside libcurl for a connection has not been let down by the other side.
        const auto limit = job->request.idleTimeout.value_or(m_context.settings.idleTimeout)
            * (job->exchange->isConnected() ? 1 : 4);
        if (limit > 0ms && job->exchange->silence() > limit)
            retryFault(job, words::stalled(job->route.url(), limit), true);
    }
}

std::chrono::milliseconds HttpWorker::untilNext()
{
    std::chrono::milliseconds next = m_jobs.isEmpty() ? 60s : silencePause;
    if (const auto pause = m_context.bandwidth.pause(); pause > 0ms)
        next = std::min(next, pause);
    if (!m_later.empty())
        next = std::min(next, std::chrono::ceil<std::chrono::milliseconds>(m_later.begin()->first - Clock::now()));
    return std::max(next, 0ms);
}

// ── one job ────────────────────────────────────────────────────────────────────────────────────────────────────────

void HttpWorker::enqueue(const HttpJobPtr &job)
{
    m_jobs += job;
    if (m_down || job->stop.stop_requested())
        return finish(job, cancelled());
    if (const auto refusal = m_context.refusal(job->route))
        return finish(job, Failure(*refusal));
    if (job->stop.stop_possible())
        job->onStop.emplace(job->stop, [this, weak = std::weak_ptr(job)] {
            post([this, weak] {
                if (const HttpJobPtr alive = weak.lock())
                    finish(alive, cancelled());
            });
        });
    m_waiting[job->route.host()] += job;
    pump();
}

void HttpWorker::pump()
{
    if (m_down)
        return;
    for (auto host = m_waiting.begin(); host != m_waiting.end(); ++host) {
        while (!host->isEmpty()) {
            if (host->first()->over) {
                host->removeFirst();
                continue;
            }
            if (!m_slots.tryTake(host.key()))
                break;
            const HttpJobPtr job = host->takeFirst();
            job->slot = host.key();
            launch(job);
        }
    }
}

void HttpWorker::launch(const HttpJobPtr &job)
{
    job->fate = HttpJob::Fate::Undecided;
    job->error.reset();
    job->ignored = 0;
    if (m_handles.empty())
        m_handles.push_back(std::make_unique<EasyHandle>());
    job->handle = std::move(m_handles.back());
    m_handles.pop_back();
    job->exchange = std::make_unique<HttpExchange>(job->handle->get, m_context, job->request, job->route);
    job->exchange->onHead = [this, raw = job.get()] { return onHead(*raw); };
    job->exchange->onBody = [this, raw = job.get()](QByteArrayView bytes) { return onBody(*raw, bytes); };
    curl_multi_add_handle(m_multi.get, job->handle->get);
}

bool HttpWorker::onHead(HttpJob &job)
{
    const int status = job.exchange->status();
    const bool wanted = status < 300 || job.request.alsoAccept.contains(status);
    if (isRedirect(status) && !job.exchange->header("location").isEmpty()) {
        job.fate = HttpJob::Fate::Redirect;
    } else if (isBusy(status) && !wanted) {
        job.fate = HttpJob::Fate::Retry;
    } else if (wanted) {
        job.fate = HttpJob::Fate::Keep;
        job.reply = {};
        static_cast<HttpHead &>(job.reply) = job.exchange->head();
        if (job.request.method == HttpRequest::Method::Get && job.reply.contentLength > job.request.maxBytes) {
            job.error = words::tooLarge(job.route.url(), job.request.maxBytes);
            return false;
        }
        if (job.request.method == HttpRequest::Method::Get && job.reply.contentLength > 0)
            job.reply.body.reserve(std::min<qint64>(job.reply.contentLength, 16 << 20));
    } else {
        job.fate = HttpJob::Fate::Fail;
        job.error = words::refusedStatus(status, job.route.url());
    }
    return true;
}

bool HttpWorker::onBody(HttpJob &job, QByteArrayView bytes)
{
    if (job.fate != HttpJob::Fate::Keep) {
        job.ignored += bytes.size();
        return job.ignored <= maxIgnoredBody; // enough of a body that nobody wants
    }
    if (job.reply.body.size() + bytes.size() > job.request.maxBytes) {
        job.error = words::tooLarge(job.route.url(), job.request.maxBytes);
        return false;
    }
    job.reply.body.append(bytes);
    return true;
}

void HttpWorker::onEnd(const HttpJobPtr &job, CURLcode code)
{
    bool curable = false;
    const Result<void> ended = job->exchange->end(code, curable);
    if (job->fate == HttpJob::Fate::Redirect)
        return follow(job);
    if (job->fate == HttpJob::Fate::Retry)
        return retryStatus(job);
    if (job->error)
        return finish(job, Failure(*job->error));
    if (!ended)
        return retryFault(job, ended.error(), curable);
    m_slots.wasGood(job->slot);
    finish(job, {});
}

void HttpWorker::follow(const HttpJobPtr &job)
{
    if (auto followed = job->route.follow(job->exchange->header("location")); !followed)
        return finish(job, std::move(followed));
    dropExchange(job);
    m_waiting[job->route.host()].prepend(job);
    pump();
}

void HttpWorker::retryStatus(const HttpJobPtr &job)
{
    const int status = job->exchange->status();
    const auto asked = retryAfter(job->exchange->header("retry-after"));
    if (status == 429 || status == 503)
        m_slots.wasBusy(job->slot);
    const int retries = job->request.retries.value_or(m_context.settings.retries);
    if (job->attempt >= retries || (asked && *asked > m_context.settings.longestPause)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(asked.value_or(0ms));
        return finish(job, Failure(words::busy(status, job->route.url(), seconds)));
    }
    relaunchAfter(job, asked.value_or(m_context.settings.retryPause * (1 << job->attempt)));
}

void HttpWorker::retryFault(const HttpJobPtr &job, const Error &error, bool curable)
{
    const int retries = job->request.retries.value_or(m_context.settings.retries);
    if (!curable || job->attempt >= retries)
        return finish(job, Failure(error));
    relaunchAfter(job, m_context.settings.retryPause * (1 << job->attempt));
}

void HttpWorker::relaunchAfter(const HttpJobPtr &job, std::chrono::milliseconds pause)
{
    ++job->attempt;
    dropExchange(job);
    job->route.forgetVisits();
    // Spread out, so that many requests that failed together do not come back together.
    const qint64 spread = QRandomGenerator::global()->bounded(quint32(pause.count() / 4 + 1));
    const auto wait = std::min(pause + std::chrono::milliseconds(spread), m_context.settings.longestPause);
    m_later.emplace(Clock::now() + wait, job);
    pump();
}

/// Takes the job off the network. A connection whose answer was not read to its end is closed by that.
void HttpWorker::dropExchange(const HttpJobPtr &job)
{
    if (job->exchange) {
        curl_multi_remove_handle(m_multi.get, job->handle->get);
        job->exchange.reset();
        m_handles.push_back(std::move(job->handle));
    }
    if (!job->slot.isEmpty()) {
        m_slots.give(job->slot);
        job->slot.clear();
    }
}

void HttpWorker::finish(const HttpJobPtr &job, Result<void> outcome)
{
    if (job->over)
        return;
    job->over = true;
    job->onStop.reset();
    dropExchange(job);
    m_jobs.removeOne(job);
    if (outcome)
        job->done(std::move(job->reply));
    else
        job->done(Failure(std::move(outcome).error()));
    pump();
}

} // namespace dosirak::fetch
