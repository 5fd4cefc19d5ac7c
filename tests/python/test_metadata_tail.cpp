// SPDX-License-Identifier: GPL-3.0-or-later
#include "wheel_world.h"

#include "python/metadata_source_sdist.h"
#include "python/metadata_source_tail.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::python;
using namespace dosirak::python::test;
using namespace Qt::StringLiterals;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Reads as MetadataSource does, beginning with the last @p first bytes; counts the reads.
Result<std::string> readFrom(const QByteArray &file, qint64 first, const std::string &name, int &reads)
{
    QByteArray tail = file.right(first);
    qint64 tailOffset = file.size() - tail.size();
    QByteArray piece;
    qint64 pieceOffset = 0;
    for (reads = 1; reads <= 4; ++reads) {
        auto found = metadataIn({file.size(), tailOffset, view(tail), pieceOffset, view(piece)}, name);
        if (!found)
            return tl::unexpected(found.error());
        if (const auto *text = std::get_if<std::string>(&*found))
            return *text;
        const ByteSpan span = std::get<ByteSpan>(*found);
        if (span.offset < 0 || span.size <= 0 || span.offset + span.size > file.size())
            qFatal("a span outside of the file is asked for");
        if (span.offset + span.size == tailOffset) {
            tail.prepend(file.mid(span.offset, span.size));
            tailOffset = span.offset;
        } else {
            piece = file.mid(span.offset, span.size);
            pieceOffset = span.offset;
        }
    }
    return fail(ErrorCode::Internal, u"more than three reads"_s);
}

} // namespace

class TestMetadataTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMetadata_data();
    void findsMetadata();
    void refuses_data();
    void refuses();
    void brokenArchivesAreRefusedOrReadRight();
    void buildRequirements_data();
    void buildRequirements();
};

void TestMetadataTail::findsMetadata_data()
{
    QTest::addColumn<int>("fill");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("mostReads");
    QTest::newRow("all of the file is held") << 0 << 1'000'000 << 1;
    QTest::newRow("the end holds both") << 200'000 << 64'000 << 1;
    QTest::newRow("the end holds no more than the end record") << 200'000 << 100 << 3;
    QTest::newRow("the end holds the directory alone") << 20'000 << 2'500 << 3;
}

void TestMetadataTail::findsMetadata()
{
    QFETCH(int, fill);
    QFETCH(int, first);
    QFETCH(int, mostReads);
    const QByteArray metadata = "Metadata-Version: 2.1\nName: some-name\nVersion: 1.0\n\n" + QByteArray(5000, 'x');
    const QByteArray wheel = wheelOf(u"Some.Name"_s, u"1.0"_s, metadata, fill);
    int reads = 0;
    const auto text = readFrom(wheel, first, "some-name", reads);
    QVERIFY2(text, text ? "" : qPrintable(text.error().text()));
    QCOMPARE(*text, metadata.toStdString());
    QVERIFY(reads <= mostReads);
}

void TestMetadataTail::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray metadata = "Name: a\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray(1000, 'a');
    QTest::newRow("no METADATA") << zipOf({{u"a/x.py"_s, "1"}});
    QTest::newRow("that of another project") << zipOf({{u"b-1.dist-info/METADATA"_s, metadata}});
    QTest::newRow("below another folder") << zipOf({{u"x/a-1.dist-info/METADATA"_s, metadata}});
    QTest::newRow("twice") << zipOf({{u"a-1.dist-info/METADATA"_s, metadata}, {u"a-2.dist-info/METADATA"_s, metadata}});
    QTest::newRow("cut off at the end") << wheelOf(u"a"_s, u"1"_s, metadata).chopped(10);
}

void TestMetadataTail::refuses()
{
    QFETCH(QByteArray, file);
    int reads = 0;
    const auto text = readFrom(file, 1'000'000, "a", reads);
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Invalid);
}

void TestMetadataTail::brokenArchivesAreRefusedOrReadRight()
{
    const QByteArray metadata = "Metadata-Version: 2.1\nName: a\nVersion: 1\n" + QByteArray(300, 'y');
    const QByteArray wheel = wheelOf(u"a"_s, u"1"_s, metadata);
    int refused = 0;
    for (qsizetype at = 0; at < wheel.size(); ++at)
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray broken = wheel;
            broken[at] = value;
            int reads = 0;
            // What is read is checked by its CRC-32: a changed byte elsewhere may pass, a changed text never.
            const auto text = readFrom(broken, 300, "a", reads);
            if (text)
                QCOMPARE(*text, metadata.toStdString());
            else
                ++refused;
        }
    QVERIFY(refused > 100);
}

void TestMetadataTail::buildRequirements_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one line") << QByteArray("[build-system]\nrequires = [\"a>=1\", 'b']\n") << QStringList{u"a>=1"_s, u"b"_s};
    QTest::newRow("several lines with comments")
        << QByteArray("[build-system]\nbuild-backend = \"x\"\nrequires = [ # why\n  \"a[x]>=1\", # \"no\"\n  \"b; python_version<'4'\"\n]\n")
        << QStringList{u"a[x]>=1"_s, u"b; python_version<'4'"_s};
    QTest::newRow("another table's list") << QByteArray("[tool.x]\nrequires = [\"no\"]\n") << QStringList();
    QTest::newRow("cut off") << QByteArray("[build-system]\nrequires = [\"a\", \"b") << QStringList{u"a"_s};
    QTest::newRow("nothing") << QByteArray() << QStringList();
}

void TestMetadataTail::buildRequirements()
{
    QFETCH(QByteArray, toml);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const std::string &text : buildRequiresIn(view(toml)))
        found.append(QString::fromStdString(text));
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(TestMetadataTail)
#include "test_metadata_tail.moc"
