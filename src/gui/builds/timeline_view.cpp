// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/timeline_view.h"

#include "base/text.h"
#include "gui/builds/steps_model.h"
#include "gui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace dosirak::gui {

using build::BuildStep;
using build::StepState;

namespace {
constexpr qreal barHeight = 5;
constexpr qreal gap = 2;
constexpr qreal margin = 4;
constexpr qreal shortest = 2; // pixels: a step of a millisecond is still seen
}

TimelineView::TimelineView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Timeline of the steps"));
    setMinimumHeight(48);
}

void TimelineView::setSteps(const QList<BuildStep> &steps)
{
    m_steps.clear();
    for (const BuildStep &step : steps) {
        if (step.startedMs >= 0)
            m_steps.append(step);
    }
    updateGeometry();
    update();
}

void TimelineView::setCurrent(int stepId)
{
    m_current = stepId;
    update();
}

QSize TimelineView::sizeHint() const
{
    return {200, int(2 * margin + double(m_steps.size()) * (barHeight + gap)) + 16};
}

qint64 TimelineView::span() const
{
    qint64 last = 1;
    for (const BuildStep &step : m_steps)
        last = std::max(last, step.endedMs >= 0 ? step.endedMs : step.startedMs + step.durationMs);
    return last;
}

QList<TimelineView::Bar> TimelineView::bars() const
{
    QList<Bar> all;
    const qint64 end = span();
    const qreal wide = width() - 2 * margin;
    const qreal pitch = std::min(barHeight + gap, (height() - 2 * margin - 14) / std::max<qreal>(1, double(m_steps.size())));
    for (int i = 0; i < m_steps.size(); ++i) {
        const BuildStep &step = m_steps.at(i);
        const qint64 stop = step.endedMs >= 0 ? step.endedMs : end;
        const qreal left = margin + wide * double(step.startedMs) / double(end);
        const qreal length = std::max(shortest, wide * double(stop - step.startedMs) / double(end));
        all.append({QRectF(left, margin + i * pitch, length, std::max<qreal>(1.5, pitch - gap)), step.id});
    }
    return all;
}

const TimelineView::Bar *TimelineView::barAt(const QList<Bar> &bars, const QPointF &at) const
{
    for (const Bar &bar : bars) {
        if (at.y() >= bar.rect.top() - 1 && at.y() <= bar.rect.bottom() + 1)
            return &bar;
    }
    return nullptr;
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesFor(palette());
    const QList<Bar> all = bars();
    for (int i = 0; i < all.size(); ++i) {
        const bool current = all.at(i).step == m_current;
        QColor colour = colourOf(markOf(m_steps.at(i).state), palette());
        if (m_steps.at(i).state == StepState::Cached)
            colour = tones.faint;
        painter.setPen(current ? QPen(palette().color(QPalette::WindowText), 1) : QPen(Qt::NoPen));
        painter.setBrush(colour);
        painter.drawRoundedRect(all.at(i).rect, 1.5, 1.5);
    }
    if (m_steps.isEmpty())
        return;
    painter.setPen(tones.faint);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QRect foot = rect().adjusted(int(margin), 0, -int(margin), -1);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, durationText(std::chrono::milliseconds(0)));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, durationText(std::chrono::milliseconds(span())));
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QList<Bar> all = bars();
    if (const Bar *bar = barAt(all, event->position()))
        Q_EMIT stepClicked(bar->step);
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<Bar> all = bars();
    const Bar *bar = barAt(all, help->pos());
    for (const BuildStep &step : std::as_const(m_steps)) {
        if (bar && step.id == bar->step)
            QToolTip::showText(help->globalPos(), QStringLiteral("%1\n%2, %3").arg(build::stepTitle(step), stateText(step.state), durationText(std::chrono::milliseconds(step.durationMs))), this);
    }
    return true;
}

} // namespace dosirak::gui
