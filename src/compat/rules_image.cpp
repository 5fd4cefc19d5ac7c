// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/tr.h"

#include <QRegularExpression>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

struct NamedImage {
    const preset::BaseImage *image;
    QString pointer;
};

QList<NamedImage> imagesOf(const preset::Preset &preset)
{
    return {{&preset.builderImage, u"/base_images/builder/reference"_s}, {&preset.runtimeImage, u"/base_images/runtime/reference"_s}};
}

bool isNvidia(const preset::BaseImage &image)
{
    return image.reference.contains(u"nvidia/cuda:"_s);
}

QString tagOf(const QString &reference)
{
    return reference.section(u':', -1).section(u'@', 0, 0);
}

void contradictions(Findings &findings)
{
    static const QRegularExpression form(u"^(\\d+\\.\\d+(?:\\.\\d+)?)-.*-(ubuntu)(\\d+\\.\\d+)\\z"_s);
    const preset::Preset &preset = findings.preset();
    for (const auto &[image, pointer] : imagesOf(preset)) {
        const auto match = form.match(tagOf(image->reference));
        if (!isNvidia(*image) || !match.hasMatch())
            continue;
        if (!preset.cuda.isEmpty() && !matchesVersionPattern(DottedVersion(preset.cuda).prefix(2), match.captured(1)))
            findings.add("base-image-cuda", Severity::Error, pointer,
                         coreTr("The base image has CUDA %1; the preset has CUDA %2.").arg(match.captured(1), preset.cuda));
        if (preset.os.distribution != match.captured(2) || preset.os.release != match.captured(3))
            findings.add("base-image-system", Severity::Error, pointer,
                         coreTr("The base image is Ubuntu %1; the preset is for %2 %3.").arg(match.captured(3), preset.os.distribution, preset.os.release));
    }
}

void bootstrapSuite(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const System *system = findings.facts().system(preset.os.distribution, preset.os.release);
    for (const auto &[image, pointer] : imagesOf(preset)) {
        if (!system || !image->bootstrap || image->bootstrap->suite == system->codename)
            continue;
        const QString at = pointer.section(u'/', 0, 2) + u"/bootstrap/suite"_s;
        auto &finding = findings.add("base-image-system", Severity::Error, at,
                                     coreTr("The base image would be made of “%1”; %2 %3 is “%4”.").arg(image->bootstrap->suite, preset.os.distribution, preset.os.release, system->codename), {},
                                     system->sources);
        finding.fixes.append(setFix(coreTr("Take %1").arg(system->codename), at, toStd(system->codename)));
    }
}

void goneTags(Findings &findings)
{
    for (const auto &[image, pointer] : imagesOf(findings.preset())) {
        const BaseImageTag *row = isNvidia(*image) ? findings.facts().baseImage(tagOf(image->reference)) : nullptr;
        if (!row || !row->endOfLife)
            continue;
        // The lock records the digest and the bundle carries the image: what is left is that it may no longer be had.
        findings.add("image-tag-gone", Severity::Warning, pointer,
                     coreTr("NVIDIA has ended support for “%1”: the tag may be deleted at any time.").arg(tagOf(image->reference)),
                     coreTr("Keep it in the bundle; its digest is recorded in the lock."), row->sources + findings.pitfallSources("image-tag-gone"));
    }
}

void notBundled(Findings &findings)
{
    for (const auto &[image, pointer] : imagesOf(findings.preset()))
        if (!image->reference.isEmpty() && !image->bundled)
            findings.add("from-metadata", Severity::Warning, pointer.section(u'/', 0, 2) + u"/bundled"_s,
                         coreTr("“%1” does not cross the gap with the bundle: it must be in the far side's engine under exactly this name.").arg(image->reference), {},
                         findings.pitfallSources("from-metadata"));
}

} // namespace

QList<Rule> imageRules()
{
    return {contradictions, bootstrapSuite, goneTags, notBundled};
}

} // namespace dosirak::compat
