// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/main_window.h"

#include "gui/builds/builds_page.h"
#include "gui/bundles/bundles_page.h"
#include "gui/downloads/downloads_page.h"
#include "gui/frame/message_area.h"
#include "gui/frame/quick_open.h"
#include "gui/frame/status_parts.h"
#include "gui/matrix/matrix_page.h"
#include "gui/presets/presets_page.h"
#include "gui/settings/settings_page.h"
#include "ui_main_window.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QHeaderView>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array stageVerbs{"check", "lock", "sync", "bundle", "build"};
constexpr std::array stagePages{PageId::Presets, PageId::Downloads, PageId::Downloads, PageId::Bundles, PageId::Builds};

QString verbOf(Stage stage)
{
    return QString::fromLatin1(stageVerbs[size_t(stage)]);
}

} // namespace

MainWindow::MainWindow(Session &session, QSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::MainWindow>()), m_session(session), m_settings(settings)
{
    m_ui->setupUi(this);
    m_status = new StatusParts(session, m_ui->statusBar);
    m_quick = new QuickOpen(this);
    addPage(new PresetsPage(session, this));
    addPage(new MatrixPage(session, this));
    addPage(new DownloadsPage(session, this));
    addPage(new BundlesPage(session, this));
    auto *builds = new BuildsPage(session, this);
    addPage(builds);
    connect(builds, &BuildsPage::enginesKnown, m_status, &StatusParts::setEngines);
    addPage(new SettingsPage(session, settings, this));
    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, [this](int row) { showPage(m_pages.at(row)->id()); });
    makeMenus();
    connectSession();
    restore();
    session.refresh();
    builds->findEngines();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Page *page)
{
    m_pages.append(page);
    m_ui->pages->addWidget(page);
    auto *item = new QListWidgetItem(icon(page->shape()), page->title(), m_ui->navigation);
    item->setToolTip(page->id() == PageId::Settings ? page->title() : tr("%1 (Ctrl+%2)").arg(page->title()).arg(m_pages.size()));
    const QList<QAction *> actions = page->pageActions();
    for (QAction *action : actions)
        page->addAction(action);
}

