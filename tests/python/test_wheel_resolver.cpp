// SPDX-License-Identifier: GPL-3.0-or-later
#include "wheel_world.h"

#include "base/json.h"
#include "fetch/http_client.h"
#include "python/index_of_pip.h"
#include "python/wheel_resolver.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <thread>

using namespace dosirak;
using namespace dosirak::python;
using namespace dosirak::python::test;
using namespace Qt::StringLiterals;

namespace {

fetch::NetworkSettings networkFor(const QTemporaryDir &folder)
{
    fetch::NetworkSettings settings;
    settings.cacheFolder = folder.filePath(u"http"_s);
    settings.retries = 0;
    return settings;
}

/// "numpy<2|pandas" and options behind blanks: "c:numpy<1" a constraint, "o:" an override, "x:" an exclude, "p:" a
/// pre-release name, "s:" an sdist name, "l:name==1" an old lock, "u:" upgrade this, "U" upgrade all, "before:DATE",
/// "python:3.9", "platform:…", "main=pattern" an index pinned to names, "second" one more index in order, "linux" its flag.
WheelRequest requestOf(const QString &text, const WheelWorld &world)
{
    WheelRequest request;
    request.python = "3.11";
    request.platform = "manylinux_2_28_x86_64";
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &requirement : words.first().split(u'|'))
        request.requirements.push_back(toStd(QString(requirement).replace(u'~', u' ')));
    for (const QString &word : words.mid(1)) {
        const QString value = word.mid(2);
        const std::string plain = toStd(value);
        if (word.startsWith(u"c:"))
            request.constraints.push_back(plain);
        else if (word.startsWith(u"o:"))
            request.overrides.push_back(plain);
        else if (word.startsWith(u"x:"))
            request.excludes.push_back(plain);
        else if (word.startsWith(u"p:"))
            request.prereleases.push_back(plain);
        else if (word.startsWith(u"s:"))
            request.sdists.push_back(plain);
        else if (word.startsWith(u"l:"))
            request.preferences.push_back({toStd(value.section(u"=="_s, 0, 0)), toStd(value.section(u"=="_s, 1))});
        else if (word.startsWith(u"u:"))
            request.upgrade.push_back(plain);
        else if (word == u"U")
            request.upgradeAll = true;
        else if (word.startsWith(u"before:"))
            request.excludeNewer = QDateTime(QDate::fromString(word.mid(7), Qt::ISODate), QTime(0, 0), QTimeZone::utc());
        else if (word.startsWith(u"python:"))
            request.python = toStd(word.mid(7));
        else if (word.startsWith(u"platform:"))
            request.platform = toStd(word.mid(9));
        else {
            const QString name = word.section(u'=', 0, 0);
            WheelIndex index{toStd(name), toStd(world.indexUrl(name)), {}, name.contains(u"linux"_s), name == u"flat"_s};
            for (const QString &pattern : word.section(u'=', 1).split(u',', Qt::SkipEmptyParts))
                index.packages.push_back(toStd(pattern));
            request.indexes.push_back(index);
        }
    }
    if (request.indexes.empty())
        request.indexes.push_back({"main", toStd(world.indexUrl()), {}, false});
    return request;
}

QStringList pinsOf(const WheelResolution &resolution)
{
    QStringList pins;
    for (const LockedWheel &wheel : resolution.wheels)
        pins.append(fromStd(wheel.name + " " + wheel.version));
    return pins;
}

struct Run {
    QTemporaryDir folder;
    WheelOptions options{std::chrono::seconds(600), folder.filePath(u"cache"_s)};

    Result<WheelResolution> operator()(const WheelRequest &request, const std::stop_token &stop = {})
    {
        fetch::HttpClient http(networkFor(folder));
        return resolveWheels(request, http, options, stop, {});
    }
};

const QString smallWeb = uR"(
    flask 3.0 : werkzeug>=3.0 ; jinja2>=3.1
    flask 2.3 : werkzeug>=2.3 ; jinja2>=3.1
    flask 2.2 : werkzeug>=2.2,<3 ; jinja2>=3.0
    werkzeug 3.1 : markupsafe>=2.1
    werkzeug 2.3 : markupsafe>=2.1
    werkzeug 2.2
    jinja2 3.1 : markupsafe>=2.0
    markupsafe 2.1
    markupsafe 2.0
)"_s;

} // namespace

class TestWheelResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void refusals_data();
    void refusals();
    void saysWhyEachIsThere();
    void saysWhatAnArchiveIsBuiltWith();
    void keepsMetadataForEver();
    void readsAsLittleAsHoldsMetadata();
    void readsMetadataInEveryWay_data();
    void readsMetadataInEveryWay();
    void asksForTheWholeLastClosureAtOnce();
    void wrongMetadataBesideIsNoSmallMatter();
    void aFileThatIsAnotherProjectIsPassedOver();
    void hashesLimitTheFiles();
    void aServerThatFailsIsNoMissingPackage();
    void tellsOfANameThatTwoIndexesHave_data();
    void tellsOfANameThatTwoIndexesHave();
    void takesTheIndexesOfThisMachine();
    void asksPipOnceADay();
    void stopsWhileItWaits();
    void equalColdAndWarm();
    void namesTheDefaultIndexFromTheEnvironment();
};

void TestWheelResolver::answers_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("pins");
    const auto row = [](const char *name, const QString &world, const QString &request, const QString &pins) {
        QTest::newRow(name) << world << request << pins;
    };
    row("the newest of all that is needed", smallWeb, u"flask"_s, u"flask 3.0,jinja2 3.1,markupsafe 2.1,werkzeug 3.1"_s);
    row("a direct limit pulls what asks for more back", smallWeb, u"flask|werkzeug<3"_s, u"flask 2.3,jinja2 3.1,markupsafe 2.1,werkzeug 2.3"_s);
    row("a constraint narrows without asking", smallWeb, u"flask c:werkzeug<2.3 c:absent==1"_s, u"flask 2.2,jinja2 3.1,markupsafe 2.1,werkzeug 2.2"_s);
    row("an override replaces what packages ask for", smallWeb, u"flask o:werkzeug==2.2"_s, u"flask 3.0,jinja2 3.1,markupsafe 2.1,werkzeug 2.2"_s);
    row("an excluded name is not there, whoever asks", smallWeb, u"flask x:markupsafe"_s, u"flask 3.0,jinja2 3.1,werkzeug 3.1"_s);
    row("names are compared normalised", u"Foo.Bar 1 : BAZ_qux\nbaz-qux 1"_s, u"foo_bar"_s, u"baz-qux 1,foo-bar 1"_s);
    row("what the old lock said stays", smallWeb, u"flask l:werkzeug==3.1 l:markupsafe==2.1 l:flask==2.3"_s, u"flask 2.3,jinja2 3.1,markupsafe 2.1,werkzeug 3.1"_s);
    row("unless it is to be upgraded", smallWeb, u"flask l:flask==2.3 u:Flask"_s, u"flask 3.0,jinja2 3.1,markupsafe 2.1,werkzeug 3.1"_s);
    row("or everything is", smallWeb, u"flask l:flask==2.3 l:markupsafe==2.0 U"_s, u"flask 3.0,jinja2 3.1,markupsafe 2.1,werkzeug 3.1"_s);
    row("an old lock that does not fit any more gives way", smallWeb, u"flask>=3 l:flask==2.3"_s, u"flask 3.0,jinja2 3.1,markupsafe 2.1,werkzeug 3.1"_s);
    row("a version for another Python is passed over", u"a 2 py=>=3.12\na 1 py=>=3.8"_s, u"a"_s, u"a 1"_s);
    row("also when only METADATA says so", u"a 2 inpy=>=3.12\na 1"_s, u"a"_s, u"a 1"_s);
    row("a wheel for another platform is passed over", u"a 2 tag=cp311-cp311-win_amd64\na 1 tag=cp311-cp311-manylinux_2_17_x86_64"_s, u"a"_s, u"a 1"_s);
    row("a wheel for a newer glibc is passed over", u"a 2 tag=cp311-cp311-manylinux_2_35_x86_64\na 1 tag=cp311-cp311-manylinux2014_x86_64"_s, u"a"_s, u"a 1"_s);
    row("a plain linux wheel needs leave", u"a 2 tag=cp311-cp311-linux_x86_64\na 1"_s, u"a"_s, u"a 1"_s);
    row("and has it on an index that is allowed them", u"a 2 index=linux tag=cp311-cp311-linux_x86_64\na 1 index=linux"_s, u"a linux"_s, u"a 2"_s);
    row("a yanked version is not there", u"a 2 yanked\na 1"_s, u"a"_s, u"a 1"_s);
    row("except for a pin", u"a 2 yanked\na 1"_s, u"a==2"_s, u"a 2"_s);
    row("a pattern is no pin", u"a 2.1 yanked\na 2.0"_s, u"a==2.*"_s, u"a 2.0"_s);
    row("finals before pre-releases", u"a 2rc1\na 1"_s, u"a"_s, u"a 1"_s);
    row("a pre-release when there is nothing else", u"a 2rc1\na 2b1"_s, u"a"_s, u"a 2rc1"_s);
    row("a pre-release when the requirement names one", u"a 2rc1\na 1"_s, u"a>=2b1"_s, u"a 2rc1"_s);
    row("a pre-release when the user welcomes it", u"a 2rc1\na 1"_s, u"a p:A"_s, u"a 2rc1"_s);
    row("a welcome is for one name", u"a 2rc1 : b\na 1 : b\nb 2rc1\nb 1"_s, u"a p:b"_s, u"a 1,b 2rc1"_s);
    row("a pre-release that another package pins", u"a 1 : b==2b1\nb 2b1\nb 1"_s, u"a"_s, u"a 1,b 2b1"_s);
    row("local versions come after their public one", u"a 2.1+cu118\na 2.1+cu121\na 2.1"_s, u"a==2.1"_s, u"a 2.1+cu121"_s);
    row("a pin may name the local version", u"a 2.1+cu118\na 2.1+cu121\na 2.1"_s, u"a==2.1+cu118"_s, u"a 2.1+cu118"_s);
    row("an extra brings what it needs", u"a 1 extras=x : b; extra == \"x\" ; c\nb 1\nc 1"_s, u"a[x]"_s, u"a 1,b 1,c 1"_s);
    row("without it nothing of that", u"a 1 extras=x : b; extra == \"x\" ; c\nb 1\nc 1"_s, u"a"_s, u"a 1,c 1"_s);
    row("an extra is of its package's version", u"a 2 extras=x : b>=2; extra == \"x\"\na 1 extras=x : b; extra == \"x\"\nb 1"_s, u"a[x]"_s, u"a 1,b 1"_s);
    row("an extra of an extra", u"a 1 extras=x,y : a[y]; extra == \"x\" ; b; extra == \"y\"\nb 1"_s, u"a[X]"_s, u"a 1,b 1"_s);
    row("an extra that is missing brings nothing", u"a 1"_s, u"a[nope]"_s, u"a 1"_s);
    row("a marker is judged for the target's system", u"a 1 : b; sys_platform == \"win32\" ; c; platform_machine == \"x86_64\"\nb 1\nc 1"_s, u"a"_s, u"a 1,c 1"_s);
    row("and for its Python", u"a 1 : b; python_version < \"3.10\"\nb 1"_s, u"a python:3.9"_s, u"a 1,b 1"_s);
    row("and for its architecture", u"a 1 : b; platform_machine == \"aarch64\"\nb 1"_s, u"a platform:manylinux_2_28_aarch64"_s, u"a 1,b 1"_s);
    row("a direct marker that does not hold asks for nothing", u"a 1\nb 1"_s, u"a|b;sys_platform==\"win32\""_s, u"a 1"_s);
    row("it goes back through a history", u"a 4 : b>=4\na 3 : b>=4\na 2 : b>=4\na 1 : b>=1\nb 3\nb 2"_s, u"a"_s, u"a 1,b 3"_s);
    row("direct requirements keep the newest before indirect ones", u"a 1 : c\nb 2 : c<2\nb 1 : c\nc 2\nc 1"_s, u"a|b"_s, u"a 1,b 2,c 1"_s);
    row("what is asked for first keeps its newest", u"a 2 : c==2\na 1 : c\nb 2 : c==1\nb 1 : c\nc 2\nc 1"_s, u"a|b"_s, u"a 2,b 1,c 2"_s);
    row("a circle", u"a 1 : b\nb 1 : a"_s, u"a"_s, u"a 1,b 1"_s);
    row("a source archive where it is allowed, with what it is built with", u"a 1 sdist : b\nb 1\nhatchling 0.9\nhatchling 1.2 : c\nc 1"_s, u"a s:a"_s,
        u"a 1,b 1,c 1,hatchling 1.2"_s);
    row("which may be a source archive itself", u"a 1 sdist requires=tool\ntool 1 sdist requires=base\nbase 1"_s, u"a s:a s:tool"_s, u"a 1,base 1,tool 1"_s);
    row("and fits with what is installed", u"a 1 sdist : c<2\nhatchling 1 : c\nc 1\nc 2"_s, u"a s:a"_s, u"a 1,c 1,hatchling 1"_s);
    row("a page of many projects", u"a 1 index=flat\nb 2 index=flat\nb 3"_s, u"a|b flat main"_s, u"a 1,b 2"_s);
    row("and what it does not list comes from the next index", u"a 1 index=flat\nb 3"_s, u"a|b flat main"_s, u"a 1,b 3"_s);
    row("TensorRT's real parts, from the index that has them", u"tensorrt-cu12-libs 10.0 fetches\ntensorrt-cu12-libs 10.0 index=nvidia tag=py2.py3-none-manylinux_2_28_x86_64 : nv-rt\ntensorrt-cu12-bindings 10.0 index=nvidia\nnv-rt 1"_s,
        u"tensorrt-cu12-libs==10.0|tensorrt-cu12-bindings==10.0 main nvidia=tensorrt-*"_s, u"nv-rt 1,tensorrt-cu12-bindings 10.0,tensorrt-cu12-libs 10.0"_s);
    row("a wheel before a newer file of the same version that is source", u"a 1\na 1 sdist"_s, u"a s:a"_s, u"a 1"_s);
    row("files that are newer than a date do not exist", u"a 2 time=2024-06-01\na 1 time=2023-01-01"_s, u"a before:2024-01-01"_s, u"a 1"_s);
    row("HTML pages", u"a 2 index=html py=>=3.12\na 1 index=html : b\nb 1 index=html yanked\nb 0.9 index=html"_s, u"a html"_s, u"a 1,b 0.9"_s);
    row("the first index that knows a package has it", u"a 1\na 2 index=second : b\nb 1 index=second"_s, u"a|b main second"_s, u"a 1,b 1"_s);
    row("a package comes from the index it is pinned to", u"a 1\na 2 index=second : b\nb 1\nb 2 index=second"_s, u"a|b main second=a"_s, u"a 2,b 1"_s);
    row("a pattern pins many", u"nv-a 1\nnv-a 2 index=second\nnvx 1\nnvx 2 index=second"_s, u"nv-a|nvx main second=nv-*"_s, u"nv-a 2,nvx 1"_s);
    row("the build number decides among equal wheels", u"a 1 tag=py3-none-any\na 1 tag=2-py3-none-any : b\nb 1"_s, u"a"_s, u"a 1,b 1"_s);
    row("the better tag decides before it", u"a 1 tag=cp311-cp311-manylinux_2_17_x86_64 : b\na 1 tag=9-py3-none-any\nb 1"_s, u"a"_s, u"a 1,b 1"_s);
}

