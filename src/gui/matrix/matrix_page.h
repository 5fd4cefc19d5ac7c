// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix.h"
#include "gui/frame/page.h"

#include <memory>

class QComboBox;

namespace Ui {
class MatrixPage;
}

namespace dosirak::gui {

class MatrixModel;

/// What goes with what, why, and who says so.
class MatrixPage : public Page
{
    Q_OBJECT

public:
    explicit MatrixPage(Session &session, QWidget *parent = nullptr);
    ~MatrixPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Matrix; }
    [[nodiscard]] QString title() const override { return tr("Matrix"); }
    [[nodiscard]] Shape shape() const override { return Shape::Matrix; }
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    void shown() override;

    [[nodiscard]] MatrixModel *model() const { return m_model; }

private:
    void makeViews();
    void makeActions();
    void axesChosen();
    void pinsChosen();
    void pinAsPreset();
    void freeAll();
    void readPresets();
    void showCell();
    void showMachine();
    void copyAll() const;
    void exportAs();
    void useInPreset(bool fresh);
    [[nodiscard]] QComboBox *pin(compat::Axis axis) const;

    std::unique_ptr<Ui::MatrixPage> m_ui;
    MatrixModel *m_model;
    QList<QAction *> m_actions;
    QHash<QString, compat::Combination> m_presets;
    QString m_gpu, m_driver;
};

} // namespace dosirak::gui
