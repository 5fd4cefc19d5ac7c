// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/missing_hashes.h"

#include "base/tr.h"
#include "fetch/store.h"

namespace dosirak::lock {

Result<void> fillMissingHashes(QList<Artifact> &artifacts, const QString &storeFolder, fetch::HttpClient &http,
                               const std::stop_token &stop, const ProgressSink &progress)
{
    for (Artifact &artifact : artifacts) {
        const bool python = artifact.kind == ArtifactKind::Wheel || artifact.sdist;
        if (!python || !artifact.sha256.isEmpty())
            continue;
        fetch::TransferRequest request;
        request.urls = {QUrl(artifact.url, QUrl::StrictMode)};
        request.size = artifact.size;
        const auto onBytes = [&](qint64 done, qint64 total) {
            report(progress, {coreTr("Hashing what its index gives no SHA-256 for"), artifact.fileName, done, std::max<qint64>(total, 0),
                              Progress::Unit::Bytes});
        };
        auto fetched = fetch::Store(storeFolder).fetch(http, request, stop, onBytes);
        if (!fetched)
            return Failure(fetched.error().within(artifact.fileName));
        artifact.sha256 = QString::fromLatin1(fetched->sha256);
        artifact.size = fetched->size;
    }
    return {};
}

} // namespace dosirak::lock
