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

QString inspectedHtml(const workspace::InspectedBuild &inspected)
{
    const image::InspectReport &image = inspected.image;
    QString text = u"<h3>%1</h3>"_s.arg(HistoryModel::tr("Against the lock").toHtmlEscaped());
    if (!inspected.compared)
        text += u"<p>%1</p>"_s.arg(HistoryModel::tr("There is no lock to compare it with.").toHtmlEscaped());
    else if (inspected.missing.isEmpty() && inspected.different.isEmpty())
        text += u"<p>✓ %1</p>"_s.arg(HistoryModel::tr("Everything the lock names is in the image, in its version.").toHtmlEscaped());
    for (const QString &one : inspected.missing)
        text += u"<p>✗ %1</p>"_s.arg(HistoryModel::tr("missing: %1").arg(one).toHtmlEscaped());
    for (const QString &one : inspected.different)
        text += u"<p>⚠ %1</p>"_s.arg(one.toHtmlEscaped());
    text += u"<p>%1</p>"_s.arg(HistoryModel::tr("%1 Debian packages, %2 wheels").arg(image.debs.size()).arg(image.wheels.size()).toHtmlEscaped());
    text += u"<h3>%1</h3><table><tr><td style='padding-right:16px;color:gray'>%2</td><td style='padding-right:16px;color:gray'>%3</td>"
            "<td style='padding-right:16px;color:gray'>%4</td><td style='color:gray'>%5</td></tr>"_s
                .arg(HistoryModel::tr("Layers, lowest first").toHtmlEscaped(), HistoryModel::tr("Size").toHtmlEscaped(), HistoryModel::tr("Files").toHtmlEscaped(),
                     HistoryModel::tr("Wasted").toHtmlEscaped(), HistoryModel::tr("Made by").toHtmlEscaped());
    for (const image::InspectedLayer &layer : image.layers)
        text += u"<tr><td style='padding-right:16px'>%1</td><td style='padding-right:16px'>%2</td><td style='padding-right:16px'>%3</td><td>%4</td></tr>"_s
                    .arg(bytesText(layer.size)).arg(layer.files).arg(layer.wastedBytes > 0 ? bytesText(layer.wastedBytes) : u"–"_s, layer.command.simplified().left(110).toHtmlEscaped());
    text += u"</table><h3>%1</h3><table>"_s.arg(HistoryModel::tr("Labels").toHtmlEscaped());
    for (const auto &[key, value] : image.config.labels)
        text += row(key, value);
    return text + u"</table>"_s;
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
