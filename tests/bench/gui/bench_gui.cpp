// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the window is away while thousands of rows change, ten times a second, in front:
//     QT_QPA_PLATFORM=offscreen bench_gui [ROWS] [SECONDS]
// Prints the longest turn of the event loop and the 99th percentile of those over a millisecond.
#include "gui/downloads/downloads_page.h"
#include "gui/frame/main_window.h"
#include "gui/theme/theme.h"
#include "gui/made_verbs.h"
#include "support/demo_folder.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using workspace::TransferRow;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 5000;
    const int seconds = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 5;
    applyTheme(application, ThemeChoice::Light);
    test::DemoFolder folder(QStringLiteral(DOSIRAK_SOURCE_DIR));
    QSettings settings(folder.path(u"window.ini"_s), QSettings::IniFormat);
    Session session(workspace::Workspace(folder.path()), std::make_shared<MadeVerbs>(), std::make_shared<AnsweredDialogs>());
    MainWindow window(session, settings);
    window.resize(1920, 1080);
    window.show();
    window.showPage(PageId::Downloads);
    auto *page = static_cast<DownloadsPage *>(window.page(PageId::Downloads));
    QElapsedTimer settle;
    settle.start();
    while (settle.elapsed() < 1500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);

    QList<TransferRow> rows;
    for (int i = 0; i < count; ++i) {
        TransferRow row;
        row.id = u"wheels/%1.whl"_s.arg(i);
        row.name = u"package-%1"_s.arg(i);
        row.version = u"1.%1"_s.arg(i);
        row.size = 1'000'000;
        row.state = TransferRow::State::Running;
        row.why = {u"torch"_s, u"sympy"_s, row.name};
        rows.append(row);
    }
    page->setLock({}, rows);
    QCoreApplication::processEvents();
    QList<qint64> turns; // ns
    QElapsedTimer clock, turn, tick;
    clock.start();
    turn.start();
    tick.start();
    for (qint64 round = 1; clock.elapsed() < seconds * 1000;) {
        if (tick.elapsed() >= 100) {
            tick.restart();
            for (TransferRow &row : rows) {
                row.received = round * 10'000 % row.size;
                row.bytesPerSecond = 1'000 + round;
            }
            ++round;
            turn.restart(); // making the values is the verb's work, beside the window
            page->apply(rows, {count, 0, 0, 5'000'000'000, round * 10'000'000, 50'000'000, 100});
        }
        QCoreApplication::processEvents();
        turns.append(turn.nsecsElapsed());
        turn.restart();
    }
    std::sort(turns.begin(), turns.end());
    QList<qint64> busy;
    std::copy_if(turns.begin(), turns.end(), std::back_inserter(busy), [](qint64 ns) { return ns > 1'000'000; });
    QTextStream(stdout) << count << " rows: longest stall " << double(turns.last()) / 1e6 << " ms, 99 % of " << busy.size() << " busy turns under "
                        << (busy.isEmpty() ? 0.0 : double(busy.at(busy.size() * 99 / 100)) / 1e6) << " ms\n";
    return 0;
}
