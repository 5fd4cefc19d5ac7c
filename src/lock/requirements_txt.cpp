// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

namespace dosirak::lock {

QByteArray writeRequirements(const LockFile &lock)
{
    QByteArray text = "# Written by Dosirak for " + lock.presetName.toUtf8() + ". Do not edit: change the preset and lock again.\n";
    for (const Artifact &wheel : lock.of(ArtifactKind::Wheel)) {
        text += wheel.name.toUtf8() + "==" + wheel.version.toUtf8() + " \\\n    --hash=sha256:" + wheel.sha256.toUtf8() + '\n';
        if (!wheel.why.isEmpty() && !wheel.direct)
            text += "    # via " + wheel.why.value(wheel.why.size() - 2).toUtf8() + '\n';
    }
    return text;
}

} // namespace dosirak::lock
