// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "base/sha256.h"
#include "build/lint.h"
#include "build/recipe.h"
#include "build/recipe_text.h"

#include <QTest>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;

class TestRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingReachesForTheNetwork_data() { forms(); }
    void nothingReachesForTheNetwork();
    void everyStepIsValidShell_data() { forms(); }
    void everyStepIsValidShell();
    void equalInputGivesEqualBytes();
    void debsAreNamedWithVersionsPerStage();
    void bindMountsCopyNoArtifact();
    void legacyRepeatsTheBaseEnvironment();
    void tensorRtIsFoundByTheLoader_data();
    void tensorRtIsFoundByTheLoader();
    void anArchiveIsCheckedBeforeItIsUnpacked();
    void sourceArchivesAreBuiltWithWhatIsLocked_data() { forms(); }
    void sourceArchivesAreBuiltWithWhatIsLocked();
    void theUserComesLast_data();
    void theUserComesLast();
    void valuesStayValues();
    void badValuesAreRefused_data();
    void badValuesAreRefused();
    void onlyWhatIsReadIsSent();
    void lintFindsWhatNetworkNoneDoesNotStop_data();
    void lintFindsWhatNetworkNoneDoesNotStop();
    void lintKnowsStagesFromImages();
    void tagsAreReferences_data();
    void tagsAreReferences();

private:
    static void forms();
    static RecipeInput input();
    static lock::Artifact artifact(lock::ArtifactKind kind, const QString &name, const QString &version, lock::Stages stages);
    static QByteArray dockerfile(const RecipeInput &input);
    static QStringList runs(const QByteArray &dockerfile);
};

void TestRecipe::forms()
{
    QTest::addColumn<RecipeForm>("form");
    QTest::newRow("with bind mounts") << RecipeForm::BindMounts;
    QTest::newRow("for the legacy builder") << RecipeForm::Legacy;
}

lock::Artifact TestRecipe::artifact(lock::ArtifactKind kind, const QString &name, const QString &version, lock::Stages stages)
{
    lock::Artifact artifact;
    artifact.kind = kind;
    artifact.name = name;
    artifact.version = version;
    artifact.architecture = kind == lock::ArtifactKind::Deb ? u"amd64"_s : QString();
    artifact.fileName = name + u'-' + version + u".file"_s;
    artifact.sha256 = QString(64, u'a');
    artifact.stages = stages;
    return artifact;
}

RecipeInput TestRecipe::input()
{
    using lock::ArtifactKind;
    using lock::Stage;
    RecipeInput input;
    input.preset.name = u"ubuntu22.04-cuda11.8"_s;
    input.preset.runtimeImage.reference = u"nvidia/cuda:11.8.0-runtime-ubuntu22.04"_s;
    input.preset.builderImage.reference = u"nvidia/cuda:11.8.0-devel-ubuntu22.04"_s;
    input.preset.python.version = u"3.10"_s;
    input.preset.image.labels = {{u"org.example.owner"_s, u"team \"a\" $HOME"_s}};
    input.preset.image.env = {{u"GREETING"_s, u"a\\b \"c\" ${PATH}"_s}};
    input.preset.image.workingFolder = u"/work space"_s;
    input.preset.image.command = {u"python3"_s, u"-c"_s, u"print(\"x\")"_s};
    input.lock.presetName = input.preset.name;
    input.lock.pythonVersion = u"3.10"_s;
    input.lock.architecture = u"amd64"_s;
    input.lock.artifacts = {artifact(ArtifactKind::Wheel, u"numpy"_s, u"1.26.4"_s, Stage::Builder),
                            artifact(ArtifactKind::Deb, u"libgomp1"_s, u"12.3.0-1ubuntu1~22.04"_s, Stage::Runtime),
                            artifact(ArtifactKind::Deb, u"python3"_s, u"3.10.6-1~22.04"_s, {Stage::Runtime, Stage::Builder}),
                            artifact(ArtifactKind::Deb, u"python3-venv"_s, u"3.10.6-1~22.04"_s, Stage::Builder)};
    input.lockSha256 = Sha256::of("lock");
    input.runtimeConfig.env = {u"PATH=/usr/local/cuda/bin:/usr/bin:/bin"_s, u"NVIDIA_VISIBLE_DEVICES=all"_s,
                               u"NVIDIA_REQUIRE_CUDA=cuda>=11.8 brand=tesla,driver>=450"_s,
                               u"LD_LIBRARY_PATH=/usr/local/nvidia/lib"_s};
    return input;
}

