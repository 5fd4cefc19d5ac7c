// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/missing_hashes.h"

#include "base/tr.h"
#include "fetch/store.h"

#include <algorithm>

namespace dosirak::lock {

namespace {

const Artifact *sameIn(const LockFile *old, const Artifact &artifact)
{
    if (!old)
        return nullptr;
    const auto same = std::find_if(old->artifacts.begin(), old->artifacts.end(), [&](const Artifact &known) {
        return known.kind == artifact.kind && known.url == artifact.url && known.fileName == artifact.fileName && !known.sha256.isEmpty();
    });
    return same == old->artifacts.end() ? nullptr : &*same;
}

} // namespace

Result<void> fillMissingHashes(QList<Artifact> &artifacts, const LockFile *old, const QString &storeFolder,
                               fetch::HttpClient &http, const std::stop_token &stop, const ProgressSink &progress)
{
    for (Artifact &artifact : artifacts) {
        const bool python = artifact.kind == ArtifactKind::Wheel || artifact.sdist;
        if (!python || !artifact.sha256.isEmpty())
            continue;
        if (const Artifact *known = sameIn(old, artifact)) {
            artifact.sha256 = known->sha256;
            artifact.size = known->size;
            continue;
        }
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
