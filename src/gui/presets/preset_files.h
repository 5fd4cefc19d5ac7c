// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

namespace dosirak::gui {

/// Writes a preset that has another text than any file or template; one of that name is never overwritten.
/// Errors: Usage (name), Refused (it is there), Io, DiskFull.
[[nodiscard]] Result<void> createPreset(const workspace::Workspace &workspace, const QString &presetName, const QByteArray &text);

/// What a rename changed.
struct Renamed {
    QStringList followed; ///< presets that extend it and say its new name now
};
/// Renames a preset and its artifacts, and lets the presets that extend it follow. All of it, or nothing.
/// Errors: as createPreset().
[[nodiscard]] Result<Renamed> renamePreset(const workspace::Workspace &workspace, const QString &from, const QString &to);

/// A preset that lies in the trash.
struct Trashed {
    QString presetName;
    QString path;     ///< in the trash; empty: the system does not tell
    QByteArray text;  ///< as it was
};
/// Moves the preset's file to the trash; its artifacts stay. Errors: Io, NotFound.
[[nodiscard]] Result<Trashed> trashPreset(const workspace::Workspace &workspace, const QString &presetName);
/// Puts it back where it was. Errors: Refused (another took its name), Io.
[[nodiscard]] Result<void> restorePreset(const workspace::Workspace &workspace, const Trashed &trashed);

} // namespace dosirak::gui
