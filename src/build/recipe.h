// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "image/oci_types.h"
#include "lock/lock_file.h"
#include "preset/preset.h"

#include <QByteArray>
#include <QStringList>

namespace dosirak::build {

/// Which builders a recipe is for.
enum class RecipeForm {
    BindMounts, ///< BuildKit (engine 20.10 and newer), podman, buildah: artifacts are mounted, never copied
    Legacy,     ///< docker's legacy builder: artifacts pass through a stage that is thrown away, the result is flattened
};

/// All that a recipe is rendered from.
struct RecipeInput {
    preset::Preset preset;
    lock::LockFile lock;
    QByteArray lockSha256;              ///< 64 hex digits of the lock file's bytes: a label of the image
    image::ImageConfig runtimeConfig;   ///< of the runtime base image: a flattened image must repeat its environment
    RecipeForm form = RecipeForm::BindMounts;
    qint64 created = -1;                ///< seconds since 1970 for the label org.opencontainers.image.created; -1: none
};

/// A build recipe: one Dockerfile that needs nothing but the folder of the preset's artifacts as its context.
struct Recipe {
    RecipeForm form = RecipeForm::BindMounts;
    QByteArray dockerfile;
    QByteArray dockerignore;            ///< beside it, as Dockerfile.dockerignore
    QStringList context;                ///< paths below artifacts/<preset-name>/ that the build reads
    QStringList baseImages;             ///< references that FROM names
    QString tag;                        ///< of the result
    QStringList libraryFolders;         ///< that LD_LIBRARY_PATH and ldconfig name (TensorRT)
    QStringList warnings;               ///< what the user should know, in words
};

/// Pure: equal input gives equal bytes. Nothing is fetched in any step: debs come from the folder's own apt index by
/// name=version, wheels by pip with --no-index and --require-hashes, archives with their SHA-256 checked; a step that has
/// a network route refuses to run. There is no "# syntax=" line (it would need a pull).
/// Errors: Invalid (a value that cannot stand in a Dockerfile, with its JSON pointer; no base image), Unsupported.
[[nodiscard]] Result<Recipe> renderRecipe(const RecipeInput &input);

/// Writes Dockerfile and Dockerfile.dockerignore into @p folder, which must not be the context. Errors: Io, DiskFull.
[[nodiscard]] Result<void> writeRecipe(const Recipe &recipe, const QString &folder);

/// The name of the result where neither preset nor user gives one: "localhost/dosirak/<preset-name>:latest", in the
/// characters a reference may have.
[[nodiscard]] QString defaultTag(const QString &presetName);

/// Whether the text is an image reference as engines take it (distribution/reference). Errors: Invalid.
[[nodiscard]] Result<void> checkReference(const QString &reference);

} // namespace dosirak::build
