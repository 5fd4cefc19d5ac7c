// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix.h"
#include "gui/frame/page.h"

#include <functional>
#include <memory>

class QComboBox;

namespace dosirak::compat {
struct MatrixTable;
}

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
    void makeAxes();
    void makeMachine();
    void makeActions();
    void axesChosen();
    void pinsChosen();
    void pinAsPreset();
    void freeAll();
    void showPresets();
    void goToOpenPreset();
    void showCell();
    void showMachine();
    void machineChosen();
    void readThisMachine();
    void copySelected();
    void copyAll();
    void exportAs();
    void withTable(const QString &title, std::function<Result<void>(const compat::MatrixTable &)> work, std::function<void()> done);
    void useInPreset(bool fresh);
    void goToPreset();
    [[nodiscard]] QComboBox *pin(compat::Axis axis) const;
    [[nodiscard]] QString cellHtml(const QModelIndex &index) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::unique_ptr<Ui::MatrixPage> m_ui;
    MatrixModel *m_model;
    QList<QAction *> m_actions;
    QString m_stoodFor; ///< the preset whose cell was gone to last
    QString m_gpu, m_driver; ///< of "my machine", as they were chosen or read
};

} // namespace dosirak::gui
