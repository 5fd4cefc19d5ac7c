// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_schema.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace dosirak::preset {

/// The JSON Schema (draft 7) of a preset's document as it ships, for editors and for `dosirak schema`.
/// docs/formats/preset.md says the same in words.
[[nodiscard]] QByteArray presetSchema();

/// Every place where @p document breaks the schema, outermost last; empty when it holds. Works on a preset's own document
/// as well as on a resolved one. Unknown keys are no problem here: they are kept, and unknownKeys() tells them.
/// Thread: any.
[[nodiscard]] QList<SchemaProblem> schemaProblems(const Json &document);

/// JSON pointers of keys that mean nothing to Dosirak, in the document's order. Keys that begin with "x-" are the user's
/// own, and those of labels and the like are free.
[[nodiscard]] QStringList unknownKeys(const Json &document);

/// The keys that may stand in the object at @p pointer, sorted: for completion and for "did you mean". Empty: any, or none.
[[nodiscard]] QStringList keysAt(const QString &pointer);

} // namespace dosirak::preset
