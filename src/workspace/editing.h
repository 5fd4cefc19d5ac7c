// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QByteArray>

namespace dosirak::workspace {

/// The preset-names of the templates that ship inside the programs.
[[nodiscard]] QStringList templateNames();
/// A template's text. Errors: NotFound.
[[nodiscard]] Result<QByteArray> templateText(const QString &templateName);

/// Writes presets/<preset-name>.json as a copy of another preset of this folder, or of a template, and gives its path.
/// Never writes over a file. Errors: Usage (a malformed name, its own or that of @p from, or one that is taken), NotFound, Io.
[[nodiscard]] Result<QString> newPreset(const Workspace &workspace, const QString &presetName, const QString &from);

} // namespace dosirak::workspace
