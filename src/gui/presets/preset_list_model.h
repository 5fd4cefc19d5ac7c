// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSortFilterProxyModel>

namespace dosirak::gui {

/// The presets of the workspace with what their check said.
class PresetListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct State {
        Mark mark = Mark::None;
        QString text;        ///< "2 errors"
        bool modified = false;
        QString description{}; ///< one sentence of the preset's own
        QString words{};     ///< what a search looks through, in lower case
    };
    using QAbstractListModel::QAbstractListModel;

    void setNames(const QStringList &names);
    void setState(const QString &name, const State &state); ///< whether it is modified stays
    void setModified(const QStringList &names);             ///< these are, the others are not
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;
    [[nodiscard]] const State &state(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    static constexpr int SecondLineRole = Qt::UserRole;
    static constexpr int MarkRole = Qt::UserRole + 1;

private:
    void changed(const QString &name);

    QStringList m_names;
    QHash<QString, int> m_rows;
    QHash<QString, State> m_states;
};

/// Those of the presets that hold every word of a search, and are in the state that is looked for.
class PresetFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Errors, Findings, Changed };
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text);
    void setShow(Show show);
    [[nodiscard]] Show showing() const { return m_show; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
};

} // namespace dosirak::gui
