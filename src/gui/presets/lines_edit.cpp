// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/lines_edit.h"

#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QToolTip>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 2;
constexpr int mostMarked = 2000; // lines; beyond that the check of the preset itself says what is wrong

/// A line as it stands in another program's list: without quotes, a comma at its end, a bullet.
QString bare(QString line)
{
    line = line.trimmed();
    if (line.endsWith(u','))
        line.chop(1);
    if (line.size() >= 2 && (line.startsWith(u'"') || line.startsWith(u'\'')) && line.endsWith(line.front()))
        line = line.sliced(1, line.size() - 2);
    return line.trimmed();
}

} // namespace

LinesEdit::LinesEdit(QWidget *parent) : QPlainTextEdit(parent), m_completer(new QCompleter(this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    document()->setDocumentMargin(3);
    m_completer->setModel(new QStringListModel(m_completer));
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(10);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &LinesEdit::insertCompletion);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        look();
        fitHeight();
        if (!m_showing)
            Q_EMIT edited();
    });
    fitHeight();
}

QStringList LinesEdit::items() const
{
    if (m_singleText)
        return toPlainText().isEmpty() ? QStringList() : QStringList{toPlainText()};
    QStringList items;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (const QString line = block.text().trimmed(); !line.isEmpty())
            items.append(line);
    }
    return items;
}

void LinesEdit::showItems(const QStringList &items)
{
    if (items == this->items())
        return;
    const int position = textCursor().position();
    const int scroll = verticalScrollBar()->value();
    m_showing = true;
    setPlainText(items.join(u'\n'));
    m_showing = false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, std::max(0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scroll);
}

void LinesEdit::setCheck(LineCheck check)
{
    m_check = std::move(check);
    look();
}

void LinesEdit::setWords(const QStringList &words)
{
    static_cast<QStringListModel *>(m_completer->model())->setStringList(words);
}

void LinesEdit::setMarks(const QList<LineMark> &marks)
{
    m_marks = marks;
    look();
}

int LinesEdit::blockOfItem(int item) const
{
    int at = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().trimmed().isEmpty() && at++ == item)
            return block.blockNumber();
    }
    return -1;
}

void LinesEdit::goToItem(int item)
{
    if (const int block = blockOfItem(item); block >= 0) {
        QTextCursor cursor(document()->findBlockByNumber(block));
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
        ensureCursorVisible();
    }
}

void LinesEdit::look()
{
    m_shown.clear();
    QString problem;
    QList<QTextEdit::ExtraSelection> selections;
    const Tones &tones = tonesFor(palette());
    const auto mark = [&](const QTextBlock &block, int column, Mark kind, const QString &text) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        if (column > 1 && column <= block.length() - 1)
            selection.cursor.setPosition(block.position() + column - 1);
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        if (!selection.cursor.hasSelection())
            selection.cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(kind == Mark::Bad ? tones.bad : tones.warning);
        selections.append(selection);
        m_shown.insert(block.blockNumber(), {kind, text});
    };
    if (m_check && blockCount() <= mostMarked && !m_singleText) {
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            const QString line = block.text().trimmed();
            const auto found = line.isEmpty() ? std::nullopt : m_check(line);
            if (!found)
                continue;
            const int lead = int(block.text().indexOf(line));
            mark(block, found->column > 0 ? found->column + lead : 0, found->mark, found->text);
            if (problem.isEmpty())
                problem = tr("Line %1: %2").arg(block.blockNumber() + 1).arg(found->text);
        }
    }
    for (const LineMark &from : std::as_const(m_marks)) {
        const QTextBlock block = document()->findBlockByNumber(blockOfItem(from.line));
        if (block.isValid() && !m_shown.contains(block.blockNumber()))
            mark(block, 0, from.mark, from.text);
    }
    setExtraSelections(selections);
    if (m_problem != problem) {
        m_problem = problem;
        setAccessibleDescription(problem);
        Q_EMIT problemChanged();
    }
}

void LinesEdit::fitHeight()
{
    const int lines = std::clamp(blockCount(), fewestLines, m_highest);
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()) + 2 * frameWidth() + 2 + bar);
}

bool LinesEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int block = cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber();
        if (const auto it = m_shown.constFind(block); it != m_shown.cend()) {
            QToolTip::showText(help->globalPos(), it->second, this);
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void LinesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        look();
    else if (event->type() == QEvent::FontChange)
        fitHeight();
}

