// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace dosirak::image {

/// An image name taken apart as engines do (distribution/reference): "nvidia/cuda:12.4" is on docker.io, "localhost:5000/a"
/// on that host.
struct ImageReference {
    QString registry;       ///< host with port: "docker.io", "nvcr.io", "127.0.0.1:5000"
    QString repository;     ///< "library/debian"
    QString tag;            ///< "latest" where neither tag nor digest is given
    QString digest;         ///< "sha256:…"; before the tag where both are given

    /// What the registry is asked for: the digest, else the tag.
    [[nodiscard]] QString wanted() const { return digest.isEmpty() ? tag : digest; }
    /// The host that answers: docker.io is served by registry-1.docker.io.
    [[nodiscard]] QString host() const;
};

/// Errors: Invalid.
[[nodiscard]] Result<ImageReference> parseReference(const QString &reference);

} // namespace dosirak::image
