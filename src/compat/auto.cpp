// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/auto.h"

#include "base/tr.h"
#include "compat/coverage.h"
#include "compat/rules.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

bool fits(const QString &wanted, const QString &version)
{
    return wanted.isEmpty() || matchesVersionPattern(wanted, version);
}

bool hasErrors(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.severity == Severity::Error; });
}

QList<Finding> judged(const preset::Preset &preset, const Facts &facts, const QList<Rule> &rules)
{
    const Json nothing = Json::object();
    Findings findings({preset, nothing, {}, facts});
    for (const Rule rule : rules)
        rule(findings);
    return findings.take();
}

/// The newest image for this CUDA and system that is not at its end.
QString baseImage(const Facts &facts, const QString &cuda, const System &system)
{
    const BaseImageTag *best = nullptr;
    for (const BaseImageTag &row : facts.baseImages)
        if (system.distribution == u"ubuntu"_s && row.ubuntu == system.release && fits(cuda, row.cuda)
            && (!best || std::pair(best->endOfLife, DottedVersion(row.cuda)) > std::pair(row.endOfLife, DottedVersion(best->cuda))))
            best = &row;
    return best ? u"nvidia/cuda:"_s + QString(best->tag).replace(u"-devel-"_s, u"-runtime-"_s) : QString();
}

preset::Preset draft(const Wish &wish, const TorchRelease &torch, const TorchBuild &build, const System &system, const Facts &facts)
{
    preset::Preset preset;
    preset.os = {system.distribution, system.release, u"amd64"_s};
    preset.cuda = DottedVersion(build.cuda).prefix(2);
    preset.python.version = wish.python.isEmpty() ? system.python : wish.python;
    preset.pytorch = preset::PyTorch{torch.version, torch.torchvision, torch.torchaudio, build.suffix};
    preset.wheels.indexes = {{u"pytorch-"_s + build.suffix, u"https://download.pytorch.org/whl/"_s + build.suffix,
                              {u"torch"_s, u"torchvision"_s, u"torchaudio"_s, u"triton"_s, u"nvidia-*"_s}, true},
                             {u"default"_s, {}, {}, false}};
    preset.wheels.requirements = {DottedVersion(torch.version) < DottedVersion(u"2.3"_s) ? u"numpy<2"_s : u"numpy"_s};
    preset.runtimeImage.reference = baseImage(facts, preset.cuda, system);
    preset.target = {wish.driver, wish.gpu.isEmpty() ? QStringList() : QStringList{wish.gpu}};
    return preset;
}

/// Takes the newest TensorRT that its rules have nothing against. False: one was asked for and none fits.
bool takeTensorRt(preset::Preset &preset, const Wish &wish, const Facts &facts)
{
    if (wish.tensorrt == u"none"_s)
        return true;
    QList<const TensorRtRelease *> rows;
    for (const TensorRtRelease &row : facts.tensorrt)
        if (fits(wish.tensorrt, row.version) && DottedVersion(row.version).parts().size() >= 3 && !row.cudaBuilds.isEmpty())
            rows.append(&row);
    std::sort(rows.begin(), rows.end(), [](auto *a, auto *b) { return DottedVersion(a->version) > DottedVersion(b->version); });
    for (const TensorRtRelease *row : rows) {
        preset.tensorrt = preset::TensorRt{true, row->version, true, {}, {}, {}};
        if (!hasErrors(judged(preset, facts, tensorRtRules())))
            return true;
    }
    preset.tensorrt.reset();
    return wish.tensorrt.isEmpty();
}

/// What is not known, or only nearly so, of a GPU: rules are silent on it, a choice between builds must not be.
void addCoverage(const TorchBuild &build, const Facts &facts, Answer &answer)
{
    const Gpu *gpu = answer.preset.target.gpus.isEmpty() ? nullptr : facts.gpu(answer.preset.target.gpus.first());
    const Coverage reach = gpu ? coverage(build, gpu->sm) : Coverage::Yes;
    if (reach == Coverage::Unknown)
        answer.limits.append({u"gpu-unknown"_s, Severity::Note, u"/target/gpus/0"_s,
                              coreTr("It is not known which GPUs PyTorch %1 %2 has code for.").arg(answer.preset.pytorch->version, build.suffix), {},
                              facts.sourcesOf(build.sources), {}});
    if (reach == Coverage::ByPtx)
        answer.limits.append({u"gpu-arch-missing"_s, Severity::Warning, u"/target/gpus/0"_s,
                              coreTr("PyTorch %1 %2 has no code for %3 itself; the driver compiles it at the first start.").arg(answer.preset.pytorch->version, build.suffix, gpu->name), {},
                              facts.sourcesOf(build.sources), {}});
}

bool isBetter(const Answer &a, const Answer &b)
{
    const auto key = [](const Answer &answer) {
        const preset::Preset &p = answer.preset;
        return std::tuple(-answer.warnings(), DottedVersion(p.pytorch->version), -int(answer.limits.size()), DottedVersion(p.cuda),
                          DottedVersion(p.tensorrt ? p.tensorrt->version : QString()), p.os.distribution == u"ubuntu"_s, DottedVersion(p.os.release));
    };
    return key(a) > key(b);
}

} // namespace

int Answer::warnings() const
{
    return int(std::count_if(limits.begin(), limits.end(), [](const Finding &finding) { return finding.severity == Severity::Warning; }));
}

QList<Answer> combinations(const Wish &wish, const Facts &facts, qsizetype atMost)
{
    static const QList<Rule> rules = cudaRules() + torchRules() + pythonRules() + tensorRtRules() + imageRules();
    QList<Answer> answers;
    for (const TorchRelease &torch : facts.torch) {
        // Without a list of Pythons nothing is known that could be promised.
        if (!fits(wish.torch, torch.version) || torch.pythons.isEmpty())
            continue;
        for (const TorchBuild &build : torch.builds) {
            for (const System &system : facts.systems) {
                const bool wanted = fits(wish.cuda, build.cuda) && (wish.distribution.isEmpty() || wish.distribution == system.distribution)
                    && (wish.release.isEmpty() || wish.release == system.release);
                Answer answer;
                if (!wanted)
                    continue;
                answer.preset = draft(wish, torch, build, system, facts);
                if (!takeTensorRt(answer.preset, wish, facts))
                    continue;
                answer.limits = judged(answer.preset, facts, rules);
                if (hasErrors(answer.limits))
                    continue;
                addCoverage(build, facts, answer);
                answers.append(answer);
            }
        }
    }
    std::stable_sort(answers.begin(), answers.end(), isBetter);
    return answers.first(std::min(atMost, answers.size()));
}

} // namespace dosirak::compat
