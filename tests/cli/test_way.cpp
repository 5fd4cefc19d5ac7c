// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dosirak::tests;
using namespace Qt::StringLiterals;

/// The demo preset on its way across the gap, and what the user reads of it.
class TestWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWay();
    void quietIsQuiet();
    void damageIsFound();
    void whatTheLockDoesNotKnowIsMovedAside_data();
    void whatTheLockDoesNotKnowIsMovedAside();
    void messagesAreInTheUsersLanguage_data();
    void messagesAreInTheUsersLanguage();
    void whatProgramsReadIsInNone();
    void aLockIsTheSameInEveryLanguage();
    void completionKnowsWhatIsThere_data();
    void completionKnowsWhatIsThere();

private:
    Console m_console;
};

void TestWay::theWholeWay()
{
    const QString near = m_console.root();
    QCOMPARE(m_console.answer(near, {u"check"_s, u"demo"_s}).value(u"presets"_s).toArray().first().toObject().value(u"errors"_s).toInt(-1), 0);
    QVERIFY(!m_console.answer(near, {u"lock"_s, u"demo"_s}).isEmpty());
    QCOMPARE(m_console.run({u"lock"_s, u"--check"_s, u"demo"_s}).code, 0);
    const QJsonObject synced = m_console.answer(near, {u"sync"_s, u"demo"_s});
    QCOMPARE(synced.value(u"preset_name"_s).toString(), u"demo"_s);
    const int files = synced.value(u"files"_s).toInt();
    QVERIFY(files >= 6);
    QCOMPARE(synced.value(u"downloaded"_s).toInt() + synced.value(u"reused"_s).toInt() + synced.value(u"already_there"_s).toInt(), files);
    const QJsonObject again = m_console.answer(near, {u"deps-sync"_s, u"demo"_s});
    QCOMPARE(again.value(u"downloaded"_s).toInt(), 0);
    QVERIFY(m_console.answer(near, {u"verify"_s, u"demo"_s}).value(u"good"_s).toBool());
    const QJsonObject bundled = m_console.answer(near, {u"bundle"_s, u"demo"_s, u"--part-size"_s, u"20KiB"_s});
    const QString part = bundled.value(u"parts"_s).toArray().first().toString();
    QVERIFY2(part.endsWith(u".001"_s), qPrintable(part));

    const QString far = near + u"/../far"_s;
    QVERIFY(m_console.answer(far, {u"verify"_s, part}).value(u"good"_s).toBool());
    QCOMPARE(m_console.answer(far, {u"import"_s, part}).value(u"preset_names"_s).toArray(), QJsonArray{u"demo"_s});
    QVERIFY(m_console.answer(far, {u"verify"_s, u"demo"_s}).value(u"good"_s).toBool());
    QFile here(m_console.path(u"artifacts/demo/dosirak.lock.json"_s));
    QFile there(far + u"/artifacts/demo/dosirak.lock.json"_s);
    QVERIFY(here.open(QIODevice::ReadOnly) && there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), here.readAll());
    QCOMPARE(m_console.run({u"why"_s, u"rice-cooker"_s, u"demo"_s}).code, 0);
    QCOMPARE(m_console.run({u"tree"_s, u"demo"_s}).code, 0);
}

void TestWay::quietIsQuiet()
{
    for (const QStringList &call : {QStringList{u"check"_s}, {u"lock"_s}, {u"sync"_s}, {u"verify"_s}, {u"bundle"_s, u"-o"_s, u"quiet.tar"_s}}) {
        const Call quiet = m_console.run(call + QStringList{u"-q"_s, u"demo"_s});
        QVERIFY2(quiet.code == 0 && quiet.err.isEmpty(), quiet.err.constData());
    }
    QVERIFY2(QFile::remove(m_console.path(u"quiet.tar.001"_s)), "the preset asks for parts");
    // What is not quiet tells on standard error what it does, and its result stays alone on standard output.
    const Call loud = m_console.run({u"verify"_s, u"--json"_s, u"demo"_s});
    QVERIFY2(!loud.err.isEmpty() && QJsonDocument::fromJson(loud.out).isObject(), loud.err.constData());
}