void LinesEdit::wheelEvent(QWheelEvent *event)
{
    // A list that shows all it has leaves the wheel to the form around it.
    if (verticalScrollBar()->maximum() == 0 || !hasFocus())
        return event->ignore();
    QPlainTextEdit::wheelEvent(event);
}

QString LinesEdit::wordBefore() const
{
    static const QRegularExpression plain(u"^\\s*([A-Za-z0-9][A-Za-z0-9 ._+-]*)$"_s);
    return plain.match(textCursor().block().text().left(textCursor().positionInBlock())).captured(1);
}

void LinesEdit::insertCompletion(const QString &word)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordBefore().size()));
    cursor.insertText(word);
    setTextCursor(cursor);
}

void LinesEdit::complete()
{
    const QString prefix = wordBefore();
    m_completer->setCompletionPrefix(prefix);
    if (prefix.isEmpty() || m_completer->completionCount() == 0
        || (m_completer->completionCount() == 1 && m_completer->currentCompletion().compare(prefix, Qt::CaseInsensitive) == 0))
        return m_completer->popup()->hide();
    QRect at = cursorRect();
    at.setWidth(std::min(320, width()));
    m_completer->complete(at);
}

void LinesEdit::moveLines(int by)
{
    QTextCursor cursor = textCursor();
    QStringList lines = toPlainText().split(u'\n');
    const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    if (first + by < 0 || last + by >= lines.size())
        return;
    const int column = cursor.positionInBlock();
    lines.move(by < 0 ? first - 1 : last + 1, by < 0 ? last : first);
    m_showing = true;
    setPlainText(lines.join(u'\n'));
    m_showing = false;
    cursor = QTextCursor(document()->findBlockByNumber(first + by));
    if (first == last) {
        cursor.setPosition(cursor.position() + column);
    } else {
        const QTextBlock end = document()->findBlockByNumber(last + by);
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    }
    setTextCursor(cursor);
    Q_EMIT edited();
}

void LinesEdit::deleteLines()
{
    QTextCursor cursor = textCursor();
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.setPosition(first.position());
    if (last.next().isValid()) {
        cursor.setPosition(last.next().position(), QTextCursor::KeepAnchor);
    } else {
        cursor.setPosition(std::max(0, first.position() - 1));
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    }
    cursor.removeSelectedText();
    setTextCursor(cursor);
}

void LinesEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText() || m_singleText)
        return QPlainTextEdit::insertFromMimeData(source);
    QString text = source->text();
    text.replace(u"\r\n"_s, u"\n"_s);
    if (!text.contains(u'\n')) {
        textCursor().insertText(text);
        return;
    }
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        const QString item = bare(line);
        if (!item.isEmpty() && !item.startsWith(u'#'))
            lines.append(item);
    }
    textCursor().insertText(lines.join(u'\n'));
    ensureCursorVisible();
}

void LinesEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    if (!m_singleText) {
        menu->addSeparator();
        menu->addAction(icon(gui::Shape::Up), tr("Move up\tAlt+Up"), this, [this] { moveLines(-1); });
        menu->addAction(icon(gui::Shape::Down), tr("Move down\tAlt+Down"), this, [this] { moveLines(1); });
        menu->addAction(icon(gui::Shape::Trash), tr("Remove the line\tCtrl+Shift+K"), this, [this] { deleteLines(); });
    }
    menu->exec(event->globalPos());
}

void LinesEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return;
    if (m_completer->popup()->isVisible() && (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab))
        return event->ignore(); // the pop-up takes it
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
        return;
    }
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (!m_singleText && vertical && event->modifiers() == Qt::AltModifier)
        return moveLines(event->key() == Qt::Key_Up ? -1 : 1);
    if (event->key() == Qt::Key_K && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return deleteLines();
    if (event->key() == Qt::Key_Space && event->modifiers() & Qt::ControlModifier)
        return complete();
    QPlainTextEdit::keyPressEvent(event);
    if (!m_singleText && !event->text().isEmpty() && (event->text().at(0).isLetterOrNumber() || event->key() == Qt::Key_Backspace))
        complete();
}

} // namespace dosirak::gui
