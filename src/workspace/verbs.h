// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "build/events.h"
#include "build/record.h"
#include "compat/finding.h"
#include "image/inspect.h"
#include "lock/diff.h"
#include "lock/lock_file.h"
#include "workspace/workspace.h"

#include <QDateTime>
#include <memory>
#include <stop_token>

namespace dosirak::workspace {

class Services;

/// The verbs of the way: edit ─→ check ─→ lock ─→ sync ─→ bundle ═ gap ═ verify ─→ import ─→ build ─→ inspect.
/// Both front-ends call these and nothing deeper. Each blocks its worker thread until it is done or stopped; none may be
/// called on the UI thread. What they find out is in the value they return; what happens meanwhile goes to the sinks,
/// which are called on worker threads and may be empty. A stop ends in ErrorCode::Cancelled, with all that was whole kept.

struct CheckReport {
    QString presetName;
    QList<compat::Finding> findings; ///< errors first
    QString factsVersion;
    QString tensorrtVersion;         ///< what "auto" stands for; empty: none
    [[nodiscard]] int count(compat::Severity severity) const;
};
/// Errors: Usage, NotFound, Invalid. Findings are not errors here.
[[nodiscard]] Result<CheckReport> check(const Workspace &workspace, const QString &presetName, const Services &services);

struct LockOptions {
    bool upgradeAll = false;
    QStringList upgrade;             ///< names that may move although the old lock still fits
    bool offline = false;            ///< from caches alone
    bool dryRun = false;             ///< resolve, write nothing
};
struct LockReport {
    lock::LockFile lock;
    QList<lock::Change> changes;     ///< against the lock that was there
    bool written = false;
    QStringList notices;             ///< for people: unsigned sources, yanked pins, …
};
/// Errors: Findings (the preset has errors), Unsolvable, Network, Refused, Integrity, MissingTool, Io, …
[[nodiscard]] Result<LockReport> lock(const Workspace &workspace, const QString &presetName, const LockOptions &options,
                                      Services &services, const std::stop_token &stop, const ProgressSink &progress);

/// Whether the lock still answers its preset.
enum class LockState { None, Stale, Fresh };
[[nodiscard]] Result<LockState> lockState(const Workspace &workspace, const QString &presetName);

/// One row of a download table.
struct TransferRow {
    enum class State { Waiting, Running, Paused, Verifying, Done, Reused, Failed, ByHand };
    QString id;                      ///< stable within one sync: the artifact's relative path
    lock::ArtifactKind kind = lock::ArtifactKind::Wheel;
    QString name;
    QString version;
    qint64 size = -1;                ///< bytes; -1: not known
    qint64 received = 0;             ///< bytes
    qint64 bytesPerSecond = 0;
    State state = State::Waiting;
    QStringList why;
    QString message;                 ///< why it failed, or what to do by hand
};
struct TransferTotals {
    int files = 0, filesDone = 0, filesFailed = 0;
    qint64 bytes = 0, bytesDone = 0, bytesPerSecond = 0;
    qint64 secondsLeft = -1;         ///< -1: not known
};
/// Rows that changed since the last call (all of them at first), at most about ten times a second.
using TransferSink = std::function<void(const QList<TransferRow> &changed, const TransferTotals &totals)>;

/// Steers a sync that runs. Thread: any.
class SyncControl
{
public:
    virtual ~SyncControl() = default;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void pause(const QString &id) = 0;
    virtual void resume(const QString &id) = 0;
    virtual void retry(const QString &id) = 0;
    virtual void prefer(const QString &id) = 0; ///< to the head of the queue
};
struct SyncOptions {
    bool lockIfNeeded = true;
    bool offline = false;
    bool keepPauses = false;         ///< files that were paused in an earlier sync stay so; someone must be there to resume them
    std::function<void(std::shared_ptr<SyncControl>)> onStarted; ///< hands out the steering wheel; may be empty
};
struct SyncReport {
    QString presetName;
    int files = 0;                   ///< of the lock
    int downloaded = 0, reused = 0, alreadyThere = 0;
    qint64 bytesDownloaded = 0;
    QStringList movedAside;          ///< files that the lock does not know, or has other bytes for, now below artifacts/<preset-name>.aside/
    QList<TransferRow> failed;       ///< not empty: the sync is incomplete
    QList<TransferRow> byHand;       ///< files that a person must fetch
    std::chrono::milliseconds took{0};
};
/// Makes artifacts/<preset-name>/ exactly what the lock says. Errors: those of lock(), Incomplete (some files failed or
/// wait for a person; detail lists them), DiskFull, Io, Locked.
[[nodiscard]] Result<SyncReport> sync(const Workspace &workspace, const QString &presetName, const SyncOptions &options,
                                      Services &services, const std::stop_token &stop, const ProgressSink &progress,
                                      const TransferSink &transfers);

struct VerifiedFile {
    enum class Verdict { Good, Damaged, Missing, Extra };
    QString path;                    ///< relative to the folder that was verified
    Verdict verdict = Verdict::Good;
    QString message;
};
struct VerifyReport {
    QList<VerifiedFile> files;       ///< every file, bad ones first
    qint64 bytes = 0;
    std::chrono::milliseconds took{0};
    [[nodiscard]] int count(VerifiedFile::Verdict verdict) const;
    [[nodiscard]] bool good() const; ///< nothing damaged, missing or extra
};
/// Reads every byte of artifacts/<preset-name>/. Bad files are a report, not an Error.
[[nodiscard]] Result<VerifyReport> verify(const Workspace &workspace, const QString &presetName,
                                          const std::stop_token &stop, const ProgressSink &progress);

struct BundleOptions {
    QString target;                  ///< folder or file; empty: bundles/<preset-name>.dosirak.tar
    qint64 partSize = -1;            ///< bytes; -1: as the preset says; 0: one file
};
struct BundleReport {
    QStringList parts;               ///< absolute paths, in order
    qint64 bytes = 0;
    int files = 0;
    QString sha256;                  ///< of the manifest, which names every file's hash
};
[[nodiscard]] Result<BundleReport> bundle(const Workspace &workspace, const QString &presetName,
                                          const BundleOptions &options, const std::stop_token &stop,
                                          const ProgressSink &progress);
/// Reads every byte of a bundle (its first part's path) without unpacking it.
[[nodiscard]] Result<VerifyReport> verifyBundle(const QString &path, const std::stop_token &stop,
                                                const ProgressSink &progress);
struct ImportReport {
    QStringList presetNames;
    int files = 0;
    qint64 bytes = 0;
};
/// Unpacks into the workspace: all of it, checked, or nothing.
[[nodiscard]] Result<ImportReport> importBundle(const Workspace &workspace, const QString &path,
                                                const std::stop_token &stop, const ProgressSink &progress);

struct BuildOptions {
    QString engine;                  ///< id of build/engine.h; empty: the best that is there
    QString tag;                     ///< empty: the preset's
    bool noCache = false;
    bool smokeTest = true;
    bool offline = false;            ///< never lock or fetch: what is here must be enough
};
using BuildSink = std::function<void(const build::BuildEvent &)>;
/// Locks and syncs what is missing, renders the recipe, loads the base image where it is missing, builds with the network cut, runs the smoke test and
/// records it all below builds/. The record is there for a failed build as well: its id is then the error's detail.
[[nodiscard]] Result<build::BuildRecord> build(const Workspace &workspace, const QString &presetName,
                                               const BuildOptions &options, Services &services,
                                               const std::stop_token &stop, const ProgressSink &progress,
                                               const BuildSink &events);

/// What is in an image, and how that differs from the lock.
struct InspectedBuild {
    bool compared = false;      ///< with a lock; there may be none
    image::InspectReport image;
    QStringList missing;             ///< of the lock, not in the image: "numpy 2.1.0"
    QStringList different;           ///< in another version, as a sentence each
};
/// Reads an image out of the engine without running it. @p tag empty: that of the newest build that succeeded, else the
/// preset's. Errors: NotFound, MissingTool, ToolFailed, Cancelled.
[[nodiscard]] Result<InspectedBuild> inspect(const Workspace &workspace, const QString &presetName, const QString &tag,
                                             const std::stop_token &stop, const ProgressSink &progress);

/// What the strip over the window shows of one preset. Cheap: reads names and sizes, hashes nothing.
struct StageStatus {
    enum class State { None, Good, Partial, Stale, Bad };
    State state = State::None;
    QString text;                    ///< "142 files, 6.4 GB"
};
struct PresetStatus {
    StageStatus check, lock, sync, bundle, build;
};
[[nodiscard]] PresetStatus status(const Workspace &workspace, const QString &presetName, const Services &services);

} // namespace dosirak::workspace
