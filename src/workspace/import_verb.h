// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/import_sources.h"
#include "workspace/workspace.h"

#include <utility>

namespace dosirak::workspace {

/// A file that a preset is to take over: its name, which tells its kind, and its bytes.
using SourceFile = std::pair<QString, QByteArray>;

/// What files made of a preset's text.
struct ImportedPreset {
    QByteArray text;
    QList<std::pair<QString, SourceImport>> files; ///< in their order, by name
};

/// Takes one file after the other over into a preset's text, which need not be saved. Writes nothing.
/// Errors: those of importSource() and preset::loadPresetText().
[[nodiscard]] Result<ImportedPreset> importFiles(const Workspace &workspace, const QString &presetName, const QByteArray &text,
                                                 const QList<SourceFile> &files, std::optional<SourceKind> kind = {});
/// The same of files on disk. Errors: NotFound, Io, Invalid as well.
[[nodiscard]] Result<ImportedPreset> importPaths(const Workspace &workspace, const QString &presetName, const QByteArray &text, const QStringList &paths);

/// What a preset that is made of such files begins with: a template without packages of its own.
[[nodiscard]] Result<QByteArray> emptyPresetText();

} // namespace dosirak::workspace
