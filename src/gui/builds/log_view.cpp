// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/log_view.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace dosirak::gui {

namespace {
constexpr int linesPerSlice = 8'000;   // a few milliseconds
constexpr qsizetype mostPainted = 4'000; // characters of one line: a progress bar without line ends can be megabytes
}

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    m_findTimer.setInterval(0);
    connect(&m_findTimer, &QTimer::timeout, this, &LogView::findSlice);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        // A user who scrolls up wants to read; one who scrolls to the end wants to follow.
        setFollow(verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum());
    });
    measure();
}

void LogView::setText(const LogText *text)
{
    if (m_text)
        m_text->disconnect(this);
    m_text = text;
    connect(text, &LogText::changed, this, &LogView::textChanged);
    textChanged();
}

void LogView::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    m_cursor = m_anchor = -1;
    m_findTimer.stop();
    verticalScrollBar()->setValue(0);
    textChanged();
}

void LogView::setFollow(bool follow)
{
    if (follow != m_follow) {
        m_follow = follow;
        Q_EMIT followChanged(follow);
    }
    if (follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::measure()
{
    const QFontMetrics metrics(font());
    m_lineHeight = metrics.height() + 1;
    m_charWidth = std::max(1, metrics.horizontalAdvance(u'0'));
}

int LogView::gutter() const
{
    const int digits = std::max(3, int(QString::number(m_text ? m_text->count(m_step) : 0).size()));
    return (digits + 1) * m_charWidth + m_lineHeight;
}

int LogView::visibleLines() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

void LogView::textChanged()
{
    const int lines = m_text ? m_text->count(m_step) : 0;
    m_cursor = std::min(m_cursor, lines - 1);
    m_anchor = std::min(m_anchor, lines - 1);
    verticalScrollBar()->setPageStep(visibleLines());
    verticalScrollBar()->setRange(0, std::max(0, lines - visibleLines()));
    const int width = m_text ? int(std::min<qint64>(m_text->longest(), mostPainted)) * m_charWidth : 0;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_charWidth * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width + gutter() + m_charWidth - viewport()->width()));
    if (m_follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_text)
        return;
    painter.setFont(font());
    const int first = verticalScrollBar()->value();
    const int last = std::min(m_text->count(m_step) - 1, first + viewport()->height() / m_lineHeight + 1);
    for (int line = first; line <= last; ++line)
        paintLine(painter, line, (line - first) * m_lineHeight);
    if (last < first) {
        painter.setPen(tonesFor(palette()).faint);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No output."));
    }
}

void LogView::paintLine(QPainter &painter, int line, int y) const
{
    const Tones &tones = tonesFor(palette());
    const int left = gutter();
    const QRect whole(0, y, viewport()->width(), m_lineHeight);
    const bool chosen = m_cursor >= 0 && line >= std::min(m_cursor, m_anchor) && line <= std::max(m_cursor, m_anchor);
    if (chosen)
        painter.fillRect(whole, palette().color(QPalette::Highlight));
    const QString text = QString::fromUtf8(m_text->line(m_step, line).left(mostPainted));
    const bool error = m_text->isError(m_step, line);
    const QColor ink = palette().color(chosen ? QPalette::HighlightedText : QPalette::Text);
    painter.save();
    painter.setClipRect(whole.adjusted(left, 0, 0, 0));
    painter.translate(left - horizontalScrollBar()->value(), 0);
    if (!m_needle.isEmpty()) {
        const QString needle = QString::fromUtf8(m_needle);
        QColor wash = tones.warning;
        wash.setAlphaF(0.35F);
        for (qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive)) {
            const QFontMetrics metrics(font());
            painter.fillRect(metrics.horizontalAdvance(text.left(at)), y, metrics.horizontalAdvance(needle), m_lineHeight, wash);
        }
    }
    painter.setPen(ink);
    painter.drawText(QRect(0, y, 1 << 20, m_lineHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter.restore();
    painter.setPen(chosen ? ink : tones.faint);
    painter.drawText(QRect(0, y, left - m_lineHeight, m_lineHeight), Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    if (error)
        drawShape(painter, gui::Shape::Warning, QRectF(left - m_lineHeight + 3, y + 3, m_lineHeight - 6, m_lineHeight - 6), chosen ? ink : tones.warning);
}

void LogView::resizeEvent(QResizeEvent *)
{
    textChanged();
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        measure();
        textChanged();
    }
    QAbstractScrollArea::changeEvent(event);
}

int LogView::lineAt(const QPoint &at) const
{
    const int lines = m_text ? m_text->count(m_step) : 0;
    return std::clamp(verticalScrollBar()->value() + at.y() / m_lineHeight, 0, std::max(0, lines - 1));
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (!m_text || m_text->count(m_step) == 0 || event->button() != Qt::LeftButton)
        return;
    setFollow(false);
    move(lineAt(event->pos()), event->modifiers() & Qt::ShiftModifier);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_text && m_text->count(m_step) > 0 && event->buttons() & Qt::LeftButton)
        move(lineAt(event->pos()), true);
}

