// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a preset to the wheels of its lock, over loopback indexes.
#include "base/files.h"
#include "base/json.h"
#include "base/process.h"
#include "base/sha256.h"
#include "fetch/http_client.h"
#include "fetch/store.h"
#include "lock/diff.h"
#include "lock/lock_maker.h"
#include "lock/wheel_part.h"
#include "python/wheel_world.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace dosirak;
using namespace dosirak::lock;
using namespace Qt::StringLiterals;
using python::test::WheelWorld;

namespace {

const QString someWorld = uR"(
    app 1 : lib>=1 ; tool
    lib 1.0
    lib 1.5
    tool 2 sdist : lib
    hatchling 1 : lib
)"_s;

/// One working folder with its caches and store.
struct Desk {
    QTemporaryDir folder;
    LockInput input;

    explicit Desk(const WheelWorld &world)
    {
        input.folder = folder.path();
        input.cacheFolder = folder.filePath(u"cache"_s);
        input.storeFolder = folder.filePath(u"store"_s);
        input.preset.name = u"demo"_s;
        input.presetSha256 = QString(64, u'0');
        input.factsVersion = u"2026.11"_s;
        input.target = {u"3.11"_s, u"manylinux_2_36_x86_64"_s, u"amd64"_s, {}};
        input.preset.wheels.indexes = {{u"main"_s, world.indexUrl(), {}, false}};
        input.preset.wheels.requirements = {u"app"_s};
        input.preset.wheels.sdists = {u"tool"_s};
    }

    Result<MadeLock> lock()
    {
        fetch::NetworkSettings network;
        network.retries = 0;
        network.pageFreshness = std::chrono::seconds(0);
        fetch::HttpClient http(network);
        return makeLock(input, http, {}, {});
    }

    void write(const QString &name, const QByteArray &text)
    {
        QVERIFY(makeFolder(QFileInfo(folder.filePath(name)).absolutePath()));
        QVERIFY(writeFileAtomically(folder.filePath(name), text));
    }
};

QStringList pins(const LockFile &lock)
{
    QStringList list;
    for (const Artifact &artifact : lock.artifacts)
        list.append(artifact.name + u'=' + artifact.version + (artifact.sdist ? u"(source)"_s : QString()));
    return list;
}

} // namespace

class TestWheelLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalBytesOnEveryDesk();
    void keepsWhatFitsUnlessToldOtherwise();
    void aFileWithoutAHashIsHashedOnceAndKept();
    void noPasswordInTheLock();
    void requirementsFilesArePartOfWhatItAnswers();
    void holdsToItsSchema();
    void weighsItBeforeItIsDownloaded();
    void pylockIsReadByOthers();
    void pipInstallsFromIt();
};

void TestWheelLock::equalBytesOnEveryDesk()
{
    WheelWorld world(someWorld);
    Desk one(world);
    Desk other(world);
    const auto first = one.lock();
    QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
    const auto second = other.lock();
    const auto again = one.lock();
    QVERIFY(second && again);
    QCOMPARE(pins(first->lock).join(u' '), u"app=1 hatchling=1 lib=1.5 tool=2(source)"_s);
    QCOMPARE(writeLock(first->lock), writeLock(second->lock));
    QCOMPARE(writeLock(first->lock), writeLock(again->lock));
    QVERIFY(!writeLock(first->lock).contains(one.folder.path().toUtf8()));
    QCOMPARE(first->lock.factsVersion, u"2026.11"_s);
    const Artifact *tool = first->lock.find(ArtifactKind::Source, u"tool"_s);
    QVERIFY(tool);
    QCOMPARE(tool->relativePath(), u"sources/tool-2.tar.gz"_s);
    QCOMPARE(tool->needs, (QStringList{u"hatchling"_s, u"lib"_s}));
    QCOMPARE(first->lock.find(ArtifactKind::Wheel, u"hatchling"_s)->why, (QStringList{u"app"_s, u"tool"_s, u"hatchling"_s}));
}

