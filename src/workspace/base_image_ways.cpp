// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/base_image_ways.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"
#include "build/engine.h"
#include "debian/sources.h"
#include "image/archive_import.h"
#include "image/bootstrap.h"
#include "image/reference.h"
#include "image/registry.h"
#include "lock/deb_part.h"
#include "workspace/services.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;
using image::LayoutImage;

namespace {

constexpr qint64 maxKeyBytes = 16 << 20;

Result<ImageFound> fromArchive(const ImageWant &want)
{
    const QString path = QDir(want.workspace.root()).absoluteFilePath(want.image.archive);
    auto images = image::importArchive(path, want.shared, want.image.reference, want.stop, want.progress);
    if (!images && images.error().code == ErrorCode::NotFound && !QFileInfo::exists(path))
        return fail(ErrorCode::NotFound, coreTr("The archive of the base image is not there: %1.").arg(path),
                    coreTr("Make it with “docker save -o %1 %2” where the image is, or correct “base_images”.")
                        .arg(want.image.archive, want.image.reference));
    if (!images)
        return Failure(images.error());
    return ImageFound{images->first(), {}, {}, true};
}

Result<ImageFound> fromLayout(const ImageWant &want)
{
    DOSIRAK_TRY(other, image::OciLayout::open(QDir(want.workspace.root()).absoluteFilePath(want.image.layout)));
    DOSIRAK_TRY(found, other.findLoosely(want.image.reference));
    DOSIRAK_TRY(copied, want.shared.copyFrom(other, found.reference, want.image.reference, want.stop, want.progress));
    return ImageFound{copied, {}, {}, true};
}

/// mmdebstrap reads files: a key that ships is written out for it.
Result<void> placeKeys(std::vector<debian::Source> &sources, const QString &folder)
{
    for (debian::Source &source : sources)
        for (std::string &keyring : source.signedBy) {
            if (!fromStd(keyring).startsWith(u":/"_s))
                continue;
            const QString path = folder + u'/' + fromStd(keyring).section(u'/', -1);
            DOSIRAK_TRY(bytes, readFile(fromStd(keyring), maxKeyBytes));
            DOSIRAK_CHECK(writeFileAtomically(path, bytes));
            keyring = toStd(path);
        }
    return {};
}

Result<ImageFound> bootstrapped(const ImageWant &want)
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
    DOSIRAK_CHECK(placeKeys(sources, want.services.cacheFolder() + u"/keys"_s));
    for (const debian::Source &source : sources)
        for (const std::string &keyring : source.signedBy)
            if (!request.keyrings.contains(fromStd(keyring)))
                request.keyrings.append(fromStd(keyring));
    request.sources = QStringList{fromStd(debian::writeSources(sources))};
    DOSIRAK_TRY(made, image::bootstrapImage(want.shared, request, want.stop, want.progress));
    return ImageFound{made, {}, {}, true};
}

/// The reference with the digest in the place of its tag.
QString pinned(const QString &reference, const QString &digest)
{
    if (digest.isEmpty() || reference.contains(u'@'))
        return reference;
    const QString name = reference.section(u'/', -1).contains(u':') ? reference.section(u':', 0, -2) : reference;
    return name + u'@' + digest;
}

Result<ImageFound> fromRegistry(const ImageWant &want)
{
    image::Registry registry(want.services.http(want.offline));
    report(want.progress, {coreTr("Asking the registry"), want.image.reference, 0, 0, Progress::Unit::Steps});
    DOSIRAK_TRY(resolved, registry.resolve(pinned(want.image.reference, want.digest), goArchitecture(want.preset.os.architecture), want.stop));
    DOSIRAK_TRY(url, registry.manifestUrl(want.image.reference, resolved.digest));
    if (const auto there = want.shared.revive(want.image.reference, resolved.digest))
        return ImageFound{*there, url, {}, false};
    resolved.reference = want.image.reference; // its name here is the one the preset gives it
    DOSIRAK_TRY(pulled, registry.pull(resolved, want.shared, want.stop, want.progress));
    return ImageFound{pulled, url, {}, true};
}

