// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/base_images.h"

#include "base/json.h"
#include "base/tr.h"
#include "debian/sources.h"
#include "image/archive_import.h"
#include "image/bootstrap.h"
#include "image/engine_images.h"
#include "lock/deb_part.h"
#include "preset/load.h"
#include "workspace/services.h"

#include <QDir>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using image::LayoutImage;
using image::OciLayout;

namespace {

qint64 sizeOf(const LayoutImage &found)
{
    qint64 bytes = found.descriptor.size + found.manifest.config.size;
    for (const image::Descriptor &layer : found.manifest.layers)
        bytes += layer.size;
    return bytes;
}

/// What one image is wanted for, and where things lie; so that each way to get it is one small function.
struct Want {
    const Workspace &workspace;
    const preset::Preset &preset;
    const preset::BaseImage &image;
    const OciLayout &shared;
    const std::stop_token &stop;
    const ProgressSink &progress;
};

Result<LayoutImage> fromArchive(const Want &want)
{
    const QString path = QDir(want.workspace.root()).absoluteFilePath(want.image.archive);
    DOSIRAK_TRY(images, image::importArchive(path, want.shared, want.image.reference, want.stop, want.progress));
    return images.first();
}

Result<LayoutImage> fromLayout(const Want &want)
{
    DOSIRAK_TRY(other, OciLayout::open(QDir(want.workspace.root()).absoluteFilePath(want.image.layout)));
    return want.shared.copyFrom(other, want.image.reference, want.image.reference, want.stop, want.progress);
}

Result<LayoutImage> bootstrapped(const Want &want)
{
    image::BootstrapRequest request;
    request.reference = want.image.reference;
    request.distribution = want.preset.os.distribution;
    request.suite = want.image.bootstrap->suite;
    request.variant = want.image.bootstrap->variant;
    request.include = want.image.bootstrap->include;
    request.architecture = want.preset.os.architecture;
    // mmdebstrap gets the same sources as the closure, so that both speak of the same versions.
    DOSIRAK_TRY(sources, lock::aptSources(want.preset, want.workspace.root(), want.stop));
    for (const debian::Source &source : sources)
        for (const std::string &keyring : source.signedBy)
            if (!request.keyrings.contains(fromStd(keyring)))
                request.keyrings.append(fromStd(keyring));
    request.sources = QStringList{fromStd(debian::writeSources(sources))};
    return image::bootstrapImage(want.shared, request, want.stop, want.progress);
}

Result<LayoutImage> fromEngine(const Want &want)
{
    auto saved = image::saveFromEngine({}, want.image.reference, want.shared, want.stop, want.progress);
    if (saved)
        return saved;
    if (saved.error().code != ErrorCode::NotFound && saved.error().code != ErrorCode::MissingTool)
        return Failure(saved.error());
    return fail(ErrorCode::NotFound, coreTr("The base image “%1” is not here.").arg(want.image.reference),
                coreTr("Load it into the engine (docker pull or docker load), or name an archive or layout of it in the preset."),
                saved.error().text());
}

Result<LayoutImage> obtain(const Want &want)
{
    if (!want.image.archive.isEmpty())
        return fromArchive(want);
    if (!want.image.layout.isEmpty())
        return fromLayout(want);
    if (want.image.bootstrap)
        return bootstrapped(want);
    return fromEngine(want);
}

} // namespace

Result<BaseImageState> ensureBaseImage(const Workspace &workspace, const preset::Preset &preset,
                                       const preset::BaseImage &image, const BaseImageOptions &options, Services &services,
                                       const std::stop_token &stop, const ProgressSink &progress)
{
    if (image.reference.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The preset names no base image."), coreTr("Give “base_images” a reference."));
    DOSIRAK_TRY(own, OciLayout::openOrCreate(workspace.artifactsFolder(preset.name) + u"/images"_s));
    if (!options.again)
        if (const auto there = own.find(image.reference))
            return BaseImageState{image.reference, there->descriptor.digest, sizeOf(*there), false};
    DOSIRAK_TRY(shared, OciLayout::openOrCreate(services.imagesFolder()));
    bool made = false;
    if (options.again || !shared.find(image.reference)) {
        if (options.offline && image.archive.isEmpty() && image.layout.isEmpty())
            return fail(ErrorCode::Incomplete, coreTr("The base image “%1” is not here, and the network is not to be used.").arg(image.reference),
                        coreTr("Run “dosirak base-image make” where there is a network."));
        DOSIRAK_CHECK(obtain({workspace, preset, image, shared, stop, progress}));
        made = true;
    }
    DOSIRAK_TRY(copied, own.copyFrom(shared, image.reference, image.reference, stop, progress));
    return BaseImageState{image.reference, copied.descriptor.digest, sizeOf(copied), made};
}

Result<QList<BaseImageState>> ensureBaseImages(const Workspace &workspace, const QString &presetName,
                                               const BaseImageOptions &options, Services &services,
                                               const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    QList<BaseImageState> states;
    for (const preset::BaseImage *image : {&loaded.preset.builderImage, &loaded.preset.runtimeImage}) {
        const auto same = [&](const BaseImageState &state) { return state.reference == image->reference; };
        if (std::any_of(states.begin(), states.end(), same))
            continue;
        DOSIRAK_TRY(state, ensureBaseImage(workspace, loaded.preset, *image, options, services, stop, progress));
        states.append(state);
    }
    return states;
}

} // namespace dosirak::workspace
