// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "preset/preset.h"

#include <QString>

namespace dosirak::lock {

/// What the files are for: never this machine, always the preset's.
struct Target {
    QString python;           ///< "3.10"
    QString platform;         ///< PEP 600 tag of the oldest glibc that is not too old: "manylinux_2_35_x86_64"
    QString architecture;     ///< Debian's name: "amd64"
    QString tensorrt;         ///< the version that is taken; empty: none
};

/// Errors: Unsupported (a release or architecture whose glibc is not known), Invalid (no Python version).
[[nodiscard]] Result<Target> targetOf(const preset::Preset &preset, const QString &glibc);

} // namespace dosirak::lock
