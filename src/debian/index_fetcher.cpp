// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/index_fetcher.h"

#include "base/files.h"
#include "base/tr.h"

#include <QUrl>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readUrl(const IndexRequest &request)
{
    const QUrl url(QString::fromStdString(request.url));
    if (!url.isLocalFile() || (!url.host().isEmpty() && url.host() != u"localhost"_s))
        return fail(ErrorCode::Unsupported, coreTr("There is no way to fetch %1.").arg(url.toDisplayString()));
    return readFile(url.toLocalFile(), request.maxBytes);
}

} // namespace

std::vector<Result<QByteArray>> FileFetcher::getAll(const std::vector<IndexRequest> &requests, const std::stop_token &stop)
{
    std::vector<Result<QByteArray>> answers(requests.size(), QByteArray());
    std::vector<IndexRequest> remote;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (requests[i].url.rfind("file:", 0) == 0 || !m_next) {
            answers[i] = readUrl(requests[i]);
        } else {
            remote.push_back(requests[i]);
            places.push_back(i);
        }
    }
    if (!remote.empty()) {
        auto fetched = m_next->getAll(remote, stop);
        for (std::size_t i = 0; i < places.size(); ++i)
            answers[places[i]] = std::move(fetched[i]);
    }
    return answers;
}

} // namespace dosirak::debian
