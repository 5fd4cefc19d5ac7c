// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/tr.h"
#include "compat/coverage.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

/// The row of the preset's PyTorch; nothing when the preset has none or nothing is known of it.
const TorchRelease *rowOf(const Findings &findings)
{
    return findings.preset().pytorch ? findings.facts().torchRelease(findings.preset().pytorch->version) : nullptr;
}

const TorchBuild *buildOf(const Findings &findings)
{
    const TorchRelease *row = rowOf(findings);
    return row ? row->build(findings.preset().pytorch->build) : nullptr;
}

void unknownTorch(Findings &findings)
{
    if (findings.preset().pytorch && !rowOf(findings))
        findings.add("torch-unknown", Severity::Warning, u"/pytorch/version"_s,
                     coreTr("Nothing is known of PyTorch %1: its combinations are not checked.").arg(findings.preset().pytorch->version));
}

void buildExists(Findings &findings)
{
    const TorchRelease *row = rowOf(findings);
    const QString build = row ? findings.preset().pytorch->build : QString();
    if (build.isEmpty() || build == u"cpu"_s || row->build(build))
        return;
    QStringList known;
    for (const TorchBuild &other : row->builds)
        known.append(other.suffix);
    auto &finding = findings.add("index-missing", Severity::Error, u"/pytorch/build"_s,
                                 coreTr("There is no build “%1” of PyTorch %2; there are: %3.").arg(build, row->version, known.join(u", "_s)), {},
                                 row->sources + findings.pitfallSources("index-missing"));
    for (const QString &suffix : known)
        finding.fixes.append(setFix(coreTr("Take %1").arg(suffix), u"/pytorch/build"_s, toStd(suffix)));
}

void unmarkedWheel(Findings &findings)
{
    const TorchRelease *row = rowOf(findings);
    const preset::Preset &preset = findings.preset();
    if (!row || preset.cuda.isEmpty() || row->unmarkedCuda.isEmpty())
        return;
    const auto sameMinor = [](const QString &a, const QString &b) { return DottedVersion(a).prefix(2) == DottedVersion(b).prefix(2); };
    if (preset.pytorch->build.isEmpty() && !sameMinor(row->unmarkedCuda, preset.cuda)) {
        auto &finding = findings.add("default-index-cuda", Severity::Error, u"/pytorch/build"_s,
                                     coreTr("PyTorch %1 without a build label is the one for CUDA %2; the preset has CUDA %3.").arg(row->version, row->unmarkedCuda, preset.cuda),
                                     coreTr("Name the build, and pin PyTorch's packages to the index of that build."),
                                     row->sources + findings.pitfallSources("default-index-cuda"));
        for (const TorchBuild &build : row->builds)
            if (sameMinor(build.cuda, preset.cuda))
                finding.fixes.append(setFix(coreTr("Take %1").arg(build.suffix), u"/pytorch/build"_s, toStd(build.suffix)));
    }
    const TorchBuild *build = buildOf(findings);
    if (!build || sameMinor(build->cuda, preset.cuda))
        return;
    auto &finding = findings.add("default-index-cuda", Severity::Error, u"/pytorch/build"_s,
                                 coreTr("The PyTorch build “%1” is for CUDA %2; the preset has CUDA %3.").arg(build->suffix, build->cuda, preset.cuda), {}, build->sources);
    for (const TorchBuild &other : row->builds)
        if (sameMinor(other.cuda, preset.cuda))
            finding.fixes.append(setFix(coreTr("Take %1").arg(other.suffix), u"/pytorch/build"_s, toStd(other.suffix)));
}

void pairs(Findings &findings)
{
    const TorchRelease *row = rowOf(findings);
    if (!row)
        return;
    const preset::PyTorch &torch = *findings.preset().pytorch;
    const auto compare = [&](const QString &has, const QString &belongs, const char *name, const QString &pointer) {
        if (has.isEmpty() || belongs.isEmpty() || has == belongs)
            return;
        auto &finding = findings.add("vision-audio-pair", Severity::Error, pointer,
                                     coreTr("%1 %2 does not go with PyTorch %3; its pair is %4.").arg(QString::fromLatin1(name), has, row->version, belongs), {},
                                     row->sources + findings.pitfallSources("vision-audio-pair"));
        finding.fixes.append(setFix(coreTr("Take %1").arg(belongs), pointer, toStd(belongs)));
    };
    compare(torch.torchvision, row->torchvision, "torchvision", u"/pytorch/torchvision"_s);
    compare(torch.torchaudio, row->torchaudio, "torchaudio", u"/pytorch/torchaudio"_s);
}

/// Names the first build that does reach a GPU, so that the sentence has a way out.
QString wayOut(const Facts &facts, const QString &sm)
{
    for (const TorchRelease &release : facts.torch)
        for (const TorchBuild &build : release.builds)
            if (coverage(build, sm) == Coverage::Yes)
                return coreTr("The first one that has it is PyTorch %1 %2.").arg(release.version, build.suffix);
    return {};
}