void TestWheelLock::keepsWhatFitsUnlessToldOtherwise()
{
    WheelWorld before(u"a 1 : b\nb 1\nc 1"_s);
    Desk desk(before);
    desk.input.preset.wheels.requirements = {u"a"_s, u"c"_s};
    const auto first = desk.lock();
    QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
    WheelWorld after(u"a 1 : b\na 2 : b\nb 1\nb 2\nc 1\nc 2"_s);
    desk.input.preset.wheels.indexes = {{u"main"_s, after.indexUrl(), {}, false}};
    desk.input.old = first->lock;
    const auto same = desk.lock();
    QVERIFY(same);
    QCOMPARE(pins(same->lock).join(u' '), u"a=1 b=1 c=1"_s);
    desk.input.upgrade = {u"B"_s};
    const auto one = desk.lock();
    QVERIFY(one);
    QCOMPARE(pins(one->lock).join(u' '), u"a=1 b=2 c=1"_s);
    const auto changes = changesBetween(first->lock, one->lock);
    const auto moved = std::find_if(changes.begin(), changes.end(), [](const Change &change) { return change.from != change.to; });
    QVERIFY(moved != changes.end());
    QCOMPARE(moved->name, u"b"_s);
    QCOMPARE(moved->why, (QStringList{u"a"_s, u"b"_s}));
    desk.input.upgradeAll = true;
    QCOMPARE(pins(desk.lock()->lock).join(u' '), u"a=2 b=2 c=2"_s);
    // What the preset asks for now moves only what it must.
    desk.input.upgradeAll = false;
    desk.input.upgrade = {};
    desk.input.preset.wheels.requirements = {u"a>=2"_s, u"c"_s};
    QCOMPARE(pins(desk.lock()->lock).join(u' '), u"a=2 b=1 c=1"_s);
}

void TestWheelLock::aFileWithoutAHashIsHashedOnceAndKept()
{
    WheelWorld world(u"app 1 nohash"_s);
    Desk desk(world);
    const auto made = desk.lock();
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    const Artifact &wheel = made->lock.artifacts.first();
    QVERIFY(isSha256(wheel.sha256.toLatin1()));
    QVERIFY(fetch::Store(desk.input.storeFolder).contains(wheel.sha256.toLatin1(), wheel.size));
    QCOMPARE(made->notices.size(), 1);
    // The lock that is made again takes its word.
    const int asked = world.server().count("/files/main/app-1-py3-none-any.whl");
    desk.input.old = made->lock;
    const auto again = desk.lock();
    QVERIFY(again);
    QCOMPARE(writeLock(again->lock), writeLock(made->lock));
    QVERIFY(world.server().count("/files/main/app-1-py3-none-any.whl") <= asked + 1); // its metadata, and not all of it
}

void TestWheelLock::noPasswordInTheLock()
{
    WheelWorld world(someWorld);
    Desk desk(world);
    QUrl url(world.indexUrl());
    url.setUserInfo(u"me:s3cret"_s);
    desk.input.preset.wheels.indexes = {{u"main"_s, url.toString(), {}, false}};
    const auto made = desk.lock();
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    QVERIFY(!writeLock(made->lock).contains("s3cret"));
    QVERIFY(!writeRequirements(made->lock).contains("s3cret"));
    QVERIFY(!writePylock(made->lock, u"."_s).contains("s3cret"));
    QVERIFY(!made->notices.isEmpty());
    for (const QString &notice : made->notices)
        QVERIFY(!notice.contains(u"s3cret"_s));
    QVERIFY(made->notices.join(u' ').contains(u"netrc"_s));
}

void TestWheelLock::requirementsFilesArePartOfWhatItAnswers()
{
    WheelWorld world(someWorld);
    Desk desk(world);
    desk.write(u"req/app.txt"_s, "-r more.txt\n--extra-index-url https://other.example.org/simple\n");
    desk.write(u"req/more.txt"_s, "lib<1.5\n");
    desk.input.preset.wheels.requirementFiles = {u"req/app.txt"_s};
    const auto made = desk.lock();
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    QCOMPARE(made->lock.find(ArtifactKind::Wheel, u"lib"_s)->version, u"1.0"_s);
    QVERIFY(made->notices.join(u' ').contains(u"req/app.txt names indexes"_s));
    QCOMPARE(made->lock.inputs.size(), 2);
    QCOMPARE(made->lock.inputs[0].path, u"req/app.txt"_s);
    const auto before = inputFiles(desk.input.preset, desk.input.folder);
    QVERIFY(before);
    QCOMPARE(before->at(1).sha256, made->lock.inputs[1].sha256);
    desk.write(u"req/more.txt"_s, "lib<2\n");
    QVERIFY(inputFiles(desk.input.preset, desk.input.folder)->at(1).sha256 != made->lock.inputs[1].sha256);
    // Written and read it is still there.
    const auto read = parseLock(writeLock(made->lock), u"lock"_s);
    QVERIFY(read);
    QCOMPARE(read->inputs[1].path, u"req/more.txt"_s);
}

