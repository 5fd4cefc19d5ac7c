// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/requirements_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::python;

namespace {

std::string sha(char digit)
{
    return std::string(64, digit);
}

} // namespace

class TestRequirementsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingThatIsRead();
    void lines_data();
    void lines();
    void refusals_data();
    void refusals();
    void includes();
    void includesOutsideAreRefused();
    void loopsAndDepthAreRefused();
    void placesAreOfTheFileTheyStandIn();
    void notText();
    void missing();

private:
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRequirementsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRequirementsFile::write(const QString &name, const QByteArray &text) const
{
    QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestRequirementsFile::everythingThatIsRead()
{
    write(QStringLiteral("requirements.txt"),
          "\xef\xbb\xbf# a comment\r\n"
          "--index-url https://index.example.org/simple\r\n"
          "-i https://second.example.org/simple\r\n"
          "--extra-index-url=https://extra.example.org/simple --pre\r\n"
          "-f wheels\r\n"
          "--find-links https://files.example.org/\r\n"
          "--no-index\r\n"
          "--trusted-host index.example.org\r\n"
          "\r\n"
          "numpy >= 1.20 # why\r\n"
          "torch==2.1.0 \\\r\n"
          "    --hash=sha256:" + QByteArray::fromStdString(sha('A')) + " \\\r\n"
          "    --hash sha256:" + QByteArray::fromStdString(sha('b')) + "\r\n"
          "-c constraints.txt\r\n");
    write(QStringLiteral("constraints.txt"), "numpy<2\n");
    const auto file = RequirementsFile::read(path(QStringLiteral("requirements.txt")));
    QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
    QCOMPARE(file->indexUrl, std::string("https://second.example.org/simple"));
    QCOMPARE(file->extraIndexUrls, std::vector<std::string>{"https://extra.example.org/simple"});
    QCOMPARE(file->findLinks, (std::vector<std::string>{path(QStringLiteral("wheels")).toStdString(), "https://files.example.org/"}));
    QVERIFY(file->pre && file->noIndex && file->requireHashes);
    QCOMPARE(file->notices.size(), std::size_t(1));
    QVERIFY(file->notices[0].contains(QStringLiteral("--trusted-host")));
    QCOMPARE(file->requirements.size(), std::size_t(2));
    QCOMPARE(file->requirements[0].requirement.text(), std::string("numpy>=1.20"));
    QCOMPARE(file->requirements[0].place.line, 10);
    QCOMPARE(file->requirements[1].sha256, (std::vector<std::string>{sha('a'), sha('b')}));
    QCOMPARE(file->requirements[1].place.line, 11);
    QCOMPARE(file->constraints.size(), std::size_t(1));
    QCOMPARE(file->constraints[0].requirement.text(), std::string("numpy<2"));
    QCOMPARE(file->constraints[0].place.file, path(QStringLiteral("constraints.txt")));
}

void TestRequirementsFile::lines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("requirements");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|'), Qt::SkipEmptyParts); };
    QTest::newRow("an empty file") << QByteArray() << list("");
    QTest::newRow("no line feed at the end") << QByteArray("a") << list("a");
    QTest::newRow("old line ends") << QByteArray("a\rb\r\nc\n") << list("a|b|c");
    QTest::newRow("a comment needs a blank before it") << QByteArray("a @ https://example.org/a.zip#egg=a") << list("a @ https://example.org/a.zip#egg=a");
    QTest::newRow("a comment ends a continued line") << QByteArray("a \\\n# x\n,b\nc\n").replace(",b", "b") << list("a|b|c");
    QTest::newRow("a backslash in a comment continues nothing") << QByteArray("# x \\\na\n") << list("a");
    QTest::newRow("a backslash in the last line") << QByteArray("a\\") << list("a");
    QTest::newRow("a version continued") << QByteArray("a>=1,\\\n<2") << list("a<2,>=1");
    QTest::newRow("a marker") << QByteArray("a; python_version < '3'  # old") << list("a; python_version < \"3\"");
    QTest::newRow("the URL of a wheel names the project") << QByteArray("https://example.org/Foo_bar-1.0-py3-none-any.whl")
                                                          << list("foo-bar @ https://example.org/Foo_bar-1.0-py3-none-any.whl");
    QTest::newRow("a dollar sign alone is text") << QByteArray("a @ https://example.org/$x/${y}") << list("a @ https://example.org/$x/${y}");
    QTest::newRow("white space around") << QByteArray("  \t a \n\n \n") << list("a");
}

