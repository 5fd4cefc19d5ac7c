// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/name_pool.h"

#include "compat/tensorrt_choice.h"
#include "lock/lock_file.h"
#include "preset/load.h"
#include "python/requirement.h"

#include <QSet>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

/// What most images of this kind ask for; a beginning for a folder without presets and locks.
const QStringList usualWheels{u"torch"_s, u"torchvision"_s, u"torchaudio"_s, u"triton"_s, u"tensorrt"_s, u"numpy"_s, u"nvidia-*"_s};
const QStringList usualDebs{u"python3"_s, u"python3-venv"_s, u"python3-dev"_s, u"build-essential"_s, u"ca-certificates"_s, u"libgomp1"_s};

void addRequirements(const QStringList &requirements, QSet<QString> &names)
{
    for (const QString &text : requirements) {
        if (const auto requirement = python::Requirement::parse(toStd(text)))
            names.insert(fromStd(requirement->name));
    }
}

void addDebs(const QStringList &packages, QSet<QString> &names)
{
    for (const QString &package : packages)
        names.insert(package.section(u'=', 0, 0).section(u':', 0, 0).section(u'/', 0, 0));
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list = names.values();
    list.sort(Qt::CaseInsensitive);
    return list;
}

} // namespace

NamePool readNames(const workspace::Workspace &workspace, const QStringList &presetNames, const compat::Facts &facts, const std::stop_token &stop)
{
    QSet<QString> wheels(usualWheels.begin(), usualWheels.end());
    QSet<QString> debs(usualDebs.begin(), usualDebs.end());
    for (const compat::TensorRtRelease &row : facts.tensorrt)
        addDebs(facts.debSet(row.debSet), debs);
    for (const QString &name : presetNames) {
        if (stop.stop_requested())
            break;
        if (const auto loaded = preset::loadPreset(workspace.presetsFolder(), name)) {
            const preset::Wheels &own = loaded->preset.wheels;
            addRequirements(own.requirements + own.constraints + own.overrides, wheels);
            addDebs(loaded->preset.debs.builder + loaded->preset.debs.runtime, debs);
        }
        if (const auto lock = lock::readLock(workspace.lockPath(name))) {
            for (const lock::Artifact &artifact : lock->artifacts) {
                if (artifact.kind == lock::ArtifactKind::Wheel)
                    wheels.insert(artifact.name);
                else if (artifact.kind == lock::ArtifactKind::Deb)
                    debs.insert(artifact.name);
            }
        }
    }
    QStringList gpus;
    for (const compat::Gpu &gpu : facts.gpus)
        gpus.append(gpu.name);
    gpus.sort(Qt::CaseInsensitive);
    return {{FieldSpec::Names::Wheels, sorted(wheels)}, {FieldSpec::Names::Debs, sorted(debs)}, {FieldSpec::Names::Gpus, gpus}, {FieldSpec::Names::Presets, presetNames}};
}

} // namespace dosirak::gui
