// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/index_fetcher.h"

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::lock {

/// Fetches apt indexes over HTTP: what is known by its hash is kept for ever, Release files are asked anew each time.
class HttpIndexFetcher : public debian::IndexFetcher
{
public:
    explicit HttpIndexFetcher(fetch::HttpClient &http) : m_http(http) {}

    [[nodiscard]] std::vector<Result<QByteArray>> getAll(const std::vector<debian::IndexRequest> &requests,
                                                         const std::stop_token &stop) override;

private:
    fetch::HttpClient &m_http;
};

} // namespace dosirak::lock
