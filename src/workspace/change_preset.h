// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "workspace/workspace.h"

#include <QByteArray>

namespace dosirak::workspace {

/// What one patch makes of a preset's own file, before anything is written.
struct PresetChange {
    QString path;
    QByteArray before;
    QByteArray after;
    [[nodiscard]] bool changes() const { return before != after; }
};

/// Applies a patch (RFC 6902) that was made for the preset with all that it inherits, as fixes of findings are, to its own
/// file, which otherwise stays as it was written. Writes nothing. Errors: those of preset::loadPreset() for what is there
/// and for what would be there, and of preset::ownPatch().
[[nodiscard]] Result<PresetChange> plannedChange(const Workspace &workspace, const QString &presetName, const Json &patch);

/// Writes it. Errors: Locked (the file is no longer what the change was made for), Io, DiskFull.
[[nodiscard]] Result<void> writeChange(const PresetChange &change);

/// The difference of two texts by lines, as `diff -u` prints it; empty when there is none.
[[nodiscard]] QString unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name);

} // namespace dosirak::workspace