void TestRequirementsFile::lines()
{
    QFETCH(QByteArray, text);
    const auto file = RequirementsFile::parse(text, path(QStringLiteral("r.txt")));
    QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
    QStringList requirements;
    for (const RequirementLine &line : file->requirements)
        requirements.append(QString::fromStdString(line.requirement.text()));
    QTEST(requirements, "requirements");
}

void TestRequirementsFile::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const int invalid = static_cast<int>(ErrorCode::Invalid);
    const int unsupported = static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("a requirement that is none") << QByteArray("\n  a=1\n") << invalid << 2 << 4;
    QTest::newRow("in a joined line the column is not known") << QByteArray("\na \\\n =1\n") << invalid << 2 << 0;
    QTest::newRow("editable") << QByteArray("a\n-e .\n") << unsupported << 2 << 1;
    QTest::newRow("editable, long") << QByteArray("--editable=git+https://example.org/x#egg=x") << unsupported << 1 << 1;
    QTest::newRow("a variable") << QByteArray("--index-url https://${USER}@example.org/") << unsupported << 1 << 1;
    QTest::newRow("a folder") << QByteArray("./foo") << unsupported << 1 << 1;
    QTest::newRow("a repository without a name") << QByteArray("git+https://example.org/x") << unsupported << 1 << 1;
    QTest::newRow("a source archive without a name") << QByteArray("https://example.org/x-1.tar.gz") << unsupported << 1 << 1;
    QTest::newRow("a file from the network") << QByteArray("-r https://example.org/r.txt") << unsupported << 1 << 1;
    QTest::newRow("an option that there is not") << QByteArray("--colour red") << invalid << 1 << 0;
    QTest::newRow("an option without its value") << QByteArray("-r") << invalid << 1 << 0;
    QTest::newRow("a flag with a value") << QByteArray("--pre=yes") << invalid << 1 << 0;
    QTest::newRow("a quote without end") << QByteArray("-r 'x") << invalid << 1 << 0;
    QTest::newRow("a hash that is none") << QByteArray("a==1 --hash=sha256:abc") << invalid << 1 << 1;
    QTest::newRow("a weak hash") << QByteArray("a==1 --hash=md5:00000000000000000000000000000000") << invalid << 1 << 1;
    QTest::newRow("only another strong hash") << QByteArray("a==1 --hash=sha512:" + QByteArray(128, 'a')) << unsupported << 1 << 1;
    QTest::newRow("a hash of nothing") << QByteArray("--hash=sha256:" + QByteArray(64, 'a')) << invalid << 1 << 1;
    QTest::newRow("an index on the line of a requirement") << QByteArray("a --index-url https://example.org/") << invalid << 1 << 1;
}

void TestRequirementsFile::refusals()
{
    QFETCH(QByteArray, text);
    const auto file = RequirementsFile::parse(text, path(QStringLiteral("r.txt")));
    QVERIFY(!file);
    QTEST(static_cast<int>(file.error().code), "code");
    QTEST(file.error().place.line, "line");
    QTEST(file.error().place.column, "column");
    QCOMPARE(file.error().place.file, path(QStringLiteral("r.txt")));
}

void TestRequirementsFile::includes()
{
    write(QStringLiteral("requirements.txt"), "a\n-r more/dev.txt\nz\n");
    write(QStringLiteral("more/dev.txt"), "-rbase.txt\nc\n-c ../limits.txt\n-f links");
    write(QStringLiteral("more/base.txt"), "b\n");
    write(QStringLiteral("limits.txt"), "-r more/base.txt\nc<2\n");
    const auto file = RequirementsFile::read(path(QStringLiteral("requirements.txt")));
    QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
    std::string names;
    for (const RequirementLine &line : file->requirements)
        names += line.requirement.name;
    QCOMPARE(names, std::string("abcz"));
    QCOMPARE(file->constraints.size(), std::size_t(2)); // a file that a constraints file names holds constraints
    QCOMPARE(file->findLinks, std::vector<std::string>{path(QStringLiteral("more/links")).toStdString()});
    write(QStringLiteral("extras.txt"), "a[x]\n");
    const auto extras = RequirementsFile::parse("-c extras.txt", path(QStringLiteral("r.txt")));
    QVERIFY(!extras);
    QCOMPARE(extras.error().place.file, path(QStringLiteral("extras.txt")));
}

