// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <optional>

namespace dosirak::image {

/// What a user gave `docker login`. Never logged, never written anywhere.
struct RegistryLogin {
    QString user;
    QString password;
};

/// Reads docker's config.json ("auths", "credHelpers", "credsStore"; a helper is run, docker-credential-NAME(1)).
/// @p configFile empty: $DOCKER_CONFIG/config.json, else ~/.docker/config.json. None when there is no login for the host.
/// Errors: Invalid (the file is no JSON), MissingTool and ToolFailed (the helper).
[[nodiscard]] Result<std::optional<RegistryLogin>> registryLogin(const QString &registry, const QString &configFile = {});

} // namespace dosirak::image
