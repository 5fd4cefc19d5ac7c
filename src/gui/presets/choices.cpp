// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/choices.h"

#include "base/version_pattern.h"
#include "compat/matrix.h"
#include "compat/preset_values.h"
#include "compat/tensorrt_choice.h"
#include "gui/presets/preset_form.h"

#include <QSet>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;

namespace {

/// What speaks against a combination.
QStringList objections(const Combination &combination, const compat::Facts &facts)
{
    QStringList texts;
    for (const compat::Reason &reason : compat::evaluate(combination, facts).reasons) {
        if (reason.verdict == compat::Verdict::No)
            texts.append(reason.text);
    }
    return texts;
}

QStringList newestFirst(Axis axis, const compat::Facts &facts)
{
    QStringList values = compat::axisValues(axis, facts);
    std::reverse(values.begin(), values.end());
    return values;
}

QString sourceMeaning(preset::TensorRtSource source)
{
    switch (source) {
    case preset::TensorRtSource::Debs: return PresetForm::tr("NVIDIA's apt repository");
    case preset::TensorRtSource::Tar: return PresetForm::tr("the tar archive, by hand");
    case preset::TensorRtSource::Wheels: return PresetForm::tr("NVIDIA's Python packages");
    }
    return {};
}

class Chooser
{
public:
    Chooser(const preset::Preset &preset, const compat::Facts &facts, const std::stop_token &stop)
        : m_preset(preset), m_facts(facts), m_stop(stop), m_now(compat::valuesOf(preset))
    {
    }

    Choices take()
    {
        axis(u"/cuda"_s, Axis::Cuda, newestFirst(Axis::Cuda, m_facts));
        axis(u"/pytorch/version"_s, Axis::PyTorch, newestFirst(Axis::PyTorch, m_facts));
        axis(u"/tensorrt/version"_s, Axis::TensorRt, QStringList{u"auto"_s} + newestFirst(Axis::TensorRt, m_facts));
        axis(u"/python/version"_s, Axis::Python, newestFirst(Axis::Python, m_facts));
        axis(u"/cudnn"_s, Axis::Cudnn, newestFirst(Axis::Cudnn, m_facts));
        axis(u"/target/driver"_s, Axis::Driver, newestFirst(Axis::Driver, m_facts));
        system();
        torchFamily();
        baseImages();
        m_choices.values.insert(u"/tensorrt_source"_s, {{u"debs"_s, {}, sourceMeaning(preset::TensorRtSource::Debs)}, {u"tar"_s, {}, sourceMeaning(preset::TensorRtSource::Tar)}, {u"wheels"_s, {}, sourceMeaning(preset::TensorRtSource::Wheels)}});
        m_choices.values.insert(u"/checked_with_facts"_s, {{m_facts.version, {}, PresetForm::tr("the facts in use")}});
        meanings();
        return std::move(m_choices);
    }

private:
    /// Only what a value itself brings about: a quarrel between two others is there without it as well.
    [[nodiscard]] QString objection(Axis axis, const QString &value) const
    {
        if (m_stop.stop_requested())
            return {};
        Combination without = m_now;
        without.set(axis, {});
        Combination with = without;
        with.set(axis, value);
        QStringList texts = objections(with, m_facts);
        const QStringList anyway = objections(without, m_facts);
        texts.removeIf([&](const QString &text) { return anyway.contains(text); });
        return texts.join(u'\n');
    }

    void axis(const QString &pointer, Axis axis, const QStringList &values)
    {
        QList<Choice> choices;
        for (const QString &value : values)
            choices.append({value, value == u"auto"_s ? QString() : objection(axis, value), {}});
        m_choices.values.insert(pointer, choices);
    }

    void system()
    {
        QList<Choice> distributions, releases;
        for (const compat::System &row : m_facts.systems) {
            if (std::none_of(distributions.begin(), distributions.end(), [&](const Choice &choice) { return choice.value == row.distribution; }))
                distributions.append({row.distribution, {}, {}});
            if (row.distribution == m_preset.os.distribution || m_preset.os.distribution.isEmpty())
                releases.prepend({row.release, objection(Axis::System, row.distribution + u' ' + row.release), row.codename});
        }
        m_choices.values.insert(u"/os/distribution"_s, distributions);
        m_choices.values.insert(u"/os/release"_s, releases);
        m_choices.values.insert(u"/os/architecture"_s, {{u"amd64"_s, {}, PresetForm::tr("x86-64")}, {u"arm64"_s, {}, PresetForm::tr("AArch64")}});
    }

