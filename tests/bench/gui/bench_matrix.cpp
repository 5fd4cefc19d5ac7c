// SPDX-License-Identifier: GPL-3.0-or-later
//
// The matrix: what a cell costs, and how long the window is away while it is scrolled and pinned anew:
//     QT_QPA_PLATFORM=offscreen bench_matrix [CELLS] [SECONDS]
// First CELLS combinations are judged on one thread; then the page scrolls at every turn and takes other pins ten times a
// second, so that no cell that comes into view was ever judged before.
#include "compat/facts.h"
#include "compat/matrix_table.h"
#include "gui/frame/main_window.h"
#include "gui/made_verbs.h"
#include "gui/matrix/matrix_model.h"
#include "gui/matrix/matrix_page.h"
#include "gui/theme/theme.h"
#include "support/demo_folder.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using compat::Axis;

namespace {

/// Judges until so many cells are done: PyTorch and CUDA, pinned to one GPU and Python after the other.
double secondsFor(qint64 cells)
{
    const compat::Facts &facts = compat::Facts::shipped();
    compat::MatrixSpec spec;
    spec.rows = compat::valuesOfAxis(spec.rowAxis, facts);
    spec.columns = compat::valuesOfAxis(spec.columnAxis, facts);
    QElapsedTimer clock;
    clock.start();
    while (true) {
        for (const QString &gpu : compat::axisValues(Axis::Gpu, facts)) {
            for (const QString &python : compat::axisValues(Axis::Python, facts)) {
                spec.pins.set(Axis::Gpu, gpu);
                spec.pins.set(Axis::Python, python);
                for (int row = 0; row < spec.rows.size(); ++row) {
                    for (int column = 0; column < spec.columns.size(); ++column) {
                        (void)compat::judge(spec, row, column, facts);
                        if (--cells == 0)
                            return double(clock.nsecsElapsed()) / 1e9;
                    }
                }
            }
        }
    }
}

struct Scrolled {
    QList<qint64> turnNs;
    qint64 cells = 0;
};

Scrolled scroll(QTableView *view, MatrixModel *model, int seconds)
{
    const QStringList gpus = compat::axisValues(Axis::Gpu, compat::Facts::shipped());
    Scrolled result;
    QElapsedTimer clock, turn, pin;
    clock.start();
    pin.start();
    for (int round = 0; clock.elapsed() < seconds * 1000;) {
        turn.start();
        QScrollBar *bar = round % 2 ? view->horizontalScrollBar() : view->verticalScrollBar();
        bar->setValue(bar->value() == bar->maximum() ? 0 : bar->value() + bar->singleStep());
        if (pin.elapsed() >= 100) {
            pin.restart();
            result.cells += model->evaluated();
            compat::Combination pins;
            pins.set(Axis::Gpu, gpus.at(++round % gpus.size()));
            model->setPins(pins);
        }
        QCoreApplication::processEvents();
        result.turnNs.append(turn.nsecsElapsed());
    }
    std::sort(result.turnNs.begin(), result.turnNs.end());
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const qint64 cells = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const int seconds = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 5;
    QTextStream out(stdout);
    const double judged = secondsFor(cells);
    out << cells << " cells judged in " << judged << " s on one thread, " << judged * 1e6 / double(cells) << " µs each\n";
    out.flush();

    applyTheme(application, ThemeChoice::Light);
    test::DemoFolder folder(QStringLiteral(DOSIRAK_SOURCE_DIR));
    QSettings settings(folder.path(u"window.ini"_s), QSettings::IniFormat);
    Session session(workspace::Workspace(folder.path()), std::make_shared<MadeVerbs>(), std::make_shared<AnsweredDialogs>());
    MainWindow window(session, settings);
    window.resize(1920, 1080);
    window.show();
    window.showPage(PageId::Matrix);
    auto *page = static_cast<MatrixPage *>(window.page(PageId::Matrix));
    auto *view = page->findChild<QTableView *>(u"table"_s);
    QElapsedTimer settle;
    settle.start();
    while (settle.elapsed() < 1500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    const Scrolled result = scroll(view, page->model(), seconds);
    out << "scrolled and pinned for " << seconds << " s: longest stall " << double(result.turnNs.last()) / 1e6 << " ms, 99 % of " << result.turnNs.size()
        << " turns under " << double(result.turnNs.at(result.turnNs.size() * 99 / 100)) / 1e6 << " ms, " << result.cells << " cells judged beside the window\n";
    return 0;
}
