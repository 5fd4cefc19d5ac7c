// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"

#include <QAbstractListModel>
#include <QHash>

namespace dosirak::gui {

/// The presets of the workspace with what their check said.
class PresetListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct State {
        Mark mark = Mark::None;
        QString text;       ///< "2 errors"
        bool modified = false;
    };
    using QAbstractListModel::QAbstractListModel;

    void setNames(const QStringList &names);
    void setState(const QString &name, const State &state);
    void setModified(const QString &name, bool modified);
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void changed(const QString &name);

    QStringList m_names;
    QHash<QString, State> m_states;
};

} // namespace dosirak::gui
