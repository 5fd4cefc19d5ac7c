// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/tr.h"
#include "compat/tensorrt_choice.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

bool isOn(const Findings &findings)
{
    return findings.preset().tensorrt && findings.preset().tensorrt->enabled;
}

bool isAuto(const preset::TensorRt &block)
{
    return block.version.isEmpty() || block.version == u"auto"_s;
}

void switchedOff(Findings &findings)
{
    if (!findings.preset().tensorrt)
        return;
    const preset::TensorRt &block = *findings.preset().tensorrt;
    if (!block.enabled) {
        auto &finding = findings.add("tensorrt-off", Severity::Warning, u"/tensorrt/enabled"_s, coreTr("TensorRT is switched off."),
                                     coreTr("The image has no TensorRT: engines do not load, and inference runs without its acceleration."));
        finding.fixes.append(setFix(coreTr("Switch TensorRT on"), u"/tensorrt/enabled"_s, true));
    } else if (!block.requiredInRuntime) {
        auto &finding = findings.add("tensorrt-not-in-runtime", Severity::Warning, u"/tensorrt/required_in_runtime"_s,
                                     coreTr("TensorRT is not required in the runtime image."),
                                     coreTr("It is there while building only: programs of the runtime image cannot load engines."));
        finding.fixes.append(setFix(coreTr("Require it in the runtime"), u"/tensorrt/required_in_runtime"_s, true));
    }
}

void autoChoice(Findings &findings)
{
    if (!isOn(findings) || !isAuto(*findings.preset().tensorrt))
        return;
    const QString chosen = chosenTensorRt(findings.preset(), findings.facts());
    if (chosen.isEmpty())
        findings.add("tensorrt-auto", Severity::Error, u"/tensorrt/version"_s,
                     coreTr("No TensorRT goes with CUDA %1 by supported_versions and cuda_compatibility.").arg(findings.preset().cuda));
    else
        findings.add("tensorrt-auto", Severity::Note, u"/tensorrt/version"_s, coreTr("“auto” stands for TensorRT %1.").arg(chosen),
                     coreTr("The newest supported one that CUDA %1 allows.").arg(findings.preset().cuda),
                     findings.facts().tensorRtRelease(chosen)->sources);
}

void supportedVersions(Findings &findings)
{
    if (!isOn(findings) || isAuto(*findings.preset().tensorrt))
        return;
    const preset::TensorRt &block = *findings.preset().tensorrt;
    const auto matches = [&](const QString &pattern) { return matchesVersionPattern(pattern, block.version); };
    if (block.supportedVersions.isEmpty() || std::any_of(block.supportedVersions.begin(), block.supportedVersions.end(), matches))
        return;
    auto &finding = findings.add("tensorrt-not-supported", Severity::Error, u"/tensorrt/version"_s,
                                 coreTr("TensorRT %1 is not one of supported_versions (%2).").arg(block.version, block.supportedVersions.join(u", "_s)));
    finding.fixes.append(setFix(coreTr("Choose by itself (“auto”)"), u"/tensorrt/version"_s, "auto"));
}

void ownMapping(Findings &findings)
{
    if (!isOn(findings) || isAuto(*findings.preset().tensorrt))
        return;
    const preset::Preset &preset = findings.preset();
    const preset::TensorRt &block = *preset.tensorrt;
    if (mappingAllows(block, block.version, preset.cuda))
        return;
    const QString wanted = mappedCuda(block, block.version);
    auto &finding = findings.add("tensorrt-cuda-mismatch", Severity::Error, u"/tensorrt/version"_s,
                                 coreTr("TensorRT %1 needs CUDA %2 by the preset's own mapping; the preset has %3.").arg(block.version, wanted, preset.cuda));
    preset::Preset automatic = preset;
    automatic.tensorrt->version = u"auto"_s;
    const QString instead = chosenTensorRt(automatic, findings.facts());
    if (!instead.isEmpty())
        finding.fixes.append(setFix(coreTr("Use TensorRT %1").arg(instead), u"/tensorrt/version"_s, toStd(instead)));
}

