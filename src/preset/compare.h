// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preset/load.h"

#include <optional>

namespace dosirak::preset {

/// One field that two presets do not have alike.
struct FieldDifference {
    QString pointer;             ///< JSON pointer (RFC 6901) of the field, the same in both
    std::optional<Json> left;    ///< unset: not there
    std::optional<Json> right;
    QString leftFrom;            ///< preset-name of the file that gives it: the preset's own, or one that it extends
    QString rightFrom;
    QStringList removed;         ///< for lists of text: what only the left one has, in its order
    QStringList added;           ///< … and what only the right one has
};

/// What differs between two presets with all that they inherit, field by field, in the left one's order and then the right
/// one's. Objects are looked into; a list is one field, and its members are told apart by `removed` and `added` (both empty:
/// only the order differs, or its members are no texts). Pure. Thread: any.
[[nodiscard]] QList<FieldDifference> differencesBetween(const LoadedPreset &left, const LoadedPreset &right);

} // namespace dosirak::preset
