// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "image/oci_types.h"

#include <QString>
#include <memory>
#include <stop_token>

namespace dosirak::image {

/// One image of a layout.
struct LayoutImage {
    QString reference;      ///< the annotation org.opencontainers.image.ref.name, as it was given
    Descriptor descriptor;  ///< of the manifest
    Manifest manifest;

    /// The engine's image ID in the classic image store: the digest of the configuration.
    [[nodiscard]] QString id() const { return manifest.config.digest; }
};

/// An OCI image layout on disk (OCI image specification 1.1, "Image Layout"): `oci-layout`, `index.json`,
/// `blobs/sha256/…`. Several images share one, and their common layers lie there once.
/// Writers on one layout must take turns. Thread: any.
class OciLayout
{
public:
    /// Errors: NotFound, Invalid (no layout, or one of a version we do not know).
    [[nodiscard]] static Result<OciLayout> open(const QString &folder);
    /// Opens it, or makes an empty one. Errors: as open(), Io.
    [[nodiscard]] static Result<OciLayout> openOrCreate(const QString &folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString blobFolder() const;
    /// Errors: Invalid (not a digest).
    [[nodiscard]] Result<QString> blobPath(const QString &digest) const;

    /// Manifests that name no reference are listed with their digest as the reference; an index of several platforms in
    /// index.json is followed to @p architecture (GOARCH; empty: amd64). Errors: Invalid, Io.
    [[nodiscard]] Result<QList<LayoutImage>> images(const QString &architecture = {}) const;
    /// Errors: as images(), NotFound naming those that are there.
    [[nodiscard]] Result<LayoutImage> find(const QString &reference) const;
    /// What @p reference means to a person who names a layout: the image of that name or digest, one that is called by its
    /// tag alone (as skopeo and buildah write it), else the only one there is. Errors: as find().
    [[nodiscard]] Result<LayoutImage> findLoosely(const QString &reference) const;
    /// Names an image again whose manifest and blobs are still here although index.json forgot it, or names it anew.
    /// Errors: NotFound (the manifest is not here), Incomplete, Integrity, Io.
    [[nodiscard]] Result<LayoutImage> revive(const QString &reference, const QString &digest) const;
    [[nodiscard]] Result<ImageConfig> config(const LayoutImage &image) const;

    /// A small blob, its hash checked. Errors: NotFound, Integrity, Invalid (over 16 MiB).
    [[nodiscard]] Result<QByteArray> readBlob(const Descriptor &descriptor) const;
    [[nodiscard]] Result<Descriptor> addBlob(const QByteArray &bytes, const QString &mediaType) const;

    /// Names a manifest whose blobs are all there (checked by size). A reference that is there moves to the new manifest.
    /// Errors: Incomplete (a blob is missing), Io.
    [[nodiscard]] Result<LayoutImage> addImage(const QString &reference, const Manifest &manifest) const;
    /// The same with the manifest's own bytes, which keeps the digest a registry knows it by.
    [[nodiscard]] Result<LayoutImage> addImage(const QString &reference, const QByteArray &manifestBytes,
                                               const QString &mediaType) const;
    /// Takes the name out of index.json; blobs stay until prune(). Errors: NotFound, Io.
    [[nodiscard]] Result<void> remove(const QString &reference) const;
    /// Removes blobs that no image names, and parts left by a crash. Gives the bytes freed.
    [[nodiscard]] Result<qint64> prune() const;

    /// Copies one image of another layout into this (hard links where the file system allows).
    /// Errors: NotFound, Io, DiskFull, Integrity, Cancelled.
    [[nodiscard]] Result<LayoutImage> copyFrom(const OciLayout &other, const QString &reference, const QString &newReference,
                                               const std::stop_token &stop = {}, const ProgressSink &progress = {}) const;

    /// Reads every blob of every image (or of one) and checks digest and size, and that plain layers match the
    /// configuration's diff_ids. Progress is in bytes. Errors: Integrity, NotFound, Invalid, Cancelled.
    [[nodiscard]] Result<void> verify(const QString &reference = {}, const std::stop_token &stop = {},
                                      const ProgressSink &progress = {}) const;

private:
    explicit OciLayout(const QString &folder) : m_folder(folder) {}
    Result<Json> readIndex() const;
    Result<void> writeIndex(const Json &index) const;
    Result<LayoutImage> addDescriptor(const QString &reference, const Descriptor &descriptor, const Manifest &manifest) const;

    QString m_folder;
};

} // namespace dosirak::image