void gpuArchitectures(Findings &findings)
{
    const TorchBuild *build = buildOf(findings);
    if (!build)
        return;
    for (qsizetype i = 0; i < findings.preset().target.gpus.size(); ++i) {
        const Gpu *gpu = findings.facts().gpu(findings.preset().target.gpus.at(i));
        if (!gpu || coverage(*build, gpu->sm) != Coverage::No)
            continue;
        // Older than all that the wheel holds: it was dropped. Newer: it is not there yet.
        const bool dropped = std::all_of(build->sm.begin(), build->sm.end(), [&](const QString &sm) { return DottedVersion(gpu->sm) < DottedVersion(sm); });
        const char *id = dropped ? "gpu-arch-dropped" : "gpu-arch-missing";
        findings.add(id, Severity::Error, u"/target/gpus/%1"_s.arg(i),
                     coreTr("PyTorch %1 %2 has no code for %3 (compute capability %4); it has %5.")
                         .arg(findings.preset().pytorch->version, build->suffix, gpu->name, gpu->sm, build->sm.join(u", "_s)),
                     dropped ? coreTr("Take the cu126 build (up to PyTorch 2.14) or an older PyTorch.") : wayOut(findings.facts(), gpu->sm),
                     build->sources + findings.pitfallSources(id));
    }
}

void platformTag(Findings &findings)
{
    const TorchBuild *build = buildOf(findings);
    if (!build || !build->platformTag.startsWith(u"linux_"_s))
        return;
    const QList<preset::WheelIndex> &indexes = findings.preset().wheels.indexes;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (!indexes.at(i).packages.contains(u"torch"_s) || indexes.at(i).allowLinuxTag)
            continue;
        const QString pointer = u"/wheels/indexes/%1/allow_linux_tag"_s.arg(i);
        auto &finding = findings.add("wheel-platform-tag", Severity::Warning, pointer,
                                     coreTr("The wheels of PyTorch %1 %2 are tagged “%3”, which this index is not allowed to give.")
                                         .arg(findings.preset().pytorch->version, build->suffix, build->platformTag),
                                     {}, build->sources + findings.pitfallSources("wheel-platform-tag"));
        finding.fixes.append(setFix(coreTr("Accept them from this index"), pointer, true));
    }
}

void torchIndex(Findings &findings)
{
    if (!findings.preset().pytorch || findings.preset().pytorch->build.isEmpty())
        return;
    for (const preset::WheelIndex &index : findings.preset().wheels.indexes)
        if (index.packages.contains(u"torch"_s))
            return;
    auto &finding = findings.add("default-index-cuda", Severity::Error, u"/wheels/indexes"_s,
                                 coreTr("No index is pinned for torch; the build “%1” is on PyTorch's own.").arg(findings.preset().pytorch->build), {},
                                 findings.pitfallSources("default-index-cuda"));
    const std::string suffix = toStd(findings.preset().pytorch->build);
    const Json index = {{"name", "pytorch-" + suffix}, {"url", "https://download.pytorch.org/whl/" + suffix},
                        {"packages", {"torch", "torchvision", "torchaudio", "triton", "nvidia-*"}}, {"allow_linux_tag", true}};
    finding.fixes.append({coreTr("Add PyTorch's index"), Json::array({{{"op", "add"}, {"path", "/wheels/indexes/-"}, {"value", index}}})});
}

void numpy2(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    if (!preset.pytorch || DottedVersion(preset.pytorch->version) >= DottedVersion(u"2.3"_s) || !DottedVersion(preset.pytorch->version).isValid())
        return;
    for (const QStringList *list : {&preset.wheels.requirements, &preset.wheels.constraints})
        for (const QString &requirement : *list)
            if (requirementName(requirement) == u"numpy"_s && (requirement.contains(u"<2"_s) || requirement.contains(u"==1."_s) || requirement.contains(u"~=1."_s)))
                return;
    auto &finding = findings.add("numpy2-abi", Severity::Error, u"/wheels/requirements"_s,
                                 coreTr("PyTorch %1 was built for numpy 1; nothing keeps numpy below 2.").arg(preset.pytorch->version), {},
                                 findings.pitfallSources("numpy2-abi"));
    finding.fixes.append({coreTr("Add numpy<2"), Json::array({{{"op", "add"}, {"path", "/wheels/requirements/-"}, {"value", "numpy<2"}}})});
}

void tritonMarker(Findings &findings)
{
    if (!findings.preset().pytorch || findings.preset().python.version != u"3.12"_s)
        return;
    const QString minor = DottedVersion(findings.preset().pytorch->version).prefix(2);
    if (minor == u"2.2"_s || minor == u"2.3"_s)
        findings.add("triton-marker", Severity::Warning, u"/python/version"_s,
                     coreTr("PyTorch %1 leaves triton out on Python 3.12: torch.compile is not available.").arg(findings.preset().pytorch->version), {},
                     findings.pitfallSources("triton-marker"));
}

void glibcFloor(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const System *system = findings.facts().system(preset.os.distribution, preset.os.release);
    if (!system || system->glibc.isEmpty())
        return;
    const TorchBuild *build = buildOf(findings);
    if (build && !build->glibcFloor.isEmpty() && DottedVersion(system->glibc) < DottedVersion(build->glibcFloor))
        findings.add("glibc-floor", Severity::Error, u"/os/release"_s,
                     coreTr("The wheels of PyTorch %1 %2 need glibc %3; %4 %5 has %6.")
                         .arg(preset.pytorch->version, build->suffix, build->glibcFloor, preset.os.distribution, preset.os.release, system->glibc),
                     coreTr("Move to a newer release, such as Ubuntu 20.04 or later."), build->sources + findings.pitfallSources("glibc-floor"));
}

} // namespace

QList<Rule> torchRules()
{
    return {unknownTorch, buildExists, unmarkedWheel, pairs, gpuArchitectures, platformTag, torchIndex, numpy2, tritonMarker, glibcFloor};
}

} // namespace dosirak::compat
