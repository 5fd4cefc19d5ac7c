// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/import_sources.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::workspace;
using namespace Qt::StringLiterals;

class TestImportSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void takes_data();
    void takes();
    void notes_data();
    void notes();
    void anInheritedListIsCopied();
    void aSecondImportChangesNothing();
    void badTomlHasItsPlace();
    void refuses();
    void longListsAreRead();
};

namespace {

const Json base = Json::parse(R"({
    "schema_version": 1, "os": {"distribution": "ubuntu", "release": "20.04"}, "python": {"version": "3.8"},
    "pytorch": {"version": "1.13.1"}, "wheels": {"requirements": ["numpy", "pillow"]}, "debs": {"runtime": ["python3"]}})");

Json imported(const QByteArray &text, const QString &file)
{
    const auto import = importSource(text, file, base, base);
    if (!import)
        qFatal("%s", qPrintable(import.error().text()));
    return base.patch(import->patch);
}

} // namespace

void TestImportSources::kinds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QString &file, const QByteArray &text, int kind) { QTest::newRow(name) << file << text << kind; };
    row("a Dockerfile by its name", u"a/Dockerfile.gpu"_s, {}, int(SourceKind::Dockerfile));
    row("pyproject by its name", u"pyproject.toml"_s, {}, int(SourceKind::PyProject));
    row("requirements by their name", u"requirements-dev.txt"_s, {}, int(SourceKind::Requirements));
    row("a frozen list by what is in it", u"x"_s, "numpy==1.26.4\npillow==10.0\n", int(SourceKind::PipFreeze));
    row("requirements by what is in it", u"x"_s, "numpy>=1.26\n", int(SourceKind::Requirements));
    row("dpkg by what is in it", u"x"_s, "Desired=Unknown/Install/Remove\nii  libc6 2.36 amd64 x\n", int(SourceKind::DpkgList));
    row("a Dockerfile by what is in it", u"x"_s, "# one\nFROM ubuntu:22.04\n", int(SourceKind::Dockerfile));
    row("prose is nothing", u"x"_s, "Dear reader, this is a letter.\n", -1);
}

void TestImportSources::kinds()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    const auto kind = sourceKindOf(file, text);
    QTEST(kind ? int(*kind) : -1, "kind");
}