void MainWindow::connectSession()
{
    StageStrip *strip = m_ui->strip;
    connect(strip, &StageStrip::presetChosen, &m_session, &Session::setCurrent);
    connect(strip, &StageStrip::stageClicked, this, &MainWindow::stageClicked);
    connect(strip, &StageStrip::runRequested, this, &MainWindow::runStage);
    connect(strip, &StageStrip::cancelRequested, this, &MainWindow::cancelStage);
    connect(strip->quickOpenButton(), &QToolButton::clicked, this, &MainWindow::openQuick);
    const auto showPresets = [this] { m_ui->strip->setPresets(m_session.presetNames(), m_session.current()); };
    connect(&m_session, &Session::presetNamesChanged, this, showPresets);
    connect(&m_session, &Session::currentChanged, this, [this, showPresets](const QString &name) {
        showPresets();
        showStages();
        showRunning();
        setWindowTitle(name.isEmpty() ? u"Dosirak"_s : tr("%1 – Dosirak").arg(name));
    });
    connect(&m_session, &Session::statusChanged, this, [this](const QString &name) {
        if (name == m_session.current())
            showStages();
    });
    connect(&m_session, &Session::messaged, m_ui->messages, &MessageArea::add);
    connect(&m_session, &Session::pageWanted, this, &MainWindow::showPage);
    connect(&m_session.jobs(), &JobRunner::changed, this, &MainWindow::showRunning);
    showPresets();
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(icon(Shape::Folder), tr("&Open working folder …"), QKeySequence::Open, this, &MainWindow::openFolder);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
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
    run->addAction(tr("Lock, &upgrading everything"), this, [this] {
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
    help->addAction(tr("&About Dosirak"), this, [this] {
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

void MainWindow::showPage(PageId id)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->id() != id)
            continue;
        m_ui->navigation->setCurrentRow(i);
        if (m_ui->pages->currentIndex() == i && m_pages.at(i)->property("wasShown").toBool())
            return;
        m_pages.at(i)->setProperty("wasShown", true);
        m_ui->pages->setCurrentIndex(i);
        fillPageMenu();
        m_pages.at(i)->shown();
    }
}

Page *MainWindow::page(PageId id) const
{
    for (Page *page : m_pages) {
        if (page->id() == id)
            return page;
    }
    return nullptr;
}

void MainWindow::showStages()
{
    const workspace::PresetStatus *status = m_session.status(m_session.current());
    m_ui->strip->setStatus(status ? *status : workspace::PresetStatus{});
}

void MainWindow::showRunning()
{
    for (size_t i = 0; i < stageVerbs.size(); ++i) {
        StageButton *button = m_ui->strip->button(Stage(i));
        const Job *job = m_session.jobs().find(verbOf(Stage(i)), m_session.current());
        if (!job) {
            button->setRunning(false);
            continue;
        }
        const Progress &progress = job->progress();
        const int perMille = progress.total > 0 ? int(double(progress.done) / double(progress.total) * 1000) : -1;
        button->setRunning(true, perMille, perMille < 0 ? progress.stage : QString());
    }
}

void MainWindow::stageClicked(Stage stage)
{
    showPage(stagePages[size_t(stage)]);
}

void MainWindow::runStage(Stage stage)
{
    const QString name = m_session.current();
    if (name.isEmpty())
        return;
    switch (stage) {
    case Stage::Check: m_session.check(name); break;
    case Stage::Lock: m_session.lock(name); break;
    case Stage::Sync: m_session.sync(name); break;
    case Stage::Bundle: m_session.bundle(name); break;
    case Stage::Build: m_session.build(name); break;
    }
    showPage(stagePages[size_t(stage)]);
}

void MainWindow::cancelStage(Stage stage)
{
    if (Job *job = m_session.jobs().find(verbOf(stage), m_session.current()))
        job->cancel();
}

void MainWindow::openFolder()
{
    const QString folder = m_session.dialogs().openFolder(this, tr("Open working folder"), m_session.workspace().root());
    if (!folder.isEmpty())
        m_session.openWorkspace(workspace::Workspace::find(folder));
}

void MainWindow::openQuick()
{
    m_quick->open(quickItems());
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

bool MainWindow::mayClose()
{
    for (Page *page : m_pages) {
        const QString unsaved = page->unsaved();
        if (unsaved.isEmpty())
            continue;
        const auto answer = m_session.dialogs().ask(this, {tr("Save before closing?"), unsaved, tr("Save"), tr("Discard")});
        if (answer == Dialogs::Answer::Cancel || (answer == Dialogs::Answer::Yes && !page->save()))
            return false;
    }
    // A sync goes on where it was, next time; what else runs would have to begin again.
    QStringList lost;
    for (const Job *job : m_session.jobs().running()) {
        if (!job->info().quiet && job->info().verb != u"sync"_s)
            lost.append(job->info().title);
    }
    if (lost.isEmpty())
        return true;
    return m_session.dialogs().ask(this, {tr("Stop what runs?"), tr("Closing stops: %1").arg(lost.join(u", "_s)), tr("Stop and close"), {}})
        == Dialogs::Answer::Yes;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    remember();
    m_session.jobs().cancelAll();
    event->accept();
}

void MainWindow::remember()
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/page"_s, m_ui->navigation->currentRow());
    m_settings.setValue(u"window/preset"_s, m_session.current());
    for (const QSplitter *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            m_settings.setValue(u"splitters/"_s + splitter->objectName(), splitter->saveState());
    }
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray()))
        resize(1280, 800);
    for (QSplitter *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(m_settings.value(u"splitters/"_s + splitter->objectName()).toByteArray());
    }
    m_session.setWanted(m_settings.value(u"window/preset"_s).toString());
    const int row = m_settings.value(u"window/page"_s, 0).toInt();
    showPage(m_pages.value(row, m_pages.first())->id());
}

} // namespace dosirak::gui