void TestWheelResolver::answers()
{
    QFETCH(QString, world);
    QFETCH(QString, request);
    QFETCH(QString, pins);
    WheelWorld indexes(world);
    Run run;
    const auto answer = run(requestOf(request, indexes));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(pinsOf(*answer).join(u','), pins);
    for (const LockedWheel &wheel : answer->wheels) {
        QCOMPARE(wheel.sha256.size(), std::size_t(64));
        QVERIFY(!wheel.why.empty());
        QCOMPARE(wheel.why.back(), wheel.name);
        QCOMPARE(wheel.licence, "MIT");
    }
}

void TestWheelResolver::refusals_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<QString>("request");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says"); // parts of the whole text, between |
    const auto row = [](const char *name, const QString &world, const QString &request, ErrorCode code, const QString &says) {
        QTest::newRow(name) << world << request << int(code) << says;
    };
    row("two direct requirements against each other", smallWeb, u"flask>=3|werkzeug<3"_s, ErrorCode::Unsolvable,
        u"flask>=3 and werkzeug<3|flask 3.0 needs werkzeug>=3.0|there is no solution"_s);
    row("versions are said as ranges", u"a 3 : c>=2\na 2 : c>=2\na 1 : c>=2\nb 1 : c<2\nc 1\nc 2"_s, u"a|b"_s,
        ErrorCode::Unsolvable, u"a needs c>=2|b needs c<2"_s);
    row("a constraint is named", smallWeb, u"flask>=3 c:werkzeug<3"_s, ErrorCode::Unsolvable,
        u"you allow only werkzeug<3|drop the limit werkzeug<3"_s);
    row("only a source archive", u"a 1 : b>=2\nb 2 sdist\nb 1"_s, u"a"_s, ErrorCode::Unsolvable,
        u"b 2 is only there as a source archive|allow b as a source archive"_s);
    row("no wheel for the target", u"a 1 tag=cp39-cp39-win_amd64"_s, u"a"_s, ErrorCode::Unsolvable,
        u"a 1 has no wheel for Python 3.11.0 on manylinux_2_28_x86_64"_s);
    row("another Python", u"a 1 py=>=3.12"_s, u"a"_s, ErrorCode::Unsolvable, u"a 1 needs Python >=3.12"_s);
    row("a dependency that no index knows", u"a 1 : gone"_s, u"a"_s, ErrorCode::Unsolvable, u"no index knows gone"_s);
    row("a direct name that no index knows", u"a 1"_s, u"typo"_s, ErrorCode::NotFound, u"“typo”"_s);
    row("an archive that downloads while it is built", u"a 1 fetches"_s, u"a s:a"_s, ErrorCode::Unsolvable,
        u"a 1 is no source: while it is built it downloads|https://wheels.example.org"_s);
    row("such an archive is no way out either where archives are not allowed", u"a 1 fetches"_s, u"a"_s, ErrorCode::Unsolvable,
        u"a 1 is only there as a source archive|a 1 is no source|https://wheels.example.org"_s);
    row("TensorRT that only downloads, with the names of its parts", u"tensorrt 8.6.1 fetches\ntensorrt 8.6.0\nb 1"_s, u"tensorrt==8.6.1"_s, ErrorCode::Unsolvable,
        u"tensorrt 8.6.1 is no source|tensorrt-libs and tensorrt-bindings|https://wheels.example.org"_s);
    row("a pinned package is sought on no other index", u"a 1"_s, u"a main second=a"_s, ErrorCode::NotFound, u"“a”"_s);
    row("a requirement that is none", u"a 1"_s, u"a>>2"_s, ErrorCode::Invalid, u"a>>2"_s);
    row("a constraint with extras", u"a 1"_s, u"a c:a[x]"_s, ErrorCode::Invalid, u"a[x]"_s);
    row("a platform that is none", u"a 1"_s, u"a platform:amiga"_s, ErrorCode::Usage, u"amiga"_s);
    row("a version that is not there says what is", u"a 1\na 2"_s, u"a>=3"_s, ErrorCode::Unsolvable, u"there are a 1 to 2"_s);
    row("a file asked for by URL from inside", u"a 1 : b @ https://example.org/b-1-py3-none-any.whl"_s, u"a"_s,
        ErrorCode::Unsolvable, u"asks for a file by its URL"_s);
    row("a URL that is no file", u"a 1"_s, u"a@git+https://example.org/a"_s, ErrorCode::Unsupported, u"git+https"_s);
}

