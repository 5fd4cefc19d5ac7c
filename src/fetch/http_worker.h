// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_job.h"
#include "fetch/netrc.h"

#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

namespace dosirak::fetch {

/// The network thread's object: takes jobs, keeps to the limits, follows redirects, tries again.
class HttpWorker : public QObject
{
    Q_OBJECT

public:
    explicit HttpWorker(NetworkSettings settings);

    /// To be called once on the network thread before anything else.
    void setUp();
    /// Ends every job with Cancelled. On the network thread.
    void shutDown();

    // These three may be called on any thread.
    void start(const HttpJobPtr &job);
    void resume(const HttpJobPtr &job);
    void abort(const HttpJobPtr &job);

private:
    struct Host {
        int active = 0;
        int limit = 0;
        int goodInARow = 0;
        QList<HttpJobPtr> waiting;
    };

    void enqueue(const HttpJobPtr &job);
    void pump();
    void launch(const HttpJobPtr &job);
    void releaseSlot(const HttpJobPtr &job);
    [[nodiscard]] QNetworkRequest networkRequest(const HttpJob &job) const;
    [[nodiscard]] QByteArray authorizationFor(const HttpJob &job) const;

    void onHead(const HttpJobPtr &job);
    void onData(const HttpJobPtr &job);
    void onFinished(const HttpJobPtr &job);
    void deliver(const HttpJobPtr &job);
    void deliveredAll(const HttpJobPtr &job);
    void follow(const HttpJobPtr &job);
    void retryStatus(const HttpJobPtr &job);
    void retryFault(const HttpJobPtr &job, const Error &error, bool curable);
    void relaunchAfter(const HttpJobPtr &job, std::chrono::milliseconds pause);
    void finish(const HttpJobPtr &job, const Result<void> &outcome);
    void dropReply(const HttpJobPtr &job);
    void tick();
    [[nodiscard]] HttpHead headOf(const HttpJob &job) const;
    [[nodiscard]] bool overBudget() const;

    NetworkSettings m_settings;
    Netrc m_netrc;
    QSslConfiguration m_ssl;
    std::optional<Error> m_sslError;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<QTimer> m_ticker;
    QElapsedTimer m_clock;
    QHash<QString, Host> m_hosts;
    QList<HttpJobPtr> m_jobs;
    int m_active = 0;
    double m_credit = 0; ///< bytes that may be read now under the bandwidth limit
    qint64 m_lastTick = 0;
    bool m_down = false;
};

} // namespace dosirak::fetch
