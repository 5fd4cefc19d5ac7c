// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/facts.h"
#include "compat/matrix_text.h"
#include "gui/matrix/matrix_model.h"
#include "gui/matrix/matrix_picture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using compat::Axis;
using compat::Verdict;

namespace {

constexpr int longMs = 20'000;

compat::Combination torchAndCuda(const QString &torch, const QString &cuda)
{
    compat::Combination combination;
    combination.set(Axis::PyTorch, torch);
    combination.set(Axis::Cuda, cuda);
    return combination;
}

QModelIndex at(const MatrixModel &model, const QString &row, const QString &column)
{
    return model.index(int(model.rowValues().indexOf(row)), int(model.columnValues().indexOf(column)));
}

compat::MatrixTable tableOf(const MatrixModel &model)
{
    return compat::judgeAll(model.spec(), model.presetCells(), compat::Facts::shipped(), {}, {}).value();
}

} // namespace

class TestMatrixModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsLookedAtIsJudged()
    {
        MatrixModel model(compat::Facts::shipped());
        model.setAxes(Axis::PyTorch, Axis::Cuda);
        QSignalSpy idle(&model, &MatrixModel::idle);
        const QModelIndex yes = at(model, u"2.1.2"_s, u"11.8"_s);
        QVERIFY2(!model.verdict(yes), "the thread of the window never judges");
        QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, longMs);
        QCOMPARE(model.evaluated(), 1);
        QCOMPARE(model.verdict(yes)->verdict, Verdict::Yes);
        QVERIFY(!model.cell(yes).reasons.first().sources.isEmpty());
        QCOMPARE(model.cell(at(model, u"2.1.2"_s, u"12.8"_s)).verdict, Verdict::No);
    }

    void otherPinsForgetWhatWasKnown()
    {
        MatrixModel model(compat::Facts::shipped());
        model.setAxes(Axis::PyTorch, Axis::Cuda);
        const QModelIndex cell = at(model, u"2.1.2"_s, u"11.8"_s);
        (void)model.verdict(cell);
        QTRY_VERIFY_WITH_TIMEOUT(model.isIdle(), longMs);
        compat::Combination pins;
        pins.set(Axis::Python, u"3.13"_s);
        model.setPins(pins);
        QCOMPARE(model.evaluated(), 0);
        QVERIFY(!model.verdict(cell));
        QTRY_VERIFY_WITH_TIMEOUT(model.isIdle(), longMs);
        QVERIFY2(model.verdict(cell)->verdict == Verdict::No, "PyTorch 2.1 has no wheel for Python 3.13");
    }

    void whatCannotRunOnTheMachineFades()
    {
        MatrixModel model(compat::Facts::shipped());
        model.setAxes(Axis::PyTorch, Axis::Cuda);
        const QModelIndex cell = at(model, u"2.1.2"_s, u"11.8"_s);
        model.setMachine(u"A100"_s, u"535.54.03"_s);
        QVERIFY(model.runsOnMachine(cell));
        (void)model.verdict(cell);
        QTRY_VERIFY_WITH_TIMEOUT(model.isIdle(), longMs);
        QVERIFY(!cell.data(MatrixModel::FadedRole).toBool());
        model.setMachine(u"A100"_s, u"418.39"_s); // below what CUDA 11 needs
        QVERIFY(!model.runsOnMachine(cell));
        (void)model.verdict(cell);
        QTRY_VERIFY_WITH_TIMEOUT(model.isIdle(), longMs);
        QVERIFY(cell.data(MatrixModel::FadedRole).toBool());
    }

    void presetsSitOnTheirCells()
    {
        MatrixModel model(compat::Facts::shipped());
        QAbstractItemModelTester tester(&model);
        model.setAxes(Axis::PyTorch, Axis::Cuda);
        model.setPresets({{u"mine"_s, torchAndCuda(u"2.1.2"_s, u"11.8"_s)}, {u"other"_s, torchAndCuda(u"2.1.2"_s, u"11.8.0"_s)}}, u"mine"_s);
        const QModelIndex cell = at(model, u"2.1.2"_s, u"11.8"_s);
        QCOMPARE(model.presetsAt(cell), (QStringList{u"mine"_s, u"other"_s}));
        QCOMPARE(model.placeOf(u"other"_s), cell);
        QVERIFY(!model.placeOf(u"nobody"_s).isValid());
        QVERIFY(cell.data(MatrixModel::CurrentRole).toBool());
        model.setAxes(Axis::Gpu, Axis::Driver);
        QVERIFY(model.presetCells().isEmpty());
    }

    void theWholeIsExported()
    {
        MatrixModel model(compat::Facts::shipped());
        model.setAxes(Axis::PyTorch, Axis::Cuda);
        model.setPresets({{u"mine"_s, torchAndCuda(u"2.1.2"_s, u"11.8"_s)}});
        const compat::MatrixTable table = tableOf(model);
        const QString tsv = compat::matrixTsv(table);
        QCOMPARE(tsv.count(u'\n'), model.rowCount() + 1);
        QCOMPARE(tsv.section(u'\n', 0, 0).count(u'\t'), model.columnCount());
        QVERIFY(compat::matrixCsv(table).contains(u"\r\n"_s));
        const QString html = compat::matrixHtml(table, u"2026.1"_s);
        QVERIFY(html.contains(u"2026.1"_s) && html.contains(u"mine"_s));
        const QImage picture = matrixPicture(table, {}, {});
        QVERIFY(picture.width() > 100 && picture.width() <= 8000);
    }

    void aLongJudgementCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        MatrixModel model(compat::Facts::shipped());
        const auto table = compat::judgeAll(model.spec(), {}, compat::Facts::shipped(), stop.get_token(), {});
        QVERIFY(!table);
        QCOMPARE(table.error().code, ErrorCode::Cancelled);
    }
};

QTEST_MAIN(TestMatrixModel)
#include "test_matrix_model.moc"
