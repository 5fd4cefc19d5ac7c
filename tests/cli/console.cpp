// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

namespace dosirak::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestMs = 60'000;

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target))
            qFatal("%s cannot be copied", qPrintable(file));
    }
}

} // namespace

Console::Console() : m_root(m_folder.filePath(u"near"_s))
{
    const QString presets = QStringLiteral(DOSIRAK_SOURCE_DIR "/presets");
    copyFolder(presets + u"/demo"_s, path(u"presets/demo"_s));
    if (!QFile::copy(presets + u"/demo.json"_s, path(u"presets/demo.json"_s)))
        qFatal("the demo preset cannot be copied");
}

void Console::writePreset(const QString &presetName, const QByteArray &text) const
{
    QFile file(path(u"presets/%1.json"_s.arg(presetName)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a preset cannot be written");
}

Call Console::run(const QStringList &arguments, const std::map<QString, QString> &environment) const
{
    return runIn(m_root, arguments, environment);
}

Call Console::runIn(const QString &folder, const QStringList &arguments, const std::map<QString, QString> &environment) const
{
    QDir().mkpath(folder);
    QProcess process;
    QProcessEnvironment variables;
    variables.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    variables.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    for (const char *name : {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"})
        if (qEnvironmentVariableIsSet(name))
            variables.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(DOSIRAK_BIN_DIR "/dosirak"), arguments);
    Call call;
    if (process.waitForFinished(longestMs) && process.exitStatus() == QProcess::NormalExit)
        call.code = process.exitCode();
    call.out = process.readAllStandardOutput();
    call.err = process.readAllStandardError();
    return call;
}

QJsonObject Console::answer(const QString &folder, QStringList arguments) const
{
    const Call call = runIn(folder, arguments << u"--json"_s << u"--quiet"_s);
    const QJsonDocument json = QJsonDocument::fromJson(call.out);
    if (call.code != 0 || !json.isObject())
        QTest::qFail(qPrintable(u"%1: exit code %2\n%3\n%4"_s.arg(arguments.join(u' ')).arg(call.code).arg(QString::fromUtf8(call.out), QString::fromUtf8(call.err))),
                     __FILE__, __LINE__);
    return json.object();
}

QStringList commandNames(const Console &console)
{
    static const QRegularExpression row(u"^  ([a-z][a-z-]*)  "_s, QRegularExpression::MultilineOption);
    QStringList names;
    auto matches = row.globalMatch(QString::fromUtf8(console.run({u"help"_s}).out));
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names;
}

} // namespace dosirak::tests