void TestImportSources::takes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *name, const char *file, const QByteArray &text, const char *pointer, const QByteArray &wanted) {
        QTest::newRow(name) << QString::fromLatin1(file) << text << QString::fromLatin1(pointer) << wanted;
    };
    const char *requirements = "requirements.txt";
    row("a requirement takes the place of its own", requirements, "numpy<2\nrequests\n", "/wheels/requirements", R"(["numpy<2","pillow","requests"])");
    row("another spelling of a name is the same", requirements, "Pillow==10.0 # comment\n", "/wheels/requirements", R"(["numpy","Pillow==10.0"])");
    row("another marker is another requirement", requirements, "numpy<2; python_version < '3.9'\n", "/wheels/requirements", R"(["numpy","pillow","numpy<2; python_version < '3.9'"])");
    row("a continued line with hashes", requirements, "numpy==1.24 \\\n  --hash=sha256:00\n", "/wheels/requirements/0", R"("numpy==1.24")");
    row("torch goes to its own block", requirements, "torch==2.1.2+cu118\n", "/pytorch", R"({"version":"2.1.2","build":"cu118"})");
    row("PyTorch's index", requirements, "--extra-index-url https://download.pytorch.org/whl/cu121\n", "/wheels/indexes/0/url", R"("https://download.pytorch.org/whl/cu121")");
    row("PyTorch's index takes the place of another of its own", requirements,
        "--extra-index-url https://download.pytorch.org/whl/cu118\n--extra-index-url https://download.pytorch.org/whl/cu121\n", "/wheels/indexes",
        R"([{"name":"pytorch-cu121","url":"https://download.pytorch.org/whl/cu121","packages":["torch","torchvision","torchaudio","triton","nvidia-*"],"allow_linux_tag":true}])");
    row("a frozen list leaves PyTorch's own parts out", "freeze.txt", "numpy==1.26.4\nnvidia-cublas-cu12==12.1\ntriton==2.1\n", "/wheels/requirements", R"(["numpy==1.26.4","pillow"])");
    row("a project's dependencies", "pyproject.toml", "[project]\ndependencies = [\"numpy<2\", \"rich\"]\n", "/wheels/requirements", R"(["numpy<2","pillow","rich"])");
    row("a project's exact Python", "pyproject.toml", "[project]\nrequires-python = \"==3.10.*\"\n", "/python/version", R"("3.10")");
    row("Poetry's caret", "pyproject.toml", "[tool.poetry.dependencies]\nrich = \"^13.2.1\"\n", "/wheels/requirements/2", R"("rich>=13.2.1,<14")");
    row("Poetry's caret below 1", "pyproject.toml", "[tool.poetry.dependencies]\nrich = \"^0.2.3\"\n", "/wheels/requirements/2", R"("rich>=0.2.3,<0.3")");
    row("Poetry's tilde", "pyproject.toml", "[tool.poetry.dependencies]\nrich = {version = \"~13.2\", extras = [\"a\"]}\n", "/wheels/requirements/2", R"("rich[a]>=13.2,<13.3")");
    row("the last FROM is the runtime image", "Dockerfile", "FROM a:1 AS b\nFROM nvidia/cuda:11.8.0-runtime-ubuntu22.04\n", "/base_images",
        R"({"builder":{"reference":"a:1"},"runtime":{"reference":"nvidia/cuda:11.8.0-runtime-ubuntu22.04"}})");
    row("NVIDIA's image tells the CUDA", "Dockerfile", "FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04\n", "/cuda", R"("11.8")");
    row("… and the system", "Dockerfile", "FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04\n", "/os/release", R"("22.04")");
    row("an ARG before FROM", "Dockerfile", "ARG V=22.04\nFROM ubuntu:${V}\n", "/base_images/runtime/reference", R"("ubuntu:22.04")");
    row("a stage that builds on another", "Dockerfile", "FROM ubuntu:22.04 AS one\nFROM one\n", "/base_images", R"({"runtime":{"reference":"ubuntu:22.04"}})");
    row("packages of the runtime stage", "Dockerfile", "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n  # why\n  curl git=1:2.0 \\\n && rm -rf /var/lib/apt/lists/*\n",
        "/debs/runtime", R"(["python3","curl","git=1:2.0"])");
    row("packages of the builder stage", "Dockerfile", "FROM ubuntu:22.04 AS b\nRUN apt install gcc\nFROM ubuntu:22.04\n", "/debs/builder", R"(["gcc"])");
    row("pip in a RUN", "Dockerfile", "FROM ubuntu:22.04\nRUN python3 -m pip install --no-cache-dir 'numpy<2' rich\n", "/wheels/requirements", R"(["numpy<2","pillow","rich"])");
    row("ENV of both forms", "Dockerfile", "FROM ubuntu:22.04\nENV A=1 B=\"two words\"\nENV C three words\n", "/image/env", R"({"A":"1","B":"two words","C":"three words"})");
    row("a label with a slash", "Dockerfile", "FROM ubuntu:22.04\nLABEL a/b=c\n", "/image/labels", R"({"a/b":"c"})");
    row("CMD of the exec form", "Dockerfile", "FROM ubuntu:22.04\nCMD [\"python3\", \"-m\"]\n", "/image/command", R"(["python3","-m"])");
    row("CMD of the shell form", "Dockerfile", "FROM ubuntu:22.04\nCMD python3 -m x\n", "/image/command", R"(["/bin/sh","-c","python3 -m x"])");
    row("dpkg -l", "dpkg.txt", "ii  curl:amd64 7.88 amd64 x\nrc  old 1 all y\n", "/debs/runtime", R"(["python3","curl"])");
    row("NVIDIA's debs keep their version", "dpkg.txt", "hi  libnvinfer8 8.6.1.6-1+cuda11.8 amd64 x\n", "/debs", R"({"runtime":["python3","libnvinfer8=8.6.1.6-1+cuda11.8"],"hold":["libnvinfer8"]})");
    row("dpkg --get-selections", "dpkg.txt", "curl\t\t\tinstall\nold\tdeinstall\n", "/debs/runtime", R"(["python3","curl"])");
}

void TestImportSources::takes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, wanted);
    const Json changed = imported(text, file);
    const Json::json_pointer at(toStd(pointer));
    QVERIFY2(changed.contains(at), changed.dump().c_str());
    QCOMPARE(QByteArray::fromStdString(changed.at(at).dump()), wanted);
}

