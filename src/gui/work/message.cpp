// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/message.h"

#include <QStringList>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

Message messageOf(const Error &error, const QList<Message::Button> &buttons)
{
    const QString place = error.place.text();
    return {Mark::Bad, place.isEmpty() ? error.what : place + u": "_s + error.what, error.hint, error.detail, buttons, {}};
}

QString messageText(const Message &message)
{
    QStringList parts{message.what};
    for (const QString &part : {message.hint, message.detail}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u'\n');
}

} // namespace dosirak::gui
