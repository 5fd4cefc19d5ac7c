// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/tr.h"

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

bool isGeForce(const QString &gpu)
{
    return gpu.contains(u"RTX"_s, Qt::CaseInsensitive) || gpu.contains(u"GTX"_s, Qt::CaseInsensitive) || gpu.contains(u"GeForce"_s, Qt::CaseInsensitive);
}

QString imageTag(const preset::BaseImage &image)
{
    const qsizetype colon = image.reference.lastIndexOf(u':');
    return colon < 0 ? QString() : image.reference.mid(colon + 1).section(u'@', 0, 0);
}

void driver(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const DottedVersion driver(preset.target.driver);
    if (preset.cuda.isEmpty() || !driver.isValid())
        return;
    const QString minimum = findings.facts().minDriver(DottedVersion(preset.cuda).major());
    if (minimum.isEmpty())
        return;
    // A branch alone ("535") means its newest driver.
    const bool branchOnly = driver.parts().size() == 1;
    const bool tooOld = branchOnly ? driver.major() < DottedVersion(minimum).major() : driver < DottedVersion(minimum);
    if (tooOld) {
        findings.add("driver-too-old", Severity::Error, u"/target/driver"_s,
                     coreTr("Driver %1 cannot run CUDA %2: it needs at least %3.").arg(driver.text(), preset.cuda, minimum),
                     coreTr("Ask for a newer driver on the target, take a lower CUDA major version, or, on data-center GPUs only, use the cuda-compat package."),
                     findings.pitfallSources("driver-too-old"));
        return;
    }
    const CudaRelease *release = findings.facts().cudaRelease(preset.cuda);
    const bool older = release && !release->toolkitDriver.isEmpty()
        && (branchOnly ? driver.major() < DottedVersion(release->toolkitDriver).major() : driver < DottedVersion(release->toolkitDriver));
    if (older)
        findings.add("driver-minor-compat", Severity::Warning, u"/target/driver"_s,
                     coreTr("Driver %1 is older than the one that CUDA %2 came with (%3): it works with limits.").arg(driver.text(), preset.cuda, release->toolkitDriver),
                     coreTr("By minor version compatibility; code that is compiled from PTX and newer driver features can fail."),
                     release->sources + findings.pitfallSources("driver-minor-compat"));
}

/// The newest CUDA that a driver branch reports, from the drivers that toolkits came with. Empty: not known.
QString cudaOfDriver(const Facts &facts, const DottedVersion &driver)
{
    QString best;
    for (const CudaRelease &release : facts.cuda) {
        const DottedVersion came(release.toolkitDriver);
        const bool reached = came.isValid() && (driver.parts().size() == 1 ? came.major() <= driver.major() : came <= driver);
        if (reached && (best.isEmpty() || DottedVersion(best) < DottedVersion(release.version)))
            best = release.version;
    }
    return best;
}

void startCheck(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const DottedVersion driver(preset.target.driver);
    const BaseImageTag *row = findings.facts().baseImage(imageTag(preset.runtimeImage));
    if (!driver.isValid() || !row || !row->startCheck.startsWith(u"cuda>="_s))
        return;
    const QString has = cudaOfDriver(findings.facts(), driver);
    const DottedVersion needs(row->startCheck.mid(6));
    if (has.isEmpty() || DottedVersion(DottedVersion(has).prefix(2)) >= needs)
        return;
    const QString branch = QString::number(driver.major());
    bool geForce = false;
    for (const QString &gpu : preset.target.gpus)
        geForce = geForce || isGeForce(gpu);
    const QStringList &accepted = geForce ? row->alsoForGeForce : row->alsoAcceptedBranches;
    if (accepted.contains(branch))
        return;
    findings.add("container-start-check", Severity::Error, u"/base_images/runtime/reference"_s,
                 coreTr("The container would not start: the image asks for %1, driver %2 reports CUDA %3.").arg(row->startCheck, driver.text(), DottedVersion(has).prefix(2)),
                 coreTr("Take an image with a lower check. NVIDIA_DISABLE_REQUIRE=1 skips the check, not the limits of the driver."),
                 row->sources + findings.pitfallSources("container-start-check"));
}

