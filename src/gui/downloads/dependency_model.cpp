// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/dependency_model.h"

#include "base/text.h"
#include "gui/theme/icons.h"

namespace dosirak::gui {

using namespace Qt::StringLiterals;

/// One place in the tree.
struct DependencyModel::Node {
    int artifact = -1;
    Node *parent = nullptr;
    int row = 0;
    bool fetched = false;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool standsAboveItself() const
    {
        for (const Node *above = parent; above; above = above->parent) {
            if (above->artifact == artifact)
                return true;
        }
        return false;
    }
};

namespace {

QString key(lock::ArtifactKind kind, const QString &name)
{
    return QString::number(int(kind)) + u':' + name;
}

} // namespace

DependencyModel::DependencyModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_root->fetched = true;
}

DependencyModel::~DependencyModel() = default;

void DependencyModel::setLock(const lock::LockFile &lock)
{
    beginResetModel();
    m_lock = lock;
    m_byName.clear();
    m_root = std::make_unique<Node>();
    m_root->fetched = true;
    for (int i = 0; i < m_lock.artifacts.size(); ++i) {
        const lock::Artifact &artifact = m_lock.artifacts.at(i);
        m_byName.insert(key(artifact.kind, artifact.name), i);
        if (!artifact.direct)
            continue;
        auto node = std::make_unique<Node>();
        node->artifact = i;
        node->parent = m_root.get();
        node->row = int(m_root->children.size());
        m_root->children.push_back(std::move(node));
    }
    endResetModel();
}

DependencyModel::Node *DependencyModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

const lock::Artifact *DependencyModel::artifact(const QModelIndex &index) const
{
    return index.isValid() ? &m_lock.artifacts.at(nodeOf(index)->artifact) : nullptr;
}

QStringList DependencyModel::neededBy(const QString &name) const
{
    QStringList names;
    for (const lock::Artifact &artifact : m_lock.artifacts) {
        if (artifact.needs.contains(name))
            names.append(artifact.name);
    }
    return names;
}

QList<int> DependencyModel::needsOf(const Node &node) const
{
    QList<int> found;
    if (node.artifact < 0 || node.standsAboveItself())
        return found;
    const lock::Artifact &artifact = m_lock.artifacts.at(node.artifact);
    for (const QString &name : artifact.needs) {
        if (const auto it = m_byName.constFind(key(artifact.kind, name)); it != m_byName.constEnd())
            found.append(*it);
    }
    return found;
}

QModelIndex DependencyModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex DependencyModel::parent(const QModelIndex &index) const
{
    Node *above = index.isValid() ? nodeOf(index)->parent : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int DependencyModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int DependencyModel::columnCount(const QModelIndex &) const
{
    return 3;
}

bool DependencyModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node *node = nodeOf(parent);
    return node->fetched ? !node->children.empty() : !needsOf(*node).isEmpty();
}

bool DependencyModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return parent.column() <= 0 && !node->fetched && !needsOf(*node).isEmpty();
}

void DependencyModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    if (node->fetched)
        return;
    node->fetched = true;
    const QList<int> needs = needsOf(*node);
    if (needs.isEmpty())
        return;
    beginInsertRows(parent, 0, int(needs.size()) - 1);
    for (const int artifact : needs) {
        auto child = std::make_unique<Node>();
        child->artifact = artifact;
        child->parent = node;
        child->row = int(node->children.size());
        node->children.push_back(std::move(child));
    }
    endInsertRows();
}

QVariant DependencyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const lock::Artifact &artifact = m_lock.artifacts.at(nodeOf(index)->artifact);
    if (role == Qt::ToolTipRole)
        return artifact.why.join(u" → "_s);
    if (role == Qt::TextAlignmentRole && index.column() == 2)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case 0: return artifact.name;
    case 1: return artifact.version;
    default: return artifact.size < 0 ? QString() : bytesText(artifact.size);
    }
}

QVariant DependencyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Package") : section == 1 ? tr("Version") : tr("Size");
}

} // namespace dosirak::gui
