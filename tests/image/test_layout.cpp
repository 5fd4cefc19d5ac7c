// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "image/archive_import.h"
#include "image/load_stream.h"
#include "image/oci_layout.h"
#include "image_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

#define VERIFY_OK(result) QVERIFY2(result, qPrintable((result) ? QString() : (result).error().text()))

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderWithoutTheMarkerIsNoLayout();
    void imagesShareTheirLayers();
    void aNameMovesToTheNewImage();
    void damageIsFound_data();
    void damageIsFound();
    void pruneTakesOnlyWhatNobodyNames();
    void digestsAreNeverPaths();
    void whatIsStreamedOutIsReadBackTheSame();
    void readsTheOlderFormOfDockerSave();
    void aCutArchiveIsRefused();
    void aDamagedLayerIsRefused();
    void anArchiveWithoutImageIsRefused();
    void copiesBetweenLayouts();

private:
    QTemporaryDir m_folder;
    OciLayout layout(const QString &name) { return *OciLayout::openOrCreate(m_folder.filePath(name)); }
};

static const QByteArray lower = fixture::tar({{"etc/os-release", "ID=debian\n"}});
static const QByteArray upper = fixture::tar({{"opt/app", "app\n"}});

static QByteArray streamed(const OciLayout &layout, const LayoutImage &image, const QString &tag)
{
    auto stream = LoadStream::open(layout, image, tag);
    QByteArray bytes;
    while (stream) {
        const auto piece = stream->next();
        if (!piece || piece->isEmpty())
            break;
        bytes += *piece;
    }
    return stream && stream->totalBytes() == bytes.size() ? bytes : QByteArray();
}

void TestLayout::aFolderWithoutTheMarkerIsNoLayout()
{
    const auto opened = OciLayout::open(m_folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
}

void TestLayout::imagesShareTheirLayers()
{
    const OciLayout some = layout(u"shared"_s);
    const auto one = fixture::addImage(some, u"localhost/one:1"_s, {lower});
    const auto two = fixture::addImage(some, u"localhost/two:1"_s, {lower, upper});
    VERIFY_OK(one);
    VERIFY_OK(two);
    const auto all = some.images();
    VERIFY_OK(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(1).manifest.layers.first(), one->manifest.layers.first());
    // two layers, two configurations, two manifests
    QCOMPARE(QDir(some.blobFolder()).entryList(QDir::Files | QDir::Hidden).size(), 6);
    VERIFY_OK(some.verify());
    const auto config = some.config(*two);
    VERIFY_OK(config);
    QCOMPARE(config->layerCommands(), (QStringList{u"layer 1"_s, u"layer 2"_s}));
    QCOMPARE(config->variable(u"PATH"_s), u"/usr/bin:/bin"_s);
}

void TestLayout::aNameMovesToTheNewImage()
{
    const OciLayout some = layout(u"moves"_s);
    VERIFY_OK(fixture::addImage(some, u"a:1"_s, {lower}));
    const auto second = fixture::addImage(some, u"a:1"_s, {upper});
    VERIFY_OK(second);
    QCOMPARE(some.images()->size(), 1);
    QCOMPARE(some.find(u"a:1"_s)->id(), second->id());
    const auto missing = some.find(u"b:1"_s);
    QVERIFY(!missing && missing.error().hint.contains(u"a:1"_s));
}

void TestLayout::damageIsFound_data()
{
    QTest::addColumn<QByteArray>("content");
    QByteArray changed = lower;
    changed[600] = '!';
    QTest::newRow("a changed byte") << changed;
    QTest::newRow("a shorter file") << lower.chopped(1);
}

void TestLayout::damageIsFound()
{
    QFETCH(QByteArray, content);
    const OciLayout some = layout(QString::fromLatin1(QTest::currentDataTag()));
    const auto image = fixture::addImage(some, u"a:1"_s, {lower});
    VERIFY_OK(image);
    QFile blob(*some.blobPath(image->manifest.layers.first().digest));
    QVERIFY(blob.open(QIODevice::WriteOnly | QIODevice::Truncate));
    blob.write(content);
    blob.close();
    const auto verified = some.verify();
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::Integrity);
}

