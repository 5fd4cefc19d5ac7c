// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"
#include "image/oci_layout.h"
#include "image/reference.h"

#include <QMutex>

namespace dosirak::image {

/// An image of a registry, named by content.
struct ResolvedImage {
    QString reference;      ///< as it was asked for
    QString digest;         ///< of the manifest for the architecture: what a lock records
    QString mediaType;
    QByteArray manifestBytes; ///< as the registry gave them
    Manifest manifest;
};

struct RegistrySettings {
    QString dockerConfig;   ///< config.json with logins; empty: docker's own place
    QStringList plainHttp;  ///< "host:port" that speak http; loopback hosts always do
    int parallelLayers = 3;
};

/// A client of the OCI distribution specification 1.1 ("pull"), with token authentication as registries do it. The mirror map
/// of @p http counts here too ("https://registry-1.docker.io/" → "https://nexus.corp/docker/"); a mirror gets the login that
/// the user gave for the mirror's host, never the origin's.
/// Thread: any but the UI thread; one object may serve several threads.
class Registry
{
public:
    Registry(fetch::HttpClient &http, RegistrySettings settings = {});

    /// Which content a reference stands for now. An index is followed to @p architecture (GOARCH) on linux.
    /// Errors: Invalid, NotFound (no such image, or not for the architecture; it names those that are), Refused (login
    /// needed or wrong), Network, Integrity, Cancelled.
    [[nodiscard]] Result<ResolvedImage> resolve(const QString &reference, const QString &architecture = QStringLiteral("amd64"),
                                                const std::stop_token &stop = {});

    /// Fetches what the layout does not have, several layers at a time, each checked against its digest while it arrives.
    /// What was broken off is taken up where it stopped, in this run and in a later one. Progress is in bytes.
    /// Errors: as resolve(), Io, DiskFull.
    /// The caller holds the layout (LayoutLock).
    [[nodiscard]] Result<LayoutImage> pull(const ResolvedImage &image, const OciLayout &layout, const std::stop_token &stop = {},
                                           const ProgressSink &progress = {});

    /// Origin URL of a manifest by its digest, as a lock records it.
    [[nodiscard]] Result<QString> manifestUrl(const QString &reference, const QString &digest) const;

private:
    Result<fetch::HttpReply> ask(const ImageReference &reference, const QString &path, const QByteArray &accept,
                                 const std::stop_token &stop);
    Result<QByteArray> authorize(const ImageReference &reference, const QByteArray &challenge, const std::stop_token &stop);
    Result<void> pullBlob(const ImageReference &reference, const Descriptor &blob, const OciLayout &layout,
                          const std::stop_token &stop, const std::function<void(qint64)> &onBytes);
    Result<void> pullOnce(const ImageReference &reference, const Descriptor &blob, const QString &part,
                          const std::stop_token &stop, const std::function<void(qint64)> &onBytes, QByteArray *hash);
    QUrl urlOf(const ImageReference &reference, const QString &path) const;
    QString answeringHost(const ImageReference &reference) const;
    QByteArray tokenFor(const ImageReference &reference) const;

    fetch::HttpClient &m_http;
    RegistrySettings m_settings;
    mutable QMutex m_mutex;
    QHash<QString, QByteArray> m_tokens;   ///< "host repository" → value of Authorization; never logged
};

} // namespace dosirak::image