void TestWheelResolver::refusals()
{
    QFETCH(QString, world);
    QFETCH(QString, request);
    QFETCH(int, code);
    QFETCH(QString, says);
    WheelWorld indexes(world);
    Run run;
    const auto answer = run(requestOf(request, indexes));
    QVERIFY(!answer);
    const QString text = answer.error().text();
    QVERIFY2(int(answer.error().code) == code, qPrintable(text));
    for (const QString &part : says.split(u'|'))
        QVERIFY2(text.contains(part), qPrintable(u"“%1” is not in:\n%2"_s.arg(part, text)));
}

void TestWheelResolver::saysWhyEachIsThere()
{
    WheelWorld world(smallWeb);
    Run run;
    const auto answer = run(requestOf(u"flask"_s, world));
    QVERIFY(answer);
    const LockedWheel &markupsafe = answer->wheels.at(2);
    QCOMPARE(markupsafe.name, "markupsafe");
    QCOMPARE(markupsafe.why, (std::vector<std::string>{"flask", "jinja2", "markupsafe"}));
    QVERIFY(!markupsafe.direct);
    const LockedWheel &flask = answer->wheels.front();
    QVERIFY(flask.direct);
    QCOMPARE(flask.needs, (std::vector<std::string>{"jinja2", "werkzeug"}));
    QCOMPARE(flask.index, "main");
    QVERIFY(flask.size > 0);
    QVERIFY(flask.url.ends_with("/files/main/flask-3.0-py3-none-any.whl"));
}

