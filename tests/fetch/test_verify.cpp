// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "fetch/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::fetch;
using namespace Qt::StringLiterals;
using State = FileVerdict::State;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileGetsItsVerdict();
    void aLinkIsExtraUnlessFilesAreExpectedBehindIt();
    void allGood();
    void pathsStayInTheFolder();
    void stopping();
};

void TestVerify::everyFileGetsItsVerdict()
{
    QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"wheels/good.whl"_s), "good"));
    QVERIFY(write(folder.filePath(u"wheels/flipped.whl"_s), "gooD"));
    QVERIFY(write(folder.filePath(u"debs/short.deb"_s), "goo"));
    QVERIFY(write(folder.filePath(u"debs/.hidden"_s), "x"));
    QVERIFY(write(folder.filePath(u"wheels/left.whl.part"_s), "x"));
    QVERIFY(QDir().mkpath(folder.filePath(u"sources/folder"_s)));
    const QByteArray digest = Sha256::of("good");
    const auto report = verifyFiles(folder.path(), {{u"wheels/good.whl"_s, 4, digest}, {u"wheels/flipped.whl"_s, 4, digest},
                                                    {u"debs/short.deb"_s, 4, digest}, {u"sources/none.tar.gz"_s, 4, digest},
                                                    {u"sources/folder"_s, -1, digest}}, true).value();
    QList<State> states;
    for (const FileVerdict &file : report.files) {
        states += file.state;
        QCOMPARE(file.why.isEmpty(), file.state == State::Good);
    }
    QCOMPARE(states, QList<State>({State::Good, State::Damaged, State::Damaged, State::Missing, State::Damaged}));
    QCOMPARE(report.files[1].sha256, Sha256::of("gooD"));
    QCOMPARE(report.extra, QStringList({u"debs/.hidden"_s, u"wheels/left.whl.part"_s}));
    QVERIFY(!report.isGood());
}

void TestVerify::aLinkIsExtraUnlessFilesAreExpectedBehindIt()
{
    QTemporaryDir largerDisk;
    QTemporaryDir folder;
    QVERIFY(write(largerDisk.filePath(u"cp311/good.whl"_s), "good"));
    QVERIFY(QFile::link(largerDisk.path(), folder.filePath(u"wheels"_s)));
    QVERIFY(QFile::link(largerDisk.path(), folder.filePath(u"more"_s)));
    QVERIFY(QFile::link(u"nowhere"_s, folder.filePath(u"gone"_s)));
    const auto report = verifyFiles(folder.path(), {{u"wheels/cp311/good.whl"_s, 4, Sha256::of("good")}}, true).value();
    QCOMPARE(report.files.first().state, State::Good);
    QCOMPARE(report.extra, QStringList({u"gone"_s, u"more"_s}));
}

void TestVerify::allGood()
{
    QTemporaryDir folder;
    QList<ExpectedFile> expected;
    qint64 bytes = 0;
    for (int i = 0; i < 300; ++i) {
        const QByteArray content(i * 97, char('a' + i % 26));
        QVERIFY(write(folder.filePath(u"%1"_s.arg(i)), content));
        expected += {u"%1"_s.arg(i), content.size(), Sha256::of(content)};
        bytes += content.size();
    }
    Progress last;
    const auto report = verifyFiles(folder.path(), expected, true, {}, [&](const Progress &progress) { last = progress; }).value();
    QVERIFY(report.isGood());
    QCOMPARE(report.bytes, bytes);
    QCOMPARE(last.done, bytes);
    QCOMPARE(last.total, bytes);
    QVERIFY(verifyFiles(folder.path(), {}, false)->isGood());
}

void TestVerify::pathsStayInTheFolder()
{
    QTemporaryDir folder;
    for (const QString &path : {u"../etc/passwd"_s, u"/etc/passwd"_s, u"a//b"_s})
        QCOMPARE(codeName(verifyFiles(folder.path(), {{path, -1, {}}}, false).error().code), u"invalid"_s);
}

void TestVerify::stopping()
{
    QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"a"_s), QByteArray(100'000, 'x')));
    std::stop_source stop;
    stop.request_stop();
    const auto report = verifyFiles(folder.path(), {{u"a"_s, -1, Sha256::of("x")}}, false, stop.get_token());
    QCOMPARE(codeName(report.error().code), u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"
