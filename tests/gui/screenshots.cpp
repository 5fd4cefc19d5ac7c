// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of every page over made values, to be looked at:
//     dosirak-screenshots FOLDER [light|dark] [WxH] [LANGUAGE]
// FOLDER gets one PNG a page. The scale is QT_SCALE_FACTOR's.
#include "base/translation.h"
#include "gui/builds/builds_page.h"
#include "gui/downloads/downloads_page.h"
#include "gui/frame/main_window.h"
#include "gui/presets/presets_page.h"
#include "gui/theme/theme.h"
#include "made_verbs.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;
using workspace::StageStatus;
using workspace::TransferRow;

namespace {

void settle(int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

lock::LockFile madeLock()
{
    lock::LockFile lock;
    const auto add = [&](lock::ArtifactKind kind, const QString &name, const QString &version, qint64 size, const QStringList &why, const QStringList &needs) {
        lock::Artifact artifact;
        artifact.kind = kind;
        artifact.name = name;
        artifact.version = version;
        artifact.fileName = name + u'-' + version;
        artifact.url = u"https://example.org/"_s + artifact.fileName;
        artifact.size = size;
        artifact.why = why;
        artifact.needs = needs;
        artifact.direct = why.size() <= 1;
        artifact.sha256 = QString(64, u'a');
        artifact.origin = u"pytorch-cu118"_s;
        lock.artifacts.append(artifact);
    };
    using K = lock::ArtifactKind;
    add(K::Wheel, u"torch"_s, u"2.1.2+cu118"_s, 2'325'000'000, {u"torch"_s}, {u"sympy"_s, u"triton"_s, u"filelock"_s});
    add(K::Wheel, u"triton"_s, u"2.1.0"_s, 89'200'000, {u"torch"_s, u"triton"_s}, {u"filelock"_s});
    add(K::Wheel, u"sympy"_s, u"1.12"_s, 5'700'000, {u"torch"_s, u"sympy"_s}, {u"mpmath"_s});
    add(K::Wheel, u"mpmath"_s, u"1.3.0"_s, 536'000, {u"torch"_s, u"sympy"_s, u"mpmath"_s}, {});
    add(K::Wheel, u"filelock"_s, u"3.13.1"_s, 11'000, {u"torch"_s, u"filelock"_s}, {});
    add(K::Wheel, u"numpy"_s, u"1.26.4"_s, 18'200'000, {u"numpy"_s}, {});
    add(K::Deb, u"libnvinfer8"_s, u"8.6.1.6-1+cuda11.8"_s, 544'000'000, {u"libnvinfer8"_s}, {});
    add(K::Deb, u"python3"_s, u"3.10.6-1~22.04"_s, 22'800, {u"python3"_s}, {});
    add(K::Image, u"nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04"_s, u"sha256:8f9dd0d09d3a"_s, 2'180'000'000, {u"runtime image"_s}, {});
    return lock;
}

QList<TransferRow> madeRows(const lock::LockFile &lock)
{
    QList<TransferRow> rows;
    int i = 0;
    for (const lock::Artifact &artifact : lock.artifacts) {
        TransferRow row;
        row.id = artifact.relativePath();
        row.kind = artifact.kind;
        row.name = artifact.name;
        row.version = artifact.version;
        row.size = artifact.size;
        row.why = artifact.why;
        row.state = TransferRow::State(QList<int>{1, 4, 5, 4, 4, 1, 0, 6, 3}.value(i++));
        row.received = row.size * 2 / 3;
        row.bytesPerSecond = 24'100'000;
        if (row.state == TransferRow::State::Failed)
            row.message = u"the host answered 404"_s;
        rows.append(row);
    }
    return rows;
}

QList<build::BuildEvent> madeEvents()
{
    QList<build::BuildEvent> events;
    const QStringList names{u"apt install --no-install-recommends python3"_s, u"pip install --no-index --require-hashes"_s, u"copy the virtual environment"_s, u"ldconfig for TensorRT"_s};
    for (int i = 0; i < names.size(); ++i) {
        build::BuildEvent event;
        event.kind = build::BuildEvent::Kind::Step;
        event.step.id = i + 1;
        event.step.name = u"RUN "_s + names.at(i);
        event.step.stage = i < 2 ? u"builder"_s : u"runtime"_s;
        event.step.number = i + 2;
        event.step.count = 9;
        event.step.kind = build::BuildStep::Kind::Step;
        event.step.state = i < 2 ? build::StepState::Done : i == 2 ? build::StepState::Failed : build::StepState::Waiting;
        event.step.startedMs = i < 3 ? i * 9'000 : -1;
        event.step.endedMs = i < 3 ? i * 9'000 + 12'000 : -1;
        event.step.durationMs = 12'000;
        events.append(event);
        for (int line = 0; line < 60 && i < 3; ++line) {
            build::BuildEvent log;
            log.kind = build::BuildEvent::Kind::Log;
            log.stepId = i + 1;
            log.text = line == 40 && i == 2 ? u"E: Unable to locate package libnvinfer9"_s : u"Get:%1 file:/debs ./ libexample%1 1.2.3-%1 [12.3 kB]"_s.arg(line);
            log.error = line == 40 && i == 2;
            events.append(log);
        }
    }
    return events;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(1, u"."_s);
    const QString theme = arguments.value(2, u"light"_s);
    const QStringList size = arguments.value(3, u"1280x800"_s).split(u'x');
    QDir().mkpath(folder);
    installTranslations(arguments.value(4));
    applyTheme(application, themeFromName(theme));
    QTemporaryDir root;
    QDir(root.path()).mkpath(u"presets"_s);
    const QDir shipped(QStringLiteral(DOSIRAK_SOURCE_DIR) + u"/presets"_s);
    for (const QString &name : shipped.entryList({u"*.json"_s}, QDir::Files))
        QFile::copy(shipped.filePath(name), root.filePath(u"presets/"_s + name));
    qputenv("XDG_STATE_HOME", root.filePath(u"state"_s).toUtf8());
    auto verbs = std::make_shared<MadeVerbs>();
    verbs->made = {{StageStatus::State::Good, u"valid"_s}, {StageStatus::State::Good, u"142 files, 6.4 GB"_s}, {StageStatus::State::Partial, u"83 % here"_s},
                   {StageStatus::State::Stale, u"older than the lock"_s}, {StageStatus::State::None, {}}};
    QSettings settings(root.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"window/preset"_s, u"ubuntu22.04-cuda11.8-torch2.1"_s);
    Session session(workspace::Workspace(root.path()), verbs, std::make_shared<AnsweredDialogs>());
    MainWindow window(session, settings);
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    settle(1500);
    auto *downloads = static_cast<DownloadsPage *>(window.page(PageId::Downloads));
    const lock::LockFile lock = madeLock();
    downloads->setLock(lock, madeRows(lock));
    downloads->apply({}, {142, 118, 1, 6'400'000'000, 5'300'000'000, 48'200'000, 23});
    auto *builds = static_cast<BuildsPage *>(window.page(PageId::Builds));
    builds->begin();
    builds->apply(madeEvents());
    session.fail({ErrorCode::Network, u"The index of “pytorch-cu118” did not answer."_s, u"Look at the proxy in the settings, then retry."_s, u"connect: timed out after 30 s"_s, {}, {}},
                 {{u"Retry"_s, [] {}}});
    const QStringList names{u"presets"_s, u"matrix"_s, u"downloads"_s, u"bundles"_s, u"builds"_s, u"settings"_s};
    for (int i = 0; i < names.size(); ++i) {
        window.showPage(PageId(i));
        settle(500);
        if (!window.grab().save(u"%1/%2-%3.png"_s.arg(folder, names.at(i), theme)))
            return 1;
    }
    window.showPage(PageId::Presets);
    window.findChild<QTabWidget *>(u"views"_s)->setCurrentIndex(1);
    settle(300);
    return window.grab().save(u"%1/json-%2.png"_s.arg(folder, theme)) ? 0 : 1;
}
