// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"

#include <functional>

namespace dosirak::fetch {

/// One file to be had, and all that is known of it beforehand.
struct TransferRequest {
    QList<QUrl> urls;       ///< the same file at several places (http, https, file), tried in this order
    QString target;         ///< path; its folder is made. Beside it, while it lasts: `.part` and `.part.json`
    QByteArray sha256;      ///< 64 hex digits; empty: not known
    qint64 size = -1;       ///< bytes; -1: not known
    HttpHeaders headers;    ///< e.g. Authorization of a registry; sent to the first host only
    qint64 maxBytes = 256LL << 30; ///< no file is larger
    bool mayBeHtml = false; ///< a page is what is wanted; else HTML means that a login is in the way
    /// Asked once nobody else is at the target any more: true when that one has brought it. May be empty.
    std::function<bool()> alreadyThere;
    /// Gives the checked `.part` its place instead of renaming it to `target`, while nobody else may touch it.
    std::function<Result<void>(const QString &part, const QByteArray &sha256)> publish;
    unsigned mode = 0644;   ///< permissions of the file
    bool flush = false;     ///< fsync before the file gets its name (slow); the queue flushes once at its end instead
};

/// What was had. `sha256` is computed from the bytes in any case.
struct TransferOutcome {
    QByteArray sha256;
    qint64 size = 0;
    qint64 resumedAt = 0;   ///< bytes that an earlier run had left and that were not sent again
    QUrl source;            ///< of `urls`
};

/// Bytes of this file that are here, and its size (-1: not known yet). On the calling thread, at each block.
using TransferSink = std::function<void(qint64 done, qint64 total)>;

/// Downloads one file: streams it into `.part`, hashes it beside that in another thread, checks length and digest and
/// only then gives it its name. What broke off is taken up again by Range and If-Range, now or in a later run, also
/// after a crash; what may not be taken up is started over. Two processes at one target wait for each other.
/// Of a file:// URL the blocks are shared where the file system can (reflink), else copied.
///
/// Thread: any but the UI thread; blocks.
/// Errors: those of HttpClient::get(); Integrity (digest or size differ, a login page, packed on the way); Io, DiskFull
/// (with the `.part` kept); Cancelled (the same).
[[nodiscard]] Result<TransferOutcome> download(HttpClient &client, const TransferRequest &request,
                                               const std::stop_token &stop = {}, const TransferSink &progress = {});

} // namespace dosirak::fetch
