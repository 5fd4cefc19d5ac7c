// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/inspect.h"

namespace dosirak::image {

/// One thing that differs between two images.
struct ImageChange {
    enum class Kind { Deb, Wheel, Env, Label, Setting, Layer };
    Kind kind = Kind::Deb;
    QString name;           ///< of the package, variable, label, setting ("User"), or a layer's digest
    QString before;         ///< empty: it is new
    QString after;          ///< empty: it is gone
};

struct ImageComparison {
    QList<ImageChange> changes; ///< by kind, then name
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    int sharedLayers = 0;   ///< from the bottom
};

/// Pure.
[[nodiscard]] ImageComparison compareImages(const InspectReport &before, const InspectReport &after);

} // namespace dosirak::image
