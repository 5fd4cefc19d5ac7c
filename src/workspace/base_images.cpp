// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/base_images.h"

#include "base/tr.h"
#include "image/layout_lock.h"
#include "preset/load.h"
#include "workspace/base_image_ways.h"
#include "workspace/services.h"

#include <QUrl>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using image::LayoutImage;
using image::OciLayout;

namespace {

qint64 sizeOf(const LayoutImage &found)
{
    return found.descriptor.size + found.manifest.totalBytes();
}

/// Shows one image as a row of a download table, from the bytes that the work below tells of.
class ImageRow
{
public:
    ImageRow(const preset::BaseImage &image, const TransferSink &sink, const ProgressSink &progress) : m_sink(sink), m_progress(progress)
    {
        m_row.id = u"images/"_s + image.reference;
        m_row.kind = lock::ArtifactKind::Image;
        m_row.name = image.reference;
        m_row.why = QStringList{image.reference};
    }

    ProgressSink listener()
    {
        return [this](const Progress &progress) {
            report(m_progress, progress);
            if (progress.unit == Progress::Unit::Bytes && progress.total > 0 && progress.done - m_row.received >= progress.total / 100)
                show(TransferRow::State::Running, progress.done, progress.total);
        };
    }

    void end(const Result<ImageFound> &found)
    {
        if (!found)
            m_row.message = found.error().what;
        else
            m_row.version = found->image.descriptor.digest;
        const qint64 size = found ? sizeOf(found->image) : m_row.size;
        show(!found ? TransferRow::State::Failed : found->made ? TransferRow::State::Done : TransferRow::State::Reused, size, size);
    }

private:
    void show(TransferRow::State state, qint64 received, qint64 size)
    {
        m_row.state = state;
        m_row.received = received;
        m_row.size = size;
        TransferTotals totals;
        totals.files = 1;
        totals.filesDone = state == TransferRow::State::Done || state == TransferRow::State::Reused;
        totals.filesFailed = state == TransferRow::State::Failed;
        totals.bytes = size;
        totals.bytesDone = received;
        if (m_sink)
            m_sink({m_row}, totals);
    }

    const TransferSink &m_sink;
    const ProgressSink &m_progress;
    TransferRow m_row;
};

/// Takes one image through the question "is it here already?" to the preset's own folder.
class Ensure
{
public:
    Ensure(const Workspace &workspace, const preset::Preset &preset, const preset::BaseImage &image, const BaseImageOptions &options,
           Services &services, const std::stop_token &stop, const ProgressSink &progress)
        : m_workspace(workspace), m_preset(preset), m_image(image), m_options(options), m_services(services), m_stop(stop), m_progress(progress)
    {
    }

    Result<BaseImageState> run()
    {
        if (m_image.bundled)
            if (const auto own = OciLayout::open(ownFolder()))
                if (const auto there = own->find(m_image.reference); there && isWanted(*there))
                    return state(*there, false, ownFolder());
        DOSIRAK_TRY(shared, OciLayout::openOrCreate(m_services.imagesFolder()));
        const auto held = image::LayoutLock::take(shared, m_stop, m_progress);
        if (!held)
            return Failure(held.error());
        DOSIRAK_TRY(found, find(shared));
        m_url = found.url;
        m_notices = found.notices;
        if (!m_image.bundled)
            return state(found.image, found.made, shared.folder());
        DOSIRAK_TRY(own, OciLayout::openOrCreate(ownFolder()));
        DOSIRAK_TRY(copied, own.copyFrom(shared, m_image.reference, m_image.reference, m_stop, m_progress));
        return state(copied, found.made, ownFolder());
    }

private:
    QString ownFolder() const { return m_workspace.artifactsFolder(m_preset.name) + u"/images"_s; }
    bool isOfARegistry() const { return m_image.archive.isEmpty() && m_image.layout.isEmpty() && !m_image.bootstrap && isOfRegistry(m_image.reference); }

    /// Whether what is here answers, so that nobody has to be asked.
    bool isWanted(const LayoutImage &there) const
    {
        if (m_options.again)
            return false;
        if (!m_options.digest.isEmpty())
            return there.descriptor.digest == m_options.digest;
        return m_options.offline || !isOfARegistry(); // a tag of a registry may stand for something else by now
    }

    Result<ImageFound> find(const OciLayout &shared)
    {
        if (!m_options.again && !m_options.digest.isEmpty())
            if (const auto there = shared.revive(m_image.reference, m_options.digest))
                return ImageFound{*there, {}, {}, false};
        if (const auto there = shared.find(m_image.reference); there && isWanted(*there))
            return ImageFound{*there, {}, {}, false};
        ImageRow row(m_image, m_options.transfers, m_progress);
        const ProgressSink listener = row.listener();
        ImageWant want{m_workspace, m_preset, m_image, shared, m_options.digest, m_options.offline, m_services, m_stop, listener};
        auto found = obtainImage(want);
        if (!m_options.digest.isEmpty() && m_options.mayMove && (!found ? found.error().code == ErrorCode::NotFound : !isLocked(found->image))) {
            // The registry forgot it, or it was made here once: what the reference stands for now takes its place.
            want.digest.clear();
            found = found ? found : obtainImage(want);
            if (found)
                found->notices.append(coreTr("The image that “%1” stood for cannot be had any more; a newer one takes its place.").arg(m_image.reference));
        } else if (found && !isLocked(found->image)) {
            found = fail(ErrorCode::Integrity, coreTr("“%1” is another image here than the one the lock names.").arg(m_image.reference),
                         coreTr("Run “dosirak lock --upgrade-package %1 %2” to take this one, or bring the one of the lock: “dosirak base-image import FILE”.")
                             .arg(m_image.reference, m_preset.name),
                         coreTr("locked: %1\nhere:   %2").arg(m_options.digest, found->image.descriptor.digest));
        }
        row.end(found);
        return found;
    }

