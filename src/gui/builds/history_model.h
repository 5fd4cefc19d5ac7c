// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/record.h"
#include "gui/theme/icons.h"

#include <QAbstractListModel>

namespace dosirak::gui {

/// The builds that were made, newest first.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRecords(const QList<build::BuildRecord> &records);
    [[nodiscard]] const QList<build::BuildRecord> &records() const { return m_records; }
    [[nodiscard]] const build::BuildRecord *record(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<build::BuildRecord> m_records;
};

[[nodiscard]] Mark markOf(build::BuildState state);
[[nodiscard]] QString stateText(build::BuildState state);

} // namespace dosirak::gui
