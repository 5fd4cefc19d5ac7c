// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "build/build_args.h"
#include "build/engine.h"
#include "build/engine_probe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;

/// Clients are small scripts that answer as the real ones do, so that every combination of a machine can be tried.
class TestEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatAClientCan_data();
    void offersWhatAClientCan();
    void takesTheOlderClientThatCanMount();
    void saysWhyAClientCannotBeUsed_data();
    void saysWhyAClientCannotBeUsed();
    void withNothingThereTheHintSaysSo();
    void buildahNeedsPodman();
    void anEngineIsChosenById();
    void argumentsCutTheNetwork_data();
    void argumentsCutTheNetwork();

private:
    static void put(const QString &path, const QByteArray &script);
    static QByteArray docker(const QByteArray &client, const QByteArray &server, const QByteArray &buildx);
};

void TestEngines::put(const QString &path, const QByteArray &script)
{
    QVERIFY(writeFileAtomically(path, "#!/bin/sh\n" + script));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QByteArray TestEngines::docker(const QByteArray &client, const QByteArray &server, const QByteArray &buildx)
{
    QByteArray script = "case \"$1\" in\nversion) echo '{\"Client\":{\"Version\":\"" + client + "\"},\"Server\":"
        + (server.isEmpty() ? QByteArray("null") : "{\"Version\":\"" + server + "\"}") + "}';;\n";
    script += buildx.isEmpty() ? QByteArray("buildx) echo \"docker: 'buildx' is not a docker command.\" >&2; exit 1;;\n")
                               : "buildx) echo 'github.com/docker/buildx v" + buildx + " abc';;\n";
    return script + "info) echo '{\"DockerRootDir\":\"/var/lib/docker\",\"Driver\":\"overlay2\",\"Runtimes\":{\"runc\":{}}}';;\nesac\n";
}

void TestEngines::offersWhatAClientCan_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("buildx");
    QTest::addColumn<QList<Builder>>("builders");
    using L = QList<Builder>;
    QTest::newRow("20.10 without buildx") << u"20.10.24+dfsg1"_s << u"20.10.24"_s << QString() << L{Builder::BuildKit, Builder::Legacy};
    QTest::newRow("20.10 with buildx") << u"20.10.24"_s << u"20.10.24"_s << u"0.13.1"_s
                                       << L{Builder::Buildx, Builder::BuildKit, Builder::Legacy};
    QTest::newRow("28 without buildx") << u"28.2.2"_s << u"20.10.24"_s << QString() << L{Builder::Legacy};
    QTest::newRow("28 with buildx") << u"28.5.2"_s << u"28.5.2"_s << u"0.29.1"_s << L{Builder::Buildx, Builder::Legacy};
    QTest::newRow("a buildx before rawjson") << u"23.0.1"_s << u"23.0.1"_s << u"0.10.2"_s << L{Builder::Legacy};
    QTest::newRow("no daemon") << u"28.5.2"_s << QString() << u"0.29.1"_s << L{};
}

void TestEngines::offersWhatAClientCan()
{
    QFETCH(QString, client);
    QFETCH(QString, server);
    QFETCH(QString, buildx);
    QTEST(buildersOf({u"docker"_s, client, server, buildx, false}), "builders");
}

void TestEngines::takesTheOlderClientThatCanMount()
{
    const QTemporaryDir folder;
    put(folder.filePath(u"new/docker"_s), docker("28.2.2", "20.10.24", {}));
    put(folder.filePath(u"old/docker"_s), docker("20.10.24+dfsg1", "20.10.24", {}));
    QVERIFY(QFile::link(folder.filePath(u"old"_s), folder.filePath(u"again"_s)));
    EngineSearch search;
    search.folders = {folder.filePath(u"new"_s), folder.filePath(u"old"_s), folder.filePath(u"again"_s)};
    const auto report = findEngines(search);
    QVERIFY(report);
    QCOMPARE(report->engines.size(), 3); // BuildKit of the old one; legacy of both; the link counts once
    QCOMPARE(report->engines.at(0).id, u"buildkit"_s);
    QCOMPARE(report->engines.at(0).command.program, folder.filePath(u"old/docker"_s));
    QCOMPARE(report->engines.at(0).dataFolder, u"/var/lib/docker"_s);
    QCOMPARE(report->engines.at(1).id, u"legacy"_s);
    QCOMPARE(report->engines.at(2).id, u"legacy:"_s + folder.filePath(u"old/docker"_s));
    QVERIFY(report->why.contains(folder.filePath(u"old/docker"_s)));
}