void TestWheelResolver::saysWhatAnArchiveIsBuiltWith()
{
    WheelWorld world(u"top 1 : a\na 1 sdist\nhatchling 1 : c\nc 1"_s);
    Run run;
    const auto answer = run(requestOf(u"top s:a"_s, world));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(pinsOf(*answer).join(u','), u"a 1,c 1,hatchling 1,top 1"_s);
    QVERIFY(answer->wheels[0].isSdist);
    QCOMPARE(answer->wheels[0].needs, (std::vector<std::string>{"hatchling"}));
    QVERIFY(!answer->wheels[2].direct);
    QCOMPARE(answer->wheels[2].why, (std::vector<std::string>{"top", "a", "hatchling"}));
    QCOMPARE(answer->wheels[1].why, (std::vector<std::string>{"top", "a", "hatchling", "c"}));
    // What cannot be had is said with why it is wanted.
    WheelWorld without(u"a 1 sdist"_s);
    const auto refused = run(requestOf(u"a s:a"_s, without));
    QVERIFY(!refused);
    QVERIFY2(refused.error().text().contains(u"need to be built"_s), qPrintable(refused.error().text()));
}

void TestWheelResolver::keepsMetadataForEver()
{
    WheelWorld world(smallWeb);
    Run run;
    QVERIFY(run(requestOf(u"flask"_s, world)));
    const int pages = world.pageRequests();
    const int files = world.fileRequests();
    QVERIFY(pages >= 4);
    QVERIFY(files >= 4);
    // Pages are fresh for a while: nothing at all is asked.
    QVERIFY(run(requestOf(u"flask"_s, world)));
    QCOMPARE(world.pageRequests(), pages);
    QCOMPARE(world.fileRequests(), files);
    // And when they are not, metadata is still not asked for again.
    run.options.pagesFreshFor = std::chrono::seconds(0);
    QVERIFY(run(requestOf(u"flask"_s, world)));
    QVERIFY(world.pageRequests() > pages);
    QCOMPARE(world.fileRequests(), files);
}

