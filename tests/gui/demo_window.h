// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/main_window.h"
#include "gui/theme/theme.h"
#include "gui/work/workspace_verbs.h"
#include "support/demo_folder.h"

#include <QApplication>
#include <QSettings>
#include <QTest>
#include <memory>

namespace dosirak::test {

/// The real window over the real verbs and a folder of its own with the preset `demo`: no network, no engine.
class DemoWindow
{
public:
    explicit DemoWindow(const std::shared_ptr<gui::AnsweredDialogs> &answers = std::make_shared<gui::AnsweredDialogs>())
        : folder(QStringLiteral(DOSIRAK_SOURCE_DIR)), dialogs(answers), settings(folder.path(u"window.ini"_s), QSettings::IniFormat)
    {
        gui::applyTheme(*qApp, gui::ThemeChoice::Light);
    }

    void open()
    {
        window.reset();
        session.reset();
        const workspace::Workspace workspace(folder.path());
        auto verbs = gui::WorkspaceVerbs::open(workspace);
        QVERIFY2(verbs, qPrintable(verbs ? QString() : verbs.error().text()));
        session = std::make_unique<gui::Session>(workspace, *verbs, dialogs);
        window = std::make_unique<gui::MainWindow>(*session, settings);
        window->resize(1280, 800);
        window->show();
        QTRY_COMPARE(session->current(), u"demo"_s);
    }

    template<class T>
    T *find(const char *name) const { return window->findChild<T *>(QString::fromLatin1(name)); }

    DemoFolder folder;
    std::shared_ptr<gui::AnsweredDialogs> dialogs;
    QSettings settings;
    std::unique_ptr<gui::Session> session;
    std::unique_ptr<gui::MainWindow> window;
};

} // namespace dosirak::test
