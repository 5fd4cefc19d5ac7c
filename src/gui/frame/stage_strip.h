// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/stage_button.h"

#include <QWidget>
#include <array>

class QComboBox;
class QToolButton;

namespace dosirak::gui {

enum class Stage { Check, Lock, Sync, Bundle, Build };

/// The head of the window: which preset, and how far it is on the way.
class StageStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StageStrip(QWidget *parent = nullptr);

    void setPresets(const QStringList &presetNames, const QString &current);
    void setStatus(const workspace::PresetStatus &status);
    [[nodiscard]] StageButton *button(Stage stage) const { return m_buttons[size_t(stage)]; }
    [[nodiscard]] QComboBox *chooser() const { return m_chooser; }
    [[nodiscard]] QToolButton *quickOpenButton() const { return m_quickOpen; }

Q_SIGNALS:
    void presetChosen(const QString &presetName);
    void stageClicked(dosirak::gui::Stage stage);
    void runRequested(dosirak::gui::Stage stage);
    void cancelRequested(dosirak::gui::Stage stage);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QComboBox *m_chooser;
    QToolButton *m_quickOpen;
    std::array<StageButton *, 5> m_buttons{};
};

} // namespace dosirak::gui