QByteArray TestRecipe::dockerfile(const RecipeInput &input)
{
    const auto recipe = renderRecipe(input);
    if (!recipe)
        qWarning("%s", qPrintable(recipe.error().text()));
    return recipe ? recipe->dockerfile : QByteArray();
}

/// The commands of RUN, without mounts, as /bin/sh -c would get them.
QStringList TestRecipe::runs(const QByteArray &dockerfile)
{
    QStringList commands;
    const QString joined = QString::fromUtf8(dockerfile).replace(u"\\\n"_s, QString());
    for (const QString &line : joined.split(u'\n')) {
        if (!line.startsWith(u"RUN "_s))
            continue;
        QString command = line.mid(4).trimmed();
        while (command.startsWith(u"--mount="_s))
            command = command.mid(command.indexOf(u' ')).trimmed();
        commands << command;
    }
    return commands;
}

void TestRecipe::nothingReachesForTheNetwork()
{
    QFETCH(RecipeForm, form);
    RecipeInput some = input();
    some.form = form;
    const QByteArray text = dockerfile(some);
    const LintReport report = lintDockerfile(text);
    QVERIFY(report.findings.isEmpty());
    QCOMPARE(report.images, (QStringList{u"nvidia/cuda:11.8.0-devel-ubuntu22.04"_s, u"nvidia/cuda:11.8.0-runtime-ubuntu22.04"_s}));
    QVERIFY(!text.contains("syntax="));
    QVERIFY(text.contains("--no-index"));
    QVERIFY(text.contains("--require-hashes"));
    QCOMPARE(text.count("/proc/net/route"), 3);
}

void TestRecipe::everyStepIsValidShell()
{
    QFETCH(RecipeForm, form);
    RecipeInput some = input();
    some.form = form;
    const QStringList commands = runs(dockerfile(some));
    QCOMPARE(commands.size(), 4);
    for (const QString &command : commands) {
        ProcessRequest shell;
        shell.program = u"sh"_s;
        shell.arguments = {u"-n"_s, u"-c"_s, command};
        const auto outcome = runProcess(shell);
        QVERIFY(outcome);
        QVERIFY2(outcome->exitCode == 0, outcome->errorOutput + command.toUtf8());
    }
}

void TestRecipe::equalInputGivesEqualBytes()
{
    QCOMPARE(dockerfile(input()), dockerfile(input()));
    RecipeInput other = input();
    other.lockSha256 = Sha256::of("other");
    QVERIFY(dockerfile(other) != dockerfile(input()));
}

void TestRecipe::debsAreNamedWithVersionsPerStage()
{
    const QStringList commands = runs(dockerfile(input()));
    QVERIFY(commands.at(0).contains(u"python3-venv=3.10.6-1~22.04"_s));
    QVERIFY(!commands.at(0).contains(u"libgomp1"_s));
    QVERIFY(commands.at(2).contains(u"libgomp1=12.3.0-1ubuntu1~22.04"_s));
    QVERIFY(!commands.at(2).contains(u"python3-venv"_s));
}

void TestRecipe::bindMountsCopyNoArtifact()
{
    const QByteArray text = dockerfile(input());
    for (const QByteArray &line : text.split('\n'))
        QVERIFY2(!line.startsWith("COPY") || line.startsWith("COPY --from=builder"), line);
    QVERIFY(text.contains("--mount=type=bind,source=debs,target=/run/dosirak/debs"));
}

