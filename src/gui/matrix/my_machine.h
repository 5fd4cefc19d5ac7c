// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <stop_token>

namespace dosirak::gui {

/// The GPU and driver of a machine, as its driver tells them.
struct Machine {
    QString gpu;                ///< "NVIDIA H100 80GB HBM3"
    QString driver;             ///< "580.159.04"
    QString computeCapability;  ///< "9.0"
    int gpus = 0;
};

/// Reads what `nvidia-smi --query-gpu=name,driver_version,compute_cap --format=csv,noheader` prints: the first GPU, and how
/// many there are. Errors: Invalid.
[[nodiscard]] Result<Machine> parseMachine(const QByteArray &csv);

/// Asks this machine's driver. Blocks up to 10 s; not on the UI thread. Errors: NotFound (no NVIDIA driver here),
/// ToolFailed, Invalid, Cancelled.
[[nodiscard]] Result<Machine> readMachine(const std::stop_token &stop);

} // namespace dosirak::gui
