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
#include <QStringListModel>
#include <QTextBlock>
#include <QToolTip>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

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

JsonEdit::JsonEdit(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_completer(new QCompleter(this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    new JsonHighlighter(document());
    m_completer->setModel(new QStringListModel(m_completer));
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &JsonEdit::insertCompletion);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
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
    if (text == toPlainText())
        return;
    const int position = textCursor().position();
    const int scroll = verticalScrollBar()->value();
    m_showing = true;
    setPlainText(text);
    m_showing = false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min<int>(position, int(text.size())));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scroll);
}

void JsonEdit::setMarks(const QList<LineMark> &marks)
{
    m_marks = marks;
    QList<QTextEdit::ExtraSelection> selections;
    for (const LineMark &mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(mark.line - 1));
        selection.cursor.select(QTextCursor::LineUnderCursor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(mark.error ? tonesFor(palette()).bad : tonesFor(palette()).warning);
        selections.append(selection);
    }
    setExtraSelections(selections);
    m_gutter->update();
}

void JsonEdit::setWords(const QStringList &words)
{
    static_cast<QStringListModel *>(m_completer->model())->setStringList(words);
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
    }
    return QPlainTextEdit::event(event);
}

QString JsonEdit::wordBefore() const
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_$.]*$"_s);
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    const qsizetype quote = line.lastIndexOf(u'"');
    const QString word = line.mid(quote + 1);
    return quote >= 0 && line.left(quote + 1).count(u'"') % 2 == 1 && plain.match(word).hasMatch() ? word : QString();
}

void JsonEdit::insertCompletion(const QString &word)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordBefore().size()));
    cursor.insertText(word);
    setTextCursor(cursor);
}

void JsonEdit::complete()
{
    const QString prefix = wordBefore();
    m_completer->setCompletionPrefix(prefix);
    if (m_completer->completionCount() == 0 || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix))
        return m_completer->popup()->hide();
    QRect at = cursorRect();
    at.setWidth(260);
    at.translate(gutterWidth(), 4);
    m_completer->complete(at);
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
        return complete();
    if (enter && !(event->modifiers() & Qt::ControlModifier)) {
        const QString line = textCursor().block().text();
        qsizetype blanks = 0;
        while (blanks < line.size() && line.at(blanks) == u' ')
            ++blanks;
        const QString before = line.left(textCursor().positionInBlock()).trimmed();
        const bool opens = before.endsWith(u'{') || before.endsWith(u'[');
        textCursor().insertText(u'\n' + QString(blanks + (opens ? 2 : 0), u' '));
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().at(0).isLetterOrNumber() && wordBefore().size() >= 2)
        complete();
}

} // namespace dosirak::gui
