// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/matrix.h"

#include "base/tr.h"
#include "compat/coverage.h"
#include "compat/tensorrt_choice.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

QString minorOf(const QString &version)
{
    return DottedVersion(version).prefix(2);
}

/// Everything that one evaluation looks at and collects.
struct Judge {
    const Combination &combination;
    const Facts &facts;
    QList<Reason> reasons;

    [[nodiscard]] const QString &at(Axis axis) const { return combination.at(axis); }
    [[nodiscard]] bool has(Axis a, Axis b) const { return !at(a).isEmpty() && !at(b).isEmpty(); }
    void say(Verdict verdict, const QString &text, const QStringList &sources = {}) { reasons.append({verdict, text, sources}); }

    [[nodiscard]] const System *system() const
    {
        const QString &value = at(Axis::System);
        return facts.system(value.section(u' ', 0, 0), value.section(u' ', 1));
    }
};

const TorchBuild *buildFor(const TorchRelease &torch, const QString &cuda)
{
    const auto it = std::find_if(torch.builds.begin(), torch.builds.end(), [&](const TorchBuild &build) { return minorOf(build.cuda) == minorOf(cuda); });
    return it == torch.builds.end() ? nullptr : &*it;
}

void torchAndCuda(Judge &judge)
{
    if (!judge.has(Axis::PyTorch, Axis::Cuda))
        return;
    const TorchRelease *torch = judge.facts.torchRelease(judge.at(Axis::PyTorch));
    if (!torch)
        return judge.say(Verdict::Unknown, coreTr("Nothing is known of PyTorch %1.").arg(judge.at(Axis::PyTorch)));
    if (const TorchBuild *build = buildFor(*torch, judge.at(Axis::Cuda)))
        return judge.say(Verdict::Yes, coreTr("PyTorch %1 has a build for CUDA %2: %3.").arg(torch->version, build->cuda, build->suffix), torch->sources + build->sources);
    if (torch->builds.isEmpty())
        return judge.say(Verdict::Unknown, coreTr("Nothing is known of the CUDA builds of PyTorch %1.").arg(torch->version), torch->sources);
    QStringList others;
    for (const TorchBuild &build : torch->builds)
        others.append(build.cuda);
    judge.say(Verdict::No, coreTr("PyTorch %1 has no build for CUDA %2; there are builds for %3.").arg(torch->version, judge.at(Axis::Cuda), others.join(u", "_s)), torch->sources);
}

void torchAndPython(Judge &judge)
{
    if (!judge.has(Axis::PyTorch, Axis::Python))
        return;
    const TorchRelease *torch = judge.facts.torchRelease(judge.at(Axis::PyTorch));
    if (!torch || torch->pythons.isEmpty())
        return judge.say(Verdict::Unknown, coreTr("It is not known which Python PyTorch %1 has wheels for.").arg(judge.at(Axis::PyTorch)));
    const bool listed = torch->pythons.contains(judge.at(Axis::Python));
    judge.say(listed ? Verdict::Yes : Verdict::No,
              listed ? coreTr("PyTorch %1 has wheels for Python %2.").arg(torch->version, judge.at(Axis::Python))
                     : coreTr("PyTorch %1 has no wheels for Python %2; it has them for %3.").arg(torch->version, judge.at(Axis::Python), torch->pythons.join(u", "_s)),
              torch->sources);
}

