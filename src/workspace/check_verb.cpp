// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include "compat/check.h"
#include "compat/tensorrt_choice.h"
#include "preset/load.h"
#include "workspace/services.h"

#include <algorithm>

namespace dosirak::workspace {

int CheckReport::count(compat::Severity severity) const
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [&](const compat::Finding &finding) { return finding.severity == severity; }));
}

Result<CheckReport> check(const Workspace &workspace, const QString &presetName, const Services &services)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    DOSIRAK_TRY(loaded, preset::loadPreset(workspace.presetsFolder(), presetName));
    const compat::Facts &facts = services.facts();
    return CheckReport{presetName, compat::check({loaded.preset, loaded.resolved, workspace.root(), facts}), facts.version,
                       compat::chosenTensorRt(loaded.preset, facts)};
}

} // namespace dosirak::workspace