void TestRequirementsFile::includesOutsideAreRefused()
{
    write(QStringLiteral("outer.txt"), "secret\n");
    write(QStringLiteral("in/requirements.txt"), "-r ../outer.txt\n");
    write(QStringLiteral("in/link.txt"), "-r linked.txt\n");
    write(QStringLiteral("in2/beside.txt"), "x\n");
    write(QStringLiteral("in/neighbour.txt"), "-r ../in2/beside.txt\n");
    QVERIFY(QFile::link(path(QStringLiteral("outer.txt")), path(QStringLiteral("in/linked.txt"))));
    for (const char *name : {"in/requirements.txt", "in/link.txt", "in/neighbour.txt"}) {
        const auto file = RequirementsFile::read(path(QLatin1String(name)));
        QVERIFY2(!file, name);
        QCOMPARE(file.error().code, ErrorCode::Invalid);
        QCOMPARE(file.error().place.line, 1);
    }
    const auto absolute = RequirementsFile::parse("-r " + path(QStringLiteral("outer.txt")).toUtf8(), path(QStringLiteral("in/x.txt")));
    QVERIFY(!absolute);
    // Text from a folder that there is not includes nothing.
    QVERIFY(!RequirementsFile::parse("-r " + path(QStringLiteral("outer.txt")).toUtf8(), QStringLiteral("/nowhere/at/all/x.txt")));
}

void TestRequirementsFile::loopsAndDepthAreRefused()
{
    write(QStringLiteral("self.txt"), "-r self.txt\n");
    QCOMPARE(RequirementsFile::read(path(QStringLiteral("self.txt"))).error().code, ErrorCode::Invalid);
    write(QStringLiteral("a.txt"), "-r b.txt\n");
    write(QStringLiteral("b.txt"), "-c a.txt\n");
    QCOMPARE(RequirementsFile::read(path(QStringLiteral("a.txt"))).error().code, ErrorCode::Invalid);
    for (int i = 0; i < 40; ++i)
        write(QStringLiteral("d%1.txt").arg(i), QStringLiteral("-r d%1.txt\n").arg(i + 1).toLatin1());
    write(QStringLiteral("d40.txt"), "x\n");
    QVERIFY(!RequirementsFile::read(path(QStringLiteral("d0.txt"))));
    QVERIFY(RequirementsFile::read(path(QStringLiteral("d30.txt"))));
    // Each names the next one twice: 2^14 files, were they all read.
    for (int i = 0; i < 14; ++i)
        write(QStringLiteral("w%1.txt").arg(i), QStringLiteral("-r w%1.txt\n-r w%1.txt\n").arg(i + 1).toLatin1());
    write(QStringLiteral("w14.txt"), "x\n");
    QVERIFY(!RequirementsFile::read(path(QStringLiteral("w0.txt"))));
}

void TestRequirementsFile::placesAreOfTheFileTheyStandIn()
{
    write(QStringLiteral("r.txt"), "a\n-r sub.txt\n");
    write(QStringLiteral("sub.txt"), "b\n\nc d\n");
    const auto file = RequirementsFile::read(path(QStringLiteral("r.txt")));
    QVERIFY(!file);
    QCOMPARE(file.error().place.text(), path(QStringLiteral("sub.txt")) + QStringLiteral(":3:3"));
}

void TestRequirementsFile::notText()
{
    QVERIFY(!RequirementsFile::parse(QByteArray("a\0b", 3), path(QStringLiteral("r.txt"))));
    QVERIFY(!RequirementsFile::parse("\xff\xfe" "a\0", path(QStringLiteral("r.txt"))));
    QVERIFY(!RequirementsFile::parse(QByteArray(static_cast<qsizetype>(maxRequirementsFileSize) + 1, '\n'), path(QStringLiteral("r.txt"))));
}

void TestRequirementsFile::missing()
{
    QCOMPARE(RequirementsFile::read(path(QStringLiteral("r.txt"))).error().code, ErrorCode::NotFound);
    const auto included = RequirementsFile::parse("\n-r nothing.txt", path(QStringLiteral("r.txt")));
    QCOMPARE(included.error().code, ErrorCode::NotFound);
    QCOMPARE(included.error().place.line, 2);
}

QTEST_GUILESS_MAIN(TestRequirementsFile)
#include "test_requirements_file.moc"
