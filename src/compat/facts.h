// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/version_pattern.h"
#include "compat/finding.h"

#include <QList>
#include <QMap>
#include <QString>
#include <optional>

namespace dosirak::compat {

/// The compatibility data, typed. In every row an empty text, an empty list marked unknown, or std::nullopt means "not
/// known" — never "not supported". docs/formats/facts.md describes the file.

struct FactRow {
    QStringList sources;           ///< ids; Facts::sourcesOf() gives titles and addresses
    bool primary = false;          ///< the vendor's or upstream's own text
};

struct CudaRelease : FactRow {
    QString version;               ///< "12.4.1"
    QString toolkitDriver;         ///< the driver it came with; empty: not known
    QString minDriver;             ///< lowest driver of its major family
};

struct TorchBuild : FactRow {
    QString cuda;                  ///< "11.8"
    QString suffix;                ///< "cu118"
    QString cudnn;                 ///< the one inside the wheel
    QStringList sm;                ///< compute capabilities it was compiled for
    QString ptx;                   ///< newer GPUs can compile from this one; empty: none known
    QString platformTag;           ///< "linux_x86_64", "manylinux_2_28_x86_64"
    QString glibcFloor;
};

struct TorchRelease : FactRow {
    QString version;
    QString torchvision;
    QString torchaudio;
    QStringList pythons;
    QString unmarkedCuda;          ///< CUDA of the wheel without a local version; empty: not known
    QList<TorchBuild> builds;
    [[nodiscard]] const TorchBuild *build(const QString &suffix) const;
};

struct TensorRtRelease : FactRow {
    QString version;               ///< "8.6.1"
    QString fullVersion;           ///< "8.6.1.6"
    QStringList cudaBuilds;        ///< CUDA versions that NVIDIA shipped builds for
    std::optional<QStringList> vendorCuda; ///< ranges of NVIDIA's matrix: "11.0-11.8"; unset: not read
    QStringList debVersions;       ///< "8.6.1.6-1+cuda11.8"
    QString debSet;                ///< key of Facts::debSet()
    QString glibcFloor;
    QString cudnnVersion;
    bool cudnnNeeded = false;
};

struct System : FactRow {
    QString distribution;
    QString release;
    QString codename;
    QString python;                ///< the distribution's own
    QString glibc;
    bool externallyManaged = false; ///< PEP 668
};

struct Gpu : FactRow {
    QString name;
    QString sm;                    ///< compute capability "8.0"
    QString minCuda;
    QString lastCuda;              ///< empty: not dropped, as far as is known
};

struct Capability : FactRow {
    QString sm;
    QString family;
    QString firstCuda;
    QString lastCuda;
};

struct BaseImageTag : FactRow {
    QString tag;                   ///< of nvidia/cuda: "11.8.0-cudnn8-devel-ubuntu22.04"
    QString cuda;
    QString ubuntu;
    QString cudnn;
    bool endOfLife = false;
    QString startCheck;            ///< "cuda>=11.8"
    QStringList alsoAcceptedBranches;
    QStringList alsoForGeForce;
};

struct Pitfall : FactRow {
    QString id;
    Severity severity = Severity::Error;
    QString title;
    QString when;
    QString then;
};

class Facts
{
public:
    /// The set that ships inside the program.
    [[nodiscard]] static const Facts &shipped();
    /// Untrusted input. Errors: Invalid (JSON pointer), Unsupported (of a newer program).
    [[nodiscard]] static Result<Facts> parse(const QByteArray &bytes, const QString &file);

    /// The JSON Schema (draft 7) of a set's file: stricter than parse(), which reads what it needs.
    [[nodiscard]] static QByteArray schema();

    QString version;               ///< "2026.11.22"
    QList<CudaRelease> cuda;       ///< oldest first, as all lists here
    QList<std::pair<int, QString>> driverFamilies; ///< CUDA major → minimum driver
    QStringList driverFamilySources;
    QList<TorchRelease> torch;
    QList<TensorRtRelease> tensorrt;
    QList<System> systems;
    QList<Gpu> gpus;
    QList<Capability> capabilities;
    QList<BaseImageTag> baseImages;
    QList<Pitfall> pitfalls;

    [[nodiscard]] const TorchRelease *torchRelease(const QString &version) const;
    [[nodiscard]] const TensorRtRelease *tensorRtRelease(const QString &version) const; ///< three or four parts
    [[nodiscard]] const System *system(const QString &distribution, const QString &release) const;
    [[nodiscard]] const Gpu *gpu(const QString &name) const;           ///< case and "NVIDIA " do not matter
    [[nodiscard]] const Capability *capability(const QString &sm) const;
    [[nodiscard]] const BaseImageTag *baseImage(const QString &tag) const; ///< runtime and base tags stand for their devel row
    [[nodiscard]] const Pitfall *pitfall(const QString &id) const;
    [[nodiscard]] const CudaRelease *cudaRelease(const QString &version) const; ///< newest point release of a minor version
    [[nodiscard]] QString minDriver(int cudaMajor) const;              ///< empty: not known
    [[nodiscard]] QStringList debSet(const QString &key) const;
    [[nodiscard]] QList<SourceRef> sourcesOf(const QStringList &ids) const;

private:
    friend class FactsReader;
    QMap<QString, SourceRef> m_sources;
    QMap<QString, QStringList> m_debSets;
};

} // namespace dosirak::compat
