// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"
#include "gui/frame/stage_strip.h"

#include <QMainWindow>
#include <memory>

class QSettings;

namespace Ui {
class MainWindow;
}

namespace dosirak::gui {

class Background;
class InboxWatch;
class QuickOpen;
class StatusParts;

/// The frame: strip, pages, messages, status line, menus. It wires them and holds no data of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p settings keeps how the window was left; it must outlive the window.
    MainWindow(Session &session, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId id);
    [[nodiscard]] Page *page(PageId id) const;
    [[nodiscard]] StatusParts &statusParts() const { return *m_status; }
    [[nodiscard]] Background &background() const { return *m_background; }
    void openQuick();

Q_SIGNALS:
    void leftForGood(); ///< closed while it stood in the background: the program may end

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addPage(Page *page);
    void makeMenus();
    void makeRunMenu();
    void makeGoMenu();
    void makeHelpMenu();
    void fillPageMenu();
    void connectSession();
    void showStages();
    void showRunning();
    void runStage(Stage stage);
    void cancelStage(Stage stage);
    void stageClicked(Stage stage);
    void openFolder();
    void remember();
    void restore();
    [[nodiscard]] QList<QuickItem> quickItems() const;
    enum class Leave { Stay, Close, Background };
    [[nodiscard]] Leave askToLeave();
    [[nodiscard]] bool savedAll();
    void offerToResume();
    void watchInbox();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session &m_session;
    QSettings &m_settings;
    StatusParts *m_status = nullptr;
    QuickOpen *m_quick = nullptr;
    Background *m_background = nullptr;
    InboxWatch *m_inbox = nullptr;
    QMenu *m_pageMenu = nullptr;
    QList<Page *> m_pages;
};

} // namespace dosirak::gui
