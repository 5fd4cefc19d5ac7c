// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/http_index_fetcher.h"

#include "base/tr.h"
#include "fetch/http_client.h"

namespace dosirak::lock {

namespace {

fetch::HttpRequest httpRequest(const debian::IndexRequest &wanted)
{
    fetch::HttpRequest request;
    request.url = QUrl(QString::fromStdString(wanted.url), QUrl::StrictMode);
    request.maxBytes = wanted.maxBytes;
    request.raw = true; // .xz and .gz are the files themselves
    request.alsoAccept = {404, 410};
    request.cache = wanted.sha256.empty() ? fetch::CachePolicy::revalidate()
                                          : fetch::CachePolicy::immutable(QByteArray::fromStdString(wanted.sha256));
    return request;
}

Result<QByteArray> bodyOf(Result<fetch::HttpReply> reply)
{
    if (!reply)
        return Failure(reply.error());
    if (reply->status == 404 || reply->status == 410)
        return fail(ErrorCode::NotFound, coreTr("“%1” is not there (HTTP %2).")
                                             .arg(reply->finalUrl.toString(QUrl::RemoveUserInfo)).arg(reply->status));
    return std::move(reply->body);
}

} // namespace

std::vector<Result<QByteArray>> HttpIndexFetcher::getAll(const std::vector<debian::IndexRequest> &requests,
                                                         const std::stop_token &stop)
{
    std::vector<QFuture<Result<fetch::HttpReply>>> futures;
    futures.reserve(requests.size());
    for (const debian::IndexRequest &request : requests)
        futures.push_back(m_http.get(httpRequest(request), stop));
    std::vector<Result<QByteArray>> answers;
    answers.reserve(requests.size());
    for (auto &future : futures)
        answers.push_back(bodyOf(future.takeResult()));
    return answers;
}

} // namespace dosirak::lock
