// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "preset/keyring.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::preset;
using namespace Qt::StringLiterals;

/// Keys that ship, and where a preset's `signed_by` leads.
class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsTheOneOfTheList_data();
    void everyKeyIsTheOneOfTheList();
    void aFileOfTheWorkingFolderGoesFirst();
    void anUnknownKeyIsNotThere();
};

void TestKeyring::everyKeyIsTheOneOfTheList_data()
{
    QTest::addColumn<QString>("file");
    for (const ShippedKey &key : shippedKeys())
        QTest::newRow(qPrintable(key.file)) << key.file;
    QVERIFY(shippedKeys().size() >= 2);
}

void TestKeyring::everyKeyIsTheOneOfTheList()
{
    QFETCH(QString, file);
    const QTemporaryDir home;
    ProcessRequest request;
    request.program = u"gpg"_s;
    request.arguments = {u"--homedir"_s, home.path(), u"--batch"_s, u"--no-autostart"_s, u"--with-colons"_s, u"--show-keys"_s};
    request.input = shippedKeyBytes(file);
    const auto outcome = runProcess(request);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
    QStringList found;
    for (const QByteArray &line : outcome->output.split('\n'))
        if (line.startsWith("fpr:"))
            found.append(QString::fromLatin1(line.split(':').value(9)));
    QStringList wanted = shippedKey(file)->fingerprints;
    found.sort();
    wanted.sort();
    QCOMPARE(found, wanted);
}

void TestKeyring::aFileOfTheWorkingFolderGoesFirst()
{
    const QTemporaryDir folder;
    const QString name = u"keys/nvidia-cuda.asc"_s;
    QCOMPARE(*keyringFile(name, folder.path()), u":/keys/nvidia-cuda.asc"_s);
    QVERIFY(writeFileAtomically(folder.filePath(name), "mine"));
    QCOMPARE(*keyringFile(name, folder.path()), folder.filePath(name));
}

void TestKeyring::anUnknownKeyIsNotThere()
{
    const QTemporaryDir folder;
    const auto unknown = keyringFile(u"keys/other.asc"_s, folder.path());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(unknown.error().hint.contains(u"keys add FILE --as other.asc"_s));
    // Only keys/ means one that ships: elsewhere a file of that name was meant, and where to get it is said.
    const auto elsewhere = keyringFile(u"vendor/nvidia-cuda.asc"_s, folder.path());
    QVERIFY(!elsewhere);
    QVERIFY(elsewhere.error().hint.contains(u"EB693B3035CD5710E231E123A4B469963BF863CC"_s));
    QVERIFY(!keyringFile(u"keys/../keys.json"_s, folder.path()));
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "test_keyring.moc"
