// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <memory>

class QSettings;

namespace Ui {
class SettingsPage;
}

namespace dosirak::gui {

/// How the window looks, the machine that images are for, and where the shared settings are.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Session &session, QSettings &settings, QWidget *parent = nullptr);
    ~SettingsPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Settings; }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] Shape shape() const override { return Shape::Settings; }
    void shown() override;

private:
    void showPlaces();
    void readMachine();
    void machineEdited();

    std::unique_ptr<Ui::SettingsPage> m_ui;
    QSettings &m_settings;
};

} // namespace dosirak::gui