Result<ImageFound> fromEngine(const ImageWant &want)
{
    DOSIRAK_TRY(engines, build::findEngines({}, want.stop));
    DOSIRAK_TRY(engine, build::chooseEngine(engines, {}));
    DOSIRAK_TRY(saved, image::saveFromEngine(engine.images, want.image.reference, want.shared, want.stop, want.progress));
    return ImageFound{saved, {}, {}, true};
}

/// Whether another way may help after this error. What is wrong with bytes or with this disk stays wrong.
bool mayFallBack(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::Integrity:
    case ErrorCode::Io:
    case ErrorCode::DiskFull: return false;
    default: return true;
    }
}

Failure nowhere(const ImageWant &want, const Error &registry, const Error &engine)
{
    const QString detail = registry.text() + u'\n' + engine.text();
    if (want.offline)
        return fail(ErrorCode::Incomplete, coreTr("The base image “%1” is not here, and the network is not to be used.").arg(want.image.reference),
                    coreTr("Run “dosirak base-image make” where there is a network, or bring it: “dosirak base-image import FILE --as %1”.").arg(want.image.reference), detail);
    if (isOfRegistry(want.image.reference) && registry.code != ErrorCode::NotFound)
        return fail(registry.code, registry.what, registry.hint, detail);
    return fail(ErrorCode::NotFound, coreTr("The base image “%1” is not here.").arg(want.image.reference),
                coreTr("Load it into the engine (docker pull or docker load), bring an archive or a layout of it with "
                       "“dosirak base-image import FILE --as %1”, or name one in the preset.").arg(want.image.reference), detail);
}

/// A registry knows what a name stands for; where it does not answer, what is on this machine is better than nothing.
Result<ImageFound> byName(const ImageWant &want)
{
    Error refused{ErrorCode::NotFound, coreTr("“%1” names no registry.").arg(want.image.reference), {}, {}, {}, {}};
    if (isOfRegistry(want.image.reference)) {
        auto pulled = fromRegistry(want);
        if (pulled || !mayFallBack(pulled.error()))
            return pulled;
        refused = pulled.error();
    }
    const auto taken = [&](const LayoutImage &found, const QString &from, bool made) {
        ImageFound result{found, {}, {}, made};
        if (isOfRegistry(want.image.reference))
            result.notices.append(coreTr("The registry did not give out “%1” (%2); %3 was taken.").arg(want.image.reference, refused.what, from));
        return result;
    };
    const auto answers = [&](const LayoutImage &found) {
        return want.digest.isEmpty() || !isOfRegistry(want.image.reference) || found.descriptor.digest == want.digest;
    };
    if (const auto there = want.shared.find(want.image.reference); there && answers(*there))
        return taken(*there, coreTr("the copy of an earlier run"), false);
    const auto saved = fromEngine(want);
    if (saved && answers(saved->image))
        return taken(saved->image, coreTr("the engine's image of that name"), true);
    if (saved)
        return Failure(refused);
    return mayFallBack(saved.error()) ? Result<ImageFound>(nowhere(want, refused, saved.error())) : saved;
}

} // namespace

bool isOfRegistry(const QString &reference)
{
    const auto parts = image::parseReference(reference);
    return parts && parts->registry != u"localhost"_s;
}

QString goArchitecture(const QString &debian)
{
    static const QHash<QString, QString> names{{u"armhf"_s, u"arm"_s}, {u"armel"_s, u"arm"_s}, {u"i386"_s, u"386"_s},
                                               {u"ppc64el"_s, u"ppc64le"_s}};
    return names.value(debian, debian);
}

Result<ImageFound> obtainImage(const ImageWant &want)
{
    if (!want.image.archive.isEmpty())
        return fromArchive(want);
    if (!want.image.layout.isEmpty())
        return fromLayout(want);
    if (want.image.bootstrap && want.offline)
        return nowhere(want, {ErrorCode::Network, {}, {}, {}, {}, {}}, {ErrorCode::Network, {}, {}, {}, {}, {}});
    if (want.image.bootstrap)
        return bootstrapped(want);
    return byName(want);
}

} // namespace dosirak::workspace
