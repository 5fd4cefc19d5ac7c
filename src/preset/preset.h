// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace dosirak::preset {

/// The typed view of one preset, after `extends` was resolved: what the image is to hold. Plain values; the lossless
/// document that a user edits is PresetDocument. docs/formats/preset.md describes each field. An absent field is empty
/// or std::nullopt, never a made-up default.

struct OperatingSystem {
    QString distribution;          ///< "ubuntu" | "debian"
    QString release;               ///< "22.04", "12"
    QString architecture;          ///< Debian architecture: "amd64", "arm64"
};

struct Python {
    QString version;               ///< "3.10"
};

struct PyTorch {
    QString version;               ///< "2.1.2"
    QString torchvision;           ///< empty: not wanted
    QString torchaudio;
    QString build;                 ///< local version label: "cu118", "cpu"; empty: the index's unmarked wheel
};

/// The block of the product's definition, kept exactly in its form.
struct TensorRt {
    bool enabled = false;
    QString version;                             ///< "8.6.1", "auto" or empty (= auto)
    bool requiredInRuntime = false;
    QStringList supportedVersions;               ///< patterns: "8.6.1", "10.x"
    QList<std::pair<QString, QString>> cudaCompatibility; ///< TensorRT pattern → CUDA pattern, in the user's order
    QString description;
};

/// Where TensorRT's files come from. Beside the tensorrt block, which keeps its form.
enum class TensorRtSource { Debs, Tar, Wheels };

struct WheelIndex {
    QString name;                  ///< what requirements are pinned to
    QString url;                   ///< PEP 503/691 root, a folder, or empty for this machine's default index
    QStringList packages;          ///< only these come from here (normalised names, "nvidia-*" as prefix); empty: the rest
    bool allowLinuxTag = false;    ///< accept plain linux_x86_64 wheels (PyTorch's indexes up to 2.5)
};

struct Wheels {
    QList<WheelIndex> indexes;
    QStringList requirements;      ///< PEP 508
    QStringList requirementFiles;  ///< relative to the preset's working folder
    QStringList constraints;       ///< PEP 508
    QStringList overrides;         ///< PEP 508: replace what packages ask for
    QStringList excludes;          ///< names that are never installed
    QStringList prereleases;       ///< names for which pre-releases are welcome
    QStringList sdists;            ///< names that may come as source archives and are built in the builder stage
};

struct AptSource {
    QString name;
    bool fromHost = false;         ///< URIs and keyring are taken from this machine's apt configuration
    QStringList uris;
    QStringList suites;            ///< "jammy", or "./" for a flat repository
    QStringList components;
    QStringList architectures;
    QString signedBy;              ///< keyring file: absolute, or relative to the working folder; or armored text
    bool trusted = false;          ///< take it unsigned: said aloud in every check
};

struct Debs {
    QList<AptSource> sources;
    QStringList builder;           ///< as apt takes it: name, name:arch, name=version
    QStringList runtime;
    bool recommends = false;
    QString preferences;           ///< apt_preferences(5) text
    QStringList hold;
    QStringList forbid;
};

struct SourceArchive {
    QString name;
    QString url;                   ///< empty: placed by hand
    QString fileName;
    QString sha256;                ///< 64 hex digits, or empty until it was seen and confirmed
    qint64 size = -1;              ///< bytes; -1: not known
    QString page;                  ///< where a person downloads it
    QString unpackTo;              ///< absolute path in the image; empty: only offered to the builder stage
    bool inRuntime = false;
};

/// One base image: exactly one of reference alone, archive, layout or bootstrap says where it comes from.
struct BaseImage {
    QString reference;             ///< OCI reference: "nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04"
    QString archive;               ///< a `docker save` tar, relative to the working folder
    QString layout;                ///< an OCI layout folder
    struct Bootstrap {
        QString suite;             ///< "bookworm"
        QString variant;           ///< mmdebstrap's: "minbase"
        QStringList include;
    };
    std::optional<Bootstrap> bootstrap; ///< made on this machine by mmdebstrap and imported under `reference`
    bool bundled = true;           ///< whether it crosses the gap with the bundle
};

struct Target {
    QString driver;                ///< NVIDIA driver version on the machine that will run it
    QStringList gpus;              ///< names of the facts: "A100", "RTX 4090"
};

struct SmokeTest {
    QStringList imports;           ///< Python modules that must import
    QStringList commands;          ///< shell lines that must exit 0
    int timeoutSeconds = 120;
};

struct Image {
    QString tag;                   ///< OCI reference of the result
    QList<std::pair<QString, QString>> labels;
    QList<std::pair<QString, QString>> env;
    QString user;
    QString workingFolder;
    QStringList entrypoint;
    QStringList command;
    SmokeTest smokeTest;
};

struct Bundle {
    qint64 partSize = 0;           ///< bytes; 0: one file
    QString signingKey;            ///< name of a key; empty: unsigned
};

struct Preset {
    QString name;                  ///< the preset-name: the file's base name
    int schemaVersion = 0;
    QString description;
    OperatingSystem os;
    QString cuda;                  ///< "11.8" or "11.8.0"; empty: no CUDA
    QString cudnn;                 ///< the image's own: "8.9.6.50"; empty: not wanted
    Python python;
    std::optional<PyTorch> pytorch;
    std::optional<TensorRt> tensorrt;
    TensorRtSource tensorrtSource = TensorRtSource::Debs;
    Wheels wheels;
    Debs debs;
    QList<SourceArchive> sources;
    BaseImage builderImage;
    BaseImage runtimeImage;
    Target target;
    Image image;
    Bundle bundle;
    QString checkedWithFacts;      ///< facts version of the last check the user saved; may be empty
};

} // namespace dosirak::preset
