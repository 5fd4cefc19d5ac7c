// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/result_text.h"

#include "base/text.h"
#include "gui/builds/history_model.h"

#include <QLocale>
#include <QRegularExpression>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using build::SmokeResult;

namespace {

QString row(const QString &label, const QString &value)
{
    return value.isEmpty() ? QString()
                           : u"<tr><td style='padding-right:16px;color:gray'>%1</td><td>%2</td></tr>"_s.arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString smokeHtml(const SmokeResult &smoke)
{
    QString text = u"<h3>%1</h3>"_s.arg(HistoryModel::tr("Smoke test").toHtmlEscaped());
    const QString state = smoke.state == SmokeResult::State::Passed ? HistoryModel::tr("✓ passed")
        : smoke.state == SmokeResult::State::Failed                 ? HistoryModel::tr("✗ failed")
                                                                    : HistoryModel::tr("– not run");
    text += u"<p><b>%1</b> %2</p>"_s.arg(state.toHtmlEscaped(), smoke.message.toHtmlEscaped());
    if (smoke.checks.isEmpty())
        return text;
    text += u"<table>"_s;
    for (const build::SmokeCheck &check : smoke.checks)
        text += u"<tr><td style='padding-right:10px'>%1</td><td style='padding-right:16px'>%2</td><td>%3</td></tr>"_s
                    .arg(check.passed ? u"✓"_s : u"✗"_s, check.name.toHtmlEscaped(), check.message.toHtmlEscaped());
    return text + u"</table>"_s;
}

} // namespace

QString resultHtml(const build::BuildRecord &record)
{
    QString text = u"<h3>%1</h3>"_s.arg(u"%1 – %2"_s.arg(record.presetName, stateText(record.state)).toHtmlEscaped());
    if (!record.errorWhat.isEmpty())
        text += u"<p><b>✗ %1</b><br>%2</p><pre>%3</pre>"_s.arg(record.errorWhat.toHtmlEscaped(), record.errorHint.toHtmlEscaped(), record.errorDetail.toHtmlEscaped());
    text += u"<table>"_s;
    text += row(HistoryModel::tr("Image"), record.tag);
    text += row(HistoryModel::tr("Image ID"), record.imageId);
    text += row(HistoryModel::tr("Size"), record.imageBytes > 0 ? bytesText(record.imageBytes) : QString());
    text += row(HistoryModel::tr("Engine"), record.engineTitle);
    text += row(HistoryModel::tr("Base images"), record.baseImages.join(u", "_s));
    text += row(HistoryModel::tr("Started"), QLocale().toString(record.started.toLocalTime(), QLocale::LongFormat));
    text += row(HistoryModel::tr("Took"), durationText(std::chrono::milliseconds(record.tookMs)));
    text += row(HistoryModel::tr("Lock SHA-256"), record.lockSha256);
    text += row(HistoryModel::tr("Build"), record.id);
    return text + u"</table>"_s + smokeHtml(record.smoke);
}

QString commandText(const QStringList &commandLine)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    QString text;
    for (QString word : commandLine) {
        if (!plain.match(word).hasMatch())
            word = u'\'' + word.replace(u'\'', u"'\\''"_s) + u'\'';
        text += text.isEmpty() ? word : (word.startsWith(u'-') ? u" \\\n    "_s : u" "_s) + word;
    }
    return text;
}

} // namespace dosirak::gui
