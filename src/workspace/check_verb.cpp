// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/verbs.h"

#include <algorithm>

namespace dosirak::workspace {

int CheckReport::count(compat::Severity severity) const
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [&](const compat::Finding &finding) { return finding.severity == severity; }));
}

} // namespace dosirak::workspace
