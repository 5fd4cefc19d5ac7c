// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "image/inflate.h"
#include "image/tar_stream.h"
#include "image_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::image;
using namespace Qt::StringLiterals;

class TestTar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTarWrites_data();
    void readsWhatTarWrites();
    void givesWhatWasWrittenInAnyPieces();
    void aLargeSizeIsKept();
    void aCutArchiveIsNoticed();
    void brokenHeadersAreRefused_data();
    void brokenHeadersAreRefused();
    void unpacks_data();
    void unpacks();
    void aCutPackedStreamIsNoticed();

private:
    struct Seen {
        QList<TarEntry> entries;
        QByteArray content;
    };
    static Result<Seen> read(const QByteArray &bytes, qsizetype piece);
    static QByteArray output(const QString &script, const QByteArray &input = {});
};

Result<TestTar::Seen> TestTar::read(const QByteArray &bytes, qsizetype piece)
{
    Seen seen;
    TarParser parser({[&](const TarEntry &entry) -> Result<void> {
                          seen.entries << entry;
                          return {};
                      },
                      [&](QByteArrayView some) -> Result<void> {
                          seen.content.append(some);
                          return {};
                      },
                      {}});
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        if (auto fed = parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))); !fed)
            return Failure(fed.error());
    if (auto end = parser.finish(); !end)
        return Failure(end.error());
    return seen;
}

QByteArray TestTar::output(const QString &script, const QByteArray &input)
{
    ProcessRequest request;
    request.program = u"sh"_s;
    request.arguments = {u"-ec"_s, script};
    request.input = input;
    const auto outcome = runProcess(request);
    return outcome && outcome->exitCode == 0 ? outcome->output : QByteArray();
}

void TestTar::readsWhatTarWrites_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("GNU tar's own format") << u"gnu"_s;
    QTest::newRow("pax") << u"pax"_s;
    QTest::newRow("ustar") << u"ustar"_s;
}

void TestTar::readsWhatTarWrites()
{
    QFETCH(QString, format);
    const QString longName = u"folder/"_s + QString(90, u'n') + u"/"_s + QString(60, u'm');
    const QByteArray bytes = output(uR"sh(d=$(mktemp -d); cd $d; mkdir -p "$(dirname %1)"; printf hello > a; printf world > %1
        ln -s a soft; ln a hard; tar --format=%2 --sort=name -cf - ./a ./hard ./soft ./folder; rm -rf $d)sh"_s.arg(longName, format));
    QVERIFY(!bytes.isEmpty());
    const auto seen = read(bytes, 7);
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().text()));
    QCOMPARE(seen->entries.size(), 6);
    QCOMPARE(seen->entries.at(0).path, QByteArray("a"));
    QCOMPARE(seen->entries.at(1).type, TarEntry::Type::HardLink);
    QCOMPARE(seen->entries.at(2).linkTarget, QByteArray("a"));
    QCOMPARE(seen->entries.at(3).type, TarEntry::Type::Folder);
    QCOMPARE(seen->entries.at(3).path, QByteArray("folder"));
    QCOMPARE(seen->entries.at(5).path, longName.toLatin1());
    QCOMPARE(seen->content, QByteArray("helloworld"));
}

void TestTar::givesWhatWasWrittenInAnyPieces()
{
    const QByteArray bytes = fixture::tar({{"x", QByteArray(1000, 'x')}, {"empty", {}}, {"y", QByteArray(512, 'y')}});
    for (const qsizetype piece : {1, 511, 512, 513, 100'000}) {
        const auto seen = read(bytes, piece);
        QVERIFY(seen);
        QCOMPARE(seen->entries.size(), 3);
        QCOMPARE(seen->content, QByteArray(1000, 'x') + QByteArray(512, 'y'));
    }
    QCOMPARE(output(u"tar -tf -"_s, bytes), QByteArray("x\nempty\ny\n"));
}

void TestTar::aLargeSizeIsKept()
{
    constexpr qint64 size = qint64(20) << 30;
    TarEntry seen;
    TarParser parser({[&](const TarEntry &entry) -> Result<void> {
                          seen = entry;
                          return {};
                      },
                      {}, {}});
    QVERIFY(parser.feed(tarFileHeader("big", size)));
    QCOMPARE(seen.size, size);
}

void TestTar::aCutArchiveIsNoticed()
{
    const auto seen = read(fixture::tar({{"x", QByteArray(1000, 'x')}}).left(900), 512);
    QVERIFY(!seen);
    QCOMPARE(seen.error().code, ErrorCode::Integrity);
    QVERIFY(!read({}, 1));
}

void TestTar::brokenHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray changed = fixture::tar({{"x", "content"}});
    changed[0] = 'y';
    QTest::newRow("a header whose checksum does not fit") << changed;
    QTest::newRow("text that is no tar") << QByteArray(1024, 'a');
    QByteArray endless = tarFileHeader("././@LongLink", qint64(2) << 20);
    endless[156] = 'L';
    qint64 sum = 0;
    for (qsizetype i = 0; i < 512; ++i)
        sum += (i >= 148 && i < 156) ? ' ' : uchar(endless.at(i));
    endless.replace(148, 6, QByteArray::number(sum, 8).rightJustified(6, '0'));
    QTest::newRow("a name of two megabytes") << endless;
}

void TestTar::brokenHeadersAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto seen = read(bytes, 512);
    QVERIFY(!seen);
    QCOMPARE(seen.error().code, ErrorCode::Invalid);
}

void TestTar::unpacks_data()
{
    QTest::addColumn<QString>("packer");
    QTest::newRow("gzip") << u"gzip -1"_s;
    QTest::newRow("gzip of two members") << u"(head -c 1000 | gzip; cat | gzip)"_s;
    QTest::newRow("zstd") << u"zstd -q"_s;
    QTest::newRow("not packed") << u"cat"_s;
}

void TestTar::unpacks()
{
    QFETCH(QString, packer);
    QByteArray plain;
    for (int i = 0; i < 200'000; ++i)
        plain += QByteArray::number(i * 7919);
    const QByteArray packed = output(packer, plain);
    QVERIFY(!packed.isEmpty());
    for (const qsizetype piece : {1, 4096, 10'000'000}) {
        QByteArray out;
        Inflater inflater([&](QByteArrayView bytes) -> Result<void> {
            out.append(bytes);
            return {};
        });
        for (qsizetype at = 0; at < packed.size(); at += piece)
            QVERIFY(inflater.feed(QByteArrayView(packed).sliced(at, std::min(piece, packed.size() - at))));
        QVERIFY(inflater.finish());
        QCOMPARE(out.size(), plain.size());
        QVERIFY(out == plain);
    }
}

void TestTar::aCutPackedStreamIsNoticed()
{
    const QByteArray packed = output(u"gzip"_s, QByteArray(100'000, 'z'));
    Inflater inflater([](QByteArrayView) -> Result<void> { return {}; });
    QVERIFY(inflater.feed(packed.chopped(20)));
    const auto end = inflater.finish();
    QVERIFY(!end);
    QCOMPARE(end.error().code, ErrorCode::Integrity);
}

QTEST_GUILESS_MAIN(TestTar)
#include "test_tar.moc"
