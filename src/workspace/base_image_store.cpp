// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/base_image_store.h"

#include "base/tr.h"
#include "build/engine.h"
#include "image/archive_import.h"
#include "image/layout_lock.h"
#include "image/reference.h"
#include "preset/load.h"
#include "workspace/services.h"

#include <QFileInfo>
#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using image::LayoutImage;
using image::OciLayout;

namespace {

constexpr qint64 smallestArchive = 512; // bytes: one block of a tar

StoredImage stored(const LayoutImage &found)
{
    return {found.reference, found.descriptor.digest, found.descriptor.size + found.manifest.totalBytes(), {}};
}

Result<QList<LayoutImage>> fromFolder(const QString &folder, const QString &reference, const OciLayout &shared, const std::stop_token &stop,
                                      const ProgressSink &progress)
{
    DOSIRAK_TRY(other, OciLayout::open(folder));
    QList<LayoutImage> wanted;
    if (reference.isEmpty()) {
        DOSIRAK_TRY(all, other.images());
        wanted = all;
    } else {
        DOSIRAK_TRY(one, other.findLoosely(reference));
        wanted = {one};
    }
    QList<LayoutImage> copied;
    for (const LayoutImage &one : wanted) {
        const QString name = reference.isEmpty() ? one.reference : reference;
        // "latest" alone, or a digest, is no name that a preset could use.
        if (reference.isEmpty() && (name.startsWith(u"sha256:"_s) || !name.contains(u':')))
            return fail(ErrorCode::Usage, coreTr("An image of “%1” has no full name of its own: “%2”.").arg(folder, name),
                        coreTr("Say what it is called: --as localhost/my-base:1"));
        DOSIRAK_TRY(here, shared.copyFrom(other, one.reference, name, stop, progress));
        copied.append(here);
    }
    return copied;
}

Result<QList<LayoutImage>> fromEngine(const QString &reference, const OciLayout &shared, const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(engines, build::findEngines({}, stop));
    DOSIRAK_TRY(engine, build::chooseEngine(engines, {}));
    DOSIRAK_TRY(saved, image::saveFromEngine(engine.images, reference, shared, stop, progress));
    return QList<LayoutImage>{saved};
}

} // namespace

Result<QList<StoredImage>> storedImages(const Workspace &workspace, Services &services)
{
    QList<StoredImage> list;
    const auto shared = OciLayout::open(services.imagesFolder());
    if (!shared && shared.error().code == ErrorCode::NotFound)
        return list;
    if (!shared)
        return Failure(shared.error());
    DOSIRAK_TRY(images, shared->images());
    QHash<QString, QStringList> users;
    for (const QString &name : workspace.presetNames()) {
        const auto loaded = preset::loadPreset(workspace.presetsFolder(), name);
        if (!loaded) // `check` is where a broken preset is told of
            continue;
        for (const QString &reference : QSet<QString>{loaded->preset.builderImage.reference, loaded->preset.runtimeImage.reference})
            users[reference].append(name);
    }
    for (const LayoutImage &found : images) {
        list.append(stored(found));
        list.last().presetNames = users.value(found.reference);
    }
    std::sort(list.begin(), list.end(), [](const StoredImage &a, const StoredImage &b) { return a.reference < b.reference; });
    return list;
}

Result<QList<StoredImage>> importImage(const QString &from, const QString &reference, Services &services, const std::stop_token &stop,
                                       const ProgressSink &progress)
{
    if (from.isEmpty() && reference.isEmpty())
        return fail(ErrorCode::Usage, coreTr("Say which image of the engine is meant."), coreTr("“dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”"));
    if (!reference.isEmpty())
        DOSIRAK_CHECK(image::parseReference(reference));
    if (!from.isEmpty() && !QFileInfo::exists(from))
        return fail(ErrorCode::NotFound, coreTr("“%1” is not there.").arg(from), coreTr("Make it with “docker save -o FILE IMAGE” where the image is."));
    if (const QFileInfo file(from); file.isFile() && file.size() < smallestArchive)
        return fail(ErrorCode::Invalid, coreTr("“%1” is not an image archive.").arg(from), coreTr("Make it with “docker save -o FILE IMAGE” where the image is."));
    DOSIRAK_TRY(shared, OciLayout::openOrCreate(services.imagesFolder()));
    const auto held = image::LayoutLock::take(shared, stop, progress);
    if (!held)
        return Failure(held.error());
    DOSIRAK_TRY(images, from.isEmpty()              ? fromEngine(reference, shared, stop, progress)
                        : QFileInfo(from).isDir() ? fromFolder(from, reference, shared, stop, progress)
                                                  : image::importArchive(from, shared, reference, stop, progress));
    QList<StoredImage> list;
    for (const LayoutImage &found : images)
        list.append(stored(found));
    return list;
}

Result<qint64> removeImage(const QString &reference, Services &services, const std::stop_token &stop)
{
    DOSIRAK_TRY(shared, OciLayout::openOrCreate(services.imagesFolder()));
    const auto held = image::LayoutLock::take(shared, stop);
    if (!held)
        return Failure(held.error());
    DOSIRAK_CHECK(shared.remove(reference));
    return shared.prune();
}

} // namespace dosirak::workspace
