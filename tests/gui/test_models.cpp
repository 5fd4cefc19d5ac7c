// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/history_model.h"
#include "gui/builds/log_text.h"
#include "gui/builds/steps_model.h"
#include "gui/bundles/bundle_models.h"
#include "gui/bundles/contents_model.h"
#include "gui/downloads/dependency_model.h"
#include "gui/downloads/lock_rows.h"
#include "gui/downloads/transfer_model.h"
#include "gui/frame/quick_open.h"
#include "gui/matrix/my_machine.h"
#include "gui/presets/preset_list_model.h"
#include "gui/presets/text_splice.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using workspace::TransferRow;

namespace {

TransferRow made(int i, lock::ArtifactKind kind = lock::ArtifactKind::Wheel)
{
    TransferRow row;
    row.id = u"wheels/p%1.whl"_s.arg(i, 5, 10, QChar(u'0'));
    row.kind = kind;
    row.name = u"p%1"_s.arg(i, 5, 10, QChar(u'0'));
    row.version = u"1.%1"_s.arg(i);
    row.size = 1000 + i;
    row.why = {i % 2 ? u"torch"_s : u"numpy"_s, row.name};
    return row;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transfersAreGroupedFilteredAndSorted()
    {
        TransferModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows({made(3), made(1), made(2, lock::ArtifactKind::Deb)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), u"p00001"_s);
        model.sort(int(TransferModel::Column::Size), Qt::DescendingOrder);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), u"p00003"_s);
        model.setFilter(u"p00002"_s, TransferModel::Show::All);
        QCOMPARE(model.shown(), 1);
        model.setFilter({}, TransferModel::Show::All);
        model.setGrouping(TransferModel::Grouping::Root);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 0).data().toString(), u"torch"_s);
    }

    void aBatchChangesWhatItNamesAndNoMore()
    {
        TransferModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows({made(1), made(2), made(3)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        TransferRow done = made(2);
        done.state = TransferRow::State::Done;
        model.apply({done});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changes.first().at(1).toModelIndex().row(), 1);
        QCOMPARE(model.index(0, int(TransferModel::Column::State)).data().toString(), u"1 of 3 here"_s);
        model.setFilter({}, TransferModel::Show::Unfinished);
        QCOMPARE(model.shown(), 2);
        TransferRow failed = made(1);
        failed.state = TransferRow::State::Failed;
        failed.message = u"the host answered 404"_s;
        model.apply({failed, made(9)});
        QCOMPARE(model.total(), 4);
        QVERIFY(model.indexOf(failed.id).siblingAtColumn(int(TransferModel::Column::State)).data().toString().contains(u"404"_s));
        done.id = made(1).id;
        model.apply({done});
        QVERIFY2(!model.indexOf(done.id).isValid(), "what is done leaves the list of what is not");
    }

    void dependenciesOpenAndCirclesEnd()
    {
        lock::LockFile lock;
        const auto add = [&](const QString &name, const QStringList &needs, bool direct) {
            lock::Artifact artifact;
            artifact.name = name;
            artifact.needs = needs;
            artifact.direct = direct;
            lock.artifacts.append(artifact);
        };
        add(u"torch"_s, {u"sympy"_s}, true);
        add(u"sympy"_s, {u"mpmath"_s}, false);
        add(u"mpmath"_s, {u"torch"_s}, false);
        DependencyModel model;
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false); // the tree has no end for one who opens everything while it is being opened
        model.setLock(lock);
        QModelIndex at = model.index(0, 0);
        for (const QString &name : {u"torch"_s, u"sympy"_s, u"mpmath"_s, u"torch"_s}) {
            QCOMPARE(at.data().toString(), name);
            if (model.canFetchMore(at))
                model.fetchMore(at);
            if (model.rowCount(at) == 0)
                break;
            at = model.index(0, 0, at);
        }
        QCOMPARE(model.rowCount(at), 0);
        QVERIFY(!model.hasChildren(at));
        QCOMPARE(model.neededBy(u"torch"_s), QStringList{u"mpmath"_s});
    }

    void logFindsAndKeepsStepsApart()
    {
        LogText log;
        for (int i = 0; i < 1000; ++i)
            log.append(i % 2 + 1, QByteArray("line ") + QByteArray::number(i), false);
        log.append(2, "E: Unable to locate package nope", true);
        log.flush();
        QCOMPARE(log.count(LogText::everything), 1001);
        QCOMPARE(log.count(1), 500);
        QCOMPARE(log.line(2, 0), QByteArray("line 1"));
        QCOMPARE(log.find(LogText::everything, "line 77", 100, 10'000), 770);
        QCOMPARE(log.find(2, "unable to", 0, 10'000), 500);
        QCOMPARE(log.find(2, "no such words", 0, 10'000), -1);
        QCOMPARE(log.firstFailure(2), 500);
        QVERIFY(log.isError(2, 500));
    }

    void aMillionLinesCostBlocksOfMemoryAndLittleTime()
    {
        LogText log;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 1'000'000; ++i)
            log.append(1, "Get:1 file:/debs ./ libsomething 1.2.3-4 [12.3 kB]", false);
        log.flush();
        const qint64 ms = clock.elapsed();
        qInfo("a million lines appended in %lld ms", ms);
        QCOMPARE(log.count(1), 1'000'000);
        QVERIFY(ms < 10'000);
    }

    void stepsAndHistoryAndBundles()
    {
        StepsModel steps;
        QAbstractItemModelTester stepsTester(&steps);
        build::BuildStep step;
        step.id = 1;
        step.name = u"RUN true"_s;
        steps.apply(step);
        step.state = build::StepState::Failed;
        steps.apply(step);
        QCOMPARE(steps.rowCount(), 1);
        QVERIFY(steps.failed().isValid());
        HistoryModel history;
        QAbstractItemModelTester historyTester(&history);
        build::BuildRecord record;
        record.id = u"20260101T000000Z-x"_s;
        history.setRecords({record});
        QVERIFY(history.indexOf(record.id).isValid());
        BundlesModel bundles;
        QAbstractItemModelTester bundlesTester(&bundles);
        bundles.setBundles({{u"a.tar"_s, u"/x/a.tar"_s, 1, 10, {}}, {u"b.tar"_s, u"/x/b.tar.001"_s, 3, 30, {}}});
        bundles.sort(1, Qt::DescendingOrder);
        QCOMPARE(bundles.index(0, 0).data().toString(), u"b.tar"_s);
        ContentsModel files;
        QAbstractItemModelTester filesTester(&files);
        workspace::VerifyReport report;
        report.files = {{u"wheels/x.whl"_s, workspace::VerifiedFile::Verdict::Damaged, u"SHA-256 differs"_s}};
        files.setContents(contentsOf(report, {{u"wheels/x.whl"_s, 2'000, Mark::Waiting, {}, {}}}));
        QCOMPARE(files.index(0, int(ContentsModel::Column::State)).data().toString(), u"damaged"_s);
        QCOMPARE(files.index(0, int(ContentsModel::Column::Size)).data().toString(), u"2.0 kB"_s);
        PresetListModel presets;
        QAbstractItemModelTester presetsTester(&presets);
        presets.setNames({u"a"_s, u"b"_s});
        presets.setModified({u"b"_s});
        QVERIFY(presets.index(1).data().toString().endsWith(u'•'));
    }

    void twoBundlesAreComparedByPathAndHash()
    {
        bundle::Manifest before;
        before.files = {{u"a"_s, 1, u"1"_s}, {u"b"_s, 2, u"2"_s}, {u"c"_s, 3, u"3"_s}};
        bundle::Manifest after;
        after.files = {{u"a"_s, 1, u"1"_s}, {u"b"_s, 2, u"9"_s}, {u"d"_s, 4, u"4"_s}};
        QStringList lines;
        for (const ContentRow &row : differencesOf(before, after))
            lines.append(row.path + u' ' + row.state);
        QCOMPARE(lines, (QStringList{u"b changed"_s, u"d new"_s, u"c gone"_s}));
    }

    void rowsChangeTheirPlaceOneByOne()
    {
        TransferModel model;
        QAbstractItemModelTester tester(&model);
        QList<TransferRow> rows;
        for (int i = 0; i < 300; ++i)
            rows.append(made(i, i % 2 ? lock::ArtifactKind::Deb : lock::ArtifactKind::Wheel));
        model.setRows(rows);
        model.setGrouping(TransferModel::Grouping::State);
        TransferRow first = rows.at(0);
        first.state = TransferRow::State::Done;
        model.apply({first}); // the first of its state: a group comes
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex other = model.indexOf(rows.at(200).id);
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            QList<TransferRow> batch;
            for (int i = 0; i < 12; ++i) {
                TransferRow row = rows.at(1 + random.bounded(198));
                row.state = random.bounded(2) ? TransferRow::State::Done : TransferRow::State::Waiting;
                batch.append(row);
            }
            model.apply(batch);
        }
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.shown(), 300);
        QCOMPARE(model.row(other)->id, rows.at(200).id);
        int done = 0;
        for (int row = 0; row < model.rowCount(model.index(1, 0)); ++row)
            done += int(model.row(model.index(row, 0, model.index(1, 0)))->state == TransferRow::State::Done);
        QCOMPARE(done, model.count(TransferRow::State::Done));
    }

    void quickOpenPutsTheBestFirst()
    {
        QuickModel model;
        QAbstractItemModelTester tester(&model);
        model.setItems({{u"Build"_s, u"Action"_s, {}, Shape::Play, {}}, {u"ubuntu22.04-cuda11.8"_s, u"Preset"_s, {}, Shape::Presets, {}}, {u"Bundle"_s, u"Action"_s, {}, Shape::Play, {}}});
        model.setPattern(u"cuda"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setPattern(u"bu"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"Build"_s);
        model.setPattern(u"zzz"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void machineIsRead()
    {
        const auto machine = parseMachine("NVIDIA H100 80GB HBM3, 580.159.04, 9.0\nNVIDIA H100 80GB HBM3, 580.159.04, 9.0\n");
        QVERIFY(machine);
        QCOMPARE(machine->gpus, 2);
        QCOMPARE(machine->driver, u"580.159.04"_s);
        QVERIFY(!parseMachine("No devices were found\n"));
        QVERIFY(!parseMachine(""));
    }

    void splicesGoForthAndBack()
    {
        auto *random = QRandomGenerator::global();
        for (int round = 0; round < 2000; ++round) {
            QByteArray a, b;
            for (int i = random->bounded(12); i > 0; --i)
                a += char('a' + random->bounded(3));
            for (int i = random->bounded(12); i > 0; --i)
                b += char('a' + random->bounded(3));
            const TextSplice splice = spliceBetween(a, b);
            QCOMPARE(applied(a, splice), b);
            QCOMPARE(undone(b, splice), a);
        }
        QCOMPARE(lineDiff("a\nb\nc", "a\nx\nc"), (QStringList{u"  a"_s, u"- b"_s, u"+ x"_s, u"  c"_s}));
    }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
