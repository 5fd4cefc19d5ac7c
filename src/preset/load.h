// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "preset/migration.h"
#include "preset/preset.h"

#include <QMap>

namespace dosirak::preset {

/// A preset with all that it extends folded in.
struct LoadedPreset {
    Preset preset;
    Json resolved;                      ///< the folded document, without `extends`
    QMap<QString, QString> provenance;  ///< JSON pointer of a value, or of the object it came in with → preset-name of the file that gives it
    QStringList files;                  ///< absolute paths that were read: the preset's own last
    QByteArray sha256;                  ///< of the canonical resolved document: what a lock answers

    [[nodiscard]] QString giverOf(QString pointer) const; ///< preset-name; empty: nobody gives it
};

inline constexpr qint64 maxPresetBytes = 4LL << 20; ///< a larger file is no preset

/// Reads `<presetsFolder>/<presetName>.json` and what it extends. Later parents go over earlier ones and the preset over all
/// of them; objects are merged member by member, lists and values are replaced. A file of an older version of the format is
/// migrated on the way, and stays as it is on disk.
/// Thread: any; reads files. Errors: Usage (a malformed preset-name), NotFound, Invalid (line and column, and where it is a
/// matter of a value its JSON pointer; a preset that extends itself), Unsupported (made for a newer Dosirak), Io.
[[nodiscard]] Result<LoadedPreset> loadPreset(const QString &presetsFolder, const QString &presetName);

/// The same for a preset being edited: @p text stands for its own file; what it extends is read from @p presetsFolder.
[[nodiscard]] Result<LoadedPreset> loadPresetText(const QString &presetsFolder, const QString &presetName, const QByteArray &text);

} // namespace dosirak::preset
