// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/quick_open.h"

#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 200;

class QuickDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tonesFor(option.palette).faint);
        QString right = index.data(QuickModel::KindRole).toString();
        if (const QString shortcut = index.data(QuickModel::ShortcutRole).toString(); !shortcut.isEmpty())
            right = shortcut + u"    "_s + right;
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, right);
        painter->restore();
    }
};

} // namespace

void QuickModel::setItems(const QList<QuickItem> &items)
{
    m_items = items;
    setPattern({});
}

void QuickModel::setPattern(const QString &pattern)
{
    beginResetModel();
    std::vector<std::pair<int, int>> found; // score, index
    for (int i = 0; i < m_items.size(); ++i) {
        if (const int s = score(pattern, m_items.at(i).text); s > 0)
            found.push_back({s, i});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_shown.clear();
    for (size_t i = 0; i < std::min<size_t>(found.size(), mostShown); ++i)
        m_shown.append(found[i].second);
    endResetModel();
}

const QuickItem *QuickModel::item(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_items.at(m_shown.at(index.row())) : nullptr;
}

int QuickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant QuickModel::data(const QModelIndex &index, int role) const
{
    const QuickItem *found = item(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return found->text;
    case Qt::DecorationRole: return icon(found->shape);
    case Qt::AccessibleTextRole: return u"%1, %2"_s.arg(found->text, found->kind);
    case KindRole: return found->kind;
    case ShortcutRole: return found->shortcut;
    default: return {};
    }
}

int QuickModel::score(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty())
        return 1;
    if (const qsizetype at = text.indexOf(pattern, 0, Qt::CaseInsensitive); at >= 0)
        return at == 0 ? 1000 : text.at(at - 1).isLetterOrNumber() ? 400 : 700;
    int points = 1;
    qsizetype from = 0;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        const bool startsWord = at == 0 || !text.at(at - 1).isLetterOrNumber();
        points += startsWord ? 10 : at == from ? 5 : 1;
        from = at + 1;
    }
    return points;
}

QuickOpen::QuickOpen(QWidget *window)
    : QFrame(window, Qt::Popup), m_model(new QuickModel(this)), m_edit(new QLineEdit(this)), m_list(new QListView(this))
{
    setObjectName(u"quickOpen"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    m_edit->setPlaceholderText(tr("A preset, an action, a package, a build …"));
    m_edit->setAccessibleName(tr("Find anything"));
    m_edit->setObjectName(u"quickOpenEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuickDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("What was found"));
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setPattern(text);
        m_list->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &QuickOpen::accept);
    connect(m_list, &QListView::clicked, this, &QuickOpen::accept);
}

void QuickOpen::open(const QList<QuickItem> &items)
{
    m_model->setItems(items);
    m_edit->clear();
    m_list->setCurrentIndex(m_model->index(0, 0));
    const QWidget *window = parentWidget();
    const int width = std::min(640, window->width() - 80);
    setFixedSize(width, std::min(420, window->height() - 120));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, 60)));
    show();
    m_edit->setFocus();
}

bool QuickOpen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 10 : key == Qt::Key_PageUp ? -10 : 0;
        if (step != 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void QuickOpen::accept()
{
    const QuickItem *found = m_model->item(m_list->currentIndex());
    if (!found)
        return;
    const auto act = found->act;
    hide();
    if (act)
        act();
}

} // namespace dosirak::gui
