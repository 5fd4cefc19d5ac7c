// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix_table.h"
#include "gui/theme/icons.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <memory>
#include <optional>

namespace dosirak::gui {

/// Two axes of the compatibility matrix. A cell is judged when it is first looked at, on a thread of its own, and then kept in
/// one byte, so that neither the number of versions nor the cost of the rules is felt: a cell that is not known yet says "…"
/// for a moment. Those that were asked for last come first. Other pins forget what was kept.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Occupant {
        QString presetName;
        compat::Combination combination;
    };

    explicit MatrixModel(const compat::Facts &facts, QObject *parent = nullptr); ///< @p facts must outlive it
    ~MatrixModel() override;

    void setAxes(compat::Axis rows, compat::Axis columns);
    void setPins(const compat::Combination &pins);         ///< values of the axes that are not shown
    void setMachine(const QString &gpu, const QString &driver); ///< empty: no matter; what cannot run there fades
    void setPresets(const QList<Occupant> &presets, const QString &current = {});
    [[nodiscard]] const compat::MatrixSpec &spec() const { return m_spec; }
    [[nodiscard]] compat::Axis rowAxis() const { return m_spec.rowAxis; }
    [[nodiscard]] compat::Axis columnAxis() const { return m_spec.columnAxis; }
    [[nodiscard]] const QStringList &rowValues() const { return m_spec.rows; }
    [[nodiscard]] const QStringList &columnValues() const { return m_spec.columns; }

    [[nodiscard]] compat::Combination combination(const QModelIndex &index) const; ///< with the pins
    [[nodiscard]] std::optional<compat::CellVerdict> verdict(const QModelIndex &index) const; ///< nothing: not known yet, and asked for now
    /// Why: judged here and now, and kept for a while. A few milliseconds at most: for one cell, not for all.
    [[nodiscard]] const compat::MatrixCell &cell(const QModelIndex &index) const;
    [[nodiscard]] bool runsOnMachine(const QModelIndex &index) const; ///< as cell(): here and now
    [[nodiscard]] QStringList presetsAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex placeOf(const QString &presetName) const; ///< invalid: it has no cell here
    [[nodiscard]] const QHash<qint64, QStringList> &presetCells() const { return m_presetCells; } ///< cell number → names
    [[nodiscard]] int evaluated() const { return m_known; } ///< cells that are known
    [[nodiscard]] bool isIdle() const { return !m_running && m_wanted.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int FadedRole = Qt::UserRole;
    static constexpr int PresetsRole = Qt::UserRole + 1;    ///< how many presets sit there
    static constexpr int MarkRole = Qt::UserRole + 2;
    static constexpr int CurrentRole = Qt::UserRole + 3;    ///< whether the open preset sits there

Q_SIGNALS:
    void idle(); ///< all that was asked for is known

private:
    struct Batch {
        std::vector<int> cells;
        std::vector<quint8> bytes;
        int generation = 0;
    };
    [[nodiscard]] int number(const QModelIndex &index) const { return index.row() * int(m_spec.columns.size()) + index.column(); }
    void forget();
    void placePresets();
    void next();
    void take();

    const compat::Facts &m_facts;
    compat::MatrixSpec m_spec;
    QList<Occupant> m_presets;
    QString m_current;
    QHash<qint64, QStringList> m_presetCells;
    mutable std::vector<quint8> m_bytes;    ///< of each cell: 0 not asked for, 1 asked for, else what is known
    mutable std::vector<int> m_wanted;      ///< the last comes first
    mutable QTimer m_timer;
    mutable QCache<int, compat::MatrixCell> m_cells{64};
    QThreadPool m_pool;
    QFutureWatcher<Batch> m_watcher;
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0);
    bool m_running = false;
    int m_known = 0;
};

[[nodiscard]] Mark markOf(compat::Verdict verdict);

} // namespace dosirak::gui
