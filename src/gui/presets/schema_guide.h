// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/choices.h"
#include "gui/presets/json_context.h"

namespace dosirak::gui {

/// One thing that can be written at a place of the JSON.
struct Completion {
    QString text;   ///< as it stands between quotes, or bare
    bool quoted = true;
    QString note;   ///< what it is; may be empty
};

/// What the schema allows at a place, with what the preset's own choices add to it.
[[nodiscard]] QList<Completion> completionsAt(const JsonContext &context, const Choices &choices);

/// What the schema says of the value at a JSON pointer; empty: nothing.
[[nodiscard]] QString schemaDescription(const QString &pointer);

} // namespace dosirak::gui
