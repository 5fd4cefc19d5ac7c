// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <QAbstractListModel>
#include <QFrame>

class QLineEdit;
class QListView;

namespace dosirak::gui {

/// The items that answer what was typed, best first.
class QuickModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<QuickItem> &items);
    void setPattern(const QString &pattern);
    [[nodiscard]] const QuickItem *item(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    static constexpr int KindRole = Qt::UserRole;
    static constexpr int ShortcutRole = Qt::UserRole + 1;

    /// How well @p pattern fits @p text: 0 not at all; its letters must come in order, and starts of words count more.
    [[nodiscard]] static int score(QStringView pattern, QStringView text);

private:
    QList<QuickItem> m_items;
    QList<int> m_shown;
};

/// Ctrl+K: type a few letters of anything, press Enter. A pop-up over the window, not a dialog.
class QuickOpen : public QFrame
{
    Q_OBJECT

public:
    explicit QuickOpen(QWidget *window);

    void open(const QList<QuickItem> &items);
    [[nodiscard]] QuickModel *model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void accept();

    QuickModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
};

} // namespace dosirak::gui
