// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/deb_resolver.h"
#include "lock/lock_file.h"
#include "python/wheel_resolver.h"
#include "workspace/verbs.h"

namespace dosirak::workspace {

/// Resolving without a preset, for scripts: what `dosirak wheels` and `dosirak debs` call.

/// Errors: those of python::resolveWheels(). @p offline: caches alone.
[[nodiscard]] Result<python::WheelResolution> resolveWheels(const python::WheelRequest &request, Services &services, bool offline,
                                                            const std::stop_token &stop, const ProgressSink &progress);
/// Downloads and hashes what its index gives no SHA-256 for: without one there is no pin.
[[nodiscard]] Result<void> hashWhatHasNoHash(QList<lock::Artifact> &artifacts, Services &services, const std::stop_token &stop,
                                             const ProgressSink &progress);
/// Errors: those of debian::resolveDebs().
[[nodiscard]] Result<debian::DebResolution> resolveDebs(debian::DebRequest request, Services &services,
                                                        const std::stop_token &stop, const ProgressSink &progress);

/// The answers as artifacts, to fetch or to write requirements from.
[[nodiscard]] QList<lock::Artifact> asArtifacts(const python::WheelResolution &resolution);
[[nodiscard]] QList<lock::Artifact> asArtifacts(const debian::DebResolution &resolution);

/// Fetches them into @p folder, all in one place. Errors: Incomplete (some failed; detail lists them), DiskFull, Cancelled.
[[nodiscard]] Result<SyncReport> fetchInto(const QString &folder, const QList<lock::Artifact> &artifacts, Services &services,
                                           const std::stop_token &stop, const TransferSink &transfers);

} // namespace dosirak::workspace