void TestWheelLock::holdsToItsSchema()
{
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    const auto schemaJson = nlohmann::json::parse(lockSchema().toStdString());
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schemaJson), schema);
    const auto holds = [&](const QByteArray &bytes) {
        const auto json = nlohmann::json::parse(bytes.toStdString());
        valijson::Validator validator;
        return validator.validate(schema, Adapter(json), nullptr);
    };
    WheelWorld world(someWorld);
    Desk desk(world);
    desk.write(u"app.txt"_s, "lib\n");
    desk.input.preset.wheels.requirementFiles = {u"app.txt"_s};
    auto made = desk.lock();
    QVERIFY(made);
    Artifact deb;
    deb.kind = ArtifactKind::Deb;
    deb.name = u"zlib1g"_s;
    deb.version = u"1:1.2"_s;
    deb.architecture = u"amd64"_s;
    deb.fileName = u"zlib1g_1.2_amd64.deb"_s;
    deb.sha256 = QString(64, u'b');
    deb.stages = {Stage::Builder, Stage::Runtime};
    deb.why = QStringList{u"zlib1g"_s};
    deb.stanza = u"Package: zlib1g\n"_s;
    Artifact image;
    image.kind = ArtifactKind::Image;
    image.name = u"debian:12"_s;
    image.version = u"sha256:"_s + QString(64, u'c');
    image.why = QStringList{u"debian:12"_s};
    made->lock.artifacts << deb << image;
    const QByteArray bytes = writeLock(made->lock);
    QVERIFY(holds(bytes));
    // And a schema that lets everything through would be none.
    for (const auto &[from, to] : std::initializer_list<std::pair<const char *, const char *>>{
             {"\"kind\": \"deb\"", "\"kind\": \"dab\""}, {"zlib1g_1.2_amd64.deb", "../zlib1g.deb"}, {"\"inputs\"", "\"imputs\""},
             {"\"sdist\": true", "\"sdist\": \"yes\""}, {"\"lock_version\": 1", "\"lock_version\": 3"}}) {
        QByteArray broken = bytes;
        QVERIFY2(broken.contains(from), from);
        QVERIFY2(!holds(broken.replace(from, to)), to);
    }
}

void TestWheelLock::weighsItBeforeItIsDownloaded()
{
    LockFile lock;
    const auto add = [&](ArtifactKind kind, const QString &name, qint64 size, const QString &licence) {
        Artifact artifact;
        artifact.kind = kind;
        artifact.name = name;
        artifact.size = size;
        artifact.licence = licence;
        lock.artifacts.append(artifact);
    };
    add(ArtifactKind::Wheel, u"a"_s, 10, u"MIT License"_s);
    add(ArtifactKind::Wheel, u"b"_s, -1, u"MIT"_s);
    add(ArtifactKind::Wheel, u"c"_s, 5, {});
    add(ArtifactKind::Wheel, u"d"_s, 5, u"Apache License, Version 2.0"_s);
    add(ArtifactKind::Deb, u"e"_s, 7, {});
    add(ArtifactKind::Image, u"f"_s, 100, {});
    const auto kinds = kindTotals(lock);
    QCOMPARE(kinds.size(), 3);
    QCOMPARE(kinds[0].files, 4);
    QCOMPARE(kinds[0].bytes, 20);
    QCOMPARE(kinds[0].unknownSizes, 1);
    QCOMPARE(kinds[1].bytes, 7);
    const auto licences = licenceTotals(lock);
    QCOMPARE(licences.size(), 3);
    QCOMPARE(licences[0].licence, u"MIT"_s);
    QCOMPARE(licences[0].packages, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(licences[1].licence, u"Apache-2.0"_s);
    QCOMPARE(licences[2].licence, QString()); // what says nothing comes last
    QCOMPARE(licences[2].packages, QStringList{u"c"_s});
}

void TestWheelLock::pylockIsReadByOthers()
{
    WheelWorld world(someWorld);
    Desk desk(world);
    const auto made = desk.lock();
    QVERIFY(made);
    desk.write(u"pylock.toml"_s, writePylock(made->lock, u"artifacts/demo"_s));
    ProcessRequest request;
    request.program = u"python3"_s;
    request.arguments = {u"-c"_s, uR"(import json, sys, tomllib
print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))
)"_s, desk.folder.filePath(u"pylock.toml"_s)};
    const auto outcome = runProcess(request);
    QVERIFY2(outcome && outcome->exitCode == 0, outcome ? outcome->errorOutput.constData() : qPrintable(outcome.error().text()));
    const auto root = parseJson(outcome->output, u"pylock"_s);
    QVERIFY(root);
    const auto text = [](const Json &object, const char *key) { return fromStd(object.at(key).get<std::string>()); };
    QCOMPARE(text(*root, "lock-version"), u"1.0"_s);
    QCOMPARE(text(*root, "requires-python"), u"==3.11.*"_s);
    QCOMPARE(text(*root, "created-by"), u"dosirak"_s);
    QVERIFY(fromStd(root->at("environments")[0].get<std::string>()).contains(u"platform_machine == 'x86_64'"_s));
    const Json &packages = root->at("packages");
    QCOMPARE(packages.size(), size_t(4));
    for (const Json &package : packages) {
        QVERIFY(package.contains("name") && package.contains("version"));
        QVERIFY(package.contains("wheels") != package.contains("sdist"));
        const Json &file = package.contains("sdist") ? package.at("sdist") : package.at("wheels")[0];
        const Artifact *artifact = made->lock.find(package.contains("sdist") ? ArtifactKind::Source : ArtifactKind::Wheel,
                                                   text(package, "name"));
        QVERIFY(artifact);
        QCOMPARE(text(file.at("hashes"), "sha256"), artifact->sha256);
        QCOMPARE(text(file, "path"), u"artifacts/demo/"_s + artifact->relativePath());
        QCOMPARE(text(file, "url"), artifact->url);
    }
    QCOMPARE(text(packages[0].at("dependencies")[0], "name"), u"lib"_s);
    QVERIFY(checkPylockName(u"/x/pylock.toml"_s) && checkPylockName(u"pylock.demo.toml"_s));
    QVERIFY(!checkPylockName(u"lock.toml"_s) && !checkPylockName(u"pylock.a.b.toml"_s));
}

