// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/job.h"

#include <QPointer>
#include <QtConcurrentRun>
#include <algorithm>

namespace dosirak::gui {

namespace {
constexpr int tickMs = 100;
constexpr int workers = 6; // verbs mostly wait for disks and networks, and bring threads of their own for what computes
}

Job::Job(JobInfo info, QObject *parent) : QObject(parent), m_info(std::move(info))
{
    m_clock.start();
}

Job::~Job()
{
    m_watcher.disconnect();
    m_stop.request_stop();
    m_watcher.waitForFinished();
}

void Job::cancel()
{
    if (m_stop.request_stop())
        Q_EMIT progressed();
}

void Job::tick()
{
    for (const auto &drain : std::as_const(m_drains))
        drain();
    bool fresh = false;
    {
        const QMutexLocker lock(&m_latest->mutex);
        fresh = std::exchange(m_latest->fresh, false);
        if (fresh)
            m_progress = m_latest->progress;
    }
    if (fresh)
        Q_EMIT progressed();
}

void Job::end(const std::optional<Error> &error)
{
    tick();
    m_error = error;
    m_state = !error ? State::Done : error->code == ErrorCode::Cancelled ? State::Cancelled : State::Failed;
}

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(workers);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &JobRunner::tick);
}

JobRunner::~JobRunner()
{
    for (Job *job : std::as_const(m_jobs))
        job->cancel();
    qDeleteAll(std::exchange(m_jobs, {}));
}

Job *JobRunner::launch(const JobInfo &info, QObject *receiver, Work work, std::function<std::optional<Error>()> errorOf,
                       std::function<void(const std::optional<Error> &)> done)
{
    auto *job = new Job(info, this);
    m_jobs.append(job);
    m_timer.start();
    auto thrown = std::make_shared<std::optional<Error>>();
    const QPointer<QObject> guard(receiver);
    connect(&job->m_watcher, &QFutureWatcherBase::finished, this, [this, job, guard, thrown, errorOf, done] {
        job->end(*thrown ? *thrown : errorOf());
        m_jobs.removeOne(job);
        if (m_jobs.isEmpty())
            m_timer.stop();
        if (guard)
            done(*thrown);
        Q_EMIT job->finished();
        Q_EMIT changed();
        job->deleteLater();
    });
    const ProgressSink sink = [latest = job->m_latest](const Progress &progress) {
        const QMutexLocker lock(&latest->mutex);
        latest->progress = progress;
        latest->fresh = true;
    };
    // An exception would arrive as a cancelled future: it is turned into what it is, here.
    job->m_watcher.setFuture(QtConcurrent::run(&m_pool, [work = std::move(work), stop = job->m_stop.get_token(), sink, thrown] {
        try {
            work(stop, sink);
        } catch (const std::exception &exception) {
            thrown->emplace(Error{ErrorCode::Internal, Job::tr("Dosirak ran into a defect of its own."),
                                  Job::tr("Please report it, with the details."), QString::fromUtf8(exception.what()), {}, {}});
        }
    }));
    Q_EMIT changed();
    return job;
}

int JobRunner::visibleCount() const
{
    return int(std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job *job) { return !job->info().quiet; }));
}

Job *JobRunner::find(const QString &verb, const QString &presetName) const
{
    const auto it = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job *job) {
        return job->info().verb == verb && job->info().presetName == presetName;
    });
    return it == m_jobs.end() ? nullptr : *it;
}

void JobRunner::cancelAll()
{
    for (Job *job : std::as_const(m_jobs))
        job->cancel();
}

void JobRunner::tick()
{
    const QList<Job *> jobs = m_jobs; // a drain may end or begin one
    for (Job *job : jobs)
        job->tick();
    Q_EMIT changed();
}

} // namespace dosirak::gui
