// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <memory>

using namespace dosirak::tests;
using namespace Qt::StringLiterals;

/// One store for all presets of all working folders of a user.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoFoldersShareIt();
    void gcLeavesWhatALockUses();
    void gcRemovesNothingWhereALockCannotBeRead();
    void itsDamageIsFoundAndBroughtAgain();
    void whatComesFromItIsReadByPolicy_data();
    void whatComesFromItIsReadByPolicy();

private:
    QString near() const { return m_console->root(); }
    QString far() const { return m_console->path(u"../far"_s); }
    QJsonObject answer(const QStringList &arguments) const { return m_console->answer(near(), arguments); }
    QJsonObject gc(QStringList options = {}) const
    {
        return m_console->answer(m_console->path(u"../elsewhere"_s), QStringList{u"store"_s, u"gc"_s, u"--budget"_s, u"0"_s, u"--min-age"_s, u"0"_s} + options);
    }
    int files() const { return answer({u"store"_s, u"info"_s}).value(u"files"_s).toInt(); }
    /// Another file of the same size in the place of one of the store; gives its path.
    QString damage() const;

    std::unique_ptr<Console> m_console;
};

/// A user with two working folders that hold the same preset, and one synced in both.
void TestStore::init()
{
    m_console = std::make_unique<Console>();
    for (QDirIterator it(near() + u"/presets"_s, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString file = it.next();
        const QString copy = far() + file.mid(near().size());
        QVERIFY(QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(file, copy));
    }
    QVERIFY(answer({u"sync"_s, u"demo"_s}).value(u"downloaded"_s).toInt() > 3);
}

QString TestStore::damage() const
{
    QDirIterator store(answer({u"store"_s, u"info"_s}).value(u"folder"_s).toString() + u"/sha256"_s, QDir::Files, QDirIterator::Subdirectories);
    const QString path = store.next();
    QFile file(path);
    const QByteArray other(file.size(), '#');
    return file.remove() && file.open(QIODevice::WriteOnly) && file.write(other) == other.size() ? path : QString();
}

void TestStore::twoFoldersShareIt()
{
    const int before = files();
    const QJsonObject synced = m_console->answer(far(), {u"sync"_s, u"demo"_s});
    QCOMPARE(synced.value(u"downloaded"_s).toInt(), 0);
    QCOMPARE(synced.value(u"reused"_s).toInt(), before); // the base image is not of the store
    QCOMPARE(files(), before);
}

void TestStore::gcLeavesWhatALockUses()
{
    QCOMPARE(m_console->answer(far(), {u"sync"_s, u"demo"_s}).value(u"downloaded"_s).toInt(), 0);
    const int all = files();
    QCOMPARE(gc().value(u"removed_files"_s).toInt(), 0);
    QVERIFY(QDir(near() + u"/artifacts"_s).removeRecursively());
    QCOMPARE(gc().value(u"removed_files"_s).toInt(), 0); // the other folder's lock uses them
    // A folder that is not there may be a stick that is not plugged in.
    QVERIFY(QDir().rename(far(), far() + u".away"_s));
    const QJsonObject away = gc();
    QCOMPARE(away.value(u"removed_files"_s).toInt(), 0);
    QCOMPARE(away.value(u"unreachable"_s).toArray(), QJsonArray{QDir::cleanPath(far())});
    QCOMPARE(gc({u"--forget"_s, far(), u"--dry-run"_s}).value(u"removed_files"_s).toInt(), all);
    QCOMPARE(files(), all);
    QCOMPARE(gc({u"--forget"_s, far()}).value(u"removed_files"_s).toInt(), all);
    QCOMPARE(files(), 0);
}

void TestStore::gcRemovesNothingWhereALockCannotBeRead()
{
    QFile lock(m_console->path(u"artifacts/demo/dosirak.lock.json"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write("{ torn") > 0);
    lock.close();
    const int all = files();
    const Call call = m_console->run({u"store"_s, u"gc"_s, u"--budget"_s, u"0"_s, u"--min-age"_s, u"0"_s});
    QVERIFY(call.code != 0);
    QVERIFY2(call.err.contains("dosirak.lock.json"), call.err.constData());
    QCOMPARE(files(), all);
}

void TestStore::itsDamageIsFoundAndBroughtAgain()
{
    const QString path = damage();
    QVERIFY(!path.isEmpty());
    const Call call = m_console->run({u"store"_s, u"verify"_s, u"-q"_s});
    QCOMPARE(call.code, 7);
    QVERIFY2(call.out.contains(QFileInfo(path).fileName().toLatin1()), call.out.constData());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_console->run({u"store"_s, u"verify"_s, u"-q"_s}).code, 0);
    QVERIFY(QDir(near() + u"/artifacts/demo"_s).removeRecursively());
    QCOMPARE(answer({u"sync"_s, u"demo"_s}).value(u"downloaded"_s).toInt(), 1);
    QCOMPARE(m_console->run({u"verify"_s, u"-q"_s, u"demo"_s}).code, 0);
}

void TestStore::whatComesFromItIsReadByPolicy_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<int>("downloaded");
    QTest::newRow("names and sizes are believed") << QByteArray("{}") << 0;
    QTest::newRow("every byte is read") << QByteArray(R"({"store_reads": true})") << 1;
}

void TestStore::whatComesFromItIsReadByPolicy()
{
    QFETCH(QByteArray, settings);
    QFETCH(int, downloaded);
    const QString folder = m_console->path(u"../home/.config/dosirak"_s);
    QFile file(folder + u"/settings.json"_s);
    QVERIFY(QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(settings) == settings.size());
    file.close();
    QVERIFY(!damage().isEmpty());
    const QJsonObject synced = m_console->answer(far(), {u"sync"_s, u"demo"_s});
    QCOMPARE(synced.value(u"downloaded"_s).toInt(), downloaded);
    // Whatever was believed: a verification tells.
    QCOMPARE(m_console->runIn(far(), {u"verify"_s, u"-q"_s, u"demo"_s}).code, downloaded ? 0 : 7);
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
