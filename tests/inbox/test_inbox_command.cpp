// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "support/demo_folder.h"
#include "support/made_archives.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::test;

// Not within the class: moc takes the // of an address in a raw string for a comment.
const char theSource[] = R"({"name": "cudnn", "file": "cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz", "page": "https://developer.nvidia.com/cudnn"})";

/// `dosirak inbox` as it is typed.
class TestInboxCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoFolder> m_folder;
    QString m_out, m_err;

    int call(const QStringList &arguments)
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return cli::run(QStringList{u"-C"_s, m_folder->path()} + arguments, out, err, {});
    }

private Q_SLOTS:
    void listsRefusesAndTakes()
    {
        const QString name = u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz"_s;
        m_folder = std::make_unique<DemoFolder>(QStringLiteral(DOSIRAK_SOURCE_DIR));
        QVERIFY(m_folder->addSource(theSource));
        QCOMPARE(call({u"inbox"_s, u"list"_s, u"demo"_s}), int(cli::ExitCode::NotFound));
        QCOMPARE(call({u"lock"_s, u"demo"_s}), 0);
        QCOMPARE(call({u"inbox"_s, u"demo"_s}), 0);
        QVERIFY2(m_out.contains(u"cuDNN 8.7.0.84 for CUDA 11"_s) && m_out.contains(u"https://developer.nvidia.com/cudnn"_s), qPrintable(m_out));

        QVERIFY(m_folder->put(u"login/"_s + name, "<html>log in</html>"));
        QCOMPARE(call({u"inbox"_s, u"add"_s, m_folder->path(u"login/"_s + name)}), int(cli::ExitCode::Integrity));
        QVERIFY2(m_err.contains(u"web page"_s), qPrintable(m_err));

        QVERIFY(m_folder->put(u"in/"_s + name, tarOf(u"cudnn-linux-x86_64-8.7.0.84_cuda11-archive"_s, KCompressionDevice::Xz)));
        QCOMPARE(call({u"--json"_s, u"inbox"_s, u"add"_s, m_folder->path(u"in/"_s + name)}), int(cli::ExitCode::Incomplete));
        QVERIFY2(m_err.contains(u"--yes"_s) || m_out.contains(u"--yes"_s), "without a word of the user nothing is recorded");
        QVERIFY(!QFile::exists(m_folder->path(u"artifacts/demo/sources/"_s + name)));
        QCOMPARE(call({u"inbox"_s, u"add"_s, u"--yes"_s, m_folder->path(u"in/"_s + name)}), 0);
        QVERIFY(QFile::exists(m_folder->path(u"artifacts/demo/sources/"_s + name)));
        QCOMPARE(call({u"--json"_s, u"inbox"_s}), 0);
        QVERIFY2(m_out.contains(u"\"here\": true"_s), qPrintable(m_out));
        QCOMPARE(call({u"sync"_s, u"demo"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(TestInboxCommand)
#include "test_inbox_command.moc"
