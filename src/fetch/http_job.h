// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QSet>
#include <functional>

namespace dosirak::fetch {

/// Where a body goes. All calls come on the network thread, in this order: head, data…, done.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual void head(const HttpHead &head) = 0;
    /// Takes bytes; false says "enough for now": no more come until the worker's resume().
    virtual bool data(QByteArray bytes) = 0;
    virtual void done(const Result<void> &outcome) = 0;
};

/// One request on its way. Lives on the network thread once it was started.
struct HttpJob {
    /// What is done with the body of the answer that is coming in now.
    enum class Fate { Undecided, Deliver, Redirect, Retry, Fail };

    HttpRequest request;
    QUrl origin;             ///< as the caller asked, without user and password
    QUrl url;                ///< where it is asked for now
    QByteArray authorization; ///< from the URL itself; for that host only
    QString authorizedHost;
    std::shared_ptr<BodySink> sink;
    bool streaming = false;  ///< every status is an answer, nothing is retried
    std::stop_token stop;

    QNetworkReply *reply = nullptr;
    QString host;            ///< "host:port" of the slot that this job holds, empty when it holds none
    Fate fate = Fate::Undecided;
    std::optional<Error> error; ///< why it fails, when that was found before the end of the answer
    int attempt = 0;
    int redirects = 0;
    QSet<QUrl> visited;
    qint64 received = 0;     ///< bytes of the body handed to the sink
    qint64 contentLength = -1;
    bool encoded = false;    ///< the body was decompressed on the way: its length says nothing
    bool paused = false;
    bool ended = false;      ///< the reply has finished; its last bytes may still be waiting
    bool over = false;
    bool connected = false;  ///< not waiting for a connection any more
    QElapsedTimer lastByte;
    std::optional<std::stop_callback<std::function<void()>>> onStop;
};

using HttpJobPtr = std::shared_ptr<HttpJob>;

} // namespace dosirak::fetch
