// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/matrix.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::compat;
using namespace Qt::StringLiterals;

class TestMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void unknownIsNotNo();
    void nothingToJudgeIsUnknown();
    void aNoOutweighsAll();
};

namespace {

Combination pair(Axis a, const QString &x, Axis b, const QString &y)
{
    Combination combination;
    combination.set(a, x);
    combination.set(b, y);
    return combination;
}

} // namespace

void TestMatrix::judges_data()
{
    QTest::addColumn<QString>("torch");
    QTest::addColumn<QString>("cuda");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("built for it") << u"2.7.1"_s << u"12.8"_s << Verdict::Yes;
    QTest::newRow("the newest CUDA of a preset that ships") << u"2.9.1"_s << u"13.0"_s << Verdict::Yes;
    QTest::newRow("built for others") << u"2.4.0"_s << u"12.8"_s << Verdict::No;
}

void TestMatrix::judges()
{
    QFETCH(QString, torch);
    QFETCH(QString, cuda);
    QFETCH(Verdict, verdict);
    const MatrixCell cell = evaluate(pair(Axis::PyTorch, torch, Axis::Cuda, cuda), Facts::shipped());
    QCOMPARE(cell.verdict, verdict);
    QVERIFY(!cell.reasons.isEmpty());
    QVERIFY(!cell.reasons.first().text.isEmpty());
    QVERIFY(!cell.reasons.first().sources.isEmpty());
}

// The facts name PyTorch 2.15.0 and no CUDA build of it: whether there is one is not known, whatever the CUDA.
void TestMatrix::unknownIsNotNo()
{
    const QString torch = u"2.15.0"_s;
    QVERIFY(axisValues(Axis::PyTorch, Facts::shipped()).contains(torch));
    for (const QString &cuda : axisValues(Axis::Cuda, Facts::shipped())) {
        const MatrixCell cell = evaluate(pair(Axis::PyTorch, torch, Axis::Cuda, cuda), Facts::shipped());
        QVERIFY2(cell.verdict == Verdict::Unknown, qPrintable(cuda));
    }
}

void TestMatrix::nothingToJudgeIsUnknown()
{
    QCOMPARE(evaluate({}, Facts::shipped()).verdict, Verdict::Unknown);
}

void TestMatrix::aNoOutweighsAll()
{
    Combination combination = pair(Axis::PyTorch, u"2.4.0"_s, Axis::Cuda, u"12.8"_s);
    combination.set(Axis::Python, u"3.10"_s); // a yes with this PyTorch
    const MatrixCell cell = evaluate(combination, Facts::shipped());
    QCOMPARE(cell.verdict, Verdict::No);
    QCOMPARE(cell.reasons.first().verdict, Verdict::No);
    QVERIFY(cell.reasons.size() > 1);
}

QTEST_APPLESS_MAIN(TestMatrix)

#include "test_matrix.moc"
