// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/vendor_files.h"

#include "base/tr.h"
#include "base/version_pattern.h"

#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

/// The build for this CUDA: of the same minor version, else of the same major one (CUDA's minor version compatibility).
QString buildFor(const compat::TensorRtRelease &release, const QString &cuda)
{
    const DottedVersion wanted(DottedVersion(cuda).prefix(2));
    QString chosen;
    for (const QString &build : release.cudaBuilds) {
        const DottedVersion built(build);
        if (DottedVersion(built.prefix(2)) == wanted)
            return build;
        if (built.major() == wanted.major() && (chosen.isEmpty() || DottedVersion(chosen) < built))
            chosen = build;
    }
    return chosen;
}

QString pageOf(const DottedVersion &version)
{
    return version.major() <= 8 ? u"https://developer.nvidia.com/nvidia-tensorrt-%1x-download"_s.arg(version.major())
                                : u"https://developer.nvidia.com/tensorrt/download"_s;
}

bool isNamedByHand(const preset::Preset &preset)
{
    return std::any_of(preset.sources.begin(), preset.sources.end(), [](const preset::SourceArchive &source) {
        return source.name.startsWith(u"tensorrt"_s, Qt::CaseInsensitive);
    });
}

} // namespace

Result<QList<lock::Artifact>> vendorFiles(const preset::Preset &preset, const QString &tensorrt, const compat::Facts &facts)
{
    if (tensorrt.isEmpty() || preset.tensorrtSource != preset::TensorRtSource::Tar || isNamedByHand(preset))
        return QList<lock::Artifact>{};
    const compat::TensorRtRelease *release = facts.tensorRtRelease(tensorrt);
    const QString build = release ? buildFor(*release, preset.cuda) : QString();
    if (build.isEmpty() || release->fullVersion.isEmpty())
        return fail(ErrorCode::Unsupported, coreTr("The exact archive of TensorRT %1 for CUDA %2 is not known.").arg(tensorrt, preset.cuda),
                    coreTr("Name it in “sources”: an entry “TensorRT” with “file” as NVIDIA's page names it, and no “url”."));
    lock::Artifact tar;
    tar.kind = lock::ArtifactKind::Source;
    tar.name = u"tensorrt"_s;
    tar.version = release->fullVersion;
    tar.cudaBuild = build;
    tar.fileName = u"TensorRT-%1.Linux.%2-gnu.cuda-%3.tar.gz"_s
                       .arg(release->fullVersion, preset.os.architecture == u"arm64"_s ? u"aarch64"_s : u"x86_64"_s, build);
    tar.page = pageOf(DottedVersion(release->fullVersion));
    tar.stages = preset.tensorrt && preset.tensorrt->requiredInRuntime ? lock::Stages(lock::Stage::Builder | lock::Stage::Runtime)
                                                                       : lock::Stages(lock::Stage::Builder);
    tar.why = QStringList{u"tensorrt"_s};
    tar.direct = true;
    return QList<lock::Artifact>{tar};
}

} // namespace dosirak::workspace