void LogView::move(int line, bool extend)
{
    const int lines = m_text ? m_text->count(m_step) : 0;
    if (lines == 0)
        return;
    m_cursor = std::clamp(line, 0, lines - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_cursor;
    QScrollBar *bar = verticalScrollBar();
    if (m_cursor < bar->value())
        bar->setValue(m_cursor);
    else if (m_cursor >= bar->value() + visibleLines())
        bar->setValue(m_cursor - visibleLines() + 1);
    viewport()->update();
}

void LogView::goTo(int line)
{
    if (line < 0)
        return;
    setFollow(false);
    move(line, false);
    verticalScrollBar()->setValue(line - visibleLines() / 3);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    const int lines = m_text ? m_text->count(m_step) : 0;
    int target = -1;
    switch (event->key()) {
    case Qt::Key_Up: target = m_cursor - 1; break;
    case Qt::Key_Down: target = m_cursor + 1; break;
    case Qt::Key_PageUp: target = m_cursor - visibleLines(); break;
    case Qt::Key_PageDown: target = m_cursor + visibleLines(); break;
    case Qt::Key_Home: target = 0; break;
    case Qt::Key_End: target = lines - 1; break;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    setFollow(event->key() == Qt::Key_End);
    move(std::max(0, target), event->modifiers() & Qt::ShiftModifier);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    menu.addAction(icon(gui::Shape::Copy), tr("Copy"), this, &LogView::copy);
    menu.addAction(tr("Select all"), this, &LogView::selectAll);
    menu.exec(event->globalPos());
}

void LogView::find(const QString &text, bool includeCurrent)
{
    m_needle = text.toLower().toUtf8();
    viewport()->update();
    if (m_needle.isEmpty() || !m_text) {
        m_findTimer.stop();
        return;
    }
    const int lines = m_text->count(m_step);
    m_findFrom = std::max(0, m_cursor + (includeCurrent ? 0 : 1));
    m_findLeft = lines;
    m_findTimer.start();
    findSlice();
}

void LogView::findSlice()
{
    const int lines = m_text->count(m_step);
    if (m_findFrom >= lines)
        m_findFrom = 0;
    const int most = std::min(linesPerSlice, m_findLeft);
    const int line = m_text->find(m_step, m_needle, m_findFrom, most);
    if (line >= 0) {
        m_findTimer.stop();
        goTo(line);
        Q_EMIT found(line);
        return;
    }
    m_findLeft -= std::min(most, lines - m_findFrom);
    m_findFrom += most;
    if (m_findLeft <= 0) {
        m_findTimer.stop();
        Q_EMIT notFound();
    }
}

QString LogView::selectedText() const
{
    if (!m_text || m_cursor < 0)
        return {};
    return QString::fromUtf8(m_text->text(m_step, std::min(m_cursor, m_anchor), std::max(m_cursor, m_anchor)));
}

void LogView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LogView::selectAll()
{
    if (!m_text || m_text->count(m_step) == 0)
        return;
    setFollow(false);
    m_anchor = 0;
    m_cursor = m_text->count(m_step) - 1;
    viewport()->update();
}

} // namespace dosirak::gui