    void torchFamily()
    {
        const compat::TorchRelease *torch = m_preset.pytorch ? m_facts.torchRelease(m_preset.pytorch->version) : nullptr;
        const QString cuda = m_preset.cuda.isEmpty() ? QString() : DottedVersion(m_preset.cuda).prefix(2);
        QList<Choice> builds, visions, audios;
        QSet<QString> seen;
        for (qsizetype i = m_facts.torch.size() - 1; i >= 0; --i) {
            const compat::TorchRelease &row = m_facts.torch.at(i);
            const bool own = torch == &row;
            const QString pair = own || !torch ? QString() : PresetForm::tr("It is the pair of PyTorch %1, not of %2.").arg(row.version, torch->version);
            const QString note = PresetForm::tr("the pair of PyTorch %1").arg(row.version);
            if (!row.torchvision.isEmpty())
                own ? visions.prepend({row.torchvision, {}, note}) : visions.append({row.torchvision, pair, note});
            if (!row.torchaudio.isEmpty())
                own ? audios.prepend({row.torchaudio, {}, note}) : audios.append({row.torchaudio, pair, note});
            for (const compat::TorchBuild &build : row.builds)
                seen.insert(build.suffix);
        }
        QStringList suffixes = seen.values() + QStringList{u"cpu"_s};
        suffixes.removeDuplicates();
        suffixes.sort();
        for (const QString &suffix : std::as_const(suffixes)) {
            const compat::TorchBuild *build = torch ? torch->build(suffix) : nullptr;
            QString why;
            if (torch && !torch->builds.isEmpty() && !build && suffix != u"cpu"_s)
                why = PresetForm::tr("PyTorch %1 has no build “%2”.").arg(torch->version, suffix);
            else if (build && !cuda.isEmpty() && !build->cuda.isEmpty() && DottedVersion(build->cuda).prefix(2) != cuda)
                why = PresetForm::tr("It is for CUDA %1, and the preset has CUDA %2.").arg(build->cuda, cuda);
            builds.append({suffix, why, build && !build->cuda.isEmpty() ? u"CUDA "_s + build->cuda : QString()});
        }
        m_choices.values.insert(u"/pytorch/build"_s, builds);
        m_choices.values.insert(u"/pytorch/torchvision"_s, visions);
        m_choices.values.insert(u"/pytorch/torchaudio"_s, audios);
    }

    void baseImages()
    {
        QList<Choice> images;
        for (const compat::BaseImageTag &row : m_facts.baseImages) {
            const bool sameCuda = m_preset.cuda.isEmpty() || DottedVersion(row.cuda).prefix(2) == DottedVersion(m_preset.cuda).prefix(2);
            const bool sameSystem = m_preset.os.distribution.isEmpty() || (m_preset.os.distribution == u"ubuntu"_s && m_preset.os.release == row.ubuntu);
            QString why = !sameCuda ? PresetForm::tr("It has CUDA %1, and the preset has CUDA %2.").arg(row.cuda, m_preset.cuda)
                : !sameSystem       ? PresetForm::tr("It is Ubuntu %1.").arg(row.ubuntu)
                : row.endOfLife     ? PresetForm::tr("It is at its end of life and may be gone.")
                                    : QString();
            QString runtime = row.tag;
            runtime.replace(u"-devel-"_s, u"-runtime-"_s);
            QStringList tags{runtime, row.tag};
            tags.removeDuplicates();
            for (const QString &tag : std::as_const(tags)) {
                const Choice choice{u"nvidia/cuda:"_s + tag, why, row.cudnn.isEmpty() ? QString() : u"cuDNN "_s + row.cudnn};
                why.isEmpty() ? images.prepend(choice) : images.append(choice);
            }
        }
        m_choices.values.insert(u"/base_images/builder/reference"_s, images);
        m_choices.values.insert(u"/base_images/runtime/reference"_s, images);
    }

    void meanings()
    {
        auto &means = m_choices.standsFor;
        const compat::System *system = m_facts.system(m_preset.os.distribution, m_preset.os.release);
        if (m_preset.python.version.isEmpty() && system && !system->python.isEmpty())
            means.insert(u"/python/version"_s, PresetForm::tr("The system's own: %1").arg(system->python));
        if (m_preset.tensorrt && m_preset.tensorrt->enabled && (m_preset.tensorrt->version.isEmpty() || m_preset.tensorrt->version == u"auto"_s)) {
            const QString chosen = compat::chosenTensorRt(m_preset, m_facts);
            means.insert(u"/tensorrt/version"_s, chosen.isEmpty() ? PresetForm::tr("“auto” finds no TensorRT that fits.") : PresetForm::tr("“auto” stands for %1 here.").arg(chosen));
        }
        const compat::TorchRelease *torch = m_preset.pytorch ? m_facts.torchRelease(m_preset.pytorch->version) : nullptr;
        if (torch && m_preset.pytorch->build.isEmpty() && !torch->unmarkedCuda.isEmpty())
            means.insert(u"/pytorch/build"_s, PresetForm::tr("The wheel without a mark, which has CUDA %1").arg(torch->unmarkedCuda));
        if (m_preset.tensorrt && m_preset.tensorrt->enabled)
            means.insert(u"/tensorrt_source"_s, sourceMeaning(m_preset.tensorrtSource));
    }

    const preset::Preset &m_preset;
    const compat::Facts &m_facts;
    std::stop_token m_stop;
    Combination m_now;
    Choices m_choices;
};

} // namespace

Choices choicesFor(const preset::Preset &preset, const compat::Facts &facts, const std::stop_token &stop)
{
    return Chooser(preset, facts, stop).take();
}

} // namespace dosirak::gui
