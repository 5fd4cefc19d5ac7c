// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <stop_token>

namespace dosirak::workspace {

class Services;

/// One thing that the way of a preset needs from this machine.
struct HealthCheck {
    QString name;            ///< "engine", "wheel index", "mmdebstrap"
    bool good = false;
    QString what;            ///< what was found, or what is missing
    QString hint;            ///< what to do
};

/// Looks at engines, outside programs, apt's configuration, the wheel index and free space. @p askNetwork: whether the
/// default wheel index is really asked. Thread: a worker; a few seconds.
[[nodiscard]] QList<HealthCheck> examine(Services &services, bool askNetwork, const std::stop_token &stop);

} // namespace dosirak::workspace
