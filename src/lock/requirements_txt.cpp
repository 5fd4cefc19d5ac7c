// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

namespace dosirak::lock {

QByteArray writeRequirements(const LockFile &lock, WithSdists sdists)
{
    QByteArray text = lock.presetName.isEmpty()
        ? QByteArray("# Written by Dosirak.\n")
        : "# Written by Dosirak for " + lock.presetName.toUtf8() + ". Do not edit: change the preset and lock again.\n";
    for (const Artifact &artifact : lock.artifacts) {
        if (artifact.kind != ArtifactKind::Wheel && !(artifact.sdist && sdists == WithSdists::Yes))
            continue;
        text += artifact.name.toUtf8() + "==" + artifact.version.toUtf8() + " \\\n    --hash=sha256:" + artifact.sha256.toUtf8() + '\n';
        if (!artifact.why.isEmpty() && !artifact.direct)
            text += "    # via " + artifact.why.value(artifact.why.size() - 2).toUtf8() + '\n';
    }
    return text;
}

} // namespace dosirak::lock
