// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "compat/facts.h"
#include "lock/lock_file.h"
#include "preset/preset.h"

namespace dosirak::workspace {

/// The files behind a login that a preset needs beside its own `sources`: TensorRT's tar with "tensorrt_source": "tar",
/// unless a source named "TensorRT" stands for it. Named as NVIDIA names them
/// (TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz), by the facts. @p tensorrt is the chosen version; empty: none.
/// Errors: Unsupported (a release or a CUDA build that the facts do not know: the preset has to name the file itself).
[[nodiscard]] Result<QList<lock::Artifact>> vendorFiles(const preset::Preset &preset, const QString &tensorrt, const compat::Facts &facts);

} // namespace dosirak::workspace
