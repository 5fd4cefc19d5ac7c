// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/findings_panel.h"

#include "gui/theme/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Finding;
using compat::Severity;

namespace {

/// A frame that can be clicked, or chosen with Enter.
class Card : public QWidget
{
public:
    Card(Mark mark, std::function<void()> act, QWidget *parent) : QWidget(parent), m_mark(mark), m_act(std::move(act))
    {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *) override { m_act(); }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
            return m_act();
        QWidget::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : tonesFor(palette()).line, 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        drawShape(painter, shapeOf(m_mark), QRectF(10, 10, 17, 17), colourOf(m_mark, palette()));
    }

private:
    Mark m_mark;
    std::function<void()> m_act;
};

QLabel *textLabel(const QString &text, QWidget *parent, const char *role = nullptr)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setOpenExternalLinks(true);
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QString severityWord(Severity severity)
{
    return severity == Severity::Error ? FindingsPanel::tr("error") : severity == Severity::Warning ? FindingsPanel::tr("warning") : FindingsPanel::tr("note");
}

} // namespace

Mark markOf(Severity severity)
{
    return severity == Severity::Error ? Mark::Bad : severity == Severity::Warning ? Mark::Warning : Mark::Note;
}

QString patchText(const Json &patch)
{
    QStringList lines;
    for (const Json &operation : patch) {
        const QString path = fromStd(operation.value("path", std::string()));
        const bool removes = operation.value("op", std::string()) == "remove";
        lines.append(removes ? FindingsPanel::tr("%1: taken out").arg(path)
                             : FindingsPanel::tr("%1: %2").arg(path, operation.contains("value") ? fromStd(operation.at("value").dump()) : QString()));
    }
    return lines.join(u'\n');
}

FindingsPanel::FindingsPanel(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_content(new QWidget), m_cards(new QVBoxLayout(m_content))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 0, 8);
    m_title->setProperty("role", u"title"_s);
    layout->addWidget(m_title);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Findings"));
    m_cards->setContentsMargins(0, 0, 10, 0);
    m_cards->setSpacing(8);
    area->setWidget(m_content);
    area->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    layout->addWidget(area, 1);
    setFindings({});
}

void FindingsPanel::setFindings(const QList<Finding> &findings)
{
    m_findings = findings;
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    int errors = 0;
    int warnings = 0;
    for (const Finding &finding : findings) {
        errors += int(finding.severity == Severity::Error);
        warnings += int(finding.severity == Severity::Warning);
        m_cards->addWidget(card(finding));
    }
    m_title->setText(findings.isEmpty() ? tr("✓ No findings") : tr("Findings: %1, %2").arg(tr("%n errors", nullptr, errors), tr("%n warnings", nullptr, warnings)));
    m_cards->addStretch(1);
}

QWidget *FindingsPanel::card(const Finding &finding)
{
    auto *frame = new Card(markOf(finding.severity), [this, pointer = finding.pointer] { Q_EMIT chosen(pointer); }, m_content);
    frame->setObjectName(u"finding"_s);
    frame->setAccessibleName(tr("%1: %2").arg(severityWord(finding.severity), finding.what));
    frame->setToolTip(tr("%1 · %2 · %3").arg(severityWord(finding.severity), finding.id, finding.pointer));
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(36, 9, 10, 10);
    layout->setSpacing(5);
    layout->addWidget(textLabel(u"<b>%1</b>"_s.arg(finding.what.toHtmlEscaped()), frame));
    if (!finding.why.isEmpty())
        layout->addWidget(textLabel(finding.why.toHtmlEscaped(), frame));
    QStringList sources;
    for (const compat::SourceRef &source : finding.sources.first(std::min<qsizetype>(3, finding.sources.size())))
        sources.append(source.url.startsWith(u"https://"_s) ? u"<a href=\"%1\">%2</a>"_s.arg(source.url.toHtmlEscaped(), source.title.toHtmlEscaped()) : source.title.toHtmlEscaped());
    if (!sources.isEmpty())
        layout->addWidget(textLabel(u"<small>%1</small>"_s.arg(sources.join(u"<br>"_s)), frame, "faint"));
    for (const compat::Fix &fix : finding.fixes.first(std::min<qsizetype>(3, finding.fixes.size()))) {
        auto *button = new QPushButton(icon(Shape::Wrench), fix.title, frame);
        button->setObjectName(u"fixButton"_s);
        button->setCheckable(true);
        auto *preview = new QLabel(patchText(fix.patch), frame);
        preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        preview->setWordWrap(true);
        auto *apply = new QPushButton(tr("Apply this change"), frame);
        apply->setObjectName(u"applyButton"_s);
        for (QWidget *widget : {static_cast<QWidget *>(preview), static_cast<QWidget *>(apply)}) {
            widget->hide();
            connect(button, &QPushButton::toggled, widget, &QWidget::setVisible);
        }
        connect(apply, &QPushButton::clicked, this, [this, fix] { Q_EMIT fixWanted(fix); });
        layout->addWidget(button, 0, Qt::AlignLeft);
        layout->addWidget(preview);
        layout->addWidget(apply, 0, Qt::AlignLeft);
    }
    return frame;
}

} // namespace dosirak::gui
