// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace dosirak::lock {

/// Which stage of the recipe a file is for.
enum class Stage { Builder = 1, Runtime = 2 };
Q_DECLARE_FLAGS(Stages, Stage)
Q_DECLARE_OPERATORS_FOR_FLAGS(Stages)

enum class ArtifactKind { Wheel, Deb, Source, Image };

/// One file of the lock: what it is, where it comes from, what its bytes are, and why it is there.
struct Artifact {
    ArtifactKind kind = ArtifactKind::Wheel;
    QString name;           ///< normalised package name; for an image its reference
    QString version;        ///< as the index spells it; for an image its digest
    QString architecture;   ///< of a deb; else empty
    QString fileName;       ///< a safe file name
    QString url;            ///< origin URL, before any mirror map; empty: placed by hand or made here
    QString origin;         ///< name of the index, apt source or base image
    qint64 size = -1;       ///< bytes; -1: not known
    QString sha256;         ///< 64 lower-case hex digits; empty only for a file placed by hand that was never seen
    Stages stages;
    QStringList why;        ///< the chain from what the preset asks for to this: {"torch", "sympy", "mpmath"}
    QStringList needs;      ///< names of the packages of this lock that it needs (for the tree)
    QString licence;        ///< as its metadata says; may be empty
    QString page;           ///< for a file placed by hand: where a person downloads it
    QString cudaBuild;      ///< of a vendor's file placed by hand: the CUDA that it was built for, "11.8"; empty: not said
    QString stanza;         ///< of a deb: its control stanza, for the local repository index
    bool direct = false;    ///< asked for by the preset itself
    bool sdist = false;     ///< a Python source archive: the builder stage makes a wheel of it, without a network

    /// Where it lies below artifacts/<preset-name>/: "wheels/x.whl", "debs/y.deb", "sources/z.tar.gz", "images/…".
    [[nodiscard]] QString relativePath() const;
};

/// The state of one index when the lock was made.
struct IndexSnapshot {
    QString name;
    QString url;
    QString sha256;         ///< of the Release for apt, without its signature; empty for wheel indexes, which have no snapshot
};

/// A requirements file that the preset names, as it was when the lock was made.
struct InputFile {
    QString path;           ///< relative to the working folder
    QString sha256;
};

/// All that a preset resolved to. docs/formats/lock.md; canonical JSON, so that equal locks are equal bytes.
struct LockFile {
    static constexpr int currentVersion = 1;

    QString presetName;
    QString presetSha256;   ///< of the canonical resolved preset that it answers
    QString factsVersion;
    QString pythonVersion;  ///< target: "3.11"
    QString platform;       ///< target: "manylinux_2_36_x86_64"
    QString architecture;   ///< target Debian architecture
    QString tensorrtVersion; ///< what "auto" stands for; empty: none
    QList<InputFile> inputs;   ///< sorted by path
    QList<IndexSnapshot> indexes;
    QList<Artifact> artifacts; ///< sorted by kind, name, version, architecture

    [[nodiscard]] qint64 totalBytes() const; ///< of the sizes that are known
    [[nodiscard]] QList<Artifact> of(ArtifactKind kind) const;
    [[nodiscard]] const Artifact *find(ArtifactKind kind, const QString &name) const; ///< owned by this
};

/// Errors: Invalid (line/column or JSON pointer; unsafe names; a lock_version newer than ours says so).
[[nodiscard]] Result<LockFile> parseLock(const QByteArray &bytes, const QString &file);
[[nodiscard]] QByteArray writeLock(const LockFile &lock);

/// The JSON Schema (draft 7) of a lock as it ships, for other programs and for `dosirak schema lock`.
[[nodiscard]] QByteArray lockSchema();

/// requirements.txt: every wheel pinned with its hash, for
/// `pip install --no-index --find-links wheels --require-hashes -r requirements.txt`.
/// Source archives stand in it on wish alone: what installs wheels offline cannot build them on the way.
enum class WithSdists { No, Yes };
[[nodiscard]] QByteArray writeRequirements(const LockFile &lock, WithSdists sdists = WithSdists::No);

/// pylock.toml (PEP 751) of the wheels and Python source archives, for pip and uv. @p folder: where `wheels/` and
/// `sources/` lie, relative to the file that is written ("." when beside it); empty: the files are known by URL alone.
[[nodiscard]] QByteArray writePylock(const LockFile &lock, const QString &folder);

/// PEP 751: the file's name is pylock.toml or pylock.NAME.toml, or nobody reads it. Errors: Usage.
[[nodiscard]] Result<void> checkPylockName(const QString &path);

/// How much of one kind there is.
struct KindTotal {
    ArtifactKind kind = ArtifactKind::Wheel;
    int files = 0;
    qint64 bytes = 0;       ///< of the sizes that are known
    int unknownSizes = 0;
};
/// One licence and the packages under it. Spellings that mean the same are one ("MIT License" is "MIT").
struct LicenceTotal {
    QString licence;        ///< empty: the metadata says nothing
    QStringList packages;   ///< names, sorted, each once
};
/// What the closure weighs before a byte of it is downloaded: kinds that occur, in the order of ArtifactKind.
[[nodiscard]] QList<KindTotal> kindTotals(const LockFile &lock);
/// Most packages first, then by name; those without a word about it last. Base images are not among them.
[[nodiscard]] QList<LicenceTotal> licenceTotals(const LockFile &lock);

inline constexpr qint64 maxLockBytes = 64LL << 20; ///< a larger file is no lock

/// Errors: NotFound, Invalid, Io.
[[nodiscard]] Result<LockFile> readLock(const QString &path);

[[nodiscard]] QString kindName(ArtifactKind kind); ///< "wheel", "deb", "source", "image"

} // namespace dosirak::lock
