// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "gui/theme/icons.h"

#include <QList>
#include <functional>

namespace dosirak::gui {

/// Something to tell the user, beside the work and never in its way.
struct Message {
    struct Button {
        QString text;
        std::function<void()> act; ///< called on the UI thread; the message goes away
    };
    Mark mark = Mark::Note;
    QString what;
    QString hint;
    QString detail;
    QList<Button> buttons;
    QString key; ///< a later message with the same key takes this one's place; empty: none does
};

[[nodiscard]] Message messageOf(const Error &error, const QList<Message::Button> &buttons = {});
[[nodiscard]] QString messageText(const Message &message); ///< all of it, for the clipboard

} // namespace dosirak::gui