void torchAndGpu(Judge &judge)
{
    const TorchRelease *torch = judge.facts.torchRelease(judge.at(Axis::PyTorch));
    const Gpu *gpu = judge.facts.gpu(judge.at(Axis::Gpu));
    if (!judge.has(Axis::PyTorch, Axis::Gpu) || !torch || !gpu)
        return;
    Coverage best = Coverage::No;
    const TorchBuild *taken = nullptr;
    const auto rank = [](Coverage coverage) { return coverage == Coverage::Yes ? 3 : coverage == Coverage::ByPtx ? 2 : coverage == Coverage::Unknown ? 1 : 0; };
    for (const TorchBuild &build : torch->builds) {
        if (!judge.at(Axis::Cuda).isEmpty() && minorOf(build.cuda) != minorOf(judge.at(Axis::Cuda)))
            continue;
        const Coverage coverage = compat::coverage(build, gpu->sm);
        if (!taken || rank(coverage) > rank(best)) {
            best = coverage;
            taken = &build;
        }
    }
    if (!taken)
        return;
    const QString wheel = u"%1+%2"_s.arg(torch->version, taken->suffix);
    switch (best) {
    case Coverage::Yes: return judge.say(Verdict::Yes, coreTr("PyTorch %1 has code for %2 (compute capability %3).").arg(wheel, gpu->name, gpu->sm), taken->sources);
    case Coverage::ByPtx: return judge.say(Verdict::Limits, coreTr("PyTorch %1 has no code for %2; the driver compiles it from PTX at the first start, which takes long.").arg(wheel, gpu->name), taken->sources);
    case Coverage::No: return judge.say(Verdict::No, coreTr("PyTorch %1 has no code for %2 (compute capability %3).").arg(wheel, gpu->name, gpu->sm), taken->sources);
    case Coverage::Unknown: return judge.say(Verdict::Unknown, coreTr("It is not known which GPUs PyTorch %1 was compiled for.").arg(wheel), taken->sources);
    }
}

void glibc(Judge &judge, const QString &what, const QString &floor, const QStringList &sources)
{
    const System *system = judge.system();
    if (!system || floor.isEmpty() || system->glibc.isEmpty())
        return;
    const bool enough = DottedVersion(floor) <= DottedVersion(system->glibc);
    judge.say(enough ? Verdict::Yes : Verdict::No,
              enough ? coreTr("%1 needs glibc %2; %3 has %4.").arg(what, floor, judge.at(Axis::System), system->glibc)
                     : coreTr("%1 needs glibc %2, and %3 has only %4.").arg(what, floor, judge.at(Axis::System), system->glibc),
              sources + system->sources);
}

void floors(Judge &judge)
{
    const TorchRelease *torch = judge.facts.torchRelease(judge.at(Axis::PyTorch));
    if (torch && !judge.at(Axis::System).isEmpty()) {
        const TorchBuild *build = judge.at(Axis::Cuda).isEmpty() ? (torch->builds.isEmpty() ? nullptr : &torch->builds.first()) : buildFor(*torch, judge.at(Axis::Cuda));
        if (build)
            glibc(judge, u"PyTorch "_s + torch->version, build->glibcFloor, build->sources);
    }
    const TensorRtRelease *tensorrt = judge.facts.tensorRtRelease(judge.at(Axis::TensorRt));
    if (tensorrt && !judge.at(Axis::System).isEmpty())
        glibc(judge, u"TensorRT "_s + tensorrt->version, tensorrt->glibcFloor, tensorrt->sources);
}

