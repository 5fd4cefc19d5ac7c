// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/engine_images.h"
#include "image/layer_scan.h"
#include "image/oci_layout.h"

namespace dosirak::image {

/// One package found in an image, without running anything of it.
struct InstalledPackage {
    QString name;
    QString version;
    QString architecture;   ///< of a deb; empty for a wheel

    friend bool operator==(const InstalledPackage &, const InstalledPackage &) = default;
};

/// One file for people, of one layer.
struct InspectedFile {
    QString path;           ///< with a leading "/"
    qint64 size = 0;        ///< bytes
    bool wasted = false;    ///< a higher layer replaces or removes it: its bytes are carried and never seen
};

struct InspectedLayer {
    QString digest;         ///< of the blob; empty when it was read from an engine's older form
    QString diffId;
    QString command;        ///< that made it
    qint64 size = 0;        ///< bytes of the files in it
    int files = 0;          ///< without folders
    int whiteouts = 0;
    qint64 wastedBytes = 0; ///< of this layer's files that higher layers replace or remove
    QList<InspectedFile> largest; ///< largest first, at most InspectOptions::filesPerLayer
};

/// What an image holds.
struct InspectReport {
    QString reference;
    QString id;             ///< digest of the configuration
    ImageConfig config;
    QList<InspectedLayer> layers; ///< lowest first
    qint64 bytes = 0;       ///< of all files in all layers
    qint64 wastedBytes = 0;
    double efficiency = 1;  ///< sum of each path's smallest size by sum of all its sizes (as dive scores)
    QList<InstalledPackage> debs;   ///< of the topmost dpkg status, sorted
    QList<InstalledPackage> wheels; ///< of *.dist-info that are still visible, sorted
    QByteArray dpkgStatus;  ///< as it stands in the image; empty: no dpkg there
};

struct InspectOptions {
    int filesPerLayer = 200;
};

/// Reads every layer once. Progress is in bytes. Errors: NotFound, Integrity, Invalid, Cancelled.
[[nodiscard]] Result<InspectReport> inspectLayout(const OciLayout &layout, const QString &reference,
                                                  const InspectOptions &options = {}, const std::stop_token &stop = {},
                                                  const ProgressSink &progress = {});
/// An archive of `docker save` in any form, packed or not. @p reference empty: its only or first image.
[[nodiscard]] Result<InspectReport> inspectArchive(const QString &path, const QString &reference = {},
                                                   const InspectOptions &options = {}, const std::stop_token &stop = {},
                                                   const ProgressSink &progress = {});
/// An image of an engine, read through `docker save` without a copy on disk.
[[nodiscard]] Result<InspectReport> inspectInEngine(const EngineCommand &engine, const QString &reference,
                                                    const InspectOptions &options = {}, const std::stop_token &stop = {},
                                                    const ProgressSink &progress = {});

/// The dpkg status that a lock of Debian packages starts from (they are resolved on top of what the base has).
/// Reads layers from the top and stops at the first that has one; distroless images' status.d is joined to one text.
/// Errors: as inspectLayout(), NotFound (no dpkg in this image).
[[nodiscard]] Result<QByteArray> dpkgStatusOf(const OciLayout &layout, const QString &reference,
                                              const std::stop_token &stop = {});

/// Packages of a dpkg status file (deb822) whose status is "installed".
[[nodiscard]] QList<InstalledPackage> packagesOfStatus(const QByteArray &status);

} // namespace dosirak::image
