// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preset/document.h"

#include <functional>
#include <vector>

namespace dosirak::preset {

/// The version of the preset's format that this program writes.
inline constexpr int currentSchemaVersion = 1;

/// Brings a document from one version of the format to the next. It edits the user's own text, so that what it does not
/// touch stays as it is. "schema_version" itself is set by migrated().
using Migration = std::function<Result<PresetDocument>(const PresetDocument &)>;

/// The steps to currentSchemaVersion, by the version that each begins at: the first belongs to version 1. There is none
/// while the format has had one version.
[[nodiscard]] const std::vector<Migration> &migrations();

/// @p document in the newest version that @p steps lead to (their number plus one): an older one is migrated step by step, a
/// newer one is refused. Thread: any. Errors: Invalid (no "schema_version", or one that never was; what a step refuses),
/// Unsupported (made for a newer Dosirak).
[[nodiscard]] Result<PresetDocument> migrated(const PresetDocument &document, const QString &file,
                                              const std::vector<Migration> &steps = migrations());

} // namespace dosirak::preset