void tensorRtAndCuda(Judge &judge)
{
    if (!judge.has(Axis::TensorRt, Axis::Cuda))
        return;
    const TensorRtRelease *row = judge.facts.tensorRtRelease(judge.at(Axis::TensorRt));
    const QString cuda = minorOf(judge.at(Axis::Cuda));
    if (!row)
        return judge.say(Verdict::Unknown, coreTr("Nothing is known of TensorRT %1.").arg(judge.at(Axis::TensorRt)));
    const bool built = std::any_of(row->cudaBuilds.begin(), row->cudaBuilds.end(), [&](const QString &build) { return minorOf(build) == cuda; });
    if (built)
        return judge.say(Verdict::Yes, coreTr("NVIDIA shipped TensorRT %1 for CUDA %2.").arg(row->version, cuda), row->sources);
    if (row->vendorCuda && inVendorRanges(*row->vendorCuda, cuda))
        return judge.say(Verdict::Limits, coreTr("NVIDIA's matrix lists CUDA %2 for TensorRT %1; its builds are for CUDA %3.").arg(row->version, cuda, row->cudaBuilds.join(u", "_s)), row->sources);
    if (!row->vendorCuda && row->cudaBuilds.isEmpty())
        return judge.say(Verdict::Unknown, coreTr("It is not known which CUDA TensorRT %1 goes with.").arg(row->version), row->sources);
    // Builds of one CUDA major version run on its others; who relies on it is told that NVIDIA does not vouch for it.
    const auto sameMajor = [&](const QString &build) { return DottedVersion(build).major() == DottedVersion(cuda).major(); };
    if (std::any_of(row->cudaBuilds.begin(), row->cudaBuilds.end(), sameMajor))
        return judge.say(Verdict::Limits, coreTr("A build for this CUDA major version exists; NVIDIA does not list the combination."), row->sources);
    judge.say(Verdict::No, coreTr("TensorRT %1 was shipped for CUDA %2, not for %3.").arg(row->version, row->cudaBuilds.join(u", "_s), cuda), row->sources);
}

void cudaAndDriver(Judge &judge)
{
    if (!judge.has(Axis::Cuda, Axis::Driver))
        return;
    const DottedVersion driver(judge.at(Axis::Driver));
    const QString minimum = judge.facts.minDriver(DottedVersion(judge.at(Axis::Cuda)).major());
    if (minimum.isEmpty() || !driver.isValid())
        return judge.say(Verdict::Unknown, coreTr("It is not known which driver CUDA %1 needs.").arg(judge.at(Axis::Cuda)));
    const bool branchOnly = driver.parts().size() == 1;
    const auto below = [&](const QString &floor) { return branchOnly ? driver.major() < DottedVersion(floor).major() : driver < DottedVersion(floor); };
    if (below(minimum))
        return judge.say(Verdict::No, coreTr("Driver %1 cannot run CUDA %2: it needs at least %3.").arg(driver.text(), judge.at(Axis::Cuda), minimum), judge.facts.driverFamilySources);
    const CudaRelease *release = judge.facts.cudaRelease(judge.at(Axis::Cuda));
    if (release && !release->toolkitDriver.isEmpty() && below(release->toolkitDriver))
        return judge.say(Verdict::Limits, coreTr("Driver %1 runs CUDA %2 by minor version compatibility, with limits; it came with driver %3.").arg(driver.text(), judge.at(Axis::Cuda), release->toolkitDriver), release->sources);
    judge.say(Verdict::Yes, coreTr("Driver %1 is new enough for CUDA %2.").arg(driver.text(), judge.at(Axis::Cuda)), judge.facts.driverFamilySources);
}

void cudaAndGpu(Judge &judge)
{
    const Gpu *gpu = judge.facts.gpu(judge.at(Axis::Gpu));
    if (!judge.has(Axis::Cuda, Axis::Gpu))
        return;
    if (!gpu)
        return judge.say(Verdict::Unknown, coreTr("Nothing is known of the GPU “%1”.").arg(judge.at(Axis::Gpu)));
    const DottedVersion cuda(minorOf(judge.at(Axis::Cuda)));
    if (!gpu->minCuda.isEmpty() && cuda < DottedVersion(gpu->minCuda))
        return judge.say(Verdict::No, coreTr("%1 needs CUDA %2 or newer.").arg(gpu->name, gpu->minCuda), gpu->sources);
    if (!gpu->lastCuda.isEmpty() && cuda > DottedVersion(gpu->lastCuda))
        return judge.say(Verdict::No, coreTr("CUDA %1 no longer supports %2; the last one that did is %3.").arg(judge.at(Axis::Cuda), gpu->name, gpu->lastCuda), gpu->sources);
    judge.say(gpu->minCuda.isEmpty() ? Verdict::Unknown : Verdict::Yes,
              gpu->minCuda.isEmpty() ? coreTr("It is not known from which CUDA on %1 is supported.").arg(gpu->name)
                                     : coreTr("CUDA %1 supports %2.").arg(judge.at(Axis::Cuda), gpu->name),
              gpu->sources);
}

