// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/oci_layout.h"

#include <functional>

namespace dosirak::image {

/// A base image made from a distribution's packages by mmdebstrap(1).
struct BootstrapRequest {
    QString reference;          ///< the name it gets in the layout
    QString distribution;       ///< "debian" or "ubuntu": for labels
    QString suite;              ///< "bookworm"
    QString variant = QStringLiteral("minbase"); ///< as mmdebstrap takes it
    QStringList include;        ///< further packages
    QString architecture = QStringLiteral("amd64"); ///< Debian architecture
    QStringList sources;        ///< each the text of a sources.list(5) file, one-line style or deb822
    QStringList keyrings;       ///< absolute paths
    QMap<QString, QString> aptOptions; ///< "Acquire::http::Proxy" → value
    qint64 sourceDateEpoch = -1; ///< seconds since 1970, UTC: no file is younger, so that equal packages give equal bytes;
                                ///< -1: not fixed, the image is dated now
    bool slim = true;           ///< leave out manuals, translations and documents other than copyright files, now and when
                                ///< packages are installed on top (as dpkg's path-exclude in the image says)
    std::function<void(const QString &line)> onLine; ///< each line mmdebstrap prints; on the calling thread; may be empty
};

/// Makes it: mmdebstrap's tar goes straight into the layout as one plain layer, hashed while it arrives. The image has no
/// apt source of its own: it is for a place without network.
/// Errors: MissingTool (mmdebstrap), ToolFailed (its last lines as detail), Network (a mirror does not answer),
/// Invalid (suite, variant or package names that are none), Io, DiskFull, Cancelled.
[[nodiscard]] Result<LayoutImage> bootstrapImage(const OciLayout &layout, const BootstrapRequest &request,
                                                 const std::stop_token &stop = {}, const ProgressSink &progress = {});

/// The arguments of mmdebstrap for it; @p sourceFiles are where request.sources were written. Pure.
[[nodiscard]] QStringList bootstrapArguments(const BootstrapRequest &request, const QStringList &sourceFiles);

} // namespace dosirak::image
