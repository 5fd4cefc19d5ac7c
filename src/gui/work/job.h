// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace dosirak::gui {

/// What a job is, for people and for those who look for one.
struct JobInfo {
    QString verb;       ///< "lock", "sync", …
    QString presetName; ///< empty: about no single preset
    QString title;      ///< "Lock ubuntu22.04-cuda11.8"
    bool quiet = false; ///< housekeeping: not counted among what runs
};

/// Values that workers post and the UI thread takes in batches. Thread: any.
template<class T>
class Mailbox
{
public:
    void post(T value)
    {
        const QMutexLocker lock(&m_mutex);
        m_values.append(std::move(value));
    }
    [[nodiscard]] QList<T> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_values, {});
    }

private:
    QMutex m_mutex;
    QList<T> m_values;
};

/// One piece of work beside the UI thread. Lives on the UI thread; ends once, through finished(); deletes itself after
/// that. Progress reaches the UI at most ten times a second, however often the worker speaks.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Done, Failed, Cancelled };

    ~Job() override; ///< asks the work to stop and waits for it

    [[nodiscard]] const JobInfo &info() const { return m_info; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] qint64 elapsedMs() const { return m_clock.elapsed(); }
    [[nodiscard]] bool isStopping() const { return m_stop.stop_requested(); }

    void cancel(); ///< asks the work to stop; finished() follows
    /// Called on the UI thread with each tick and once before finished(): drain mailboxes here.
    void onTick(std::function<void()> drain) { m_drains.append(std::move(drain)); }

Q_SIGNALS:
    void progressed();
    void finished();

private:
    friend class JobRunner;
    struct Latest {
        QMutex mutex;
        Progress progress;
        bool fresh = false;
    };
    Job(JobInfo info, QObject *parent);
    void tick();
    void end(const std::optional<Error> &error);

    JobInfo m_info;
    State m_state = State::Running;
    Progress m_progress;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    std::shared_ptr<Latest> m_latest = std::make_shared<Latest>();
    QList<std::function<void()>> m_drains;
    QFutureWatcher<void> m_watcher;
    QElapsedTimer m_clock;
};

/// Starts verbs on worker threads of its own and says what runs. Thread: UI.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override; ///< cancels all that runs and waits

    /// Runs @p work on a worker and gives its result to @p done on the UI thread, unless @p receiver is gone by then.
    template<class T>
    Job *start(const JobInfo &info, QObject *receiver,
               std::function<Result<T>(const std::stop_token &, const ProgressSink &)> work,
               std::function<void(const Result<T> &)> done)
    {
        auto outcome = std::make_shared<std::optional<Result<T>>>();
        return launch(
            info, receiver,
            [outcome, work = std::move(work)](const std::stop_token &stop, const ProgressSink &sink) { outcome->emplace(work(stop, sink)); },
            [outcome] { return !*outcome || **outcome ? std::optional<Error>() : std::optional<Error>((*outcome)->error()); },
            [outcome, done = std::move(done)](const std::optional<Error> &thrown) {
                if (done)
                    done(thrown ? Result<T>(tl::unexpected(*thrown)) : **outcome);
            });
    }

    [[nodiscard]] QList<Job *> running() const { return m_jobs; }
    [[nodiscard]] int visibleCount() const; ///< running, without housekeeping
    [[nodiscard]] Job *find(const QString &verb, const QString &presetName) const;
    void cancelAll();

Q_SIGNALS:
    void changed(); ///< a job began, ended or progressed

private:
    using Work = std::function<void(const std::stop_token &, const ProgressSink &)>;
    Job *launch(const JobInfo &info, QObject *receiver, Work work, std::function<std::optional<Error>()> errorOf,
                std::function<void(const std::optional<Error> &)> done);
    void tick();

    QThreadPool m_pool;
    QTimer m_timer;
    QList<Job *> m_jobs;
};

} // namespace dosirak::gui
