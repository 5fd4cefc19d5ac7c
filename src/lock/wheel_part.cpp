// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/wheel_part.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"
#include "base/version_pattern.h"
#include "lock/lists.h"
#include "python/requirements_file.h"

#include <QDir>
#include <algorithm>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

void pinTorch(const preset::PyTorch &torch, std::vector<std::string> &requirements)
{
    const QString local = torch.build.isEmpty() ? QString() : u'+' + torch.build;
    const auto pin = [&](const char *name, const QString &version) {
        if (!version.isEmpty())
            requirements.push_back(toStd(QString::fromLatin1(name) + u"=="_s + version + local));
    };
    pin("torch", torch.version);
    pin("torchvision", torch.torchvision);
    pin("torchaudio", torch.torchaudio);
}

/// The uploads named "tensorrt" run pip against another index while they are built: their real parts are taken instead.
void pinTensorRt(const QString &version, const QString &cuda, std::vector<std::string> &requirements)
{
    const DottedVersion parts(version);
    const QString pin = parts.parts().size() < 3 ? u"=="_s + version + u".*"_s : u"=="_s + version;
    if (parts.major() < 10) {
        requirements.push_back(toStd(u"tensorrt-libs"_s + pin));
        requirements.push_back(toStd(u"tensorrt-bindings"_s + pin));
        return;
    }
    const QString suffix = u"-cu%1"_s.arg(DottedVersion(cuda).major());
    requirements.push_back(toStd(u"tensorrt"_s + suffix + u"-libs"_s + pin));
    requirements.push_back(toStd(u"tensorrt"_s + suffix + u"-bindings"_s + pin));
}

Result<void> addRequirementsFile(const QString &path, python::WheelRequest &request)
{
    DOSIRAK_TRY(file, python::RequirementsFile::read(path));
    for (const python::RequirementLine &line : file.requirements) {
        request.requirements.push_back(line.requirement.text());
        if (!line.sha256.empty())
            request.hashes[line.requirement.normalizedName] = line.sha256;
    }
    for (const python::RequirementLine &line : file.constraints)
        request.constraints.push_back(line.requirement.text());
    return {};
}

python::WheelIndex indexOf(const preset::WheelIndex &index, const QString &folder)
{
    // A folder is given relative to the working folder, so that a preset can travel.
    const bool isUrl = index.url.contains(u"://"_s);
    const QString url = index.url.isEmpty() || isUrl ? index.url : QDir(folder).absoluteFilePath(index.url);
    return {toStd(index.name), toStd(url), stdList(index.packages), index.allowLinuxTag};
}

} // namespace

Result<python::WheelRequest> wheelRequest(const preset::Preset &preset, const Target &target, const QString &folder,
                                          const LockFile *old)
{
    python::WheelRequest request;
    request.python = toStd(target.python);
    request.platform = toStd(target.platform);
    if (preset.pytorch)
        pinTorch(*preset.pytorch, request.requirements);
    if (!target.tensorrt.isEmpty() && preset.tensorrtSource == preset::TensorRtSource::Wheels)
        pinTensorRt(target.tensorrt, preset.cuda, request.requirements);
    for (const QString &requirement : preset.wheels.requirements)
        request.requirements.push_back(toStd(requirement));
    for (const QString &file : preset.wheels.requirementFiles)
        DOSIRAK_CHECK(addRequirementsFile(QDir(folder).absoluteFilePath(file), request));
    request.constraints = stdList(preset.wheels.constraints);
    request.overrides = stdList(preset.wheels.overrides);
    request.excludes = stdList(preset.wheels.excludes);
    request.prereleases = stdList(preset.wheels.prereleases);
    request.sdists = stdList(preset.wheels.sdists);
    for (const preset::WheelIndex &index : preset.wheels.indexes)
        request.indexes.push_back(indexOf(index, folder));
    if (old)
        for (const Artifact &wheel : old->of(ArtifactKind::Wheel))
            request.preferences.push_back({toStd(wheel.name), toStd(wheel.version)});
    return request;
}

QList<Artifact> wheelArtifacts(const python::WheelResolution &resolution)
{
    QList<Artifact> artifacts;
    for (const python::LockedWheel &wheel : resolution.wheels) {
        Artifact artifact;
        artifact.kind = wheel.isSdist ? ArtifactKind::Source : ArtifactKind::Wheel;
        artifact.name = fromStd(wheel.name);
        artifact.version = fromStd(wheel.version);
        artifact.fileName = fromStd(wheel.fileName);
        artifact.url = fromStd(wheel.url);
        artifact.origin = fromStd(wheel.index);
        artifact.size = wheel.size;
        artifact.sha256 = fromStd(wheel.sha256);
        artifact.stages = Stage::Builder;
        artifact.why = textList(wheel.why);
        artifact.needs = textList(wheel.needs);
        artifact.licence = fromStd(wheel.licence);
        artifact.direct = wheel.direct;
        artifacts.append(artifact);
    }
    return artifacts;
}

} // namespace dosirak::lock
