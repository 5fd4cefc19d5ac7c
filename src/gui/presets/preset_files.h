// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

namespace dosirak::gui {

/// A small preset that is right as it stands: CPU only, Debian 12.
[[nodiscard]] QByteArray templatePreset();
/// The same with the requirements of a requirements.txt. Errors: those of python::RequirementsFile.
[[nodiscard]] Result<QByteArray> presetFromRequirements(const QString &path);

/// Writes a new preset; one of that name is never overwritten. Errors: Usage (name), Refused (it is there), Io, DiskFull.
[[nodiscard]] Result<void> createPreset(const workspace::Workspace &workspace, const QString &presetName, const QByteArray &text);
/// Renames a preset and its artifacts. Errors: as createPreset().
[[nodiscard]] Result<void> renamePreset(const workspace::Workspace &workspace, const QString &from, const QString &to);
/// Moves the preset's file to the trash; its artifacts stay. Errors: Io.
[[nodiscard]] Result<void> trashPreset(const workspace::Workspace &workspace, const QString &presetName);

} // namespace dosirak::gui
