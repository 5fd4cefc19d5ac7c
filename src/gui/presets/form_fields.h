// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/line_checks.h"

#include <QList>
#include <QString>

namespace dosirak::gui {

/// One field of the form: which value of the preset it is, and how that is edited.
struct FieldSpec {
    enum class Kind {
        Text,    ///< one line
        Choice,  ///< one line with values to choose from
        Flag,    ///< true or false
        Whole,   ///< a whole number
        Size,    ///< bytes, or text with a unit
        Words,   ///< a short list of texts on one line, parted by blanks
        Lines,   ///< a list of texts, one a line
        Parents, ///< one text or a list of texts, one a line
        Pairs,   ///< an object of texts: NAME=value, one a line
        Block,   ///< one text of several lines
        Records, ///< a list of objects
    };
    /// What completion offers.
    enum class Names { None, Wheels, Debs, Gpus, Presets };

    const char *name;           ///< of the widget
    QString pointer;            ///< JSON pointer; of a record's member: its key after "/"
    QString label;
    Kind kind = Kind::Text;
    QString hint{};             ///< shown while the field is empty
    LineCheck check{};
    Names names = Names::None;
    bool whenAbsent = false;    ///< what a missing flag means
    bool more = false;          ///< stands behind "More" until it has a value
    QList<FieldSpec> members{}; ///< of a record
};

struct SectionSpec {
    const char *name;
    QString title;
    QList<FieldSpec> fields;
};

/// Every field of docs/formats/preset.md, in the order in which people fill them in. @p facts must outlive the answer.
[[nodiscard]] QList<SectionSpec> presetSections(const compat::Facts &facts);

} // namespace dosirak::gui
