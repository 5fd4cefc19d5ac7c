// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace dosirak::bundle {

/// One file of a bundle.
struct BundledFile {
    QString path;    ///< safe relative path in the working folder: "presets/x.json", "artifacts/x/wheels/y.whl"
    qint64 size = 0; ///< bytes
    QString sha256;  ///< 64 lower-case hex digits
};

/// What a bundle holds: its first entry, dosirak-bundle.json. docs/formats/bundle.md.
struct Manifest {
    static constexpr int currentVersion = 1;
    static constexpr auto fileName = "dosirak-bundle.json";

    QString presetName;
    QString lockSha256;
    QList<BundledFile> files; ///< in the order in which they lie in the archive

    [[nodiscard]] qint64 totalBytes() const;
};

[[nodiscard]] QByteArray writeManifest(const Manifest &manifest);

/// Untrusted input. Errors: Invalid (JSON pointer; unsafe paths, a path twice, a path outside presets/, artifacts/ and
/// the host kit), Unsupported (made by a newer Dosirak).
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray &bytes, const QString &file);

} // namespace dosirak::bundle
