// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/json_edit.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QToolTip>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textRole = Qt::UserRole;
constexpr int quotedRole = Qt::UserRole + 1;

class Gutter : public QWidget
{
public:
    explicit Gutter(JsonEdit *edit) : QWidget(edit), m_edit(edit) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_edit->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintGutter(event); }

private:
    JsonEdit *m_edit;
};

} // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression token(u"(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(true|false|null)"_s);
    const bool dark = isDark(QGuiApplication::palette());
    const QColor key = dark ? QColor(0x8f, 0xc1, 0xff) : QColor(0x1a, 0x4f, 0xa0);
    const QColor string = dark ? QColor(0x9f, 0xd8, 0xa4) : QColor(0x1d, 0x6f, 0x42);
    const QColor number = dark ? QColor(0xf0, 0xb4, 0x4c) : QColor(0x9a, 0x4f, 0x00);
    const QColor word = dark ? QColor(0xd5, 0xa6, 0xf0) : QColor(0x7d, 0x2f, 0xa8);
    for (auto it = token.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedLength(1) > 0)
            setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), match.capturedLength(2) > 0 ? key : string);
        else if (match.capturedLength(3) > 0)
            setFormat(int(match.capturedStart(3)), int(match.capturedLength(3)), number);
        else
            setFormat(int(match.capturedStart(4)), int(match.capturedLength(4)), word);
    }
}

JsonEdit::JsonEdit(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_completer(new QCompleter(this)), m_offered(new QStandardItemModel(this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 2);
    new JsonHighlighter(document());
    m_completer->setModel(m_offered);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionRole(textRole);
    m_completer->setMaxVisibleItems(12);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &JsonEdit::insertCompletion);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT edited();
    });
    setViewportMargins(gutterWidth(), 0, 0, 0);
}

void JsonEdit::showText(const QString &text)
{
    const QString present = toPlainText();
    if (text == present)
        return;
    // Only what differs is replaced: cursor and scroll bar stay, and the rest is not coloured anew.
    qsizetype head = 0;
    const qsizetype shorter = std::min(text.size(), present.size());
    while (head < shorter && text.at(head) == present.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && text.at(text.size() - 1 - tail) == present.at(present.size() - 1 - tail))
        ++tail;
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(present.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    m_showing = false;
}

void JsonEdit::setMarks(const QList<LineMark> &marks)
{
    m_marks = marks;
    QList<QTextEdit::ExtraSelection> selections;
    for (const LineMark &mark : marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line - 1);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        if (mark.column > 1 && mark.column < block.length())
            selection.cursor.setPosition(block.position() + mark.column - 1);
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(mark.error ? tonesFor(palette()).bad : tonesFor(palette()).warning);
        selections.append(selection);
    }
    setExtraSelections(selections);
    m_gutter->update();
}

bool JsonEdit::findText(const QString &text, bool backwards)
{
    if (text.isEmpty())
        return false;
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (find(text, flags))
        return true;
    const QTextCursor before = textCursor();
    QTextCursor round = before;
    round.movePosition(backwards ? QTextCursor::End : QTextCursor::Start);
    setTextCursor(round);
    if (find(text, flags))
        return true;
    setTextCursor(before);
    return false;
}

void JsonEdit::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

int JsonEdit::gutterWidth() const
{
    const int digits = std::max(3, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'0') * (digits + 1) + fontMetrics().height() + 4;
}

void JsonEdit::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    const int side = fontMetrics().height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        const int number = block.blockNumber() + 1;
        painter.setPen(number == textCursor().blockNumber() + 1 ? palette().color(QPalette::Text) : tonesFor(palette()).faint);
        painter.drawText(QRectF(side, box.top(), m_gutter->width() - side - 6, side), Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        for (const LineMark &mark : std::as_const(m_marks)) {
            if (mark.line == number)
                drawShape(painter, mark.error ? gui::Shape::Cross : gui::Shape::Warning, QRectF(3, box.top() + 1, side - 3, side - 3),
                          mark.error ? tonesFor(palette()).bad : tonesFor(palette()).warning);
        }
    }
}

void JsonEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

