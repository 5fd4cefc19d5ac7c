// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

namespace dosirak::workspace {

/// Writes a preset that has another text than any file or template; one of that name is never overwritten.
/// Errors: Usage (a malformed name, or one that is taken), Io, DiskFull.
[[nodiscard]] Result<void> createPreset(const Workspace &workspace, const QString &presetName, const QByteArray &text);

/// What a rename changed.
struct Renamed {
    QStringList followed; ///< presets that extend it and say its new name now
};
/// Renames a preset and its artifacts, and lets the presets that extend it follow. All of it, or nothing.
/// Errors: as createPreset(); Refused (artifacts of that name are there).
[[nodiscard]] Result<Renamed> renamePreset(const Workspace &workspace, const QString &from, const QString &to);

/// A preset that lies in the trash.
struct Trashed {
    QString presetName;
    QString path;     ///< in the trash; empty: the system does not tell
    QByteArray text;  ///< as it was
};
/// Moves the preset's file to the trash; its artifacts stay. Errors: Io, NotFound.
[[nodiscard]] Result<Trashed> trashPreset(const Workspace &workspace, const QString &presetName);
/// Puts it back where it was. Errors: Usage (another took its name), Io.
[[nodiscard]] Result<void> restorePreset(const Workspace &workspace, const Trashed &trashed);

} // namespace dosirak::workspace
