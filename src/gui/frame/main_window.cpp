// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/main_window.h"

#include "gui/builds/builds_page.h"
#include "gui/bundles/bundles_page.h"
#include "gui/downloads/downloads_page.h"
#include "gui/downloads/inbox_watch.h"
#include "gui/frame/background.h"
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
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <algorithm>

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
    auto *settingsPage = new SettingsPage(session, settings, this);
    addPage(settingsPage);
    m_background = new Background(session, this);
    connect(m_background, &Background::workEnded, this, [this] {
        if (close())
            Q_EMIT leftForGood();
        else
            m_background->leave(); // something is to be saved: the user is needed
    });
    watchInbox();
    connect(settingsPage, &SettingsPage::watchedFoldersChanged, m_inbox, &InboxWatch::setFolders);
    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, [this](int row) { showPage(m_pages.at(row)->id()); });
    makeMenus();
    connectSession();
    restore();
    connect(&session, &Session::presetNamesChanged, this, &MainWindow::offerToResume, Qt::SingleShotConnection);
    session.refresh();
    session.refreshStore();
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

bool MainWindow::savedAll()
{
    for (Page *page : m_pages) {
        const QString unsaved = page->unsaved();
        if (unsaved.isEmpty())
            continue;
        const auto answer = m_session.dialogs().ask(this, {tr("Save before closing?"), unsaved, tr("Save"), tr("Discard")});
        if (answer == Dialogs::Answer::Cancel || (answer == Dialogs::Answer::Yes && !page->save()))
            return false;
    }
    return true;
}

MainWindow::Leave MainWindow::askToLeave()
{
    if (!savedAll())
        return Leave::Stay;
    QStringList running;
    bool allResume = true;
    for (const Job *job : m_session.jobs().running()) {
        if (job->info().quiet)
            continue;
        running.append(job->info().title);
        allResume = allResume && job->info().verb == u"sync"_s;
    }
    if (running.isEmpty())
        return Leave::Close;
    const QString later = allResume ? tr("Stopped now, it goes on where it was when you resume it: nothing is lost.")
                                    : tr("Stopped now, what is downloaded stays; the rest begins again when you resume it.");
    const auto answer = m_session.dialogs().ask(this, {tr("Work is running"), running.join(u'\n') + u"\n\n"_s + later, tr("Go on in the background"),
                                                       tr("Stop, resume later")});
    return answer == Dialogs::Answer::Yes ? Leave::Background : answer == Dialogs::Answer::No ? Leave::Close : Leave::Stay;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const Leave leave = askToLeave();
    if (leave != Leave::Close) {
        event->ignore();
        if (leave == Leave::Background)
            m_background->enter();
        return;
    }
    remember();
    m_session.jobs().cancelAll();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange && m_background && m_background->isEntered() && isVisible() && !isMinimized())
        m_background->leave(); // the user called it back from the task bar
    QMainWindow::changeEvent(event);
}

/// What was stopped by closing is offered once, at the next start.
void MainWindow::offerToResume()
{
    const QStringList stopped = m_settings.value(u"window/resume"_s).toStringList();
    m_settings.remove(u"window/resume"_s);
    for (const QString &job : stopped) {
        const QString verb = job.section(u' ', 0, 0);
        const QString name = job.section(u' ', 1);
        if (!m_session.presetNames().contains(name))
            continue;
        const auto again = [this, verb, name] {
            for (size_t i = 0; i < stageVerbs.size(); ++i) {
                if (verb != QLatin1String(stageVerbs[i]))
                    continue;
                m_session.setCurrent(name);
                runStage(Stage(i));
            }
        };
        m_session.show({Mark::Paused, tr("“%1” of %2 was stopped when the window closed.").arg(verb, name), tr("It goes on from what is there."), {},
                        {{tr("Resume"), again}}, u"resume"_s + job});
    }
}

/// Files behind a login are taken from the folders that the user picked in the settings.
void MainWindow::watchInbox()
{
    m_inbox = new InboxWatch(this);
    connect(m_inbox, &InboxWatch::arrived, &m_session, &Session::offerToInbox);
    m_inbox->setFolders(m_settings.value(u"inbox/folders"_s).toStringList());
}

void MainWindow::remember()
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/page"_s, m_ui->navigation->currentRow());
    m_settings.setValue(u"window/preset"_s, m_session.current());
    QStringList stopped;
    for (const Job *job : m_session.jobs().running()) {
        const QString &verb = job->info().verb;
        if (!job->info().quiet && std::any_of(stageVerbs.begin(), stageVerbs.end(), [&](const char *one) { return verb == QLatin1String(one); }))
            stopped.append(job->info().verb + u' ' + job->info().presetName);
    }
    m_settings.setValue(u"window/resume"_s, stopped);
    m_settings.setValue(u"engine"_s, m_session.preferredEngine());
    for (const QTreeView *view : findChildren<QTreeView *>()) {
        if (!view->objectName().isEmpty())
            m_settings.setValue(u"columns/"_s + view->objectName(), view->header()->saveState());
    }
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
    for (QTreeView *view : findChildren<QTreeView *>()) {
        if (const QByteArray state = m_settings.value(u"columns/"_s + view->objectName()).toByteArray(); !view->objectName().isEmpty() && !state.isEmpty())
            view->header()->restoreState(state);
    }
    m_session.setPreferredEngine(m_settings.value(u"engine"_s).toString());
    m_session.setWanted(m_settings.value(u"window/preset"_s).toString());
    const int row = m_settings.value(u"window/page"_s, 0).toInt();
    showPage(m_pages.value(row, m_pages.first())->id());
}

} // namespace dosirak::gui
