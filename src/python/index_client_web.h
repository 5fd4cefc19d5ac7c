// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/metadata_source_tail.h"

#include <QByteArray>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <shared_mutex>
#include <stop_token>
#include <string>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::python {

/// One thing to read from an index or a file host.
struct WebRequest {
    std::string url;
    bool isPage = false;                 ///< ask for JSON before HTML (PEP 691)
    std::chrono::seconds freshFor{0};    ///< an answer kept on disk and younger than this will do
    std::int64_t tail = 0;               ///< only the last so many bytes; 0: not asked
    ByteSpan span;                       ///< only these; size 0: not asked
    std::int64_t maxBytes = 0;           ///< of the body; more is an error
};

struct WebAnswer {
    std::string url;                     ///< after redirects
    std::string mediaType;               ///< with its parameters
    QByteArray body;
    std::int64_t offset = 0;             ///< of the body in the file
    std::int64_t fileSize = -1;          ///< bytes; -1: not known
    bool found = true;                   ///< false: 404 or 410, the body is empty
};

/// How this room reaches the web: fetch's HttpClient, and what its answers mean here. Thread: any.
class Web
{
public:
    Web(fetch::HttpClient &http, std::stop_token stop) : m_http(http), m_stop(std::move(stop)) {}

    /// A URL of an index may hold user and password: they go with every request to that very scheme, host and port, pages
    /// and files, and nowhere else. Before the first get().
    void trust(const std::string &indexUrl);

    /// @p done is called once, on a pool thread (or at once, with Cancelled, after close()).
    void get(const WebRequest &request, std::function<void(Result<WebAnswer>)> done);
    /// From here on the client is not touched any more: work that is still on its way may outlive it.
    void close();

private:
    fetch::HttpClient &m_http;
    std::stop_token m_stop;
    std::map<QString, QString> m_userInfo; ///< by "scheme://host:port"
    std::shared_mutex m_closing;
    bool m_closed = false;
};

} // namespace dosirak::python
