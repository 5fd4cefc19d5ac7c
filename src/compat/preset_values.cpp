// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/preset_values.h"

namespace dosirak::compat {

using namespace Qt::StringLiterals;

Combination valuesOf(const preset::Preset &preset)
{
    Combination values;
    values.set(Axis::Cuda, preset.cuda.isEmpty() ? QString() : DottedVersion(preset.cuda).prefix(2));
    values.set(Axis::PyTorch, preset.pytorch ? preset.pytorch->version : QString());
    const bool named = preset.tensorrt && preset.tensorrt->enabled && preset.tensorrt->version != u"auto"_s;
    values.set(Axis::TensorRt, named ? preset.tensorrt->version : QString());
    values.set(Axis::Python, preset.python.version);
    values.set(Axis::System, preset.os.distribution.isEmpty() ? QString() : preset.os.distribution + u' ' + preset.os.release);
    values.set(Axis::Cudnn, preset.cudnn);
    values.set(Axis::Gpu, preset.target.gpus.value(0));
    values.set(Axis::Driver, preset.target.driver);
    return values;
}

Json patchOf(const Combination &combination, const Facts &facts)
{
    Json patch = Json::array();
    const auto set = [&](const char *path, const QString &value) {
        if (!value.isEmpty())
            patch.push_back({{"op", "add"}, {"path", path}, {"value", toStd(value)}});
    };
    set("/cuda", combination.at(Axis::Cuda));
    set("/cudnn", combination.at(Axis::Cudnn));
    set("/python/version", combination.at(Axis::Python));
    set("/tensorrt/version", combination.at(Axis::TensorRt));
    if (!combination.at(Axis::TensorRt).isEmpty())
        patch.push_back({{"op", "add"}, {"path", "/tensorrt/enabled"}, {"value", true}});
    set("/target/driver", combination.at(Axis::Driver));
    if (!combination.at(Axis::Gpu).isEmpty())
        patch.push_back({{"op", "add"}, {"path", "/target/gpus"}, {"value", Json::array({toStd(combination.at(Axis::Gpu))})}});
    set("/os/distribution", combination.at(Axis::System).section(u' ', 0, 0));
    set("/os/release", combination.at(Axis::System).section(u' ', 1));
    set("/pytorch/version", combination.at(Axis::PyTorch));
    const TorchRelease *torch = facts.torchRelease(combination.at(Axis::PyTorch));
    if (!torch)
        return patch;
    set("/pytorch/torchvision", torch->torchvision);
    set("/pytorch/torchaudio", torch->torchaudio);
    for (const TorchBuild &build : torch->builds) {
        if (!combination.at(Axis::Cuda).isEmpty() && DottedVersion(build.cuda).prefix(2) == combination.at(Axis::Cuda))
            set("/pytorch/build", build.suffix);
    }
    return patch;
}

} // namespace dosirak::compat
