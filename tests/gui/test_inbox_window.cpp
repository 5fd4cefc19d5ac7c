// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"
#include "gui/downloads/downloads_page.h"
#include "gui/downloads/transfer_model.h"
#include "gui/frame/message_area.h"
#include "gui/frame/stage_strip.h"
#include "gui/settings/settings_page.h"
#include "support/made_archives.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using namespace dosirak::test;

namespace {

const QString tarName = u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz"_s;
constexpr int longMs = 60'000;

} // namespace

// Not within the class: moc takes the // of an address in a raw string for a comment.
const char theSource[] = R"({"name": "TensorRT", "file": "TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz", "page": "https://developer.nvidia.com/tensorrt"})";

/// Files behind a login, by real drops onto the real page, with the real verbs.
class TestInboxWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;

    DownloadsPage *page() const { return static_cast<DownloadsPage *>(m_demo->window->page(PageId::Downloads)); }
    QFrame *panel() const { return m_demo->find<QFrame>("inboxPanel"); }

    /// As the window system delivers it: enter, then drop.
    bool drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page(), &enter);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page(), &event);
        return enter.isAccepted() && event.isAccepted() && event.dropAction() == Qt::CopyAction;
    }

    QString messages() const
    {
        QStringList texts;
        for (const QWidget *row : m_demo->find<MessageArea>("messages")->findChildren<QWidget *>(u"message"_s))
            texts.append(row->accessibleName());
        return texts.join(u'\n');
    }

    QPushButton *messageButton(const QString &text) const
    {
        for (QPushButton *button : m_demo->find<MessageArea>("messages")->findChildren<QPushButton *>(u"messageButton"_s))
            if (button->text() == text && button->isVisible())
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<DemoWindow>();
        QVERIFY(m_demo->folder.addSource(theSource));
        m_demo->open();
        m_demo->window->showPage(PageId::Downloads);
        m_demo->session->lock(u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->isVisible(), longMs);
    }

    void thePanelSaysWhatFromWhereAndWhichHash()
    {
        const auto *words = panel()->findChild<QLabel *>(u"inboxWords"_s);
        QVERIFY(words->text().contains(u"TensorRT 8.6.1.6 for CUDA 11.8"_s));
        QVERIFY(words->text().contains(tarName));
        QVERIFY(words->text().contains(u"SHA-256 not known yet"_s));
        QCOMPARE(panel()->findChild<QPushButton *>(u"inboxPage"_s)->toolTip(), u"https://developer.nvidia.com/tensorrt"_s);
        QCOMPARE(page()->model()->count(workspace::TransferRow::State::ByHand), 1);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        const QByteArray right = tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip);
        QTest::newRow("built for another CUDA") << u"TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-12.0.tar.gz"_s << right << u"built for CUDA 12.0"_s;
        QTest::newRow("another version") << tarName << tarOf(u"TensorRT-8.5.3.1"_s, KCompressionDevice::GZip) << u"This is TensorRT 8.5.3.1"_s;
        QTest::newRow("a login page") << tarName << QByteArray("<!doctype html><html>Sign in") << u"is a web page"_s;
        QTest::newRow("half of it") << tarName << right.left(right.size() / 2) << u"truncated"_s;
        QTest::newRow("something else") << u"holiday.zip"_s << QByteArray("PK") << u"not a file that any lock waits for"_s;
    }

    void refusals()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QVERIFY(m_demo->folder.put(u"in/"_s + name, content));
        QVERIFY(drop(m_demo->folder.path(u"in/"_s + name)));
        QTRY_VERIFY_WITH_TIMEOUT(messages().contains(words), longMs);
        QVERIFY2(m_demo->dialogs->asked.isEmpty(), "there is nothing to confirm");
        QVERIFY(!QFile::exists(m_demo->folder.path(u"artifacts/demo/sources/"_s + tarName)));
        QVERIFY2(QFile::exists(m_demo->folder.path(u"in/"_s + name)), "the user's file stays");
    }

    void aDropIsConfirmedAndTaken()
    {
        m_demo->dialogs->answers = {Dialogs::Answer::Cancel, Dialogs::Answer::Yes};
        QVERIFY(m_demo->folder.put(u"in/"_s + tarName, tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip)));
        QVERIFY(drop(m_demo->folder.path(u"in/"_s + tarName)));
        QTRY_COMPARE_WITH_TIMEOUT(m_demo->dialogs->asked.size(), 1, longMs);
        QVERIFY2(!QFile::exists(m_demo->folder.path(u"artifacts/demo/sources/"_s + tarName)), "no is no");
        QVERIFY(drop(m_demo->folder.path(u"in/"_s + tarName)));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_demo->folder.path(u"artifacts/demo/sources/"_s + tarName)), longMs);
        QTRY_COMPARE_WITH_TIMEOUT(page()->model()->count(workspace::TransferRow::State::ByHand), 0, longMs);
        m_demo->session->sync(u"demo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_demo->find<StageButton>("stageSync")->mark(), Mark::Good, longMs);
    }

    void aWatchedFolderOffersWhatCame()
    {
        const QString folder = m_demo->folder.path(u"Downloads"_s);
        QVERIFY(QDir().mkpath(folder));
        m_demo->dialogs->paths = {folder};
        m_demo->window->showPage(PageId::Settings);
        QTest::mouseClick(m_demo->find<QPushButton>("folderAdd"), Qt::LeftButton);
        QCOMPARE(m_demo->settings.value(u"inbox/folders"_s).toStringList(), QStringList{folder});
        QVERIFY(m_demo->folder.put(u"Downloads/"_s + tarName, tarOf(u"TensorRT-8.6.1.6"_s, KCompressionDevice::GZip)));
        QTRY_VERIFY_WITH_TIMEOUT(messageButton(u"Take it"_s), longMs);
        QVERIFY(messages().contains(u"SHA-256"_s));
        QTest::mouseClick(messageButton(u"Take it"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_demo->folder.path(u"artifacts/demo/sources/"_s + tarName)), longMs);
    }

    void dragsOfOtherThingsAreLeftAlone()
    {
        QMimeData data;
        data.setText(u"words"_s);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page(), &enter);
        QVERIFY(!enter.isAccepted());
    }
};

QTEST_MAIN(TestInboxWindow)
#include "test_inbox_window.moc"
