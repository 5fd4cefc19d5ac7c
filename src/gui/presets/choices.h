// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"
#include "preset/preset.h"

#include <QHash>
#include <stop_token>

namespace dosirak::gui {

/// One value that a field can have.
struct Choice {
    QString value;
    QString why;  ///< why it does not go with the rest of the preset; empty: nothing is known against it
    QString note; ///< what it is: "as this system has it"; may be empty
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// What the fields of a preset can be set to, and what a field that is left out stands for.
struct Choices {
    QHash<QString, QList<Choice>> values;  ///< JSON pointer → newest first
    QHash<QString, QString> standsFor;     ///< JSON pointer → what "auto" or nothing means here
};

/// Judges each value against the rest of the preset by the rules of the matrix. Takes up to a second; not on the UI thread.
/// Thread: any. A stop leaves the rest unjudged.
[[nodiscard]] Choices choicesFor(const preset::Preset &preset, const compat::Facts &facts, const std::stop_token &stop);

} // namespace dosirak::gui