void pythonAndSystem(Judge &judge)
{
    const System *system = judge.system();
    if (!judge.has(Axis::Python, Axis::System))
        return;
    if (!system || system->python.isEmpty())
        return judge.say(Verdict::Unknown, coreTr("It is not known which Python %1 has.").arg(judge.at(Axis::System)));
    const bool own = system->python == judge.at(Axis::Python);
    judge.say(own ? Verdict::Yes : Verdict::Limits,
              own ? coreTr("%1 has Python %2 itself.").arg(judge.at(Axis::System), system->python)
                  : coreTr("%1 has Python %2; another must come from an apt source of its own.").arg(judge.at(Axis::System), system->python),
              system->sources);
}

void baseImages(Judge &judge)
{
    if (!judge.has(Axis::Cuda, Axis::System) || !judge.at(Axis::System).startsWith(u"ubuntu"_s))
        return;
    const QString release = judge.at(Axis::System).section(u' ', 1);
    for (const BaseImageTag &tag : judge.facts.baseImages) {
        if (tag.ubuntu == release && minorOf(tag.cuda) == minorOf(judge.at(Axis::Cuda)))
            return judge.say(tag.endOfLife ? Verdict::Limits : Verdict::Yes,
                             tag.endOfLife ? coreTr("The base image nvidia/cuda:%1 is at its end of life and may be gone.").arg(tag.tag)
                                           : coreTr("There is a base image for them: nvidia/cuda:%1.").arg(tag.tag),
                             tag.sources);
    }
    judge.say(Verdict::Unknown, coreTr("No nvidia/cuda base image with CUDA %1 on %2 is known.").arg(judge.at(Axis::Cuda), judge.at(Axis::System)));
}

void cudnn(Judge &judge)
{
    const QString &cudnn = judge.at(Axis::Cudnn);
    if (cudnn.isEmpty())
        return;
    if (!judge.at(Axis::Cuda).isEmpty()) {
        const auto it = std::find_if(judge.facts.baseImages.begin(), judge.facts.baseImages.end(), [&](const BaseImageTag &tag) {
            return tag.cudnn == cudnn && minorOf(tag.cuda) == minorOf(judge.at(Axis::Cuda));
        });
        if (it != judge.facts.baseImages.end())
            judge.say(Verdict::Yes, coreTr("The base image nvidia/cuda:%1 has cuDNN %2.").arg(it->tag, cudnn), it->sources);
        else
            judge.say(Verdict::Unknown, coreTr("No base image with CUDA %1 and cuDNN %2 is known.").arg(judge.at(Axis::Cuda), cudnn));
    }
    const TorchRelease *torch = judge.facts.torchRelease(judge.at(Axis::PyTorch));
    const TorchBuild *build = torch ? buildFor(*torch, judge.at(Axis::Cuda)) : nullptr;
    if (build && !build->cudnn.isEmpty() && !matchesVersionPattern(cudnn, build->cudnn))
        judge.say(Verdict::Limits, coreTr("PyTorch %1 brings cuDNN %2 of its own beside the image's %3.").arg(torch->version, build->cudnn, cudnn), build->sources);
    const Gpu *gpu = judge.facts.gpu(judge.at(Axis::Gpu));
    if (gpu && DottedVersion(cudnn) >= DottedVersion(u"9.11"_s) && DottedVersion(gpu->sm) < DottedVersion(u"7.5"_s))
        judge.say(Verdict::No, coreTr("cuDNN %1 no longer runs on %2.").arg(cudnn, gpu->name), gpu->sources);
}