/// What the README promises to a person without Dosirak: pip alone, offline, with every hash checked.
void TestWheelLock::pipInstallsFromIt()
{
    WheelWorld world(u"app 1 : lib>=1\nlib 1.5"_s);
    Desk desk(world);
    const auto made = desk.lock();
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    world.writeFiles(desk.folder.path());
    desk.write(u"requirements.txt"_s, writeRequirements(made->lock));
    const auto run = [](const QString &program, const QStringList &arguments) {
        ProcessRequest request;
        request.program = program;
        request.arguments = arguments;
        request.timeout = std::chrono::milliseconds(0);
        request.environment.insert(u"PIP_DISABLE_PIP_VERSION_CHECK"_s, u"1"_s);
        return runProcess(request);
    };
    const QString venv = desk.folder.filePath(u"venv"_s);
    const auto madeVenv = run(u"python3"_s, {u"-m"_s, u"venv"_s, venv});
    QVERIFY2(madeVenv && madeVenv->exitCode == 0, madeVenv ? madeVenv->errorOutput.constData() : qPrintable(madeVenv.error().text()));
    const auto install = [&] {
        return run(venv + u"/bin/python"_s, {u"-m"_s, u"pip"_s, u"install"_s, u"-q"_s, u"--no-index"_s, u"--find-links"_s, desk.folder.path(),
                                             u"--require-hashes"_s, u"--no-deps"_s, u"-r"_s, desk.folder.filePath(u"requirements.txt"_s)});
    };
    const auto installed = install();
    QVERIFY2(installed && installed->exitCode == 0, installed ? installed->errorOutput.constData() : qPrintable(installed.error().text()));
    const auto imported = run(venv + u"/bin/python"_s, {u"-c"_s, u"import app, lib"_s});
    QVERIFY(imported && imported->exitCode == 0);
    // The hashes are what it goes by.
    QByteArray other = writeRequirements(made->lock);
    const QByteArray hash = made->lock.artifacts.first().sha256.toLatin1();
    desk.write(u"requirements.txt"_s, other.replace(hash, QByteArray(64, '0')));
    QVERIFY(run(venv + u"/bin/python"_s, {u"-m"_s, u"pip"_s, u"uninstall"_s, u"-q"_s, u"-y"_s, u"app"_s}));
    const auto refused = install();
    QVERIFY(refused && refused->exitCode != 0);
}

QTEST_GUILESS_MAIN(TestWheelLock)
#include "test_wheel_lock.moc"
