// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "build/events.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace dosirak::build {

/// One answer of the smoke test.
struct SmokeCheck {
    QString name;           ///< "import torch", "torch 2.1.2", "dpkg --audit"
    bool passed = false;
    QString message;        ///< why not; or what was found
};

struct SmokeResult {
    enum class State { NotRun, Passed, Failed };
    State state = State::NotRun;
    QString message;        ///< why it was not run, or the first thing that failed
    QList<SmokeCheck> checks;
    qint64 tookMs = 0;
};

enum class BuildState { Running, Succeeded, Failed, Cancelled };

/// One run of a recipe by an engine, as builds/<id>/record.json keeps it (docs/formats/build-record.md).
/// Beside it lie Dockerfile, Dockerfile.dockerignore and log.txt.
struct BuildRecord {
    static constexpr int currentVersion = 1;

    QString id;             ///< "20261124T033000Z-debian12-cpu": sorts by time; a safe file name
    QString presetName;
    QString lockSha256;
    BuildState state = BuildState::Running; ///< one that still says Running when no process runs was cut off
    QDateTime started;      ///< UTC
    qint64 tookMs = 0;
    QString engineId;
    QString engineTitle;
    QStringList commandLine; ///< exactly what was run
    QStringList baseImages;
    QString tag;
    QString imageId;        ///< "sha256:…"; empty: no image
    qint64 imageBytes = 0;  ///< as the engine counts
    QList<BuildStep> steps;
    SmokeResult smoke;
    QString errorWhat;      ///< of a failed build: one sentence
    QString errorHint;
    QString errorDetail;
    qint64 processId = 0;   ///< of the program that runs it, while state is Running
};

/// builds/<id>/ below the workspace's builds folder.
[[nodiscard]] QString newBuildId(const QString &presetName, const QDateTime &nowUtc);
[[nodiscard]] QString recordFolder(const QString &buildsFolder, const QString &id);
[[nodiscard]] QString logPath(const QString &buildsFolder, const QString &id);

/// Errors: Io, DiskFull.
[[nodiscard]] Result<void> writeRecord(const QString &buildsFolder, const BuildRecord &record);
/// Errors: Usage (no id), NotFound, Invalid, Unsupported (written by a newer version).
[[nodiscard]] Result<BuildRecord> readRecord(const QString &buildsFolder, const QString &id);

/// All records, newest first; @p presetName empty: of every preset. Folders that hold none that can be read are left out
/// and named in @p unreadable when it is given. Errors: Io.
[[nodiscard]] Result<QList<BuildRecord>> listRecords(const QString &buildsFolder, const QString &presetName = {},
                                                     QStringList *unreadable = nullptr);

/// Takes the record, its log and its recipe away; the engine's image stays. Errors: as readRecord(), Io.
[[nodiscard]] Result<void> removeRecord(const QString &buildsFolder, const QString &id);

[[nodiscard]] Json recordJson(const BuildRecord &record);
[[nodiscard]] Result<BuildRecord> parseRecord(const Json &json, const QString &file);
[[nodiscard]] QString buildStateName(BuildState state); ///< "running", "succeeded", "failed", "cancelled"
[[nodiscard]] QString smokeStateName(SmokeResult::State state); ///< "not-run", "passed", "failed"

} // namespace dosirak::build