template<class Rows, class Value>
QStringList distinct(const Rows &rows, Value value)
{
    QStringList values;
    for (const auto &row : rows) {
        const QString text = value(row);
        if (!text.isEmpty() && !values.contains(text))
            values.append(text);
    }
    return values;
}

QStringList sorted(QStringList versions)
{
    std::stable_sort(versions.begin(), versions.end(), [](const QString &a, const QString &b) { return DottedVersion(a) < DottedVersion(b); });
    return versions;
}

} // namespace

QStringList axisValues(Axis axis, const Facts &facts)
{
    switch (axis) {
    case Axis::Cuda: return sorted(distinct(facts.cuda, [](const CudaRelease &row) { return minorOf(row.version); }));
    case Axis::PyTorch: return sorted(distinct(facts.torch, [](const TorchRelease &row) { return row.version; }));
    case Axis::TensorRt: return sorted(distinct(facts.tensorrt, [](const TensorRtRelease &row) { return row.version; }));
    case Axis::System: return distinct(facts.systems, [](const System &row) { return row.distribution + u' ' + row.release; });
    case Axis::Cudnn: return sorted(distinct(facts.baseImages, [](const BaseImageTag &row) { return row.cudnn; }));
    case Axis::Driver: return sorted(distinct(facts.cuda, [](const CudaRelease &row) { return row.toolkitDriver; }));
    case Axis::Python: {
        QStringList values;
        for (const TorchRelease &torch : facts.torch)
            values.append(torch.pythons);
        values.removeDuplicates();
        return sorted(values);
    }
    case Axis::Gpu: {
        QStringList names = distinct(facts.gpus, [](const Gpu &row) { return row.name; });
        names.sort(Qt::CaseInsensitive);
        return names;
    }
    }
    return {};
}

MatrixCell evaluate(const Combination &combination, const Facts &facts)
{
    Judge judge{combination, facts, {}};
    for (const auto rule : {torchAndCuda, torchAndPython, torchAndGpu, tensorRtAndCuda, cudaAndDriver, cudaAndGpu, pythonAndSystem, baseImages, cudnn, floors})
        rule(judge);
    MatrixCell cell;
    cell.reasons = std::move(judge.reasons);
    std::stable_sort(cell.reasons.begin(), cell.reasons.end(), [](const Reason &a, const Reason &b) { return a.verdict > b.verdict; });
    cell.verdict = cell.reasons.isEmpty() ? Verdict::Unknown : cell.reasons.first().verdict;
    return cell;
}

QString axisKey(Axis axis)
{
    switch (axis) {
    case Axis::Cuda: return u"cuda"_s;
    case Axis::PyTorch: return u"pytorch"_s;
    case Axis::TensorRt: return u"tensorrt"_s;
    case Axis::Python: return u"python"_s;
    case Axis::System: return u"system"_s;
    case Axis::Cudnn: return u"cudnn"_s;
    case Axis::Gpu: return u"gpu"_s;
    case Axis::Driver: return u"driver"_s;
    }
    return {};
}

std::optional<Axis> axisOfKey(const QString &key)
{
    for (int i = 0; i < axisCount; ++i)
        if (axisKey(Axis(i)) == key)
            return Axis(i);
    return {};
}

QString axisName(Axis axis)
{
    switch (axis) {
    case Axis::Cuda: return u"CUDA"_s;
    case Axis::PyTorch: return u"PyTorch"_s;
    case Axis::TensorRt: return u"TensorRT"_s;
    case Axis::Python: return u"Python"_s;
    case Axis::System: return coreTr("System");
    case Axis::Cudnn: return u"cuDNN"_s;
    case Axis::Gpu: return u"GPU"_s;
    case Axis::Driver: return coreTr("Driver");
    }
    return {};
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Yes: return coreTr("yes");
    case Verdict::Limits: return coreTr("with limits");
    case Verdict::Unknown: return coreTr("unknown");
    case Verdict::No: return coreTr("no");
    }
    return {};
}

} // namespace dosirak::compat