void TestRecipe::legacyRepeatsTheBaseEnvironment()
{
    RecipeInput some = input();
    some.form = RecipeForm::Legacy;
    const QByteArray text = dockerfile(some);
    QVERIFY(text.contains("FROM scratch AS runtime"));
    const QByteArray last = text.mid(text.indexOf("FROM scratch"));
    QVERIFY(last.contains(" NVIDIA_REQUIRE_CUDA=\"cuda>=11.8 brand=tesla,driver>=450\""));
    QVERIFY(last.contains(" LD_LIBRARY_PATH=\"/usr/local/nvidia/lib\""));
    QVERIFY(last.contains("PATH=\"/opt/venv/bin:/usr/local/cuda/bin:/usr/bin:/bin\""));
    QCOMPARE(text.count("\nENV "), 1);
    QVERIFY(!text.contains("--mount"));
    QVERIFY(!dockerfile(input()).contains("NVIDIA_"));
}

void TestRecipe::tensorRtIsFoundByTheLoader_data()
{
    QTest::addColumn<preset::TensorRtSource>("source");
    QTest::addColumn<QByteArray>("folder");
    QTest::newRow("from Debian packages") << preset::TensorRtSource::Debs << QByteArray("/usr/lib/x86_64-linux-gnu");
    QTest::newRow("from the vendor's tar") << preset::TensorRtSource::Tar << QByteArray("/opt/tensorrt/lib");
    QTest::newRow("from wheels") << preset::TensorRtSource::Wheels
                                 << QByteArray("/opt/venv/lib/python3.10/site-packages/tensorrt_libs");
}

void TestRecipe::tensorRtIsFoundByTheLoader()
{
    QFETCH(QByteArray, folder);
    RecipeInput some = input();
    some.preset.tensorrt = preset::TensorRt{};
    some.preset.tensorrt->enabled = true;
    some.preset.tensorrt->requiredInRuntime = true;
    QFETCH(preset::TensorRtSource, source);
    some.preset.tensorrtSource = source;
    if (source == preset::TensorRtSource::Tar) {
        preset::SourceArchive archive;
        archive.name = u"tensorrt"_s;
        archive.unpackTo = u"/opt/tensorrt"_s;
        some.preset.sources = {archive};
        some.lock.artifacts << artifact(lock::ArtifactKind::Source, u"tensorrt"_s, u"8.6.1"_s, lock::Stage::Runtime);
    }
    const QByteArray text = dockerfile(some);
    QVERIFY2(text.contains("ENV LD_LIBRARY_PATH=" + folder + "${LD_LIBRARY_PATH:+:${LD_LIBRARY_PATH}}"), text);
    QVERIFY2(text.contains("printf '%s\\n' " + folder + " > /etc/ld.so.conf.d/dosirak.conf"), text);
    some.preset.tensorrt->requiredInRuntime = false;
    QVERIFY(!dockerfile(some).contains("ld.so.conf"));
}

void TestRecipe::anArchiveIsCheckedBeforeItIsUnpacked()
{
    RecipeInput some = input();
    preset::SourceArchive archive;
    archive.name = u"models"_s;
    archive.unpackTo = u"/opt/models"_s;
    some.preset.sources = {archive};
    some.lock.artifacts << artifact(lock::ArtifactKind::Source, u"models"_s, u"1"_s, lock::Stage::Runtime);
    const QString step = runs(dockerfile(some)).at(3);
    QVERIFY(step.indexOf(u"sha256sum --check"_s) > 0);
    QVERIFY(step.indexOf(u"sha256sum --check"_s) < step.indexOf(u"tar -xf"_s));
    some.lock.artifacts.last().sha256.clear();
    const auto recipe = renderRecipe(some);
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::Incomplete);
}

