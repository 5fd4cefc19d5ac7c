// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bundles/contents_model.h"

#include "base/text.h"

#include <QHash>

namespace dosirak::gui {

using workspace::VerifiedFile;

QList<ContentRow> contentsOf(const bundle::Manifest &manifest)
{
    QList<ContentRow> rows;
    rows.reserve(manifest.files.size());
    for (const bundle::BundledFile &file : manifest.files)
        rows.append({file.path, file.size, Mark::Waiting, ContentsModel::tr("not verified yet"), file.sha256});
    return rows;
}

QList<ContentRow> contentsOf(const workspace::VerifyReport &report, const QList<ContentRow> &known)
{
    using Verdict = VerifiedFile::Verdict;
    QHash<QString, qint64> sizes;
    for (const ContentRow &row : known)
        sizes.insert(row.path, row.size);
    QList<ContentRow> rows;
    rows.reserve(report.files.size());
    for (const VerifiedFile &file : report.files) {
        ContentRow row{file.path, sizes.value(file.path, -1), Mark::Good, ContentsModel::tr("good"), file.message};
        switch (file.verdict) {
        case Verdict::Good: break;
        case Verdict::Damaged: row.state = ContentsModel::tr("damaged"); break;
        case Verdict::Missing: row.state = ContentsModel::tr("missing"); break;
        case Verdict::Extra: row.state = ContentsModel::tr("not in the manifest"); break;
        }
        if (file.verdict != Verdict::Good)
            row.mark = file.verdict == Verdict::Extra ? Mark::Warning : Mark::Bad;
        rows.append(row);
    }
    return rows;
}

QList<ContentRow> differencesOf(const bundle::Manifest &before, const bundle::Manifest &after)
{
    QHash<QString, const bundle::BundledFile *> old;
    for (const bundle::BundledFile &file : before.files)
        old.insert(file.path, &file);
    QList<ContentRow> rows;
    for (const bundle::BundledFile &file : after.files) {
        const bundle::BundledFile *was = old.take(file.path);
        if (!was)
            rows.append({file.path, file.size, Mark::Good, ContentsModel::tr("new"), file.sha256});
        else if (was->sha256 != file.sha256)
            rows.append({file.path, file.size, Mark::Warning, ContentsModel::tr("changed"),
                         ContentsModel::tr("%1 before, %2 now").arg(bytesText(was->size), bytesText(file.size))});
    }
    for (const bundle::BundledFile &file : before.files) {
        if (old.contains(file.path))
            rows.append({file.path, file.size, Mark::Bad, ContentsModel::tr("gone"), file.sha256});
    }
    return rows;
}

void ContentsModel::setContents(const QList<ContentRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ContentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContentRow &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DecorationRole && column == Column::State)
        return icon(row.mark);
    if (role == Qt::ToolTipRole)
        return column == Column::Path || row.note.isEmpty() ? row.path : row.note;
    if (role == Qt::TextAlignmentRole && column == Column::Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Path: return row.path;
    case Column::Size: return row.size < 0 ? QString() : bytesText(row.size);
    case Column::State: return row.state;
    case Column::Count: break;
    }
    return {};
}

QVariant ContentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == int(Column::Size) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Path: return tr("File");
    case Column::Size: return tr("Size");
    case Column::State: return tr("State");
    case Column::Count: break;
    }
    return {};
}

} // namespace dosirak::gui