void forwardCompatibility(Findings &findings)
{
    for (qsizetype i = 0; i < findings.preset().debs.runtime.size(); ++i) {
        if (!debName(findings.preset().debs.runtime.at(i)).startsWith(u"cuda-compat"_s))
            continue;
        for (const QString &gpu : findings.preset().target.gpus)
            if (isGeForce(gpu))
                findings.add("fwd-compat-gpu", Severity::Warning, u"/debs/runtime/%1"_s.arg(i),
                             coreTr("The forward compatibility package does not cover %1.").arg(gpu), {}, findings.pitfallSources("fwd-compat-gpu"));
    }
}

void cudnnShadow(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    if (!preset.pytorch || preset.cudnn.isEmpty())
        return;
    const TorchRelease *torch = findings.facts().torchRelease(preset.pytorch->version);
    const TorchBuild *build = torch ? torch->build(preset.pytorch->build) : nullptr;
    if (!build || build->cudnn.isEmpty() || matchesVersionPattern(preset.cudnn, build->cudnn))
        return;
    findings.add("cudnn-shadow", Severity::Warning, u"/cudnn"_s,
                 coreTr("The image's cuDNN %1 is not the one inside the PyTorch wheel (%2).").arg(preset.cudnn, build->cudnn),
                 coreTr("Where LD_LIBRARY_PATH names the image's, it overrides PyTorch's own. Take a base image without cuDNN when only PyTorch needs it."),
                 build->sources + findings.pitfallSources("cudnn-shadow"));
}

void cudnnOldGpu(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    if (preset.cudnn.isEmpty() || DottedVersion(preset.cudnn) < DottedVersion(u"9.11"_s))
        return;
    for (qsizetype i = 0; i < preset.target.gpus.size(); ++i) {
        const Gpu *gpu = findings.facts().gpu(preset.target.gpus.at(i));
        if (gpu && DottedVersion(gpu->sm) < DottedVersion(u"7.5"_s))
            findings.add("cudnn-old-gpu", Severity::Error, u"/target/gpus/%1"_s.arg(i),
                         coreTr("cuDNN %1 no longer runs on %2 (compute capability %3).").arg(preset.cudnn, gpu->name, gpu->sm),
                         coreTr("Stay on cuDNN 9.10.2."), findings.pitfallSources("cudnn-old-gpu"));
    }
}

/// Whether the CUDA toolkit itself knows the GPU. Where a PyTorch build is known, its compiled code decides: see rules_torch.
void gpuOfCuda(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const TorchRelease *torch = preset.pytorch ? findings.facts().torchRelease(preset.pytorch->version) : nullptr;
    if (preset.cuda.isEmpty() || (torch && torch->build(preset.pytorch->build)))
        return;
    const DottedVersion cuda(DottedVersion(preset.cuda).prefix(2));
    for (qsizetype i = 0; i < preset.target.gpus.size(); ++i) {
        const Gpu *gpu = findings.facts().gpu(preset.target.gpus.at(i));
        if (gpu && !gpu->minCuda.isEmpty() && cuda < DottedVersion(gpu->minCuda))
            findings.add("gpu-arch-missing", Severity::Error, u"/target/gpus/%1"_s.arg(i), coreTr("%1 needs CUDA %2 or newer.").arg(gpu->name, gpu->minCuda), {}, gpu->sources);
        else if (gpu && !gpu->lastCuda.isEmpty() && cuda > DottedVersion(gpu->lastCuda))
            findings.add("gpu-arch-dropped", Severity::Error, u"/target/gpus/%1"_s.arg(i),
                         coreTr("CUDA %1 no longer supports %2; the last one that did is %3.").arg(preset.cuda, gpu->name, gpu->lastCuda), {}, gpu->sources);
    }
}

void unknownGpus(Findings &findings)
{
    for (qsizetype i = 0; i < findings.preset().target.gpus.size(); ++i)
        if (!findings.facts().gpu(findings.preset().target.gpus.at(i)))
            findings.add("gpu-unknown", Severity::Note, u"/target/gpus/%1"_s.arg(i),
                         coreTr("Nothing is known of the GPU “%1”: it is not checked.").arg(findings.preset().target.gpus.at(i)));
}

} // namespace

QList<Rule> cudaRules()
{
    return {driver, startCheck, forwardCompatibility, cudnnShadow, cudnnOldGpu, gpuOfCuda, unknownGpus};
}

} // namespace dosirak::compat