void TestWheelResolver::readsAsLittleAsHoldsMetadata()
{
    WheelWorld world(u"a 1 fill=3000000"_s);
    Run run;
    const auto answer = run(requestOf(u"a"_s, world));
    QVERIFY(answer);
    QVERIFY(answer->wheels.front().size > 2'900'000);
    QVERIFY2(world.server().bytesSent() < 500'000, qPrintable(QString::number(world.server().bytesSent())));
}

void TestWheelResolver::readsMetadataInEveryWay_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("fileRequests");
    QTest::newRow("a small wheel whole by its end") << u"a 1 : b\nb 1"_s << 2;
    QTest::newRow("a large one by its end") << u"a 1 fill=100000 : b\nb 1"_s << 2;
    QTest::newRow("beside the wheel") << u"a 1 beside fill=100000 : b\nb 1 beside"_s << 2;
    QTest::newRow("from a server without ranges") << u"a 1 noranges fill=100000 : b\nb 1"_s << 2;
    QTest::newRow("without a hash") << u"a 1 nohash fill=200000 : b\nb 1"_s << 2;
}

void TestWheelResolver::readsMetadataInEveryWay()
{
    QFETCH(QString, world);
    QFETCH(int, fileRequests);
    WheelWorld indexes(world);
    Run run;
    const auto answer = run(requestOf(u"a"_s, indexes));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(pinsOf(*answer).join(u','), u"a 1,b 1"_s);
    QCOMPARE(indexes.fileRequests(), fileRequests);
    if (world.contains(u"nohash"_s)) {
        QVERIFY(answer->wheels.front().sha256.empty());
        QCOMPARE(answer->notices.size(), std::size_t(1));
        QVERIFY(answer->notices.front().contains(u"no hash of a 1"_s));
    }
    // The same files in a plain folder.
    QTemporaryDir folder;
    indexes.writeFiles(folder.path());
    WheelRequest local = requestOf(u"a"_s, indexes);
    for (const QString &url : {folder.path(), u"file://"_s + folder.path()}) {
        local.indexes = {{"folder", toStd(url), {}, false}};
        const auto fromFolder = run(local);
        QVERIFY2(fromFolder, fromFolder ? "" : qPrintable(fromFolder.error().text()));
        QCOMPARE(pinsOf(*fromFolder).join(u','), u"a 1,b 1"_s);
        QCOMPARE(fromFolder->wheels.front().sha256.size(), std::size_t(64));
    }
}

void TestWheelResolver::asksForTheWholeLastClosureAtOnce()
{
    // A chain: without the old lock each page is known only after the metadata before it.
    WheelWorld world(u"a 1 : b\nb 1 : c\nc 1 : d\nd 1"_s);
    Run run;
    const auto answer = run(requestOf(u"a l:a==1 l:b==1 l:c==1 l:d==1"_s, world));
    QVERIFY(answer);
    QStringList paths;
    for (const auto &request : world.server().requests())
        paths.append(QString::fromLatin1(request.path));
    // All four pages are on their way before the last file is asked for.
    qsizetype lastPage = 0;
    qsizetype lastFile = 0;
    for (qsizetype i = 0; i < paths.size(); ++i)
        (paths[i].contains(u"/simple/"_s) ? lastPage : lastFile) = i;
    QCOMPARE(world.pageRequests(), 4);
    QVERIFY(lastPage < lastFile);
}

void TestWheelResolver::wrongMetadataBesideIsNoSmallMatter()
{
    WheelWorld world(u"a 1 badbeside"_s);
    Run run;
    const auto answer = run(requestOf(u"a"_s, world));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Integrity);
}

void TestWheelResolver::aFileThatIsAnotherProjectIsPassedOver()
{
    WheelWorld world(u"a 2 othername=evil\na 1"_s);
    Run run;
    const auto answer = run(requestOf(u"a"_s, world));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(pinsOf(*answer).join(u','), u"a 1"_s);
}

