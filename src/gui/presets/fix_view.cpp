// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/fix_view.h"

#include "gui/presets/text_splice.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

QString patchText(const Json &patch)
{
    QStringList lines;
    for (const Json &operation : patch) {
        const QString path = fromStd(operation.value("path", std::string()));
        const bool removes = operation.value("op", std::string()) == "remove";
        lines.append(removes ? FixView::tr("%1: taken out").arg(path)
                             : FixView::tr("%1: %2").arg(path, operation.contains("value") ? fromStd(operation.at("value").dump()) : QString()));
    }
    return lines.join(u'\n');
}

QStringList changedLines(const preset::PresetDocument &document, const Json &patch)
{
    const auto changed = document.apply(patch);
    if (!changed)
        return patchText(patch).split(u'\n');
    QStringList lines = lineDiff(document.text(), changed->text());
    lines.removeIf([](const QString &line) { return line.startsWith(u' '); });
    return lines;
}

FixView::FixView(const compat::Fix &fix, Document document, QWidget *parent)
    : QWidget(parent), m_fix(fix), m_document(std::move(document)), m_preview(new QLabel(this)), m_apply(new QPushButton(icon(Shape::Tick), tr("Apply this change"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *button = new QPushButton(icon(Shape::Wrench), fix.title, this);
    button->setObjectName(u"fixButton"_s);
    button->setCheckable(true);
    button->setToolTip(tr("Show the change before it is made"));
    m_apply->setObjectName(u"applyButton"_s);
    m_preview->setObjectName(u"fixPreview"_s);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setTextFormat(Qt::RichText);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(button, 0, Qt::AlignLeft);
    layout->addWidget(m_preview);
    layout->addWidget(m_apply, 0, Qt::AlignLeft);
    m_preview->hide();
    m_apply->hide();
    connect(button, &QPushButton::toggled, this, [this](bool open) {
        if (open)
            showChange();
        m_preview->setVisible(open);
        m_apply->setVisible(open);
    });
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_fix); });
}

void FixView::showChange()
{
    const auto document = m_document ? m_document() : std::nullopt;
    const QStringList lines = document ? changedLines(*document, m_fix.patch) : patchText(m_fix.patch).split(u'\n');
    const Tones &tones = tonesFor(palette());
    QStringList html;
    for (const QString &line : lines) {
        const QString escaped = line.toHtmlEscaped().replace(u"  "_s, u"&nbsp; "_s);
        const QColor colour = line.startsWith(u'+') ? tones.good : line.startsWith(u'-') ? tones.bad : palette().color(QPalette::Text);
        html.append(u"<span style=\"color:%1\">%2</span>"_s.arg(colour.name(), escaped));
    }
    m_preview->setText(html.isEmpty() ? tr("It is so already.") : html.join(u"<br>"_s));
    m_preview->setAccessibleName(lines.join(u'\n'));
}

} // namespace dosirak::gui