void TestImportSources::notes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *file, const QByteArray &text, int line, const char *part) {
        QTest::newRow(name) << QString::fromLatin1(file) << text << line << QString::fromUtf8(part);
    };
    row("a file that is named", "requirements.txt", "numpy\n-r more.txt\n", 2, "more.txt");
    row("another index", "requirements.txt", "--index-url https://example.invalid/simple\n", 1, "wheels.indexes");
    row("an editable install", "requirements.txt", "-e .\n", 1, "editable");
    row("no requirement", "requirements.txt", "numpy\n\n!!!\n", 3, "no requirement");
    row("torch without a release", "requirements.txt", "torch>=2\n", 1, "pytorch");
    row("the stub of TensorRT", "requirements.txt", "tensorrt==8.6.1\n", 1, "tensorrt");
    row("a file of that machine", "freeze.txt", "x @ file:///tmp/x.whl\n", 1, "place");
    row("an optional group", "pyproject.toml", "[project]\ndependencies = []\n[project.optional-dependencies]\ndev = [\"pytest\"]\n", 4, "dev");
    row("a range of Pythons", "pyproject.toml", "[project]\nrequires-python = \">=3.9\"\n", 2, "Python");
    row("neither table", "pyproject.toml", "[tool.x]\na = 1\n", 0, "[project]");
    row("an unknown command", "Dockerfile", "FROM ubuntu:22.04\nRUN echo a && conda install x\n", 2, "conda");
    row("files of the context", "Dockerfile", "FROM ubuntu:22.04\nCOPY . /app\n", 2, "context");
    row("a syntax line", "Dockerfile", "# syntax=docker/dockerfile:1\nFROM ubuntu:22.04\n", 1, "pulls an image");
    row("a base of a variable", "Dockerfile", "FROM $BASE\n", 1, "$BASE");
    row("the line of a later instruction", "Dockerfile", "FROM ubuntu:22.04\nRUN apt-get update && \\\n  apt-get install -y curl\nVOLUME /x\n", 4, "VOLUME");
    row("what is no line of dpkg's", "dpkg.txt", "ii  curl 7.88 amd64 x\nhello\n", 2, "dpkg");
    row("a package that was removed", "dpkg.txt", "rc  old 1 all y\n", 1, "old");
}

void TestImportSources::notes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, part);
    const auto import = importSource(text, file, base, base);
    QVERIFY2(import, import ? "" : qPrintable(import.error().text()));
    QStringList all;
    for (const ImportNote &note : import->notes) {
        all.append(u"%1: %2 (%3)"_s.arg(note.line).arg(note.what, note.text));
        if (note.line == line && (note.what.contains(part) || note.text.contains(part)))
            return;
    }
    QFAIL(qPrintable(all.join(u'\n')));
}

void TestImportSources::anInheritedListIsCopied()
{
    const Json own = {{"schema_version", 1}, {"extends", "parent"}};
    const auto import = importSource("rich\n", u"requirements.txt"_s, own, base);
    QVERIFY(import);
    const Json changed = own.patch(import->patch);
    QVERIFY(changed["wheels"]["requirements"] == Json::array({"numpy", "pillow", "rich"}));
    QVERIFY(!changed.contains("debs")); // what is not touched stays inherited
}

void TestImportSources::aSecondImportChangesNothing()
{
    const QByteArray text = "FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04\nRUN apt-get install curl\nENV A=1\nRUN pip install rich==13\n";
    const Json once = imported(text, u"Dockerfile"_s);
    const auto again = importSource(text, u"Dockerfile"_s, once, once);
    QVERIFY(again);
    QVERIFY2(again->patch.empty() && again->taken.isEmpty(), again->patch.dump().c_str());
}

void TestImportSources::badTomlHasItsPlace()
{
    const auto import = importSource("[project]\nname = \n", u"pyproject.toml"_s, base, base);
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::Invalid);
    QCOMPARE(import.error().place.line, 2);
    QVERIFY(import.error().place.column > 0);
}

void TestImportSources::refuses()
{
    const auto codeOf = [](const QByteArray &text, const QString &file) {
        const auto import = importSource(text, file, base, base);
        return import ? ErrorCode::Internal : import.error().code;
    };
    QCOMPARE(codeOf(QByteArray(maxImportBytes + 1, 'a'), u"requirements.txt"_s), ErrorCode::Invalid);
    QCOMPARE(codeOf("\xff\xfe" "a", u"requirements.txt"_s), ErrorCode::Invalid);
    QCOMPARE(codeOf("Dear reader.\n", u"letter"_s), ErrorCode::Unsupported);
}

// Work that grows with the square of the length would take hours here.
void TestImportSources::longListsAreRead()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "ii  package" + QByteArray::number(i) + " 1.0 amd64 x\n";
    const auto import = importSource(text, u"dpkg.txt"_s, base, base);
    QVERIFY(import);
    QCOMPARE(import->taken.size(), 20'000);
}

QTEST_APPLESS_MAIN(TestImportSources)
#include "test_import_sources.moc"