void TestWay::damageIsFound()
{
    QCOMPARE(m_console.run({u"sync"_s, u"-q"_s, u"demo"_s}).code, 0);
    const QDir wheels(m_console.path(u"artifacts/demo/wheels"_s));
    const QString name = wheels.filePath(wheels.entryList({u"*.whl"_s}, QDir::Files).first());
    // The file is a link into the store: the store's is left as it is.
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY(file.remove());
    bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Call verified = m_console.run({u"verify"_s, u"-q"_s, u"--json"_s, u"demo"_s});
    QCOMPARE(verified.code, 7);
    QVERIFY(!QJsonDocument::fromJson(verified.out).object().value(u"good"_s).toBool(true));
    QVERIFY2(m_console.run({u"bundle"_s, u"-q"_s, u"demo"_s, u"-o"_s, u"bad.tar"_s}).code != 0, "a damaged file went into a bundle");
    QVERIFY(!QFile::exists(m_console.path(u"bad.tar"_s)));
    QCOMPARE(m_console.run({u"sync"_s, u"-q"_s, u"demo"_s}).code, 0);
    QCOMPARE(m_console.run({u"verify"_s, u"-q"_s, u"demo"_s}).code, 0);
}

void TestWay::whatTheLockDoesNotKnowIsMovedAside_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("linkTo"); // empty: a file
    QTest::newRow("a wheel of an earlier lock") << u"wheels/old-1.0-py3-none-any.whl"_s << QString();
    QTest::newRow("a hidden file in a folder of its own") << u"notes/.private"_s << QString();
    QTest::newRow("a download that did not end") << u"wheels/old-1.0-py3-none-any.whl.part"_s << QString();
    QTest::newRow("a link to nowhere") << u"debs/gone.deb"_s << u"nowhere"_s;
    QTest::newRow("a link to a folder") << u"wheels/more"_s << m_console.path(u"presets"_s);
}

void TestWay::whatTheLockDoesNotKnowIsMovedAside()
{
    QFETCH(QString, path);
    QFETCH(QString, linkTo);
    QCOMPARE(m_console.run({u"sync"_s, u"-q"_s, u"demo"_s}).code, 0);
    const QString whole = m_console.path(u"artifacts/demo/"_s + path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    if (linkTo.isEmpty())
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    else
        QVERIFY(QFile::link(linkTo, whole));
    file.close();
    QCOMPARE(m_console.run({u"verify"_s, u"-q"_s, u"demo"_s}).code, 7);
    QDir aside(m_console.path(u"artifacts/demo.aside"_s));
    QVERIFY(!aside.exists() || aside.removeRecursively());

    QCOMPARE(m_console.answer(m_console.root(), {u"sync"_s, u"demo"_s}).value(u"moved_aside"_s).toArray(), QJsonArray{path});
    QVERIFY(!file.exists() && !QFileInfo(whole).isSymLink());
    const QStringList times = aside.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(times.size(), 1);
    QFile kept(aside.filePath(times.first() + u'/' + path));
    if (linkTo.isEmpty()) {
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "mine");
    } else {
        QVERIFY(QFileInfo(kept).isSymLink());
    }
    QCOMPARE(m_console.run({u"verify"_s, u"-q"_s, u"demo"_s}).code, 0);
    QCOMPARE(m_console.answer(m_console.root(), {u"sync"_s, u"demo"_s}).value(u"moved_aside"_s).toArray(), QJsonArray());
}

using Environment = std::map<QString, QString>;