void TestLayout::pruneTakesOnlyWhatNobodyNames()
{
    const OciLayout some = layout(u"prune"_s);
    VERIFY_OK(fixture::addImage(some, u"a:1"_s, {lower}));
    VERIFY_OK(fixture::addImage(some, u"b:1"_s, {lower, upper}));
    VERIFY_OK(writeFileAtomically(some.blobFolder() + u"/.part-left"_s, "left by a crash"));
    VERIFY_OK(some.remove(u"b:1"_s));
    const auto freed = some.prune();
    VERIFY_OK(freed);
    QVERIFY(*freed > upper.size());
    VERIFY_OK(some.verify());
    QCOMPARE(QDir(some.blobFolder()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

void TestLayout::digestsAreNeverPaths()
{
    const OciLayout some = layout(u"paths"_s);
    for (const QString &bad : {u"sha256:../../etc/passwd"_s, u"sha512:00"_s, u"sha256:"_s + QString(64, u'A'), QString()})
        QVERIFY(!some.blobPath(bad));
}

void TestLayout::whatIsStreamedOutIsReadBackTheSame()
{
    const OciLayout from = layout(u"from"_s);
    const auto image = fixture::addImage(from, u"localhost/a:1"_s, {lower, upper});
    VERIFY_OK(image);
    const QByteArray bytes = streamed(from, *image, u"localhost/a:1"_s);
    QVERIFY(!bytes.isEmpty());
    const QString path = m_folder.filePath(u"image.tar"_s);
    VERIFY_OK(writeFileAtomically(path, bytes));
    const OciLayout to = layout(u"to"_s);
    const auto read = importArchive(path, to, {});
    VERIFY_OK(read);
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().reference, u"localhost/a:1"_s);
    QCOMPARE(read->first().id(), image->id());
    QCOMPARE(read->first().manifest.layers, image->manifest.layers);
    VERIFY_OK(to.verify());
}

void TestLayout::readsTheOlderFormOfDockerSave()
{
    // Engine 20.10 writes ID/layer.tar, and a link where two images share a layer.
    const OciLayout from = layout(u"old-from"_s);
    const auto image = fixture::addImage(from, u"a:1"_s, {lower, upper});
    const QByteArray config = *from.readBlob(image->manifest.config);
    QByteArray link = tarFileHeader("ccc/layer.tar", 0);
    link[156] = '2';
    link.replace(157, 16, "../bbb/layer.tar");
    link.replace(148, 8, "        ");
    qint64 sum = 0;
    for (const char c : std::as_const(link))
        sum += uchar(c);
    link.replace(148, 6, QByteArray::number(sum, 8).rightJustified(6, '0'));
    link[154] = '\0';
    const QByteArray name = image->id().mid(7).toLatin1() + ".json";
    const QByteArray manifest = R"([{"Config":")" + name + R"(","RepoTags":["a:1"],"Layers":["aaa/layer.tar","ccc/layer.tar"]}])";
    const QByteArray bytes = fixture::tar({{"aaa/VERSION", "1.0"}, {"aaa/json", "{}"}, {"aaa/layer.tar", lower},
                                           {"bbb/layer.tar", upper}}).chopped(1024)
        + link + fixture::tar({{name, config}, {"manifest.json", manifest}, {"repositories", "{}"}});
    const OciLayout to = layout(u"old-to"_s);
    ArchiveImport import(to);
    VERIFY_OK(import.feed(bytes));
    const auto read = import.finish(u"localhost/renamed:2"_s);
    VERIFY_OK(read);
    QCOMPARE(read->first().id(), image->id());
    QCOMPARE(to.images()->first().reference, u"localhost/renamed:2"_s);
    VERIFY_OK(to.verify());
}

void TestLayout::aCutArchiveIsRefused()
{
    const OciLayout from = layout(u"cut-from"_s);
    const auto image = fixture::addImage(from, u"a:1"_s, {lower});
    const QByteArray bytes = streamed(from, *image, u"a:1"_s);
    const OciLayout to = layout(u"cut-to"_s);
    ArchiveImport import(to);
    VERIFY_OK(import.feed(QByteArrayView(bytes).first(bytes.size() - 1500)));
    const auto read = import.finish(u"a:1"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Integrity);
    QVERIFY(to.images()->isEmpty());
}

void TestLayout::aDamagedLayerIsRefused()
{
    const OciLayout from = layout(u"damaged-from"_s);
    const auto image = fixture::addImage(from, u"a:1"_s, {lower});
    QByteArray bytes = streamed(from, *image, u"a:1"_s);
    bytes.replace("ID=debian", "ID=fedora");
    const OciLayout to = layout(u"damaged-to"_s);
    ArchiveImport import(to);
    Result<void> fed = import.feed(bytes);
    QVERIFY(!fed);
    QCOMPARE(fed.error().code, ErrorCode::Integrity);
}

void TestLayout::anArchiveWithoutImageIsRefused()
{
    ArchiveImport import(layout(u"none"_s));
    VERIFY_OK(import.feed(fixture::tar({{"hello", "world"}})));
    const auto read = import.finish({});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void TestLayout::copiesBetweenLayouts()
{
    const OciLayout from = layout(u"copy-from"_s);
    const auto image = fixture::addImage(from, u"a:1"_s, {lower, upper});
    const OciLayout to = layout(u"copy-to"_s);
    const auto copied = to.copyFrom(from, u"a:1"_s, u"b:2"_s);
    VERIFY_OK(copied);
    QCOMPARE(copied->descriptor.digest, image->descriptor.digest);
    VERIFY_OK(to.verify(u"b:2"_s));
}

QTEST_GUILESS_MAIN(TestLayout)
#include "test_layout.moc"
