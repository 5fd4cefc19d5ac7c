// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "image/oci_layout.h"

#include <QMap>

namespace dosirak::image {

/// How an engine's client is called: which program, with which leading arguments ("--context", "NAME") and environment.
struct EngineCommand {
    QString program = QStringLiteral("docker");
    QStringList leading;
    QMap<QString, QString> environment;

    [[nodiscard]] ProcessRequest request(const QStringList &arguments) const; ///< no time-out is changed
};

/// What an engine knows of an image.
struct EngineImage {
    QString id;             ///< as the engine names it: digest of the configuration (classic store) or of the manifest
    qint64 size = 0;        ///< bytes; not comparable between image stores
    ImageConfig config;     ///< env, labels, user and so on; no history
};

/// Errors: NotFound (no such image there), MissingTool, ToolFailed (the engine does not answer; detail is its words).
[[nodiscard]] Result<EngineImage> inspectEngineImage(const EngineCommand &engine, const QString &reference,
                                                     const std::stop_token &stop = {});

/// `docker load`, fed with the layout's blobs. Does nothing when the engine's image of that name is this very one.
/// Progress is in bytes. Errors: MissingTool, ToolFailed, NotFound, Integrity, DiskFull, Cancelled.
[[nodiscard]] Result<EngineImage> loadIntoEngine(const EngineCommand &engine, const OciLayout &layout, const QString &reference,
                                                 const std::stop_token &stop = {}, const ProgressSink &progress = {});

/// Runs `docker save` and hands its output on, piece by piece; an error of @p take ends it.
/// Errors: as saveFromEngine(), and what @p take gives.
[[nodiscard]] Result<void> streamFromEngine(const EngineCommand &engine, const QString &reference,
                                            const std::function<Result<void>(QByteArrayView)> &take,
                                            const std::stop_token &stop = {}, const ProgressSink &progress = {});

/// `docker save`, straight into the layout. @p reference is a name, so that the image keeps it.
/// Errors: NotFound, MissingTool, ToolFailed, Io, DiskFull, Cancelled.
[[nodiscard]] Result<LayoutImage> saveFromEngine(const EngineCommand &engine, const QString &reference, const OciLayout &layout,
                                                 const std::stop_token &stop = {}, const ProgressSink &progress = {});

/// One image as a file for the other side of the gap.
struct SavedImage {
    QString path;
    qint64 size = 0;        ///< bytes
    QString sha256;         ///< also in PATH.sha256, as sha256sum -c reads it
    QString id;
};
/// `docker save` into @p path, hashed as it is written, under its name only when it is whole.
[[nodiscard]] Result<SavedImage> saveToFile(const EngineCommand &engine, const QString &reference, const QString &path,
                                            const std::stop_token &stop = {}, const ProgressSink &progress = {});

} // namespace dosirak::image
