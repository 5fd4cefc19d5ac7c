// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/deb_part.h"

#include "base/json.h"
#include "base/tr.h"
#include "lock/lists.h"
#include "preset/keyring.h"

#include <QDir>
#include <algorithm>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

Result<debian::Source> ownSource(const preset::AptSource &source, const QString &folder)
{
    debian::Source result;
    result.name = toStd(source.name);
    result.uris = stdList(source.uris);
    result.suites = stdList(source.suites);
    result.components = stdList(source.components);
    result.architectures = stdList(source.architectures);
    result.trusted = source.trusted;
    for (std::string &uri : result.uris)
        if (!fromStd(uri).contains(u':')) // a folder of the checkout
            uri = toStd(u"file://"_s + QDir(folder).absoluteFilePath(fromStd(uri)));
    if (source.signedBy.contains(u"BEGIN PGP"_s)) {
        result.signedByKey = toStd(source.signedBy);
    } else if (!source.signedBy.isEmpty()) {
        const auto keyring = preset::keyringFile(source.signedBy, folder);
        if (!keyring)
            return Failure(keyring.error().within(coreTr("Apt source “%1”").arg(source.name)));
        result.signedBy = {toStd(*keyring)};
    }
    return result;
}

} // namespace

Result<std::vector<debian::Source>> aptSources(const preset::Preset &preset, const QString &folder, const std::stop_token &stop)
{
    std::vector<debian::Source> sources;
    for (const preset::AptSource &source : preset.debs.sources) {
        if (!source.fromHost) {
            DOSIRAK_TRY(own, ownSource(source, folder));
            sources.push_back(own);
            continue;
        }
        DOSIRAK_TRY(host, debian::hostSources(toStd(source.name), stdList(source.suites), stdList(source.components), stop));
        sources.insert(sources.end(), host.begin(), host.end());
    }
    return sources;
}

debian::DebRequest debRequest(const preset::Preset &preset, const Target &target, const QStringList &packages,
                              std::vector<debian::Source> sources, std::optional<std::string> status,
                              const QString &cacheFolder)
{
    debian::DebRequest request;
    request.packages = stdList(packages);
    request.sources = std::move(sources);
    request.architecture = toStd(target.architecture);
    request.statusText = std::move(status);
    request.preferences = toStd(preset.debs.preferences);
    request.recommends = preset.debs.recommends;
    request.held = stdList(preset.debs.hold);
    request.forbidden = stdList(preset.debs.forbid);
    request.cacheFolder = cacheFolder;
    return request;
}

void addDebs(const debian::DebResolution &resolution, Stage stage, QList<Artifact> &artifacts)
{
    for (const debian::DebPackage &deb : resolution.packages) {
        const QString name = fromStd(deb.name);
        const QString version = fromStd(deb.version);
        const QString architecture = fromStd(deb.architecture);
        const auto same = std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact &artifact) {
            return artifact.kind == ArtifactKind::Deb && artifact.name == name && artifact.version == version
                && artifact.architecture == architecture;
        });
        if (same != artifacts.end()) {
            same->stages |= stage;
            same->direct = same->direct || deb.direct;
            continue;
        }
        Artifact artifact;
        artifact.kind = ArtifactKind::Deb;
        artifact.name = name;
        artifact.version = version;
        artifact.architecture = architecture;
        artifact.fileName = fromStd(deb.fileName);
        artifact.url = fromStd(deb.url);
        artifact.origin = fromStd(deb.source);
        artifact.size = deb.size;
        artifact.sha256 = fromStd(deb.sha256);
        artifact.stages = stage;
        artifact.why = textList(deb.why);
        artifact.needs = textList(deb.needs);
        artifact.stanza = fromStd(deb.stanza);
        artifact.direct = deb.direct;
        artifacts.append(artifact);
    }
}

} // namespace dosirak::lock
