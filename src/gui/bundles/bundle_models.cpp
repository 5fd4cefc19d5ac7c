// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bundles/bundle_models.h"

#include "base/text.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

QList<BundleFile> listBundles(const QString &folder)
{
    static const QRegularExpression named(u"^(.+\\.tar)(?:\\.(\\d{3}))?$"_s);
    std::map<QString, BundleFile> found;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto match = named.match(file.fileName());
        if (!match.hasMatch())
            continue;
        BundleFile &bundle = found[match.captured(1)];
        bundle.parts = bundle.firstPart.isEmpty() ? 1 : bundle.parts + 1;
        if (bundle.firstPart.isEmpty())
            bundle.firstPart = file.absoluteFilePath();
        bundle.name = match.captured(1);
        bundle.bytes += file.size();
        bundle.made = std::max(bundle.made, file.lastModified());
    }
    QList<BundleFile> list;
    for (const auto &[name, bundle] : found)
        list.append(bundle);
    std::sort(list.begin(), list.end(), [](const BundleFile &a, const BundleFile &b) { return a.made > b.made; });
    return list;
}

void BundlesModel::setBundles(const QList<BundleFile> &bundles)
{
    beginResetModel();
    m_bundles = bundles;
    endResetModel();
}

const BundleFile *BundlesModel::bundle(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? &m_bundles.at(index.row()) : nullptr;
}

int BundlesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bundles.size());
}

int BundlesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant BundlesModel::data(const QModelIndex &index, int role) const
{
    const BundleFile *found = bundle(index);
    if (!found)
        return {};
    const auto column = Column(index.column());
    if (role == Qt::ToolTipRole)
        return found->firstPart;
    if (role == Qt::DecorationRole && column == Column::Name)
        return icon(Shape::Bundles);
    if (role == Qt::TextAlignmentRole && (column == Column::Size || column == Column::Parts))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name: return found->name;
    case Column::Size: return bytesText(found->bytes);
    case Column::Parts: return found->parts;
    case Column::Made: return QLocale().toString(found->made, QLocale::ShortFormat);
    case Column::Count: break;
    }
    return {};
}

QVariant BundlesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name: return tr("Bundle");
    case Column::Size: return tr("Size");
    case Column::Parts: return tr("Parts");
    case Column::Made: return tr("Made");
    case Column::Count: break;
    }
    return {};
}

void BundlesModel::sort(int column, Qt::SortOrder order)
{
    const auto less = [column](const BundleFile &a, const BundleFile &b) {
        switch (Column(column)) {
        case Column::Size: return a.bytes < b.bytes;
        case Column::Parts: return a.parts < b.parts;
        case Column::Made: return a.made < b.made;
        default: return a.name < b.name;
        }
    };
    beginResetModel();
    std::stable_sort(m_bundles.begin(), m_bundles.end(),
                     [&](const BundleFile &a, const BundleFile &b) { return order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    endResetModel();
}

} // namespace dosirak::gui
