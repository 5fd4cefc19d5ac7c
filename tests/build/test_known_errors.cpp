// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/known_errors.h"

#include <QFile>
#include <QTest>

using namespace dosirak;
using namespace dosirak::build;
using namespace Qt::StringLiterals;

class TestKnownErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturedFailuresAreNamed_data();
    void capturedFailuresAreNamed();
    void textsOfAptAndPipAreNamed_data();
    void textsOfAptAndPipAreNamed();
    void anUnknownFailureKeepsItsText();
};

void TestKnownErrors::capturedFailuresAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("legacy: daemon down") << u"legacy-20.10/daemon-down"_s << ErrorCode::MissingTool;
    QTest::newRow("legacy: socket denied") << u"legacy-20.10/socket-denied"_s << ErrorCode::MissingTool;
    QTest::newRow("legacy: disk full") << u"legacy-20.10/disk-full"_s << ErrorCode::DiskFull;
    QTest::newRow("legacy: base missing") << u"legacy-20.10/base-missing"_s << ErrorCode::NotFound;
    QTest::newRow("legacy: file missing") << u"legacy-20.10/missing-copy"_s << ErrorCode::Incomplete;
    QTest::newRow("legacy: mounts") << u"legacy-20.10/mount-legacy"_s << ErrorCode::Unsupported;
    QTest::newRow("legacy: unknown instruction") << u"legacy-20.10/parse-error"_s << ErrorCode::Invalid;
    QTest::newRow("BuildKit: daemon down") << u"buildkit-20.10/daemon-down"_s << ErrorCode::MissingTool;
    QTest::newRow("BuildKit: socket denied") << u"buildkit-20.10/socket-denied"_s << ErrorCode::MissingTool;
    QTest::newRow("BuildKit: disk full") << u"buildkit-20.10/disk-full"_s << ErrorCode::DiskFull;
    QTest::newRow("BuildKit: base missing") << u"buildkit-20.10/base-missing"_s << ErrorCode::NotFound;
    QTest::newRow("BuildKit: syntax line") << u"buildkit-20.10/syntax-remote"_s << ErrorCode::Refused;
    QTest::newRow("BuildKit: file missing") << u"buildkit-20.10/missing-copy"_s << ErrorCode::Incomplete;
    QTest::newRow("buildx: base missing") << u"buildx-0.29.1-engine-28.5-rawjson/base-missing"_s << ErrorCode::NotFound;
    QTest::newRow("buildx: file missing") << u"buildx-0.29.1-engine-28.5-rawjson/missing-copy"_s << ErrorCode::Incomplete;
    QTest::newRow("buildx: socket denied") << u"buildx-0.13.1-engine-20.10-rawjson/socket-denied"_s << ErrorCode::MissingTool;
    QTest::newRow("podman: base missing") << u"podman-5.4.2/base-missing"_s << ErrorCode::NotFound;
    QTest::newRow("podman: file missing") << u"podman-5.4.2/missing-copy"_s << ErrorCode::Incomplete;
}

void TestKnownErrors::capturedFailuresAreNamed()
{
    QFETCH(QString, name);
    QByteArray text;
    for (const QString &stream : {u".stdout.log"_s, u".stderr.log"_s}) {
        QFile file(QStringLiteral(DOSIRAK_TEST_DATA) + u"/engine-logs/"_s + name + stream);
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll();
    }
    QVERIFY(!text.isEmpty());
    const Error error = explainBuildFailure(QString::fromUtf8(text), 1);
    QTEST(error.code, "code");
    QVERIFY(!error.hint.isEmpty());
    QVERIFY(!error.what.contains(u"%1"_s));
}

void TestKnownErrors::textsOfAptAndPipAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("version not there") << u"E: Version '1.2-3' for 'libgomp1' was not found"_s << ErrorCode::Incomplete << u"libgomp1"_s;
    QTest::newRow("package not there") << u"E: Unable to locate package libfoo"_s << ErrorCode::Incomplete << u"libfoo"_s;
    QTest::newRow("unmet") << u" python3 : Depends: libpython3-stdlib (= 3.11.2-1+b1) but it is not installable"_s
                           << ErrorCode::Unsolvable << u"python3"_s;
    QTest::newRow("hash of pip") << u"ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."_s
                                 << ErrorCode::Integrity << QString();
    QTest::newRow("hash of apt") << u"E: Failed to fetch file:/x  Hash Sum mismatch"_s << ErrorCode::Integrity << QString();
    QTest::newRow("wheel not there") << u"ERROR: No matching distribution found for numpy==2.0"_s << ErrorCode::Incomplete << u"numpy==2.0"_s;
    QTest::newRow("killed") << u"executor failed running: exit code: 137"_s << ErrorCode::ToolFailed << u"memory"_s;
    QTest::newRow("network") << u"E: this step has a network route; build with --network=none"_s << ErrorCode::Refused << QString();
}

void TestKnownErrors::textsOfAptAndPipAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const Error error = explainBuildFailure(text, 1);
    QTEST(error.code, "code");
    QVERIFY2(error.what.contains(named), qPrintable(error.what));
}

void TestKnownErrors::anUnknownFailureKeepsItsText()
{
    const Error error = explainBuildFailure(u"something else"_s, 4);
    QCOMPARE(error.code, ErrorCode::ToolFailed);
    QCOMPARE(error.detail, u"something else"_s);
    QVERIFY(error.what.contains(u"4"_s));
}

QTEST_GUILESS_MAIN(TestKnownErrors)
#include "test_known_errors.moc"
