// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "image/oci_layout.h"
#include "preset/preset.h"
#include "workspace/workspace.h"

#include <stop_token>

namespace dosirak::workspace {

class Services;

/// A base image that is at hand.
struct BaseImageState {
    QString reference;
    QString digest;                ///< of its manifest
    qint64 size = 0;               ///< bytes of its blobs
    bool made = false;             ///< by this call
};

struct BaseImageOptions {
    bool again = false;            ///< make or fetch it although it is there
    bool offline = false;
};

/// Brings a preset's base image into the folder's layout (artifacts/<preset-name>/images) from where the preset says: an
/// archive or a layout by path, mmdebstrap on this machine, the shared layout of earlier presets, the engine that is
/// here, a registry. Errors: NotFound (nowhere; the hint says how to get it), Incomplete (offline and not here), and those
/// of image/.
[[nodiscard]] Result<BaseImageState> ensureBaseImage(const Workspace &workspace, const preset::Preset &preset,
                                                     const preset::BaseImage &image, const BaseImageOptions &options,
                                                     Services &services, const std::stop_token &stop,
                                                     const ProgressSink &progress);

/// Both stages' images of a preset; equal ones once. Errors: as above.
[[nodiscard]] Result<QList<BaseImageState>> ensureBaseImages(const Workspace &workspace, const QString &presetName,
                                                             const BaseImageOptions &options, Services &services,
                                                             const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::workspace
