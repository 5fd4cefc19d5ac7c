// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace dosirak::gui {

/// One bundle on disk: a single archive, or the numbered parts of one.
struct BundleFile {
    QString name;        ///< without the part's number
    QString firstPart;   ///< absolute path
    int parts = 1;
    qint64 bytes = 0;
    QDateTime made;      ///< of its newest part
};

/// The bundles of a folder, newest first. Reads names and sizes. Thread: any but the UI thread.
[[nodiscard]] QList<BundleFile> listBundles(const QString &folder);

class BundlesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Size, Parts, Made, Count };
    using QAbstractTableModel::QAbstractTableModel;

    void setBundles(const QList<BundleFile> &bundles);
    [[nodiscard]] const BundleFile *bundle(const QModelIndex &index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QList<BundleFile> m_bundles;
};

} // namespace dosirak::gui
