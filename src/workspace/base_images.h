// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "lock/lock_file.h"
#include "preset/preset.h"
#include "workspace/verbs.h"

#include <stop_token>

namespace dosirak::workspace {

class Services;

/// A base image that is at hand.
struct BaseImageState {
    QString reference;
    QString digest;                ///< of its manifest
    QString url;                   ///< origin URL of the manifest; empty: it did not come from a registry
    QString layoutFolder;          ///< the layout that has it: the preset's own, or the shared one when it is not bundled
    qint64 size = 0;               ///< bytes of its blobs
    bool made = false;             ///< by this call
    QStringList notices;           ///< for people: the registry did not answer and the engine's image was taken, …
};

struct BaseImageOptions {
    bool again = false;            ///< make or fetch it although it is there
    bool offline = false;
    bool mayMove = true;           ///< the image @p digest names may be replaced by another when it cannot be had
    QString digest;                ///< what a lock says; empty: what the reference stands for now
    TransferSink transfers;        ///< a row for the image while something has to be fetched; may be empty
};

/// Brings a preset's base image to hand: an archive or a layout by path, mmdebstrap on this machine, a registry; where the
/// registry does not answer, the shared layout of earlier presets or the engine that is here. A tag is asked for anew
/// unless `digest` says what it stands for; a digest that is here already asks nobody. A bundled image is linked into
/// artifacts/<preset-name>/images, another stays in the shared layout. Thread: any; several processes take turns.
/// Errors: NotFound (nowhere; the hint says how to get it), Incomplete (offline and not here), Integrity (another image
/// than the lock names), and those of image/.
[[nodiscard]] Result<BaseImageState> ensureBaseImage(const Workspace &workspace, const preset::Preset &preset,
                                                     const preset::BaseImage &image, const BaseImageOptions &options,
                                                     Services &services, const std::stop_token &stop,
                                                     const ProgressSink &progress);

/// Both stages' images of a preset; equal ones once. What @p old names by digest is kept, but for the references that
/// @p upgrade lists (by reference or by repository; "*" is all). Errors: as above.
[[nodiscard]] Result<QList<BaseImageState>> ensureBaseImages(const Workspace &workspace, const QString &presetName,
                                                             const BaseImageOptions &options, Services &services,
                                                             const std::stop_token &stop, const ProgressSink &progress,
                                                             const lock::LockFile *old = nullptr,
                                                             const QStringList &upgrade = {});

/// sync's part: the very images that the lock names and that cross the gap, as they now are. Asks nobody when they are there.
[[nodiscard]] Result<QList<BaseImageState>> ensureLockedImages(const Workspace &workspace, const lock::LockFile &lock, bool offline,
                                                             Services &services, const std::stop_token &stop,
                                                             const ProgressSink &progress, const TransferSink &transfers);

/// An image as an artifact of a lock.
[[nodiscard]] lock::Artifact imageArtifact(const BaseImageState &state, const preset::Preset &preset);

} // namespace dosirak::workspace
