// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"
#include "compat/check.h"
#include "compat/tensorrt_choice.h"
#include "fetch/store.h"
#include "image/inspect.h"
#include "lock/lock_maker.h"
#include "lock/wheel_part.h"
#include "preset/load.h"
#include "workspace/base_images.h"
#include "workspace/services.h"
#include "workspace/vendor_files.h"

#include <QFileInfo>
#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

Result<void> refuseErrors(const CheckReport &report)
{
    QStringList errors;
    for (const compat::Finding &finding : report.findings)
        if (finding.severity == compat::Severity::Error)
            errors.append(finding.pointer + u": "_s + finding.what);
    if (errors.isEmpty())
        return {};
    return fail(ErrorCode::Findings, coreTr("“%1” has %n errors and cannot be locked.", nullptr, int(errors.size())).arg(report.presetName),
                coreTr("Mend them first; “dosirak check %1” says how.").arg(report.presetName),
                errors.join(u'\n'));
}

/// The dpkg status of the base image of one stage.
Result<std::optional<std::string>> statusOf(const QList<BaseImageState> &images, const QString &reference, const std::stop_token &stop)
{
    for (const BaseImageState &image : images) {
        if (image.reference != reference)
            continue;
        DOSIRAK_TRY(layout, image::OciLayout::open(image.layoutFolder));
        DOSIRAK_TRY(status, image::dpkgStatusOf(layout, image.digest, stop));
        return std::optional<std::string>(status.toStdString());
    }
    return fail(ErrorCode::Internal, coreTr("The base image “%1” was not brought to hand.").arg(reference));
}

/// TensorRT as debs: the whole set at one exact version, in the stages that want it.
void addTensorRt(const preset::Preset &preset, const QString &version, const compat::Facts &facts, lock::LockInput &input)
{
    if (version.isEmpty() || preset.tensorrtSource != preset::TensorRtSource::Debs)
        return;
    const QStringList debs = compat::tensorRtDebs(version, preset.cuda, facts);
    input.builderDebs += debs;
    if (preset.tensorrt->requiredInRuntime)
        input.runtimeDebs += debs;
}

Result<lock::LockInput> inputOf(const Workspace &workspace, const preset::LoadedPreset &loaded, const LockOptions &options,
                                Services &services, const std::stop_token &stop, const ProgressSink &progress, QStringList &notices)
{
    const compat::Facts &facts = services.facts();
    const preset::Preset &preset = loaded.preset;
    lock::LockInput input;
    input.preset = preset;
    input.presetSha256 = QString::fromLatin1(loaded.sha256);
    input.folder = workspace.root();
    input.factsVersion = facts.version;
    input.cacheFolder = services.cacheFolder();
    input.storeFolder = services.store().folder();
    input.upgradeAll = options.upgradeAll;
    input.upgrade = options.upgrade;
    const compat::System *system = facts.system(preset.os.distribution, preset.os.release);
    DOSIRAK_TRY(target, lock::targetOf(preset, system ? system->glibc : QString()));
    input.target = target;
    input.target.tensorrt = compat::chosenTensorRt(preset, facts);
    if (const auto old = lock::readLock(workspace.lockPath(preset.name)))
        input.old = *old;

    BaseImageOptions imageOptions;
    imageOptions.offline = options.offline;
    DOSIRAK_TRY(images, ensureBaseImages(workspace, preset.name, imageOptions, services, stop, progress, input.old ? &*input.old : nullptr,
                                         options.upgradeAll ? QStringList{u"*"_s} : options.upgrade));
    for (const BaseImageState &state : images) {
        input.images.append(imageArtifact(state, preset));
        notices += state.notices;
    }
    DOSIRAK_TRY(builderStatus, statusOf(images, preset.builderImage.reference, stop));
    DOSIRAK_TRY(runtimeStatus, statusOf(images, preset.runtimeImage.reference, stop));
    input.builderStatus = builderStatus;
    input.runtimeStatus = runtimeStatus;
    input.builderDebs = preset.debs.builder;
    input.runtimeDebs = preset.debs.runtime;
    addTensorRt(preset, input.target.tensorrt, facts, input);
    DOSIRAK_TRY(vendor, vendorFiles(preset, input.target.tensorrt, facts));
    input.vendorFiles = vendor;
    return input;
}

} // namespace

Result<LockReport> lock(const Workspace &workspace, const QString &presetName, const LockOptions &options, Services &services,
                        const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(found, check(workspace, presetName, services));
    DOSIRAK_CHECK(refuseErrors(found));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    for (const preset::WheelIndex &index : loaded.preset.wheels.indexes)
        services.trustUrl(index.url);
    QStringList imageNotices;
    DOSIRAK_TRY(input, inputOf(workspace, loaded, options, services, stop, progress, imageNotices));
    DOSIRAK_TRY(made, lock::makeLock(input, services.http(options.offline), stop, progress));

    LockReport result;
    result.lock = made.lock;
    result.notices = imageNotices + made.notices;
    result.changes = lock::changesBetween(input.old.value_or(lock::LockFile()), made.lock);
    if (options.dryRun)
        return result;
    const QByteArray bytes = lock::writeLock(made.lock);
    const auto there = readFile(workspace.lockPath(presetName), bytes.size());
    if (there && *there == bytes)
        return result;
    DOSIRAK_CHECK(writeFileAtomically(workspace.lockPath(presetName), bytes));
    result.written = true;
    return result;
}

Result<LockState> lockState(const Workspace &workspace, const QString &presetName)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    if (!QFileInfo(workspace.lockPath(presetName)).isFile())
        return LockState::None;
    DOSIRAK_TRY(read, lock::readLock(workspace.lockPath(presetName)));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    if (read.presetSha256.toLatin1() != loaded.sha256)
        return LockState::Stale;
    // The preset names these files and does not hold them.
    const auto inputs = lock::inputFiles(loaded.preset, workspace.root());
    const auto same = [](const lock::InputFile &a, const lock::InputFile &b) { return a.path == b.path && a.sha256 == b.sha256; };
    if (!inputs)
        return LockState::Stale;
    const bool fresh = std::is_permutation(inputs->begin(), inputs->end(), read.inputs.begin(), read.inputs.end(), same);
    return fresh ? LockState::Fresh : LockState::Stale;
}

} // namespace dosirak::workspace
