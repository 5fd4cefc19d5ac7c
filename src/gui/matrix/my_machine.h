// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "compat/facts.h"

#include <QList>
#include <QString>
#include <stop_token>

namespace dosirak::gui {

/// The GPU and driver of a machine, as its driver tells them.
struct Machine {
    QString gpu;                ///< "NVIDIA H100 80GB HBM3"; empty: only the driver is known
    QString driver;             ///< "580.159.04"
    QString computeCapability;  ///< "9.0"
    int gpus = 0;
};

/// Reads what `nvidia-smi --query-gpu=name,driver_version,compute_cap --format=csv,noheader` prints: the first GPU, and how
/// many there are. A header line, as without `noheader`, says which column is which. Errors: Invalid, NotFound.
[[nodiscard]] Result<Machine> parseMachine(const QByteArray &csv);

/// Reads /proc/driver/nvidia/version: the driver alone. Errors: Invalid.
[[nodiscard]] Result<Machine> parseDriverVersion(const QByteArray &text);

/// Asks this machine's driver: through nvidia-smi, else NVML itself, else what the kernel says of it. Blocks up to 10 s; not
/// on the UI thread. Errors: NotFound (no NVIDIA driver here), ToolFailed, Invalid, Cancelled.
[[nodiscard]] Result<Machine> readMachine(const std::stop_token &stop);

/// The facts' name of a GPU as its driver calls it: "NVIDIA H100 80GB HBM3" → "H100"; with no name that fits, one of the same
/// compute capability. Empty: nothing is known of such a GPU.
[[nodiscard]] QString gpuInFacts(const QString &gpu, const QString &computeCapability, const compat::Facts &facts);

} // namespace dosirak::gui