void TestWay::messagesAreInTheUsersLanguage_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("korean");
    QTest::newRow("LANG says Korean") << Environment{{u"LC_ALL"_s, {}}, {u"LANG"_s, u"ko_KR.UTF-8"_s}} << QStringList{u"help"_s} << true;
    QTest::newRow("LC_ALL says Korean") << Environment{{u"LC_ALL"_s, u"ko_KR.UTF-8"_s}} << QStringList{u"help"_s} << true;
    QTest::newRow("the option says Korean") << Environment{} << QStringList{u"--language"_s, u"ko"_s, u"help"_s} << true;
    QTest::newRow("the option after the command") << Environment{} << QStringList{u"list"_s, u"--help"_s, u"--language=ko"_s} << true;
    QTest::newRow("the option says English, LANG Korean")
        << Environment{{u"LC_ALL"_s, u"ko_KR.UTF-8"_s}} << QStringList{u"--language=en"_s, u"help"_s} << false;
    QTest::newRow("neither says anything") << Environment{} << QStringList{u"help"_s} << false;
    QTest::newRow("a language that is not there") << Environment{{u"LC_ALL"_s, u"eo.UTF-8"_s}} << QStringList{u"help"_s} << false;
}

void TestWay::messagesAreInTheUsersLanguage()
{
    QFETCH(Environment, environment);
    QFETCH(QStringList, arguments);
    QFETCH(bool, korean);
    const Call call = m_console.run(arguments, environment);
    QCOMPARE(call.code, 0);
    QVERIFY2(QString::fromUtf8(call.out).contains(u"프리셋"_s) == korean, call.out.constData());
}

void TestWay::whatProgramsReadIsInNone()
{
    const Environment korean{{u"LC_ALL"_s, u"ko_KR.UTF-8"_s}};
    for (const QStringList &call : {QStringList{u"list"_s, u"--json"_s}, {u"check"_s, u"--json"_s, u"demo"_s}, {u"check"_s, u"--sarif"_s, u"demo"_s},
                                    {u"show"_s, u"nothing"_s, u"--json"_s}, {u"explain"_s, u"--json"_s}, {u"__complete"_s, u"li"_s}})
        QCOMPARE(m_console.run(call, korean).out, m_console.run(call).out);
}

void TestWay::aLockIsTheSameInEveryLanguage()
{
    const QString path = m_console.path(u"artifacts/demo/dosirak.lock.json"_s);
    const auto locked = [&](const Environment &environment) {
        QFile::remove(path);
        const Call call = m_console.run({u"lock"_s, u"-q"_s, u"demo"_s}, environment);
        QFile file(path);
        return call.code == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray english = locked({});
    QVERIFY(!english.isEmpty());
    QCOMPARE(locked({{u"LC_ALL"_s, u"ko_KR.UTF-8"_s}}), english);
}

void TestWay::completionKnowsWhatIsThere_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("offers");
    QTest::newRow("a command") << QStringList{u"sc"_s} << QByteArray("schema\n");
    QTest::newRow("a preset") << QStringList{u"lock"_s, u"de"_s} << QByteArray("demo\n");
    QTest::newRow("a preset after options") << QStringList{u"lock"_s, u"--offline"_s, u"de"_s} << QByteArray("demo\n");
    QTest::newRow("an option") << QStringList{u"lock"_s, u"--off"_s} << QByteArray("--offline\n");
    QTest::newRow("a preset of another folder") << QStringList{u"-C"_s, u"/"_s, u"lock"_s, u"de"_s} << QByteArray();
    QTest::newRow("a command after a folder") << QStringList{u"-C"_s, u"/"_s, u"sc"_s} << QByteArray("schema\n");
    QTest::newRow("a template to begin with") << QStringList{u"new"_s, u"mine"_s, u"--from"_s, u"debian12"_s} << QByteArray("debian12-cpu\n");
    QTest::newRow("what help is about") << QStringList{u"help"_s, u"exi"_s} << QByteArray("exit-codes\n");
    QTest::newRow("which shell") << QStringList{u"completion"_s, u"z"_s} << QByteArray("zsh\n");
    QTest::newRow("nothing fits") << QStringList{u"lock"_s, u"zzz"_s} << QByteArray();
}

void TestWay::completionKnowsWhatIsThere()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, offers);
    const Call call = m_console.run(QStringList{u"__complete"_s} + words);
    QCOMPARE(call.code, 0);
    QCOMPARE(call.out, offers);
}

QTEST_GUILESS_MAIN(TestWay)
#include "test_way.moc"
