// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "fetch/http_client.h"

#include <curl/curl.h>

/// What the network did, in the user's words. Every sentence names the host; none shows a secret.
namespace dosirak::fetch::words {

/// How libcurl says that no whole answer came.
struct TransportFault {
    CURLcode code = CURLE_OK;
    int connectStatus = 0; ///< what a proxy answered to CONNECT; 0: nothing, or no proxy
    bool proxied = false;
};
/// @p curable becomes false where another attempt cannot do better.
[[nodiscard]] Error transportFault(const TransportFault &fault, const QString &detail, const QUrl &url, bool &curable);
[[nodiscard]] Error stalled(const QUrl &url, std::chrono::milliseconds idle);
[[nodiscard]] Error refusedStatus(int status, const QUrl &url);
[[nodiscard]] Error busy(int status, const QUrl &url, std::chrono::seconds wait);
[[nodiscard]] Error tooLarge(const QUrl &url, qint64 limit);
[[nodiscard]] Error oversizedHead(const QUrl &url);
[[nodiscard]] Error brokenOff(const QUrl &url, qint64 got, qint64 expected);
[[nodiscard]] Error offline(const QUrl &url);
[[nodiscard]] Error scheme(const QUrl &url);
[[nodiscard]] Error badRedirect(const QUrl &from, const QUrl &to);
[[nodiscard]] Error redirectLoop(const QUrl &url);

} // namespace dosirak::fetch::words
