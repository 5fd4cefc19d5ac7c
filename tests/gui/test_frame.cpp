// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/downloads_page.h"
#include "gui/downloads/transfer_model.h"
#include "gui/frame/background.h"
#include "gui/frame/main_window.h"
#include "gui/frame/message_area.h"
#include "gui/frame/quick_open.h"
#include "gui/frame/stage_strip.h"
#include "gui/settings/settings_page.h"
#include "made_verbs.h"
#include "support/demo_folder.h"
#include "workspace/settings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using namespace dosirak::test;
using workspace::TransferRow;

/// Frame and settings, over verbs whose answers the test makes.
class TestFrame : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoFolder> m_folder;
    std::shared_ptr<MadeVerbs> m_verbs;
    std::shared_ptr<AnsweredDialogs> m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::atomic<bool> m_letGo = false;

    template<class T>
    T *find(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }

    void open()
    {
        m_window.reset();
        m_session = std::make_unique<Session>(workspace::Workspace(m_folder->path()), m_verbs, m_dialogs);
        m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
        m_window->show();
        QTRY_COMPARE(m_session->current(), u"demo"_s);
    }

    /// A sync that runs until it is stopped or let go.
    void startSync()
    {
        m_letGo = false;
        m_verbs->onSync = [this](const std::stop_token &stop, const workspace::TransferSink &) -> Result<workspace::SyncReport> {
            while (!m_letGo) {
                if (stop.stop_requested())
                    return cancelled();
                std::this_thread::yield();
            }
            return workspace::SyncReport{};
        };
        m_session->sync(u"demo"_s);
        QTRY_VERIFY(m_session->jobs().find(u"sync"_s, u"demo"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<DemoFolder>(QStringLiteral(DOSIRAK_SOURCE_DIR));
        m_verbs = std::make_shared<MadeVerbs>();
        m_dialogs = std::make_shared<AnsweredDialogs>();
        m_settings = std::make_unique<QSettings>(m_folder->path(u"window.ini"_s), QSettings::IniFormat);
        open();
    }

    void cleanup()
    {
        m_letGo = true;
        m_window.reset();
        m_session.reset();
    }

    void closingMayGoOnInTheBackground()
    {
        startSync();
        m_dialogs->answers = {Dialogs::Answer::Cancel, Dialogs::Answer::Yes};
        QSignalSpy left(m_window.get(), &MainWindow::leftForGood);
        QVERIFY(!m_window->close());
        QVERIFY(!m_window->background().isEntered());
        QVERIFY(!m_window->close());
        QVERIFY(m_window->background().isEntered());
        QVERIFY2(m_session->jobs().find(u"sync"_s, u"demo"_s), "the work goes on");
        m_letGo = true;
        QTRY_COMPARE(left.count(), 1);
        QVERIFY2(m_settings->value(u"window/resume"_s).toStringList().isEmpty(), "it ended by itself: there is nothing to resume");
    }

    void whatClosingStoppedIsOfferedAtTheNextStart()
    {
        startSync();
        m_dialogs->answers = {Dialogs::Answer::No};
        QVERIFY(m_window->close());
        QTRY_VERIFY(!m_session->jobs().find(u"sync"_s, u"demo"_s));
        std::atomic<int> syncs = 0;
        m_verbs->onSync = [&](const std::stop_token &, const workspace::TransferSink &) -> Result<workspace::SyncReport> {
            ++syncs;
            return workspace::SyncReport{};
        };
        open();
        auto *messages = find<MessageArea>("messages");
        QTRY_VERIFY(messages->findChild<QPushButton *>(u"messageButton"_s));
        auto *resume = messages->findChild<QPushButton *>(u"messageButton"_s);
        QCOMPARE(resume->text(), u"Resume"_s);
        resume->click();
        QTRY_COMPARE(syncs.load(), 1);
        QVERIFY2(m_settings->value(u"window/resume"_s).toStringList().isEmpty(), "it is offered once");
    }

    void everyActionHasAShortcutOfItsOwn()
    {
        for (const PageId id : {PageId::Downloads, PageId::Bundles, PageId::Builds, PageId::Settings}) {
            m_window->showPage(id);
            QHash<QString, QString> seen;
            for (const QAction *menu : m_window->menuBar()->actions()) {
                for (const QAction *action : menu->menu()->actions()) {
                    if (action->isSeparator())
                        continue;
                    const QString keys = action->shortcut().toString();
                    QVERIFY2(!keys.isEmpty(), qPrintable(action->text()));
                    QVERIFY2(!seen.contains(keys), qPrintable(u"%1: %2 and %3"_s.arg(keys, seen.value(keys), action->text())));
                    seen.insert(keys, action->text());
                }
            }
        }
    }

    void theStatusLineNamesTheStoreAndLeadsToIt()
    {
        m_verbs->storeState = {61'000'000'000, 4'000, 200'000'000'000, u"/somewhere"_s};
        m_session->refreshStore();
        auto *store = find<QToolButton>("statusStore");
        QTRY_COMPARE(store->text(), u"Store 61.0 GB of 200 GB"_s);
        store->click();
        QCOMPARE(m_window->page(PageId::Settings)->isVisible(), true);
    }

    void settingsAreAppliedKeptAndTakenBack()
    {
        const QString path = workspace::settingsPath();
        QVERIFY(m_folder->put(QDir(m_folder->path()).relativeFilePath(path), "{ \"retries\": 5, \"http_proxy\": \"http://old.example:1\" }\n"));
        open();
        m_window->showPage(PageId::Settings);
        auto *bar = find<QWidget>("applyBar");
        auto *proxy = find<QLineEdit>("httpProxyEdit");
        QCOMPARE(proxy->text(), u"http://old.example:1"_s);
        QVERIFY(!bar->isVisible());
        proxy->setText(u"not an address"_s);
        QVERIFY(bar->isVisible());
        find<QPushButton>("applyButton")->click();
        QTRY_COMPARE(find<MessageArea>("messages")->count(), 1);
        QVERIFY2(bar->isVisible(), "what was refused is still there to be mended");
        find<QPushButton>("discardButton")->click();
        QCOMPARE(proxy->text(), u"http://old.example:1"_s);
        QVERIFY(!bar->isVisible());

        find<QLineEdit>("httpsProxyEdit")->setText(u"http://new.example:3128"_s);
        find<QDoubleSpinBox>("bandwidthSpin")->setValue(2.5);
        find<QDoubleSpinBox>("budgetSpin")->setValue(200);
        auto *mirrors = find<QTableWidget>("mirrorsTable");
        find<QPushButton>("mirrorAdd")->click();
        mirrors->item(0, 0)->setText(u"https://download.pytorch.org/whl"_s);
        mirrors->item(0, 1)->setText(u"https://nexus.example/pytorch"_s);
        find<QPushButton>("applyButton")->click();
        QTRY_VERIFY(!bar->isVisible());
        QCOMPARE(m_verbs->reloads.load(), 1);
        const auto read = workspace::readSettings(path);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
        QCOMPARE(read->network.httpsProxy, u"http://new.example:3128"_s);
        QCOMPARE(read->network.bandwidthLimit, 2'500'000);
        QCOMPARE(read->storeBudget, 200'000'000'000);
        QCOMPARE(read->network.mirrors.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().contains("\"retries\": 5"), "what this page does not know stays");
    }

    void whatIsHereCanBeVerifiedAtOnce()
    {
        m_window->showPage(PageId::Downloads);
        auto *page = static_cast<DownloadsPage *>(m_window->page(PageId::Downloads));
        QTRY_VERIFY2(m_session->jobs().running().isEmpty(), "no job that begins or ends shows the buttons anew");
        auto *verify = find<QToolButton>("verifyButton");
        page->setLock({}, {});
        QVERIFY(!verify->isEnabled());
        TransferRow row;
        row.id = u"x/1"_s;
        page->setLock({}, {row});
        QVERIFY(verify->isEnabled());
        page->setLock({}, {});
        QVERIFY(!verify->isEnabled());
        page->apply({row}, {});
        QTRY_COMPARE(page->model()->total(), 1);
        QVERIFY(verify->isEnabled());
    }

    void aClosedGroupStaysClosedAndTheChosenRowChosen()
    {
        m_window->showPage(PageId::Downloads);
        auto *page = static_cast<DownloadsPage *>(m_window->page(PageId::Downloads));
        QTRY_VERIFY2(m_session->jobs().running().isEmpty(), "the page has read its lock: what is set below stays");
        QList<TransferRow> rows;
        for (int i = 0; i < 40; ++i) {
            TransferRow row;
            row.id = u"x/%1"_s.arg(i);
            row.kind = i % 2 ? lock::ArtifactKind::Deb : lock::ArtifactKind::Wheel;
            row.name = u"p%1"_s.arg(i);
            row.size = 100;
            rows.append(row);
        }
        page->setLock({}, rows);
        auto *view = find<QTreeView>("transfers");
        view->setCurrentIndex(page->model()->indexOf(u"x/7"_s));
        view->collapse(page->model()->index(0, 0));
        page->setLock({}, rows);
        QVERIFY(!view->isExpanded(page->model()->index(0, 0)));
        QVERIFY(view->isExpanded(page->model()->index(1, 0)));
        QCOMPARE(page->model()->row(view->currentIndex())->id, u"x/7"_s);
        // A row that leaves the filter takes nothing else with it.
        find<QComboBox>("showBox")->setCurrentIndex(int(TransferModel::Show::Unfinished));
        view->setCurrentIndex(page->model()->indexOf(u"x/7"_s));
        QSignalSpy resets(page->model(), &QAbstractItemModel::modelReset);
        rows[3].state = TransferRow::State::Done;
        page->apply({rows.at(3)}, {});
        QTRY_COMPARE(page->model()->shown(), 39);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(page->model()->row(view->currentIndex())->id, u"x/7"_s);
    }
};

QTEST_MAIN(TestFrame)
#include "test_frame.moc"
