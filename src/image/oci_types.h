// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace dosirak::image {

/// Media types of the OCI image specification 1.1 and their Docker twins, which mean the same.
namespace mediatype {
inline constexpr QLatin1StringView index{"application/vnd.oci.image.index.v1+json"};
inline constexpr QLatin1StringView manifest{"application/vnd.oci.image.manifest.v1+json"};
inline constexpr QLatin1StringView config{"application/vnd.oci.image.config.v1+json"};
inline constexpr QLatin1StringView layer{"application/vnd.oci.image.layer.v1.tar"};
inline constexpr QLatin1StringView layerGzip{"application/vnd.oci.image.layer.v1.tar+gzip"};
inline constexpr QLatin1StringView layerZstd{"application/vnd.oci.image.layer.v1.tar+zstd"};
inline constexpr QLatin1StringView dockerManifest{"application/vnd.docker.distribution.manifest.v2+json"};
inline constexpr QLatin1StringView dockerList{"application/vnd.docker.distribution.manifest.list.v2+json"};
} // namespace mediatype

/// A blob by content (OCI descriptor).
struct Descriptor {
    QString mediaType;
    QString digest;         ///< "sha256:" and 64 lower-case hex digits
    qint64 size = 0;        ///< bytes

    friend bool operator==(const Descriptor &, const Descriptor &) = default;
};

/// The 64 digits of "sha256:…". Errors: Invalid (another algorithm, or not a digest): never a path.
[[nodiscard]] Result<QString> digestHex(const QString &digest);

/// One line of an image's history.
struct HistoryEntry {
    QString command;        ///< created_by, or the comment where there is none
    bool emptyLayer = false;
};

/// What an image says of itself (OCI image configuration). A plain value.
struct ImageConfig {
    QString architecture;   ///< GOARCH: "amd64", "arm64"
    QString os;
    QDateTime created;      ///< UTC; invalid when absent
    QStringList env;        ///< "NAME=value", in order
    QList<std::pair<QString, QString>> labels;
    QString user;
    QString workingFolder;
    QStringList entrypoint;
    QStringList command;
    QStringList diffIds;    ///< digests of the unpacked layers, lowest first
    QList<HistoryEntry> history;

    /// The value of a variable of env; empty when it is not there.
    [[nodiscard]] QString variable(const QString &name) const;
    /// The command that made each layer, lowest first: the N-th history entry that is not empty.
    [[nodiscard]] QStringList layerCommands() const;
};

/// Errors: Invalid.
[[nodiscard]] Result<ImageConfig> parseConfig(const QByteArray &json);
[[nodiscard]] Json configJson(const ImageConfig &config);

/// An image manifest: its configuration and its layers, lowest first.
struct Manifest {
    Descriptor config;
    QList<Descriptor> layers;
    [[nodiscard]] qint64 totalBytes() const; ///< of config and layers
};

/// Reads OCI manifests and Docker's schema 2. Errors: Invalid, Unsupported (schema 1, an index).
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray &json);
[[nodiscard]] QByteArray manifestBytes(const Manifest &manifest);

/// A member as text; empty when it is absent or no text (never an exception: this is other programs' JSON).
[[nodiscard]] QString textAt(const Json &object, const char *key);

/// Errors: Invalid.
[[nodiscard]] Result<Descriptor> descriptorAt(const Json &object);
[[nodiscard]] Json descriptorJson(const Descriptor &descriptor);

} // namespace dosirak::image
