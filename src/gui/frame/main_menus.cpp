// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menus of the main window, and quick-open, which is made of them.
#include "gui/frame/main_window.h"

#include "gui/frame/quick_open.h"
#include "ui_main_window.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(icon(Shape::Folder), tr("&Open working folder …"), QKeySequence::Open, this, &MainWindow::openFolder);
    file->addAction(icon(Shape::Reload), tr("&Read the folder again"), Qt::Key_F5, &m_session, &Session::refresh);
    file->addSeparator();
    file->addAction(tr("&Quit"), Qt::CTRL | Qt::Key_Q, this, &QWidget::close);
    m_pageMenu = menuBar()->addMenu(tr("&Page"));
    makeRunMenu();
    makeGoMenu();
    makeHelpMenu();
    fillPageMenu();
}

void MainWindow::makeRunMenu()
{
    QMenu *run = menuBar()->addMenu(tr("&Run"));
    const auto add = [&](const QString &text, const QKeySequence &keys, Stage stage) {
        run->addAction(icon(Shape::Play), text, keys, this, [this, stage] { runStage(stage); });
    };
    add(tr("&Check"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, Stage::Check);
    add(tr("&Lock"), Qt::CTRL | Qt::Key_L, Stage::Lock);
    add(tr("&Sync"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, Stage::Sync);
    add(tr("B&undle"), Qt::CTRL | Qt::SHIFT | Qt::Key_B, Stage::Bundle);
    add(tr("&Build"), Qt::CTRL | Qt::Key_B, Stage::Build);
    run->addSeparator();
    run->addAction(tr("Lock, &upgrading everything"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, this, [this] {
        workspace::LockOptions options;
        options.upgradeAll = true;
        m_session.lock(m_session.current(), options);
    });
    run->addSeparator();
    run->addAction(icon(Shape::Stop), tr("C&ancel all that runs"), Qt::CTRL | Qt::Key_Period, &m_session.jobs(), &JobRunner::cancelAll);
}

void MainWindow::makeGoMenu()
{
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addAction(icon(Shape::Find), tr("&Find anything …"), Qt::CTRL | Qt::Key_K, this, &MainWindow::openQuick);
    go->addSeparator();
    for (int i = 0; i < m_pages.size(); ++i) {
        Page *page = m_pages.at(i);
        const QKeySequence keys = page->id() == PageId::Settings ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
                                                                 : QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i));
        go->addAction(icon(page->shape()), page->title(), keys, this, [this, page] { showPage(page->id()); });
    }
    go->addSeparator();
    const auto step = [this](int by) {
        const QStringList &names = m_session.presetNames();
        if (!names.isEmpty())
            m_session.setCurrent(names.at((names.indexOf(m_session.current()) + by + names.size()) % names.size()));
    };
    go->addAction(tr("&Next preset"), Qt::CTRL | Qt::Key_PageDown, this, [step] { step(1); });
    go->addAction(tr("&Previous preset"), Qt::CTRL | Qt::Key_PageUp, this, [step] { step(-1); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(icon(Shape::Note), tr("&About Dosirak"), Qt::Key_F1, this, [this] {
        m_session.show({Mark::Note, tr("Dosirak %1").arg(QCoreApplication::applicationVersion()),
                        tr("Packs everything a GPU AI container image needs, for machines that never see the internet."),
                        tr("Qt %1, working folder %2\nGPL-3.0-or-later").arg(QString::fromLatin1(qVersion()), m_session.workspace().root()),
                        {}, u"about"_s});
    });
}

void MainWindow::fillPageMenu()
{
    m_pageMenu->clear();
    const Page *page = m_pages.value(m_ui->pages->currentIndex());
    if (!page)
        return;
    m_pageMenu->setTitle(page->title());
    m_pageMenu->addActions(page->pageActions());
    m_pageMenu->menuAction()->setVisible(!m_pageMenu->isEmpty());
}

QList<QuickItem> MainWindow::quickItems() const
{
    QList<QuickItem> items;
    for (const QString &name : m_session.presetNames())
        items.append({name, tr("Preset"), {}, Shape::Presets, [this, name] { m_session.setCurrent(name); }});
    for (const QAction *menuAction : menuBar()->actions()) {
        for (QAction *action : menuAction->menu()->actions()) {
            if (!action->isSeparator() && action->isEnabled())
                items.append({action->text().remove(u'&').remove(u" …"_s), tr("Action"), action->shortcut().toString(QKeySequence::NativeText),
                              Shape::Next, [action] { action->trigger(); }});
        }
    }
    for (Page *page : m_pages)
        items.append(page->quickItems());
    return items;
}

} // namespace dosirak::gui
