// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundle/manifest.h"
#include "gui/theme/icons.h"
#include "workspace/verbs.h"

#include <QAbstractTableModel>

namespace dosirak::gui {

/// One file of a bundle, and what is to be said of it.
struct ContentRow {
    QString path;
    qint64 size = -1;   ///< bytes; -1: not known
    Mark mark = Mark::None;
    QString state;      ///< a word or two
    QString note;       ///< the whole sentence, as a tool tip
};

/// What a manifest promises, not yet looked at.
[[nodiscard]] QList<ContentRow> contentsOf(const bundle::Manifest &manifest);
/// What a verification found, bad files first; sizes from @p known where it knows the path.
[[nodiscard]] QList<ContentRow> contentsOf(const workspace::VerifyReport &report, const QList<ContentRow> &known);
/// What differs between two bundles, by path and SHA-256; what is the same is left out.
[[nodiscard]] QList<ContentRow> differencesOf(const bundle::Manifest &before, const bundle::Manifest &after);

/// The files of a bundle, of a verification or of a comparison.
class ContentsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Path, Size, State, Count };
    using QAbstractTableModel::QAbstractTableModel;

    void setContents(const QList<ContentRow> &rows);
    [[nodiscard]] const QList<ContentRow> &contents() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ContentRow> m_rows;
};

} // namespace dosirak::gui
