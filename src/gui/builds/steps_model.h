// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/events.h"
#include "gui/theme/icons.h"

#include <QAbstractTableModel>

namespace dosirak::gui {

/// The steps of one build, in the order in which the engine named them.
class StepsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Step, Time, Count };
    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(const QList<build::BuildStep> &steps);
    void apply(const build::BuildStep &step); ///< one that is new or changed
    [[nodiscard]] const QList<build::BuildStep> &steps() const { return m_steps; }
    [[nodiscard]] const build::BuildStep *step(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex failed() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<build::BuildStep> m_steps;
};

[[nodiscard]] Mark markOf(build::StepState state);
[[nodiscard]] QString stateText(build::StepState state);

} // namespace dosirak::gui