bool JsonEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int line = cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber() + 1;
        for (const LineMark &mark : std::as_const(m_marks)) {
            if (mark.line == line) {
                QToolTip::showText(help->globalPos(), mark.text, this);
                return true;
            }
        }
        const QTextCursor at = cursorForPosition(viewport()->mapFrom(this, help->pos()));
        if (const QString pointer = contextAt(at.position()).pointer; m_describe && !m_describe(pointer).isEmpty()) {
            QToolTip::showText(help->globalPos(), pointer + u'\n' + m_describe(pointer), this);
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

JsonContext JsonEdit::contextAt(int position) const
{
    return jsonContextAt(toPlainText(), position);
}

QString JsonEdit::pointerAtCursor() const
{
    return contextAt(textCursor().position()).pointer;
}

void JsonEdit::insertCompletion(const QModelIndex &index)
{
    const QString text = index.data(textRole).toString();
    const JsonContext context = contextAt(textCursor().position());
    const bool quoted = index.data(quotedRole).toBool();
    QTextCursor cursor = textCursor();
    const QString rest = cursor.block().text().mid(cursor.positionInBlock());
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(context.word.size()));
    QString inserted = context.inString || !quoted ? text : u'"' + text;
    const bool closed = context.inString && rest.startsWith(u'"');
    if (quoted && !closed)
        inserted += u'"';
    cursor.insertText(inserted);
    if (closed)
        cursor.movePosition(QTextCursor::Right);
    if (context.key && !QStringView(rest).mid(int(closed)).trimmed().startsWith(u':'))
        cursor.insertText(u": "_s);
    setTextCursor(cursor);
}

void JsonEdit::complete(bool asked)
{
    const JsonContext context = contextAt(textCursor().position());
    m_offered->clear();
    if (m_completions) {
        for (const Completion &completion : m_completions(context)) {
            auto *item = new QStandardItem(completion.note.isEmpty() ? completion.text : u"%1   — %2"_s.arg(completion.text, completion.note));
            item->setData(completion.text, textRole);
            item->setData(completion.quoted, quotedRole);
            m_offered->appendRow(item);
        }
    }
    m_completer->setCompletionPrefix(context.word);
    const bool whole = m_completer->completionCount() == 1 && m_completer->currentCompletion() == context.word;
    if (m_completer->completionCount() == 0 || (whole && !asked))
        return m_completer->popup()->hide();
    QRect at = cursorRect();
    at.setWidth(std::min(width() - 40, 520));
    at.translate(gutterWidth(), 4);
    m_completer->complete(at);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void JsonEdit::newLine()
{
    const QString line = textCursor().block().text();
    qsizetype blanks = 0;
    while (blanks < line.size() && line.at(blanks) == u' ')
        ++blanks;
    const QString before = line.left(textCursor().positionInBlock()).trimmed();
    const QString after = line.mid(textCursor().positionInBlock()).trimmed();
    const bool opens = before.endsWith(u'{') || before.endsWith(u'[');
    const bool closes = after.startsWith(u'}') || after.startsWith(u']');
    QTextCursor cursor = textCursor();
    cursor.insertText(u'\n' + QString(blanks + (opens ? 2 : 0), u' '));
    if (opens && closes) {
        const int position = cursor.position();
        cursor.insertText(u'\n' + QString(blanks, u' '));
        cursor.setPosition(position);
    }
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool JsonEdit::keyOfPair(QKeyEvent *event)
{
    static const QString opening = u"{[\""_s;
    static const QString closing = u"}]\""_s;
    const QString typed = event->text();
    if (typed.size() != 1 || textCursor().hasSelection())
        return false;
    const QString next = textCursor().block().text().mid(textCursor().positionInBlock(), 1);
    if (closing.contains(typed) && next == typed) {
        moveCursor(QTextCursor::Right); // the one that was put there with the opening one
        return true;
    }
    const qsizetype pair = opening.indexOf(typed);
    const bool inString = contextAt(textCursor().position()).inString;
    if (pair < 0 || inString || !(next.isEmpty() || u"]}, :"_s.contains(next)))
        return false;
    QTextCursor cursor = textCursor();
    cursor.insertText(typed + closing.at(pair));
    cursor.movePosition(QTextCursor::Left);
    setTextCursor(cursor);
    if (typed == u"\""_s)
        complete(false);
    return true;
}

void JsonEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return;
    if (m_completer->popup()->isVisible() && (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab)) {
        event->ignore(); // the pop-up takes it
        return;
    }
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() & Qt::ControlModifier)
        return complete(true);
    if (enter && !(event->modifiers() & Qt::ControlModifier) && !isReadOnly())
        return newLine();
    if (!isReadOnly() && keyOfPair(event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    const bool letter = !event->text().isEmpty() && event->text().at(0).isLetterOrNumber();
    if (letter || (event->key() == Qt::Key_Backspace && m_completer->popup()->isVisible()))
        complete(false);
}

} // namespace dosirak::gui
