// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/diff_view.h"

#include "gui/presets/text_splice.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int around = 3; // lines that are shown about a change
}

DiffText::DiffText(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void DiffText::setTexts(const QByteArray &from, const QByteArray &to)
{
    const QStringList all = lineDiff(from, to);
    QList<bool> near(all.size(), false);
    m_added = m_removed = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).startsWith(u' '))
            continue;
        ++(all.at(i).startsWith(u'+') ? m_added : m_removed);
        for (qsizetype j = std::max<qsizetype>(0, i - around); j <= std::min(all.size() - 1, i + around); ++j)
            near[j] = true;
    }
    QStringList shown;
    m_signs.clear();
    int left = 0;
    int right = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar sign = all.at(i).front();
        left += int(sign != u'+');
        right += int(sign != u'-');
        if (near.at(i)) {
            shown.append(u"%1 %2  %3"_s.arg(sign == u'+' ? QString() : QString::number(left), 4).arg(sign == u'-' ? QString() : QString::number(right), 4).arg(all.at(i)));
            m_signs.append(sign);
        } else if (m_signs.isEmpty() || m_signs.last() != u'…') {
            shown.append(u"          …"_s);
            m_signs.append(u'…');
        }
    }
    if (m_added + m_removed == 0) {
        shown.clear();
        m_signs.clear();
    }
    setPlainText(shown.join(u'\n'));
    colour();
}

void DiffText::colour()
{
    const Tones &tones = tonesFor(palette());
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->begin();
    for (const QChar sign : std::as_const(m_signs)) {
        if (sign == u'+' || sign == u'-') {
            QColor wash = sign == u'+' ? tones.good : tones.bad;
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.format.setForeground(wash);
            wash.setAlphaF(0.12F);
            selection.format.setBackground(wash);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            selections.append(selection);
        }
        block = block.next();
    }
    setExtraSelections(selections);
}

void DiffText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void DiffText::goToChange(int by)
{
    const auto changed = [this](qsizetype line) { return line >= 0 && line < m_signs.size() && (m_signs.at(line) == u'+' || m_signs.at(line) == u'-'); };
    qsizetype line = textCursor().blockNumber();
    while (changed(line))
        line += by;
    while (line >= 0 && line < m_signs.size() && !changed(line))
        line += by;
    if (changed(line)) {
        setTextCursor(QTextCursor(document()->findBlockByNumber(int(line))));
        centerCursor();
    }
}

DiffView::DiffView(QWidget *parent) : QWidget(parent), m_against(new QComboBox(this)), m_count(new QLabel(this)), m_meaning(new QLabel(this)), m_text(new DiffText(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 0);
    auto *label = new QLabel(tr("&Against"), this);
    label->setBuddy(m_against);
    row->addWidget(label);
    m_against->setObjectName(u"diffAgainst"_s);
    m_against->setAccessibleName(tr("Compare with"));
    m_against->addItem(tr("what was saved"), QString());
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_against->setMinimumContentsLength(24);
    row->addWidget(m_against, 1);
    m_count->setProperty("role", u"faint"_s);
    m_count->setObjectName(u"diffCount"_s);
    row->addWidget(m_count);
    for (const int by : {-1, 1}) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(by < 0 ? Shape::Up : Shape::Down));
        button->setToolTip(by < 0 ? tr("Previous change") : tr("Next change"));
        button->setAccessibleName(button->toolTip());
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, m_text, [this, by] { m_text->goToChange(by); });
        row->addWidget(button);
    }
    layout->addLayout(row);
    m_meaning->setObjectName(u"diffMeaning"_s);
    m_meaning->setWordWrap(true);
    m_meaning->setContentsMargins(10, 0, 10, 4);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_meaning->hide();
    layout->addWidget(m_meaning);
    m_text->setObjectName(u"diff"_s);
    m_text->setAccessibleName(tr("What a save would change"));
    layout->addWidget(m_text, 1);
    connect(m_against, &QComboBox::activated, this, &DiffView::wanted);
}

void DiffView::setPresets(const QStringList &names)
{
    const QString chosen = comparedWith();
    const QSignalBlocker blocker(m_against);
    while (m_against->count() > 1)
        m_against->removeItem(1);
    for (const QString &name : names)
        m_against->addItem(name, name);
    m_against->setCurrentIndex(std::max(0, m_against->findData(chosen)));
}

void DiffView::compareWith(const QString &presetName)
{
    m_against->setCurrentIndex(std::max(0, m_against->findData(presetName)));
    Q_EMIT wanted();
}

QString DiffView::comparedWith() const
{
    return m_against->currentData().toString();
}

void DiffView::show(const QByteArray &from, const QByteArray &to, const QString &same)
{
    m_text->setTexts(from, to);
    const bool differs = m_text->added() + m_text->removed() > 0;
    m_count->setText(differs ? tr("+%1 −%2 lines").arg(m_text->added()).arg(m_text->removed()) : QString());
    if (!differs)
        m_text->setPlainText(same);
}

void DiffView::showMeaning(const QStringList &lines)
{
    m_meaning->setText(lines.join(u'\n'));
    m_meaning->setVisible(!lines.isEmpty());
}

} // namespace dosirak::gui
