// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/choice_box.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int noteRole = Qt::UserRole;
constexpr int popupWidth = 460;

/// The value, and beside it, fainter, why not or what it is.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString note = index.data(noteRole).toString();
        const int used = option.fontMetrics.horizontalAdvance(index.data().toString()) + option.decorationSize.width() + 24;
        const QRect rest = option.rect.adjusted(std::max(used, 120), 0, -8, 0);
        if (note.isEmpty() || rest.width() < 40)
            return;
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tonesFor(option.palette).faint);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(note, Qt::ElideRight, rest.width()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize hint = QStyledItemDelegate::sizeHint(option, index);
        return {hint.width(), std::max(hint.height(), option.fontMetrics.height() + 8)};
    }
};

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(14);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setFocusPolicy(Qt::StrongFocus);
    setItemDelegate(new ChoiceDelegate(this));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setFilterMode(Qt::MatchContains);
    // An item that is chosen shows its mark in the closed box as well, where it would say nothing.
    setIconSize({14, 14});
}

void ChoiceBox::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    const QSignalBlocker blocker(this);
    // A box whose current item changes shows that item's text: no item may be current meanwhile.
    const QString shown = currentText();
    const int cursor = lineEdit()->cursorPosition();
    const bool sameValues = std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(), [](const Choice &a, const Choice &b) { return a.value == b.value; });
    setCurrentIndex(-1);
    if (!sameValues) {
        clear();
        for (const Choice &choice : choices)
            addItem(choice.value);
    }
    for (int i = 0; i < choices.size(); ++i) {
        const Choice &choice = choices.at(i);
        const bool against = !choice.why.isEmpty();
        setItemData(i, against ? QVariant(tonesFor(palette()).faint) : QVariant(), Qt::ForegroundRole);
        setItemData(i, against ? QVariant(choice.why) : QVariant(), Qt::ToolTipRole);
        setItemData(i, against ? QVariant(icon(Mark::Bad)) : QVariant(), Qt::DecorationRole);
        setItemData(i, against ? choice.why.section(u'\n', 0, 0) : choice.note, noteRole);
        setItemData(i, against ? tr("%1, does not go: %2").arg(choice.value, choice.why) : choice.note.isEmpty() ? choice.value : choice.value + u", "_s + choice.note,
                    Qt::AccessibleTextRole);
    }
    m_choices = choices;
    setCurrentIndex(-1);
    setEditText(shown);
    lineEdit()->setCursorPosition(lineEdit()->hasFocus() ? cursor : 0);
}

void ChoiceBox::showText(const QString &text)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(-1);
    setEditText(text);
    if (!lineEdit()->hasFocus())
        lineEdit()->setCursorPosition(0);
}

void ChoiceBox::showPopup()
{
    const QSignalBlocker blocker(this);
    const QString shown = currentText();
    setCurrentIndex(findText(shown)); // the list opens where the value is
    setEditText(shown);
    view()->setMinimumWidth(std::max(width(), popupWidth));
    QComboBox::showPopup();
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    // The wheel over a box scrolls the form and changes nothing.
    event->ignore();
}

} // namespace dosirak::gui
