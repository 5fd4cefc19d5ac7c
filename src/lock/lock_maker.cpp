// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_maker.h"

#include "base/json.h"
#include "base/tr.h"
#include "fetch/http_client.h"
#include "fetch/inbox.h"
#include "lock/deb_part.h"
#include "lock/http_index_fetcher.h"
#include "lock/lists.h"
#include "lock/missing_hashes.h"
#include "lock/wheel_part.h"

#include <QUrl>
#include <QtConcurrentRun>
#include <algorithm>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

struct Part {
    QList<Artifact> artifacts;
    QList<IndexSnapshot> indexes;
    QList<InputFile> inputs;
    QStringList notices;
};

QStringList texts(const std::vector<QString> &notices)
{
    return QStringList(notices.begin(), notices.end());
}

Result<Part> wheelPart(const LockInput &input, fetch::HttpClient &http, const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(wish, wheelWish(input.preset, input.target, input.folder, input.old ? &*input.old : nullptr));
    if (wish.request.requirements.empty())
        return Part{{}, {}, wish.inputs, wish.notices};
    wish.request.upgradeAll = input.upgradeAll;
    wish.request.upgrade = stdList(input.upgrade);
    python::WheelOptions options;
    options.cacheFolder = input.cacheFolder + u"/wheels"_s;
    options.pagesFreshFor = http.settings().pageFreshness;
    auto resolved = python::resolveWheels(wish.request, http, options, stop, progress);
    if (!resolved)
        return Failure(resolved.error().within(coreTr("Wheels")));
    Part part{wheelArtifacts(*resolved), {}, wish.inputs, wish.notices + texts(resolved->notices)};
    const LockFile *old = input.old && !input.upgradeAll ? &*input.old : nullptr;
    DOSIRAK_CHECK(fillMissingHashes(part.artifacts, old, input.storeFolder, http, stop, progress));
    for (const preset::WheelIndex &index : input.preset.wheels.indexes) {
        if (index.url.isEmpty())
            continue; // the machine's own default is not part of what the lock says
        const QUrl url(index.url);
        if (!url.userInfo().isEmpty())
            part.notices.append(coreTr("The address of the index “%1” holds a password. It is used and not written into the lock; "
                                       "~/.netrc is the place for it, so that it is in no preset either.").arg(index.name));
        part.indexes.append({index.name, url.userInfo().isEmpty() ? index.url : url.toString(QUrl::RemoveUserInfo), {}});
    }
    return part;
}

Result<Part> debPart(const LockInput &input, fetch::HttpClient &http, const std::stop_token &stop, const ProgressSink &progress)
{
    Part part;
    if (input.builderDebs.isEmpty() && input.runtimeDebs.isEmpty())
        return part;
    DOSIRAK_TRY(sources, aptSources(input.preset, input.folder, stop));
    HttpIndexFetcher overHttp(http);
    debian::FileFetcher fetcher(&overHttp);
    const auto resolve = [&](const QStringList &packages, const std::optional<std::string> &status, Stage stage) -> Result<void> {
        if (packages.isEmpty())
            return {};
        const auto request = debRequest(input.preset, input.target, packages, sources, status, input.cacheFolder + u"/debs"_s);
        auto resolved = debian::resolveDebs(request, fetcher, stop, progress);
        if (!resolved)
            return Failure(resolved.error().within(stage == Stage::Builder ? coreTr("Debs of the builder") : coreTr("Debs of the runtime")));
        addDebs(*resolved, stage, part.artifacts);
        part.notices += texts(resolved->notices);
        for (const debian::DebIndexSnapshot &snapshot : resolved->snapshots) {
            const IndexSnapshot index{fromStd(snapshot.source), fromStd(snapshot.url), fromStd(snapshot.sha256)};
            const auto known = [&](const IndexSnapshot &other) { return other.url == index.url; };
            if (std::none_of(part.indexes.begin(), part.indexes.end(), known))
                part.indexes.append(index);
        }
        return {};
    };
    DOSIRAK_CHECK(resolve(input.builderDebs, input.builderStatus, Stage::Builder));
    DOSIRAK_CHECK(resolve(input.runtimeDebs, input.runtimeStatus, Stage::Runtime));
    return part;
}

