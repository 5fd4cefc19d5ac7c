// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/conflict_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

QString conflictHtml(const Error &error)
{
    QString text = u"<p style='margin-bottom:12px'><b>%1</b></p>"_s.arg(error.what.toHtmlEscaped());
    const QStringList steps = error.detail.split(u'\n', Qt::SkipEmptyParts);
    if (!steps.isEmpty())
        text += u"<p style='color:gray'>%1</p>"_s.arg(QCoreApplication::translate("dosirak::gui", "Step by step:").toHtmlEscaped());
    for (const QString &step : steps)
        text += u"<p style='margin:5px 0 5px 8px;line-height:135%'>%1</p>"_s.arg(step.trimmed().toHtmlEscaped());
    if (!error.hint.isEmpty())
        text += u"<p style='margin-top:14px'>➜ %1</p>"_s.arg(error.hint.toHtmlEscaped());
    return text;
}

} // namespace dosirak::gui
