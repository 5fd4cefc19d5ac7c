// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python/wheel_resolver.h"

#include <functional>

namespace dosirak::python {

/// One resolve of a request as it stands.
using ResolveOnce = std::function<Result<WheelResolution>(const WheelRequest &request)>;

/// A source archive is made into a wheel where there is no network, so what its build needs (PEP 518) belongs to the
/// answer: it is asked for in a further resolve until nothing new comes. One answer for all of it, because the build runs
/// in the very environment that the wheels are installed into (pip's --no-build-isolation).
/// The extra files are not direct; their reason begins with that of the archive, which needs them.
/// Errors: those of @p resolve; Invalid (build requirements that cannot be read).
[[nodiscard]] Result<WheelResolution> withBuildRequirements(const WheelRequest &request, const ResolveOnce &resolve);

} // namespace dosirak::python
