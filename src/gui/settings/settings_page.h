// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"
#include "workspace/settings_edit.h"

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
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    void shown() override;
    [[nodiscard]] QString unsaved() const override;
    bool save() override;

Q_SIGNALS:
    void watchedFoldersChanged(const QStringList &folders);

private:
    void makeLooks();
    void makeNetwork();
    void makeInbox();
    void makeMachine();
    void load();                 ///< the file's values into the fields
    [[nodiscard]] workspace::EditableSettings fields() const;
    void edited();
    void apply();
    void keepFolders();
    void addMirror(const QString &from, const QString &to);
    void showEngines(const build::EngineReport &report);
    void showPlaces();
    void readMachine();
    void machineEdited();

    std::unique_ptr<Ui::SettingsPage> m_ui;
    QSettings &m_settings;
    workspace::EditableSettings m_saved;
    bool m_loading = false;
    QList<QAction *> m_actions;
};

} // namespace dosirak::gui