QList<Artifact> sourcePart(const preset::Preset &preset)
{
    QList<Artifact> artifacts;
    for (const preset::SourceArchive &source : preset.sources) {
        Artifact artifact;
        artifact.kind = ArtifactKind::Source;
        artifact.name = source.name;
        artifact.version = source.sha256.left(12);
        const QString placed = source.fileName.isEmpty() ? QUrl(source.url).fileName() : source.fileName;
        if (const auto vendor = fetch::vendorFileOfName(placed); vendor && source.url.isEmpty()) {
            artifact.version = vendor->version;
            artifact.cudaBuild = vendor->cudaBuild;
        }
        artifact.fileName = placed;
        artifact.url = source.url;
        artifact.size = source.size;
        artifact.sha256 = source.sha256;
        artifact.page = source.page;
        artifact.stages = source.inRuntime ? Stages(Stage::Builder | Stage::Runtime) : Stages(Stage::Builder);
        artifact.why = QStringList{source.name};
        artifact.direct = true;
        artifacts.append(artifact);
    }
    return artifacts;
}

/// A file that a person brought and confirmed once keeps its hash.
QList<Artifact> withConfirmed(QList<Artifact> artifacts, const std::optional<LockFile> &old)
{
    for (Artifact &artifact : artifacts) {
        const Artifact *was = old ? old->find(ArtifactKind::Source, artifact.name) : nullptr;
        if (!artifact.sha256.isEmpty() || !artifact.url.isEmpty() || !was || was->fileName != artifact.fileName)
            continue;
        artifact.sha256 = was->sha256;
        artifact.size = was->sha256.isEmpty() ? artifact.size : was->size;
        artifact.version = was->version;
    }
    return artifacts;
}

} // namespace

Result<MadeLock> makeLock(const LockInput &input, fetch::HttpClient &http, const std::stop_token &stop, const ProgressSink &progress)
{
    std::stop_source both;
    const std::stop_callback passOn(stop, [&] { both.request_stop(); });
    auto debs = QtConcurrent::run([&] {
        auto part = debPart(input, http, both.get_token(), progress);
        if (!part)
            both.request_stop(); // the other half would be for nothing
        return part;
    });
    auto wheels = wheelPart(input, http, both.get_token(), progress);
    if (!wheels)
        both.request_stop();
    auto debResult = debs.takeResult();
    // The half that failed by itself is the one to tell of, not the one that was stopped because of it.
    if (!debResult && (wheels || debResult.error().code != ErrorCode::Cancelled))
        return Failure(debResult.error());
    if (!wheels)
        return Failure(wheels.error());

    MadeLock made;
    LockFile &lock = made.lock;
    lock.presetName = input.preset.name;
    lock.presetSha256 = input.presetSha256;
    lock.factsVersion = input.factsVersion;
    lock.pythonVersion = input.target.python;
    lock.platform = input.target.platform;
    lock.architecture = input.target.architecture;
    lock.tensorrtVersion = input.target.tensorrt;
    lock.inputs = wheels->inputs;
    lock.indexes = wheels->indexes + debResult->indexes;
    lock.artifacts = wheels->artifacts + debResult->artifacts + withConfirmed(sourcePart(input.preset) + input.vendorFiles, input.old) + input.images;
    made.notices = wheels->notices + debResult->notices;
    // Sorted as they are written, so that a lock that was made and one that was read are the same value.
    DOSIRAK_TRY(sorted, parseLock(writeLock(lock), {}));
    made.lock = sorted;
    return made;
}

} // namespace dosirak::lock
