// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/diff.h"

#include <QTest>

using namespace dosirak::lock;
using namespace Qt::StringLiterals;

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAddedRemovedAndMoved();
    void architecturesOfOneNameAreKeptApart();
};

static Artifact deb(const QString &name, const QString &version, const QString &architecture = u"amd64"_s)
{
    Artifact artifact;
    artifact.kind = ArtifactKind::Deb;
    artifact.name = name;
    artifact.version = version;
    artifact.architecture = architecture;
    return artifact;
}

void TestDiff::tellsAddedRemovedAndMoved()
{
    LockFile before;
    LockFile after;
    before.architecture = after.architecture = u"amd64"_s;
    before.artifacts = {deb(u"gone"_s, u"1"_s), deb(u"same"_s, u"1"_s), deb(u"moved"_s, u"1"_s), deb(u"rebuilt"_s, u"1"_s)};
    after.artifacts = {deb(u"new"_s, u"1"_s), deb(u"same"_s, u"1"_s), deb(u"moved"_s, u"2"_s), deb(u"rebuilt"_s, u"1"_s)};
    after.artifacts[3].sha256 = QString(64, u'b');
    QStringList lines;
    for (const Change &change : changesBetween(before, after))
        lines.append(change.name + u' ' + change.from + u'>' + change.to);
    QCOMPARE(lines, (QStringList{u"gone 1>"_s, u"moved 1>2"_s, u"new >1"_s, u"rebuilt 1>1"_s}));
    QVERIFY(changesBetween(after, after).isEmpty());
}

void TestDiff::architecturesOfOneNameAreKeptApart()
{
    LockFile before;
    LockFile after;
    before.architecture = after.architecture = u"amd64"_s;
    before.artifacts = {deb(u"libc6"_s, u"1"_s)};
    after.artifacts = {deb(u"libc6"_s, u"1"_s), deb(u"libc6"_s, u"1"_s, u"i386"_s)};
    const auto changes = changesBetween(before, after);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().name, u"libc6:i386"_s);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "test_diff.moc"
