// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/wheel_part.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
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

Result<void> addInputs(const python::RequirementsFile &file, const QString &folder, QList<InputFile> &inputs)
{
    for (const QString &path : file.files) {
        DOSIRAK_TRY(hash, sha256OfFile(path));
        const QString relative = QDir(folder).relativeFilePath(path);
        const auto same = [&](const InputFile &input) { return input.path == relative; };
        if (std::none_of(inputs.begin(), inputs.end(), same))
            inputs.append({relative, QString::fromLatin1(hash)});
    }
    return {};
}

Result<void> addRequirementsFile(const QString &path, const QString &folder, WheelWish &wish)
{
    python::WheelRequest &request = wish.request;
    DOSIRAK_TRY(file, python::RequirementsFile::read(path));
    DOSIRAK_CHECK(addInputs(file, folder, wish.inputs));
    for (const QString &notice : file.notices)
        wish.notices.append(notice);
    if (!file.indexUrl.empty() || !file.extraIndexUrls.empty() || !file.findLinks.empty() || file.noIndex)
        wish.notices.append(coreTr("%1 names indexes. They are not asked: the preset says where packages come from (wheels.indexes).")
                                .arg(QDir(folder).relativeFilePath(path)));
    if (file.pre)
        for (const python::RequirementLine &line : file.requirements)
            request.prereleases.push_back(line.requirement.normalizedName);
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
    return {toStd(index.name), toStd(url), stdList(index.packages), index.allowLinuxTag, false};
}

} // namespace

Result<WheelWish> wheelWish(const preset::Preset &preset, const Target &target, const QString &folder, const LockFile *old)
{
    WheelWish wish;
    python::WheelRequest &request = wish.request;
    request.python = toStd(target.python);
    request.platform = toStd(target.platform);
    if (preset.pytorch)
        pinTorch(*preset.pytorch, request.requirements);
    if (!target.tensorrt.isEmpty() && preset.tensorrtSource == preset::TensorRtSource::Wheels)
        pinTensorRt(target.tensorrt, preset.cuda, request.requirements);
    for (const QString &requirement : preset.wheels.requirements)
        request.requirements.push_back(toStd(requirement));
    for (const QString &file : preset.wheels.requirementFiles)
        DOSIRAK_CHECK(addRequirementsFile(QDir(folder).absoluteFilePath(file), folder, wish));
    for (const QString &constraint : preset.wheels.constraints)
        request.constraints.push_back(toStd(constraint));
    request.overrides = stdList(preset.wheels.overrides);
    request.excludes = stdList(preset.wheels.excludes);
    for (const QString &name : preset.wheels.prereleases)
        request.prereleases.push_back(toStd(name));
    request.sdists = stdList(preset.wheels.sdists);
    for (const preset::WheelIndex &index : preset.wheels.indexes)
        request.indexes.push_back(indexOf(index, folder));
    if (old)
        for (const Artifact &artifact : old->artifacts)
            if (artifact.kind == ArtifactKind::Wheel || artifact.sdist)
                request.preferences.push_back({toStd(artifact.name), toStd(artifact.version)});
    return wish;
}

Result<QList<InputFile>> inputFiles(const preset::Preset &preset, const QString &folder)
{
    WheelWish wish;
    for (const QString &file : preset.wheels.requirementFiles)
        DOSIRAK_CHECK(addRequirementsFile(QDir(folder).absoluteFilePath(file), folder, wish));
    return wish.inputs;
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
        artifact.sdist = wheel.isSdist;
        artifacts.append(artifact);
    }
    return artifacts;
}

} // namespace dosirak::lock
