// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <stop_token>
#include <string>
#include <vector>

namespace dosirak::debian {

/// One file of a repository that is wanted.
struct IndexRequest {
    std::string url;
    qint64 maxBytes = 0;     ///< a longer answer is refused (Invalid)
    std::string sha256;      ///< when known: 64 lower-case hex digits; the fetcher may answer from a cache by it
};

/// How index files come here. The fetch room implements it over HTTP; FileFetcher below reads file: URLs.
/// Implementations are called from one worker thread at a time and may fetch a batch in parallel.
class IndexFetcher
{
public:
    virtual ~IndexFetcher() = default;

    /// One answer a request, in order. Errors per answer: NotFound (the server says there is no such file, 404 or 410: the
    /// caller may try another name), Refused, Network, Integrity, Invalid (too long), Io, Cancelled.
    [[nodiscard]] virtual std::vector<Result<QByteArray>> getAll(const std::vector<IndexRequest> &requests,
                                                                 const std::stop_token &stop) = 0;
};

/// Reads file: URLs itself and hands all others to @p next (may be null: then they are Unsupported).
class FileFetcher : public IndexFetcher
{
public:
    explicit FileFetcher(IndexFetcher *next = nullptr)
        : m_next(next)
    {
    }
    [[nodiscard]] std::vector<Result<QByteArray>> getAll(const std::vector<IndexRequest> &requests,
                                                         const std::stop_token &stop) override;

private:
    IndexFetcher *m_next;
};

} // namespace dosirak::debian