    bool isLocked(const LayoutImage &image) const { return m_options.digest.isEmpty() || image.descriptor.digest == m_options.digest; }

    BaseImageState state(const LayoutImage &image, bool made, const QString &folder) const
    {
        return BaseImageState{m_image.reference, image.descriptor.digest, m_url, folder, sizeOf(image), made, m_notices};
    }

    const Workspace &m_workspace;
    const preset::Preset &m_preset;
    const preset::BaseImage &m_image;
    const BaseImageOptions &m_options;
    Services &m_services;
    const std::stop_token &m_stop;
    const ProgressSink &m_progress;
    QString m_url;
    QStringList m_notices;
};

/// An image of both stages crosses the gap when one of them wants it to.
bool isBundled(const preset::Preset &preset, const QString &reference)
{
    const auto wants = [&](const preset::BaseImage &image) { return image.reference == reference && image.bundled; };
    return wants(preset.builderImage) || wants(preset.runtimeImage);
}

bool mayUpgrade(const QString &reference, const QStringList &upgrade)
{
    const QString repository = reference.section(u'@', 0, 0);
    const qsizetype colon = repository.lastIndexOf(u':');
    const QString name = colon > repository.lastIndexOf(u'/') ? repository.left(colon) : repository;
    return upgrade.contains(u"*"_s) || upgrade.contains(reference) || upgrade.contains(name);
}

} // namespace

Result<BaseImageState> ensureBaseImage(const Workspace &workspace, const preset::Preset &preset,
                                       const preset::BaseImage &image, const BaseImageOptions &options, Services &services,
                                       const std::stop_token &stop, const ProgressSink &progress)
{
    if (image.reference.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The preset names no base image."), coreTr("Give “base_images” a reference."));
    return Ensure(workspace, preset, image, options, services, stop, progress).run();
}

Result<QList<BaseImageState>> ensureBaseImages(const Workspace &workspace, const QString &presetName,
                                               const BaseImageOptions &options, Services &services, const std::stop_token &stop,
                                               const ProgressSink &progress, const lock::LockFile *old, const QStringList &upgrade)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    QList<BaseImageState> states;
    for (preset::BaseImage *image : {&loaded.preset.runtimeImage, &loaded.preset.builderImage}) {
        const auto same = [&](const BaseImageState &state) { return state.reference == image->reference; };
        if (std::any_of(states.begin(), states.end(), same))
            continue;
        image->bundled = isBundled(loaded.preset, image->reference);
        BaseImageOptions own = options;
        const lock::Artifact *was = old && !mayUpgrade(image->reference, upgrade) ? old->find(lock::ArtifactKind::Image, image->reference) : nullptr;
        if (was)
            own.digest = was->version;
        DOSIRAK_TRY(state, ensureBaseImage(workspace, loaded.preset, *image, own, services, stop, progress));
        if (was && was->version == state.digest)
            state.url = was->url; // equal images, equal locks
        states.append(state);
    }
    return states;
}

Result<QList<BaseImageState>> ensureLockedImages(const Workspace &workspace, const lock::LockFile &lock, bool offline, Services &services,
                                                 const std::stop_token &stop, const ProgressSink &progress, const TransferSink &transfers)
{
    QList<BaseImageState> images;
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), lock.presetName));
    for (const lock::Artifact &artifact : lock.of(lock::ArtifactKind::Image)) {
        if (artifact.size < 0)
            continue; // it does not cross the gap: the engine is asked for it when it is needed
        BaseImageOptions options;
        options.offline = offline;
        options.digest = artifact.version;
        options.mayMove = false;
        options.transfers = transfers;
        const bool ofRuntime = loaded.preset.runtimeImage.reference == artifact.name;
        preset::BaseImage image = ofRuntime ? loaded.preset.runtimeImage : loaded.preset.builderImage;
        image.bundled = true;
        if (image.reference != artifact.name)
            continue; // a lock of another preset: the check of its freshness says so
        DOSIRAK_TRY(state, ensureBaseImage(workspace, loaded.preset, image, options, services, stop, progress));
        images.append(state);
    }
    return images;
}

lock::Artifact imageArtifact(const BaseImageState &state, const preset::Preset &preset)
{
    lock::Artifact artifact;
    artifact.kind = lock::ArtifactKind::Image;
    artifact.name = state.reference;
    artifact.version = state.digest;
    artifact.url = state.url;
    artifact.origin = state.url.isEmpty() ? QString() : QUrl(state.url).host();
    if (preset.builderImage.reference == state.reference)
        artifact.stages |= lock::Stage::Builder;
    if (preset.runtimeImage.reference == state.reference)
        artifact.stages |= lock::Stage::Runtime;
    artifact.size = isBundled(preset, state.reference) ? state.size : -1; // named only: it does not cross the gap
    artifact.why = QStringList{state.reference};
    artifact.direct = true;
    return artifact;
}

} // namespace dosirak::workspace
