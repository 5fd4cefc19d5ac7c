// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/engine.h"

namespace dosirak::build {

/// Reads `docker version --format {{json .}}`. Errors: Invalid.
[[nodiscard]] Result<ClientFacts> readDockerVersion(const QByteArray &output);

/// Puts what `docker info --format {{json .}}` says into @p engine; what is absent stays as it was.
void readDockerInfo(const QByteArray &output, Engine &engine);

/// The version in `podman version -f json` or `buildah version --json`; empty: not understood.
[[nodiscard]] QString readPodmanVersion(const QByteArray &output);

/// Why a client does not reach its engine, in words (container engines' own texts: socket denied, not running, …).
[[nodiscard]] Error engineUnreachable(const QString &program, const QString &text);

/// "28.2.2" is at least (23, 0).
[[nodiscard]] bool atLeast(const QString &version, int major, int minor);

} // namespace dosirak::build
