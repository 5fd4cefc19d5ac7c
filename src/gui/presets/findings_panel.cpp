// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/findings_panel.h"

#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
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

void FindingsPanel::setFindings(const QList<Finding> &findings, const std::optional<preset::PresetDocument> &document)
{
    m_document = document;
    QString key;
    for (const Finding &finding : findings)
        key += finding.id + finding.pointer + finding.what;
    if (key == m_key && !key.isEmpty())
        return; // so that an open fix stays open
    m_key = key;
    m_chosen = -1;
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

void FindingsPanel::chooseNext()
{
    if (m_findings.isEmpty())
        return;
    m_chosen = (m_chosen + 1) % int(m_findings.size());
    if (auto *area = findChild<QScrollArea *>())
        area->ensureWidgetVisible(m_cards->itemAt(m_chosen)->widget());
    Q_EMIT chosen(m_findings.at(m_chosen).pointer);
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
        auto *view = new FixView(fix, [this] { return m_document; }, frame);
        connect(view, &FixView::wanted, this, &FindingsPanel::fixWanted);
        layout->addWidget(view);
    }
    return frame;
}

} // namespace dosirak::gui
