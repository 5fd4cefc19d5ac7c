// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/deb_resolver.h"
#include "lock/lock_file.h"
#include "lock/target.h"
#include "preset/preset.h"

namespace dosirak::lock {

/// The preset's apt sources as apt would read them; those "from_host" out of this machine's own apt configuration.
/// @p folder: relative keyrings lie there, before those that ship (preset/keyring.h; their paths begin with ":/").
/// Errors: NotFound (a keyring that is not there yet; no such source here).
[[nodiscard]] Result<std::vector<debian::Source>> aptSources(const preset::Preset &preset, const QString &folder,
                                                             const std::stop_token &stop);

/// What the resolver is asked for one stage: @p status is the dpkg status of its base image.
[[nodiscard]] debian::DebRequest debRequest(const preset::Preset &preset, const Target &target, const QStringList &packages,
                                            std::vector<debian::Source> sources, std::optional<std::string> status,
                                            const QString &cacheFolder);

/// Adds the answer for @p stage to @p artifacts; a deb that both stages need stands there once, for both.
void addDebs(const debian::DebResolution &resolution, Stage stage, QList<Artifact> &artifacts);

} // namespace dosirak::lock