void TestRecipe::sourceArchivesAreBuiltWithWhatIsLocked()
{
    QFETCH(RecipeForm, form);
    RecipeInput in = input();
    in.form = form;
    const auto add = [&](const QString &name, const QStringList &needs) {
        lock::Artifact sdist = artifact(lock::ArtifactKind::Source, name, u"1.0"_s, lock::Stage::Builder);
        sdist.fileName = name + u"-1.0.tar.gz"_s;
        sdist.needs = needs;
        sdist.sdist = true;
        in.lock.artifacts.append(sdist);
    };
    add(u"app"_s, {u"backend"_s, u"numpy"_s});
    add(u"backend"_s, {});
    const auto recipe = renderRecipe(in);
    QVERIFY2(recipe, recipe ? "" : qPrintable(recipe.error().text()));
    const QStringList commands = runs(recipe->dockerfile);
    const auto build = std::find_if(commands.begin(), commands.end(), [](const QString &c) { return c.contains(u"--no-build-isolation"_s); });
    QVERIFY(build != commands.end());
    // The one that builds comes first, and each is checked before pip sees it.
    const QStringList order = {u"/sources/backend-1.0.tar.gz' | sha256sum"_s, u"--no-cache-dir /run/dosirak/sources/backend-1.0.tar.gz"_s,
                               u"/sources/app-1.0.tar.gz' | sha256sum"_s, u"--no-cache-dir /run/dosirak/sources/app-1.0.tar.gz"_s};
    qsizetype at = 0;
    for (const QString &part : order) {
        at = build->indexOf(part, at);
        QVERIFY2(at >= 0, qPrintable(part + u" is not in order in\n"_s + *build));
    }
    QVERIFY(recipe->context.contains(u"sources/app-1.0.tar.gz"_s));
    ProcessRequest shell;
    shell.program = u"sh"_s;
    shell.arguments = {u"-n"_s, u"-c"_s, *build};
    const auto outcome = runProcess(shell, {});
    QVERIFY(outcome && outcome->exitCode == 0);
    in.lock.artifacts.last().fileName = u"x; rm -rf /"_s;
    QVERIFY(!renderRecipe(in));
}

void TestRecipe::theUserComesLast_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("none given") << QString() << QByteArray("USER 10001");
    QTest::newRow("a number") << u"1000"_s << QByteArray("USER 1000");
    QTest::newRow("a number with a group") << u"1000:100"_s << QByteArray("USER 1000:100");
    QTest::newRow("a name becomes a number") << u"app"_s << QByteArray("USER 10001");
    QTest::newRow("root") << u"root"_s << QByteArray("USER 0");
}

void TestRecipe::theUserComesLast()
{
    QFETCH(QString, user);
    RecipeInput some = input();
    some.preset.image.user = user;
    const QByteArray text = dockerfile(some).trimmed();
    QTEST(text.mid(text.lastIndexOf('\n') + 1), "line");
}

void TestRecipe::valuesStayValues()
{
    const QByteArray text = dockerfile(input());
    QVERIFY(text.contains(" GREETING=\"a\\\\b \\\"c\\\" \\${PATH}\""));
    QVERIFY(text.contains("\"org.example.owner\"=\"team \\\"a\\\" \\$HOME\""));
    QVERIFY(text.contains("CMD [\"python3\",\"-c\",\"print(\\\"x\\\")\"]"));
    QVERIFY(text.contains("chown 10001 '/work space'"));
    QCOMPARE(shellWord(u"it's"_s), QByteArray("'it'\\''s'"));
}

