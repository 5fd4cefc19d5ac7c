// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "image/oci_layout.h"
#include "preset/preset.h"
#include "workspace/workspace.h"

#include <stop_token>

namespace dosirak::workspace {

class Services;

/// What one image is wanted for, and where things lie, so that each way to get it is one small function.
struct ImageWant {
    const Workspace &workspace;
    const preset::Preset &preset;
    const preset::BaseImage &image;
    const image::OciLayout &shared; ///< where it is to be; the caller holds its LayoutLock
    QString digest;                 ///< the one that a lock names; empty: what the reference stands for now
    bool offline;
    Services &services;
    const std::stop_token &stop;
    const ProgressSink &progress;
};

struct ImageFound {
    image::LayoutImage image;
    QString url;                    ///< origin URL of its manifest; empty: not from a registry
    QStringList notices;
    bool made = false;              ///< bytes were fetched or made
};

/// Whether a registry can know it: "localhost/…" without a port never leaves a machine (podman's word for it).
[[nodiscard]] bool isOfRegistry(const QString &reference);

/// Architecture as registries spell it (GOARCH) for Debian's name: "armhf" → "arm".
[[nodiscard]] QString goArchitecture(const QString &debian);

/// By the preset's way: archive, layout, bootstrap, else registry and engine. Errors: those of ensureBaseImage().
[[nodiscard]] Result<ImageFound> obtainImage(const ImageWant &want);

} // namespace dosirak::workspace
