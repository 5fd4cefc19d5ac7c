// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"

#include <QAbstractItemModel>
#include <QHash>
#include <memory>
#include <vector>

namespace dosirak::gui {

/// What needs what, of one lock: the preset's own requirements, and below each what it needs. A tree made of a graph: a
/// package may stand in many places, and its branch is made when it is opened. One that stands above itself is a leaf.
class DependencyModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit DependencyModel(QObject *parent = nullptr);
    ~DependencyModel() override;

    void setLock(const lock::LockFile &lock);
    [[nodiscard]] const lock::Artifact *artifact(const QModelIndex &index) const;
    /// Packages that need the one at @p index, directly.
    [[nodiscard]] QStringList neededBy(const QString &name) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QList<int> needsOf(const Node &node) const;

    lock::LockFile m_lock;
    QHash<QString, int> m_byName; ///< kind and name → artifact
    std::unique_ptr<Node> m_root;
};

} // namespace dosirak::gui