void TestRecipe::badValuesAreRefused_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which : {"a label with a line end", "a user that is no name", "a package name with a command in it",
                              "a version with a blank", "no base image", "a base image that is no reference",
                              "a folder that leaves its place", "a variable's name with a blank", "no Python version", "a package name with a line end",
                              "a user with a line end", "a tag with a line end"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

void TestRecipe::badValuesAreRefused()
{
    QFETCH(QString, which);
    RecipeInput some = input();
    if (which == u"a label with a line end"_s)
        some.preset.image.labels = {{u"a"_s, u"b\nRUN evil"_s}};
    if (which == u"a user that is no name"_s)
        some.preset.image.user = u"a; rm -rf /"_s;
    if (which == u"a package name with a command in it"_s)
        some.lock.artifacts[1].name = u"a$(reboot)"_s;
    if (which == u"a version with a blank"_s)
        some.lock.artifacts[1].version = u"1 2"_s;
    if (which == u"no base image"_s)
        some.preset.runtimeImage.reference.clear();
    if (which == u"a base image that is no reference"_s)
        some.preset.runtimeImage.reference = u"x\nRUN evil"_s;
    if (which == u"a folder that leaves its place"_s)
        some.preset.image.workingFolder = u"relative"_s;
    if (which == u"a variable's name with a blank"_s)
        some.preset.image.env = {{u"A B"_s, u"x"_s}};
    if (which == u"no Python version"_s)
        some.lock.pythonVersion = some.preset.python.version = QString();
    if (which == u"a package name with a line end"_s)
        some.lock.artifacts[1].name = u"libgomp1\n"_s;
    if (which == u"a user with a line end"_s)
        some.preset.image.user = u"app\n"_s;
    if (which == u"a tag with a line end"_s)
        some.preset.image.tag = u"localhost/a:1\n"_s;
    const auto recipe = renderRecipe(some);
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::Invalid);
}

void TestRecipe::onlyWhatIsReadIsSent()
{
    const auto recipe = renderRecipe(input());
    QVERIFY(recipe);
    QCOMPARE(recipe->context, (QStringList{u"debs"_s, u"requirements.txt"_s, u"wheels"_s}));
    QVERIFY(recipe->dockerignore.contains("*\n!debs\n!requirements.txt\n!wheels\n"));
}

void TestRecipe::lintFindsWhatNetworkNoneDoesNotStop_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("a syntax line") << QByteArray("# syntax=docker/dockerfile:1\nFROM a\n") << 1;
    QTest::newRow("ADD of a URL") << QByteArray("FROM a\nADD --chmod=1 https://example.org/x /x\n") << 2;
    QTest::newRow("ADD of git, in an array") << QByteArray("FROM a\n\nADD [\"git@example.org:x\", \"/x\"]\n") << 3;
    QTest::newRow("a step with a network") << QByteArray("FROM a\nRUN --network=host curl x\n") << 2;
    QTest::newRow("a base known later") << QByteArray("ARG B\nFROM $B\n") << 2;
    QTest::newRow("on a continued line") << QByteArray("FROM a\nADD \\\n # note\n  http://example.org/x /x\n") << 2;
}

void TestRecipe::lintFindsWhatNetworkNoneDoesNotStop()
{
    QFETCH(QByteArray, text);
    const LintReport report = lintDockerfile(text);
    QCOMPARE(report.findings.size(), 1);
    QTEST(report.findings.first().line, "line");
}

void TestRecipe::lintKnowsStagesFromImages()
{
    const LintReport report = lintDockerfile("FROM a:1 AS Build\nFROM build\nCOPY --from=build x x\nCOPY --from=0 y y\n"
                                             "COPY --from=tools:2 z z\nRUN --mount=type=bind,from=data:3,target=/d true\nFROM scratch\n");
    QVERIFY(report.findings.isEmpty());
    QCOMPARE(report.images, (QStringList{u"a:1"_s, u"tools:2"_s, u"data:3"_s}));
}

void TestRecipe::tagsAreReferences_data()
{
    QTest::addColumn<QString>("presetName");
    for (const char *name : {"ubuntu22.04-cuda11.8-torch2.1", "Demo", "a__b..c", "-x-", "한글"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestRecipe::tagsAreReferences()
{
    QFETCH(QString, presetName);
    QVERIFY2(checkReference(defaultTag(presetName)), qPrintable(defaultTag(presetName)));
}

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"