void vendorMatrix(Findings &findings)
{
    const QString version = chosenTensorRt(findings.preset(), findings.facts());
    const TensorRtRelease *row = version.isEmpty() ? nullptr : findings.facts().tensorRtRelease(version);
    if (!row || findings.preset().cuda.isEmpty())
        return;
    const QString &cuda = findings.preset().cuda;
    const int major = DottedVersion(cuda).major();
    const bool built = row->cudaBuilds.isEmpty()
        || std::any_of(row->cudaBuilds.begin(), row->cudaBuilds.end(), [&](const QString &b) { return DottedVersion(b).major() == major; });
    if (!built)
        findings.add("tensorrt-no-build", Severity::Error, u"/tensorrt/version"_s,
                     coreTr("NVIDIA made no build of TensorRT %1 for CUDA %2 that is known (known: %3).").arg(version, cuda, row->cudaBuilds.join(u", "_s)),
                     {}, row->sources);
    else if (row->vendorCuda && !inVendorRanges(*row->vendorCuda, cuda))
        findings.add("tensorrt-outside-matrix", Severity::Note, u"/tensorrt/cuda_compatibility"_s,
                     coreTr("The preset's mapping allows TensorRT %1 with CUDA %2; NVIDIA's matrix lists %3.").arg(version, cuda, row->vendorCuda->join(u", "_s)),
                     coreTr("A build for this CUDA major version exists; NVIDIA does not list the combination."), row->sources);
}

void pipStub(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    for (qsizetype i = 0; i < preset.wheels.requirements.size(); ++i) {
        if (requirementName(preset.wheels.requirements.at(i)) != u"tensorrt"_s)
            continue;
        const QString pointer = u"/wheels/requirements/%1"_s.arg(i);
        auto &finding = findings.add("trt-pip-second-index", Severity::Error, pointer,
                                     coreTr("The package “tensorrt” runs pip against another index while it is installed, which fails without a network."),
                                     coreTr("Its real parts are separate packages; give the preset “tensorrt_source”: “debs”, “tar” or “wheels” instead."),
                                     findings.pitfallSources("trt-pip-second-index"));
        finding.fixes.append({coreTr("Take the requirement out"), Json::array({{{"op", "remove"}, {"path", toStd(pointer)}}})});
    }
    const bool wheels8 = isOn(findings) && preset.tensorrtSource == preset::TensorRtSource::Wheels
        && DottedVersion(chosenTensorRt(preset, findings.facts())).major() == 8 && DottedVersion(preset.cuda).major() == 11;
    if (wheels8) {
        auto &finding = findings.add("trt-pip-cuda-major", Severity::Error, u"/tensorrt_source"_s,
                                     coreTr("The wheels of TensorRT 8.6 bring CUDA 12 libraries; the preset has CUDA %1.").arg(preset.cuda),
                                     {}, findings.pitfallSources("trt-pip-cuda-major"));
        finding.fixes.append(setFix(coreTr("Take the debs"), u"/tensorrt_source"_s, "debs"));
    }
}

void floatingDebs(Findings &findings)
{
    const auto look = [&](const QStringList &packages, const QString &list) {
        for (qsizetype i = 0; i < packages.size(); ++i) {
            const QString name = debName(packages.at(i));
            if ((name.startsWith(u"libnvinfer"_s) || name.startsWith(u"libcudnn"_s) || name.startsWith(u"libnvonnx"_s)) && !packages.at(i).contains(u'='))
                findings.add("apt-floating", Severity::Error, u"/debs/%1/%2"_s.arg(list).arg(i),
                             coreTr("“%1” is not pinned to one version: apt takes the newest, for any CUDA.").arg(name),
                             coreTr("Write it as name=version+cudaX.Y, the same for the whole set."), findings.pitfallSources("apt-floating"));
        }
    };
    look(findings.preset().debs.builder, u"builder"_s);
    look(findings.preset().debs.runtime, u"runtime"_s);
}

void systemOfTensorRt(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const DottedVersion version(chosenTensorRt(preset, findings.facts()));
    if (!version.isValid() || preset.os.distribution != u"ubuntu"_s)
        return;
    const QString &release = preset.os.release;
    const bool tooOldSystem = release == u"20.04"_s && version >= DottedVersion(u"10.13.2"_s);
    const bool tooNewSystem = (release == u"24.04"_s && version < DottedVersion(u"10.4"_s))
        || (release == u"26.04"_s && version < DottedVersion(u"11.1"_s));
    if (tooOldSystem || tooNewSystem)
        findings.add("trt-ubuntu", Severity::Error, u"/tensorrt/version"_s,
                     coreTr("TensorRT %1 has no packages for Ubuntu %2.").arg(version.text(), release),
                     coreTr("Change TensorRT or Ubuntu."), findings.pitfallSources("trt-ubuntu"));
}

} // namespace

QList<Rule> tensorRtRules()
{
    return {switchedOff, autoChoice, supportedVersions, ownMapping, vendorMatrix, pipStub, floatingDebs, systemOfTensorRt};
}

} // namespace dosirak::compat
