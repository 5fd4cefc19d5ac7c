// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_exchange.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace dosirak::fetch {

/// One request whose answer is kept in memory. Lives on the network thread once it was started.
struct HttpJob {
    HttpJob(HttpRequest asked, HttpRoute way, std::stop_token token)
        : request(std::move(asked)), route(std::move(way)), stop(std::move(token)) {}

    /// What is done with the body of the answer that is coming in now.
    enum class Fate { Undecided, Keep, Redirect, Retry, Fail };

    HttpRequest request;
    HttpRoute route;
    std::stop_token stop;
    std::function<void(Result<HttpReply>)> done; ///< called once, on the network thread

    std::unique_ptr<EasyHandle> handle;
    std::unique_ptr<HttpExchange> exchange;
    QString slot;                ///< "host:port" of the slot that this job holds; empty: none
    Fate fate = Fate::Undecided;
    std::optional<Error> error;  ///< why it fails, when that was found before the end of the answer
    HttpReply reply;
    qint64 ignored = 0;          ///< bytes of a body that nobody wants
    int attempt = 0;
    bool over = false;
    std::optional<std::stop_callback<std::function<void()>>> onStop;
};

using HttpJobPtr = std::shared_ptr<HttpJob>;

} // namespace dosirak::fetch