void TestWheelResolver::hashesLimitTheFiles()
{
    WheelWorld world(u"a 2\na 1"_s);
    Run run;
    const auto free = run(requestOf(u"a==1"_s, world));
    QVERIFY(free);
    WheelRequest request = requestOf(u"a"_s, world);
    request.hashes["A"] = {free->wheels.front().sha256};
    const auto limited = run(request);
    QVERIFY(limited);
    QCOMPARE(pinsOf(*limited).join(u','), u"a 1"_s);
    request.hashes["A"] = {std::string(64, 'f')};
    const auto none = run(request);
    QVERIFY(!none);
    QVERIFY(none.error().text().contains(u"has one of the hashes"_s));
}

void TestWheelResolver::aServerThatFailsIsNoMissingPackage()
{
    WheelWorld world(u"a 1 index=second"_s);
    world.server().route("/main/simple/a/", dosirak::test::Answer::error(500));
    Run run;
    const auto answer = run(requestOf(u"a main second"_s, world));
    QVERIFY(!answer); // to go on to the second index would be a dependency confusion by failure
    QVERIFY(answer.error().code != ErrorCode::NotFound);
}

void TestWheelResolver::tellsOfANameThatTwoIndexesHave_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<QString>("request");
    QTest::addColumn<bool>("told");
    QTest::newRow("on both, and nobody says that they are one") << u"a 1\na 9 index=second"_s << u"a main second"_s << true;
    QTest::newRow("the second follows the first") << u"a 1\na 9 index=second tracks=main"_s << u"a main second"_s << false;
    QTest::newRow("the first says that the second is the same") << u"a 1 same=second\na 9 index=second"_s << u"a main second"_s << false;
    QTest::newRow("it is pinned") << u"a 1\na 9 index=second"_s << u"a main=a second"_s << false;
    QTest::newRow("only on one") << u"a 1\nb 9 index=second"_s << u"a main second"_s << false;
}

void TestWheelResolver::tellsOfANameThatTwoIndexesHave()
{
    QFETCH(QString, world);
    QFETCH(QString, request);
    QFETCH(bool, told);
    WheelWorld indexes(world);
    Run run;
    const auto answer = run(requestOf(request, indexes));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(pinsOf(*answer).join(u','), u"a 1"_s); // never the best of all
    QCOMPARE(answer->notices.size(), std::size_t(told ? 1 : 0));
    if (told)
        QVERIFY2(answer->notices.front().contains(u"“second”"_s), qPrintable(answer->notices.front()));
}

void TestWheelResolver::takesTheIndexesOfThisMachine()
{
    for (const char *name : {"UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX", "UV_CONFIG_FILE",
                             "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX"})
        qunsetenv(name);
    QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
    const QString conf = folder.filePath(u"pip.conf"_s);
    qputenv("PIP_CONFIG_FILE", conf.toLocal8Bit());
    QFile pip(conf);
    QVERIFY(pip.open(QIODevice::WriteOnly));
    pip.write("[global]\nindex-url = https://a.example.org/simple\nextra-index-url =\n    https://b.example.org/simple\n    https://c.example.org/simple\n"
              "[install]\nfind-links = /srv/wheels\n");
    pip.close();
    const auto urls = [] {
        QStringList list;
        for (const WheelIndex &index : indexesOfThisMachine())
            list.append(fromStd(index.url.empty() ? *defaultIndex() : index.url));
        return list.join(u' ');
    };
    QCOMPARE(urls(), u"/srv/wheels https://a.example.org/simple https://b.example.org/simple https://c.example.org/simple"_s);
    qputenv("PIP_EXTRA_INDEX_URL", "https://d.example.org/simple https://e.example.org/simple");
    qputenv("UV_INDEX", "mine=https://f.example.org/simple");
    QCOMPARE(urls(), u"/srv/wheels https://f.example.org/simple https://a.example.org/simple https://d.example.org/simple https://e.example.org/simple"_s);
    qputenv("PIP_NO_INDEX", "1");
    QCOMPARE(urls(), u"/srv/wheels"_s);
    for (const char *name : {"PIP_EXTRA_INDEX_URL", "UV_INDEX", "PIP_NO_INDEX", "PIP_CONFIG_FILE"})
        qunsetenv(name);
    QDir(folder.path()).mkpath(u"uv"_s);
    QFile uv(folder.filePath(u"uv/uv.toml"_s));
    QVERIFY(uv.open(QIODevice::WriteOnly));
    uv.write("extra-index-url = [\n  \"https://g.example.org/simple\",\n  \"https://h.example.org/simple\",\n]\n[[index]]\nurl = \"https://i.example.org/simple\"\n"
             "[[index]]\nurl = \"https://j.example.org/simple\"\ndefault = true\n");
    uv.close();
    QCOMPARE(urls(), u"https://i.example.org/simple https://j.example.org/simple https://g.example.org/simple https://h.example.org/simple"_s);
    qunsetenv("XDG_CONFIG_HOME");
}

