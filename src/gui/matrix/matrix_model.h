// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix.h"
#include "gui/theme/icons.h"

#include <QAbstractTableModel>
#include <QHash>
#include <optional>

namespace dosirak::gui {

/// Two axes of the compatibility matrix. A cell is evaluated when it is first asked for and then kept, so that the number of
/// versions does not matter; other pins forget what was kept.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Occupant {
        QString presetName;
        compat::Combination combination;
    };

    explicit MatrixModel(const compat::Facts &facts, QObject *parent = nullptr); ///< @p facts must outlive it

    void setAxes(compat::Axis rows, compat::Axis columns);
    void setPins(const compat::Combination &pins);         ///< values of the axes that are not shown
    void setMachine(const QString &gpu, const QString &driver); ///< empty: no matter; what cannot run there fades
    void setPresets(const QList<Occupant> &presets);
    [[nodiscard]] compat::Axis rowAxis() const { return m_rowAxis; }
    [[nodiscard]] compat::Axis columnAxis() const { return m_columnAxis; }
    [[nodiscard]] const QStringList &rowValues() const { return m_rows; }
    [[nodiscard]] const QStringList &columnValues() const { return m_columns; }

    [[nodiscard]] compat::Combination combination(const QModelIndex &index) const; ///< with the pins
    [[nodiscard]] const compat::MatrixCell &cell(const QModelIndex &index) const;
    [[nodiscard]] bool runsOnMachine(const QModelIndex &index) const;
    [[nodiscard]] QStringList presetsAt(const QModelIndex &index) const;
    [[nodiscard]] int evaluated() const { return int(m_cells.size()); } ///< cells that were asked for so far

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int FadedRole = Qt::UserRole;
    static constexpr int PresetsRole = Qt::UserRole + 1;
    static constexpr int MarkRole = Qt::UserRole + 2;

private:
    struct Kept {
        compat::MatrixCell cell;
        std::optional<bool> runs;
    };
    [[nodiscard]] Kept &kept(const QModelIndex &index) const;
    void forget();

    const compat::Facts &m_facts;
    compat::Axis m_rowAxis = compat::Axis::PyTorch;
    compat::Axis m_columnAxis = compat::Axis::Cuda;
    QStringList m_rows, m_columns;
    compat::Combination m_pins;
    QString m_gpu, m_driver;
    QList<Occupant> m_presets;
    mutable QHash<qint64, Kept> m_cells;
};

[[nodiscard]] Mark markOf(compat::Verdict verdict);

} // namespace dosirak::gui
