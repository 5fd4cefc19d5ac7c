// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/stage_button.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>

namespace dosirak::gui {

using State = workspace::StageStatus::State;

namespace {
constexpr int padding = 9;
constexpr int markSide = 17;
constexpr int runSide = 24;
}

Mark markOf(State state)
{
    switch (state) {
    case State::Good: return Mark::Good;
    case State::Partial: return Mark::Waiting;
    case State::Stale: return Mark::Stale;
    case State::Bad: return Mark::Bad;
    case State::None: break;
    }
    return Mark::None;
}

QString wordOf(State state)
{
    switch (state) {
    case State::Good: return StageButton::tr("done");
    case State::Partial: return StageButton::tr("in part");
    case State::Stale: return StageButton::tr("out of date");
    case State::Bad: return StageButton::tr("has errors");
    case State::None: break;
    }
    return StageButton::tr("not yet");
}

StageButton::StageButton(const QString &title, QWidget *parent) : QAbstractButton(parent), m_run(new QToolButton(this))
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_run->setAutoRaise(true);
    m_run->setIconSize({14, 14});
    m_run->setFixedSize(runSide, runSide);
    m_run->setCursor(Qt::ArrowCursor);
    connect(m_run, &QToolButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
        else
            Q_EMIT runRequested();
    });
    setStatus({});
}

void StageButton::setStatus(const workspace::StageStatus &status)
{
    m_status = status;
    if (!m_running) {
        m_mark = markOf(status.state);
        m_text = status.text.isEmpty() ? wordOf(status.state) : status.text;
    }
    describe();
}

void StageButton::setRunning(bool running, int perMille, const QString &text)
{
    m_running = running;
    m_perMille = perMille;
    if (!running) {
        setStatus(m_status);
        return;
    }
    m_mark = Mark::Running;
    m_text = !text.isEmpty() ? text : perMille >= 0 ? tr("%1 %").arg(perMille / 10) : tr("running");
    describe();
}

void StageButton::describe()
{
    m_run->setIcon(gui::icon(m_running ? Shape::Stop : Shape::Play));
    const QString verb = m_running ? tr("Cancel: %1").arg(text()) : tr("Run: %1").arg(text());
    m_run->setToolTip(verb);
    m_run->setAccessibleName(verb);
    const QString state = m_running ? tr("running") : wordOf(m_status.state);
    setAccessibleName(tr("%1: %2, %3").arg(text(), state, m_text));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize StageButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int words = std::max(QFontMetrics(bold).horizontalAdvance(text()), fontMetrics().horizontalAdvance(m_text));
    return {padding * 2 + markSide + 8 + words + runSide + 6, fontMetrics().height() * 2 + 12};
}

QSize StageButton::minimumSizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return {padding * 2 + markSide + 8 + QFontMetrics(bold).horizontalAdvance(text()) + runSide + 6, sizeHint().height()};
}

void StageButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesFor(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : tones.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() || underMouse() ? palette().color(QPalette::Base) : tones.panel);
    painter.drawRoundedRect(frame, 6, 6);
    if (m_running) {
        const qreal part = m_perMille < 0 ? 1.0 : m_perMille / 1000.0;
        painter.setPen(Qt::NoPen);
        QColor colour = tones.running;
        colour.setAlphaF(m_perMille < 0 ? 0.35F : 1.0F);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(6, height() - 4.5, (width() - 12) * part, 2.5), 1.2, 1.2);
    }
    drawShape(painter, shapeOf(m_mark), QRectF(padding, (height() - markSide) / 2.0, markSide, markSide), colourOf(m_mark, palette()));
    const QRect words(padding + markSide + 8, 5, width() - padding - markSide - 8 - runSide - 6, height() - 10);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setFont(font());
    painter.setPen(tones.faint);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom, fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

void StageButton::resizeEvent(QResizeEvent *)
{
    m_run->move(width() - runSide - 5, (height() - runSide) / 2);
}

} // namespace dosirak::gui