void TestEngines::saysWhyAClientCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QString>("hint");
    QTest::newRow("socket denied") << QByteArray("permission denied while trying to connect to the Docker daemon socket") << u"group"_s;
    QTest::newRow("socket denied, and asks whether it runs")
        << QByteArray("dial unix /var/run/docker.sock: connect: permission denied. Is the docker daemon running?") << u"group"_s;
    QTest::newRow("not running") << QByteArray("Cannot connect to the Docker daemon at unix:///var/run/docker.sock.") << u"Start it"_s;
    QTest::newRow("too old") << QByteArray("client version 1.41 is too old. Minimum supported API version is 1.44") << u"Update"_s;
}

void TestEngines::saysWhyAClientCannotBeUsed()
{
    QFETCH(QByteArray, says);
    QFETCH(QString, hint);
    const QTemporaryDir folder;
    put(folder.filePath(u"docker"_s), "echo '{\"Client\":{\"Version\":\"28.2.2\"},\"Server\":null}'; echo '" + says + "' >&2; exit 1\n");
    EngineSearch search;
    search.folders = {folder.path()};
    const auto report = findEngines(search);
    QVERIFY(report);
    QVERIFY(report->engines.isEmpty());
    QCOMPARE(report->problems.size(), 1);
    QVERIFY2(report->problems.first().error.hint.contains(hint), qPrintable(report->problems.first().error.hint));
    QVERIFY(!chooseEngine(*report));
}

void TestEngines::withNothingThereTheHintSaysSo()
{
    const QTemporaryDir folder;
    EngineSearch search;
    search.folders = {folder.path()};
    const auto report = findEngines(search);
    QVERIFY(report && report->engines.isEmpty());
    const auto engine = chooseEngine(*report);
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, ErrorCode::MissingTool);
    QVERIFY(engine.error().hint.contains(u"podman"_s));
}

void TestEngines::buildahNeedsPodman()
{
    const QTemporaryDir folder;
    put(folder.filePath(u"buildah"_s), "echo '{\"version\":\"1.39.3\"}'\n");
    EngineSearch search;
    search.folders = {folder.path()};
    QVERIFY(findEngines(search)->engines.isEmpty());
    put(folder.filePath(u"podman"_s), "echo '{\"Client\":{\"Version\":\"5.4.2\"}}'\n");
    const auto report = findEngines(search);
    QCOMPARE(report->engines.size(), 2);
    QCOMPARE(report->engines.first().id, u"buildah"_s);
    QCOMPARE(report->engines.first().images.program, folder.filePath(u"podman"_s));
}

void TestEngines::anEngineIsChosenById()
{
    const QTemporaryDir folder;
    put(folder.filePath(u"docker"_s), docker("20.10.24", "20.10.24", "0.13.1"));
    EngineSearch search;
    search.folders = {folder.path()};
    const auto report = findEngines(search);
    QCOMPARE(chooseEngine(*report)->builder, Builder::Buildx);
    QCOMPARE(chooseEngine(*report, u"legacy"_s)->builder, Builder::Legacy);
    const auto none = chooseEngine(*report, u"podman"_s);
    QVERIFY(!none && none.error().hint.contains(u"buildkit"_s));
}

void TestEngines::argumentsCutTheNetwork_data()
{
    QTest::addColumn<Builder>("builder");
    for (const Builder builder : {Builder::Buildx, Builder::BuildKit, Builder::Buildah, Builder::Podman, Builder::Legacy})
        QTest::newRow(qPrintable(builderName(builder))) << builder;
}

void TestEngines::argumentsCutTheNetwork()
{
    QFETCH(Builder, builder);
    const QStringList arguments = buildArguments(builder, {u"/b/Dockerfile"_s, u"/b/ignore"_s, u"/c"_s, u"/b/id"_s,
                                                           u"localhost/x:1"_s, true, {u"--memory=1g"_s}});
    QVERIFY(arguments.contains(u"--network=none"_s));
    QVERIFY(arguments.contains(u"--no-cache"_s));
    QVERIFY(!arguments.contains(u"--pull"_s));
    QCOMPARE(arguments.last(), u"/c"_s);
    QCOMPARE(arguments.at(arguments.size() - 2), u"--memory=1g"_s);
    QCOMPARE(arguments.value(arguments.indexOf(u"--iidfile"_s) + 1), u"/b/id"_s);
}

QTEST_GUILESS_MAIN(TestEngines)
#include "test_engines.moc"
