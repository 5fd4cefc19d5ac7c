// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/oci_layout.h"

#include <QByteArray>
#include <QList>

/// Small images made by hand, so that a test knows each byte of them.
namespace fixture {

struct File {
    QByteArray path;
    QByteArray content;
};

/// A layer as tar.
QByteArray tar(const QList<File> &files);

/// An image of such layers in @p layout, architecture amd64, with the history "layer 1", "layer 2", …
dosirak::Result<dosirak::image::LayoutImage> addImage(const dosirak::image::OciLayout &layout, const QString &reference,
                                                      const QList<QByteArray> &layers);

/// A static program for the engine to run: prints its arguments; compiled once by the C compiler that builds the tests.
QByteArray staticProgram();

} // namespace fixture
