// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"

#include <algorithm>

namespace dosirak::compat {

/// How a wheel's compiled code reaches a GPU.
enum class Coverage { Yes, ByPtx, No, Unknown };

/// Code for one compute capability runs on GPUs of the same major version and an equal or higher minor version; PTX is
/// compiled by the driver for any newer GPU (CUDA C++ Programming Guide, "Application Compatibility").
inline Coverage coverage(const TorchBuild &build, const QString &sm)
{
    if (build.sm.isEmpty() || sm.isEmpty())
        return Coverage::Unknown;
    const DottedVersion gpu(sm);
    const bool code = std::any_of(build.sm.begin(), build.sm.end(), [&](const QString &text) {
        const DottedVersion compiled(text);
        return compiled.major() == gpu.major() && compiled.minor() <= gpu.minor();
    });
    if (code)
        return Coverage::Yes;
    return !build.ptx.isEmpty() && DottedVersion(build.ptx) <= gpu ? Coverage::ByPtx : Coverage::No;
}

} // namespace dosirak::compat
