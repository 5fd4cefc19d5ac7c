// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/standalone.h"

#include "base/files.h"
#include "base/tr.h"
#include "lock/deb_part.h"
#include "fetch/network_settings.h"
#include "lock/http_index_fetcher.h"
#include "lock/missing_hashes.h"
#include "lock/wheel_part.h"
#include "workspace/services.h"
#include "workspace/sync_job.h"

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

Result<python::WheelResolution> resolveWheels(const python::WheelRequest &request, Services &services, bool offline,
                                              const std::stop_token &stop, const ProgressSink &progress)
{
    python::WheelOptions options;
    options.cacheFolder = services.cacheFolder() + u"/wheels"_s;
    options.pagesFreshFor = services.network().pageFreshness;
    return python::resolveWheels(request, services.http(offline), options, stop, progress);
}

Result<void> hashWhatHasNoHash(QList<lock::Artifact> &artifacts, Services &services, const std::stop_token &stop,
                               const ProgressSink &progress)
{
    return lock::fillMissingHashes(artifacts, nullptr, services.store().folder(), services.http(), stop, progress);
}

Result<debian::DebResolution> resolveDebs(debian::DebRequest request, Services &services, const std::stop_token &stop,
                                          const ProgressSink &progress)
{
    request.cacheFolder = services.cacheFolder() + u"/debs"_s;
    lock::HttpIndexFetcher overHttp(services.http());
    debian::FileFetcher fetcher(&overHttp);
    return debian::resolveDebs(request, fetcher, stop, progress);
}

QList<lock::Artifact> asArtifacts(const python::WheelResolution &resolution)
{
    return lock::wheelArtifacts(resolution);
}

QList<lock::Artifact> asArtifacts(const debian::DebResolution &resolution)
{
    QList<lock::Artifact> artifacts;
    lock::addDebs(resolution, lock::Stage::Runtime, artifacts);
    return artifacts;
}

Result<SyncReport> fetchInto(const QString &folder, const QList<lock::Artifact> &artifacts, Services &services,
                             const std::stop_token &stop, const TransferSink &transfers)
{
    DOSIRAK_CHECK(makeFolder(folder));
    lock::LockFile list;
    list.artifacts = artifacts;
    SyncJob job(list,
                {.folder = folder, .layout = SyncPlace::Layout::Flat, .http = services.http(), .store = services.store(),
                 .stateFolder = services.stateFolder(), .readsFromStore = services.readsFromStore()},
                transfers);
    DOSIRAK_CHECK(job.run(stop));
    const SyncReport done = job.report();
    QStringList failed;
    for (const TransferRow &row : done.failed)
        failed.append(row.id + u": "_s + row.message);
    if (!failed.isEmpty())
        return fail(ErrorCode::Incomplete, coreTr("%1 of %2 files are not here.").arg(failed.size()).arg(done.files),
                    coreTr("Run it again to go on."), failed.join(u'\n'));
    return done;
}

} // namespace dosirak::workspace
