// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "image/compare.h"
#include "image/inspect.h"
#include "image/load_stream.h"
#include "image_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

class TestInspect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsFilesAndWaste();
    void readsPackages();
    void anArchiveReadsLikeItsLayout();
    void findsTheTopmostDpkgStatus();
    void distrolessStatusIsJoined();
    void anImageWithoutDpkgSaysSo();
    void comparesTwoImages();
    void onlyInstalledPackagesCount();

private:
    QTemporaryDir m_folder;
    std::optional<OciLayout> m_layout;
};

static QByteArray stanza(const QByteArray &name, const QByteArray &version, const QByteArray &state = "installed")
{
    return "Package: " + name + "\nStatus: install ok " + state + "\nArchitecture: amd64\nVersion: " + version + "\n\n";
}

void TestInspect::initTestCase()
{
    m_layout = *OciLayout::openOrCreate(m_folder.path());
    const QByteArray base = fixture::tar({{"./var/lib/dpkg/status", stanza("libc6", "2.36-9")},
                                          {"big", QByteArray(5000, 'b')}, {"dir/a", QByteArray(100, 'a')},
                                          {"dir/b", QByteArray(200, 'b')}, {"keep", "keep"}});
    const QByteArray top = fixture::tar({{"big", QByteArray(1000, 'c')}, {".wh.dir", {}},
                                         {"./var/lib/dpkg/status", stanza("libc6", "2.36-9") + stanza("zlib1g", "1:1.2.13")},
                                         {"opt/venv/lib/numpy-2.0.0.dist-info/METADATA",
                                          "Metadata-Version: 2.1\nName: numpy\nVersion: 2.0.0\n\nName: not this\n"}});
    const QByteArray last = fixture::tar({{"opt/other/.wh..wh..opq", {}}, {"opt/other/x", "x"}});
    VERIFY_OK(fixture::addImage(*m_layout, u"a:1"_s, {base, top, last}));
    VERIFY_OK(fixture::addImage(*m_layout, u"base:1"_s, {base}));
    VERIFY_OK(fixture::addImage(*m_layout, u"empty:1"_s, {fixture::tar({{"x", "x"}})}));
    VERIFY_OK(fixture::addImage(*m_layout, u"distroless:1"_s,
                                {fixture::tar({{"var/lib/dpkg/status.d/libssl3", "Package: libssl3\nVersion: 3.0.11\nArchitecture: amd64\n"},
                                               {"var/lib/dpkg/status.d/libssl3.md5sums", "not a stanza"},
                                               {"var/lib/dpkg/status.d/libc6", "Package: libc6\nVersion: 2.36\nArchitecture: amd64\n"}})}));
}

void TestInspect::countsFilesAndWaste()
{
    const auto report = inspectLayout(*m_layout, u"a:1"_s);
    VERIFY_OK(report);
    QCOMPARE(report->layers.size(), 3);
    QCOMPARE(report->layers.at(0).files, 5);
    QCOMPARE(report->layers.at(1).whiteouts, 1);
    QCOMPARE(report->layers.at(2).whiteouts, 1);
    QCOMPARE(report->layers.at(0).command, u"layer 1"_s);
    // big (5000), dir/a and dir/b (300), and the old status are carried for nothing
    QCOMPARE(report->wastedBytes, 5300 + stanza("libc6", "2.36-9").size());
    QCOMPARE(report->layers.at(1).wastedBytes, 0);
    QCOMPARE(report->layers.at(0).largest.first().path, u"/big"_s);
    QVERIFY(report->layers.at(0).largest.first().wasted);
    QVERIFY(report->efficiency < 1 && report->efficiency > 0.1);
}

void TestInspect::readsPackages()
{
    const auto report = inspectLayout(*m_layout, u"a:1"_s);
    VERIFY_OK(report);
    const QList<InstalledPackage> debs{{u"libc6"_s, u"2.36-9"_s, u"amd64"_s}, {u"zlib1g"_s, u"1:1.2.13"_s, u"amd64"_s}};
    const QList<InstalledPackage> wheels{{u"numpy"_s, u"2.0.0"_s, {}}};
    QCOMPARE(report->debs, debs);
    QCOMPARE(report->wheels, wheels);
}

void TestInspect::anArchiveReadsLikeItsLayout()
{
    auto stream = LoadStream::open(*m_layout, *m_layout->find(u"a:1"_s), u"a:1"_s);
    VERIFY_OK(stream);
    QByteArray bytes;
    for (QByteArray piece; !(piece = *stream->next()).isEmpty();)
        bytes += piece;
    const QTemporaryDir folder;
    VERIFY_OK(writeFileAtomically(folder.filePath(u"a.tar"_s), bytes));
    const auto expected = inspectLayout(*m_layout, u"a:1"_s);
    const auto report = inspectArchive(folder.filePath(u"a.tar"_s));
    VERIFY_OK(report);
    QCOMPARE(report->id, expected->id);
    QCOMPARE(report->reference, u"a:1"_s);
    QCOMPARE(report->wastedBytes, expected->wastedBytes);
    QCOMPARE(report->debs, expected->debs);
    QCOMPARE(report->wheels, expected->wheels);
}

void TestInspect::findsTheTopmostDpkgStatus()
{
    const auto status = dpkgStatusOf(*m_layout, u"a:1"_s);
    VERIFY_OK(status);
    QVERIFY(status->contains("zlib1g"));
    QVERIFY(!dpkgStatusOf(*m_layout, u"base:1"_s)->contains("zlib1g"));
}

void TestInspect::distrolessStatusIsJoined()
{
    const auto status = dpkgStatusOf(*m_layout, u"distroless:1"_s);
    VERIFY_OK(status);
    const QList<InstalledPackage> debs{{u"libc6"_s, u"2.36"_s, u"amd64"_s}, {u"libssl3"_s, u"3.0.11"_s, u"amd64"_s}};
    QCOMPARE(packagesOfStatus(*status), debs);
}

void TestInspect::anImageWithoutDpkgSaysSo()
{
    const auto status = dpkgStatusOf(*m_layout, u"empty:1"_s);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::NotFound);
}

void TestInspect::comparesTwoImages()
{
    const auto before = inspectLayout(*m_layout, u"base:1"_s);
    const auto after = inspectLayout(*m_layout, u"a:1"_s);
    const ImageComparison comparison = compareImages(*before, *after);
    QCOMPARE(comparison.sharedLayers, 1);
    QStringList changes;
    for (const ImageChange &change : comparison.changes)
        if (change.kind != ImageChange::Kind::Layer)
            changes << change.name + u' ' + change.before + u'>' + change.after;
    QCOMPARE(changes, (QStringList{u"zlib1g:amd64 >1:1.2.13"_s, u"numpy >2.0.0"_s}));
    QVERIFY(compareImages(*after, *after).changes.isEmpty());
}

void TestInspect::onlyInstalledPackagesCount()
{
    const auto packages = packagesOfStatus(stanza("a", "1") + stanza("b", "2", "config-files") + stanza("c", "3").chopped(1));
    QCOMPARE(packages.size(), 2);
    QCOMPARE(packages.last().name, u"c"_s);
}

QTEST_GUILESS_MAIN(TestInspect)
#include "test_inspect.moc"
