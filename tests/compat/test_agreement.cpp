// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/check.h"
#include "compat/matrix.h"
#include "compat/preset_values.h"
#include "preset/document.h"
#include "preset/typed.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::compat;
using namespace Qt::StringLiterals;

/// The matrix and the check are two readers of one set of facts: what a cell calls "no", a preset of those values has an
/// error for, and what it calls "yes", it has none for.
class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAndFindingsAgree_data();
    void cellsAndFindingsAgree();
};

void TestAgreement::cellsAndFindingsAgree_data()
{
    QTest::addColumn<Axis>("rows");
    QTest::addColumn<Axis>("columns");
    QTest::addColumn<QStringList>("ids"); // of the findings that speak of the two
    QTest::newRow("PyTorch and CUDA") << Axis::PyTorch << Axis::Cuda << QStringList{u"default-index-cuda"_s, u"torch-unknown"_s};
    QTest::newRow("PyTorch and Python") << Axis::PyTorch << Axis::Python << QStringList{u"python-too-new"_s, u"python-too-old"_s};
    QTest::newRow("TensorRT and CUDA") << Axis::TensorRt << Axis::Cuda << QStringList{u"tensorrt-no-build"_s};
    QTest::newRow("CUDA and driver") << Axis::Cuda << Axis::Driver << QStringList{u"driver-too-old"_s};
    QTest::newRow("GPU and CUDA") << Axis::Gpu << Axis::Cuda << QStringList{u"gpu-arch-missing"_s, u"gpu-arch-dropped"_s};
}

void TestAgreement::cellsAndFindingsAgree()
{
    QFETCH(Axis, rows);
    QFETCH(Axis, columns);
    QFETCH(QStringList, ids);
    const Facts &facts = Facts::shipped();
    const auto plain = preset::PresetDocument::parse(R"({"schema_version": 1, "os": {"distribution": "ubuntu", "release": "22.04", "architecture": "amd64"},
        "python": {}, "pytorch": {}, "tensorrt": {}, "target": {}})", u"plain.json"_s);
    QVERIFY(plain);
    int said[2] = {0, 0};
    for (const QString &row : axisValues(rows, facts)) {
        for (const QString &column : axisValues(columns, facts)) {
            Combination combination;
            combination.set(rows, row);
            combination.set(columns, column);
            const Verdict verdict = evaluate(combination, facts).verdict;
            if (verdict != Verdict::Yes && verdict != Verdict::No)
                continue;
            Json patch = patchOf(combination, facts);
            // What the combination does not name is left out, as a preset without it leaves it out.
            for (const auto &[pointer, axis] : {std::pair{"/pytorch", Axis::PyTorch}, {"/tensorrt", Axis::TensorRt}})
                if (combination.at(axis).isEmpty())
                    patch.push_back(Json{{"op", "remove"}, {"path", pointer}});
            const auto document = plain->apply(patch);
            QVERIFY2(document, document ? "" : qPrintable(document.error().text()));
            const auto typed = preset::typedPreset(document->json(), u"plain"_s, {});
            QVERIFY2(typed, typed ? "" : qPrintable(typed.error().text()));
            QString error;
            for (const Finding &finding : check({*typed, document->json(), {}, facts}))
                if (finding.severity == Severity::Error && ids.contains(finding.id) && finding.pointer != u"/wheels/indexes"_s)
                    error += finding.id + u": "_s + finding.what;
            QVERIFY2(error.isEmpty() == (verdict == Verdict::Yes),
                     qPrintable(u"%1 and %2: the cell says %3, the check says “%4”"_s.arg(row, column, verdictText(verdict), error)));
            ++said[verdict == Verdict::Yes];
        }
    }
    QVERIFY2(said[0] > 0 && said[1] > 0, "there are cells of both kinds");
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "test_agreement.moc"