void TestWheelResolver::asksPipOnceADay()
{
    QTemporaryDir folder;
    const auto script = [&](const QByteArray &name, const QByteArray &url) {
        QDir(folder.path()).mkpath(QString::fromLatin1(name));
        QFile file(folder.filePath(QString::fromLatin1(name) + u"/python3"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho asked >> " + folder.path().toUtf8() + "/calls\necho " + url + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        qputenv("PATH", (folder.path() + u'/' + QString::fromLatin1(name) + u":/usr/bin:/bin"_s).toLocal8Bit());
    };
    const auto calls = [&] {
        QFile file(folder.filePath(u"calls"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    const QByteArray path = qgetenv("PATH");
    const QString cache = folder.filePath(u"cache/pip-index"_s);
    script("one", "https://one.example.org/simple");
    QCOMPARE(*indexOfPip(cache, {}), "https://one.example.org/simple");
    QCOMPARE(*indexOfPip(cache, {}), "https://one.example.org/simple");
    QCOMPARE(calls(), 1);
    script("two", "https://two.example.org/simple"); // another python3 has another pip
    QCOMPARE(*indexOfPip(cache, {}), "https://two.example.org/simple");
    QCOMPARE(calls(), 2);
    QFile kept(cache);
    QVERIFY(kept.open(QIODevice::ReadWrite));
    QVERIFY(kept.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    kept.close();
    QCOMPARE(*indexOfPip(cache, {}), "https://two.example.org/simple");
    QCOMPARE(calls(), 3);
    qputenv("PATH", path);
}

void TestWheelResolver::stopsWhileItWaits()
{
    WheelWorld world(u"a 1"_s);
    dosirak::test::Answer silent;
    silent.silent = true;
    world.server().route("/main/simple/a/", silent);
    Run run;
    std::stop_source source;
    std::jthread stopper([&] {
        while (world.pageRequests() == 0)
            std::this_thread::yield();
        source.request_stop();
    });
    const auto answer = run(requestOf(u"a"_s, world), source.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

void TestWheelResolver::equalColdAndWarm()
{
    QString world;
    for (int v = 20; v > 0; --v)
        world += u"a %1 : b>=%2,<%3 ; c\nb %1 : c<=%4\nc %1\n"_s.arg(v).arg(v).arg(v + 3).arg(v / 2);
    WheelWorld indexes(world);
    Run run;
    const WheelRequest request = requestOf(u"a|c>=6"_s, indexes);
    const auto cold = run(request);
    QVERIFY2(cold, cold ? "" : qPrintable(cold.error().text()));
    for (int i = 0; i < 3; ++i) {
        const auto warm = run(request);
        QVERIFY(warm);
        QCOMPARE(pinsOf(*warm), pinsOf(*cold));
    }
}

void TestWheelResolver::namesTheDefaultIndexFromTheEnvironment()
{
    qunsetenv("UV_DEFAULT_INDEX");
    qunsetenv("UV_INDEX_URL");
    qputenv("PIP_INDEX_URL", "https://pip.example.org/simple");
    QCOMPARE(*defaultIndex(), "https://pip.example.org/simple");
    qputenv("UV_DEFAULT_INDEX", "named=https://uv.example.org/simple");
    QCOMPARE(*defaultIndex(), "https://uv.example.org/simple");
    qunsetenv("UV_DEFAULT_INDEX");
    qunsetenv("PIP_INDEX_URL");
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"uv"_s);
    QDir(folder.path()).mkpath(u"pip"_s);
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
    QFile pip(folder.filePath(u"pip/pip.conf"_s));
    QVERIFY(pip.open(QIODevice::WriteOnly));
    pip.write("[global]\ntimeout = 5\nindex-url = https://conf.example.org/simple\n");
    pip.close();
    QCOMPARE(*defaultIndex(), "https://conf.example.org/simple");
    QFile uv(folder.filePath(u"uv/uv.toml"_s));
    QVERIFY(uv.open(QIODevice::WriteOnly));
    uv.write("[[index]]\nname = \"x\"\nurl = \"https://other.example.org/simple\"\n\n[[index]]\nurl = "
             "\"https://toml.example.org/simple\"\ndefault = true\n");
    uv.close();
    QCOMPARE(*defaultIndex(), "https://toml.example.org/simple");
    qunsetenv("XDG_CONFIG_HOME");
}

QTEST_GUILESS_MAIN(TestWheelResolver)
#include "test_wheel_resolver.moc"
