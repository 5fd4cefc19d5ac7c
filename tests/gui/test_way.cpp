// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"
#include "gui/bundles/contents_model.h"
#include "gui/downloads/downloads_page.h"
#include "gui/downloads/transfer_model.h"
#include "gui/frame/message_area.h"
#include "gui/frame/stage_strip.h"
#include "gui/work/table_copy.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using namespace dosirak::test;

/// The whole way of `demo` by clicks, with the real verbs: lock, sync, verify, bundle, its verification, and into
/// another folder.
class TestWay : public QObject
{
    Q_OBJECT

    static constexpr int longMs = 60'000; // for a loaded machine; each takes well under a second

    StageButton *stage(DemoWindow &demo, const char *name) { return demo.find<StageButton>(name); }

    /// As a user does: once the button can be clicked, and not before.
    static bool verify(DemoWindow &demo)
    {
        auto *button = demo.find<QToolButton>("verifyButton");
        if (!QTest::qWaitFor([&] { return button->isEnabled(); }, longMs))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

private Q_SLOTS:
    void fromThePresetToABundleThatIsWhole()
    {
        DemoWindow demo;
        demo.open();
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageCheck")->mark(), Mark::Good, longMs);
        QCOMPARE(stage(demo, "stageLock")->mark(), Mark::None);

        QTest::mouseClick(stage(demo, "stageLock")->runButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageLock")->mark(), Mark::Good, longMs);
        auto *pages = demo.find<QStackedWidget>("pages");
        QCOMPARE(pages->currentIndex(), int(PageId::Downloads));
        auto *downloads = static_cast<DownloadsPage *>(demo.window->page(PageId::Downloads));
        QTRY_VERIFY_WITH_TIMEOUT(downloads->model()->total() > 5, longMs);
        const int waiting = downloads->model()->count(workspace::TransferRow::State::Waiting);
        QVERIFY2(waiting > 3, "wheels and debs are not here yet");

        QTest::mouseClick(stage(demo, "stageSync")->runButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageSync")->mark(), Mark::Good, longMs);
        QTRY_COMPARE_WITH_TIMEOUT(downloads->model()->count(workspace::TransferRow::State::Waiting), 0, longMs);
        QVERIFY(QFile::exists(demo.folder.path(u"artifacts/demo/requirements.txt"_s)));

        QSignalSpy verified(demo.session.get(), &Session::verified);
        QVERIFY(verify(demo));
        QTRY_COMPARE_WITH_TIMEOUT(verified.count(), 1, longMs);
        QVERIFY(verified.first().at(1).value<workspace::VerifyReport>().good());

        QTest::mouseClick(stage(demo, "stageBundle")->runButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageBundle")->mark(), Mark::Good, longMs);
        QCOMPARE(pages->currentIndex(), int(PageId::Bundles));
        auto *bundles = demo.find<QTreeView>("bundles");
        QTRY_COMPARE_WITH_TIMEOUT(bundles->model()->rowCount(), 1, longMs);
        auto *contents = qobject_cast<ContentsModel *>(demo.find<QTreeView>("files")->model());
        QVERIFY(contents);
        QTRY_VERIFY_WITH_TIMEOUT(contents->rowCount() > 8, longMs); // read from its manifest

        auto *page = demo.window->page(PageId::Bundles);
        QTest::mouseClick(page->findChild<QPushButton *>(u"verifyButton"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(demo.find<QLabel>("resultLabel")->text().startsWith(u"✓"_s), longMs);
        QCOMPARE(contents->contents().first().mark, Mark::Good);
    }

    void aDamagedFileIsFoundAndBroughtAgain()
    {
        DemoWindow demo;
        demo.open();
        demo.session->sync(u"demo"_s); // locks first
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageSync")->mark(), Mark::Good, longMs);
        const QStringList wheels = QDir(demo.folder.path(u"artifacts/demo/wheels"_s)).entryList(QDir::Files);
        QVERIFY(!wheels.isEmpty());
        const QString wheel = demo.folder.path(u"artifacts/demo/wheels/"_s + wheels.first());
        QVERIFY(QFile::remove(wheel));
        QVERIFY(demo.folder.put(u"artifacts/demo/wheels/"_s + wheels.first(), "damaged"));
        demo.window->showPage(PageId::Downloads);
        QVERIFY(verify(demo));
        const auto retry = [&]() -> QPushButton * {
            for (QPushButton *button : demo.find<MessageArea>("messages")->findChildren<QPushButton *>(u"messageButton"_s))
                if (button->text() == u"Sync"_s && button->isVisible())
                    return button;
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(retry(), longMs);
        QSignalSpy synced(demo.session.get(), &Session::synced);
        QTest::mouseClick(retry(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(synced.count(), 1, longMs);
        QVERIFY(QFileInfo(wheel).size() > 100);
    }

    void aConflictIsExplainedOnThePage()
    {
        DemoWindow demo;
        QByteArray preset = demo.folder.contents(u"presets/demo.json"_s);
        QVERIFY(demo.folder.put(u"presets/demo.json"_s, preset.replace("lunchbox[rice]", "lunchbox[rice]>99")));
        demo.open();
        demo.window->showPage(PageId::Downloads);
        QTest::mouseClick(stage(demo, "stageLock")->runButton(), Qt::LeftButton);
        auto *text = demo.find<QTextEdit>("conflictText");
        QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), longMs);
        QVERIFY2(text->toPlainText().contains(u"lunchbox"_s) && text->toPlainText().contains(u"➜"_s), qPrintable(text->toPlainText()));
        QVERIFY(demo.folder.put(u"presets/demo.json"_s, preset.replace("lunchbox[rice]>99", "lunchbox[rice]")));
        QTest::mouseClick(demo.find<QPushButton>("conflictRetry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), longMs);
        QTRY_COMPARE_WITH_TIMEOUT(stage(demo, "stageLock")->mark(), Mark::Good, longMs);
    }
};

QTEST_MAIN(TestWay)
#include "test_way.moc"
