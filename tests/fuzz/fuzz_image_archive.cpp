// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "image/layer_scan.h"
#include "image/oci_types.h"

namespace dosirak::fuzz {

/// Layers come from other machines: whatever the bytes are, scanning ends, and never counts more than it was given.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const QByteArrayView view(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    image::LayerScanner whole;
    const auto fed = whole.feed(view);
    const auto scan = fed ? whole.finish() : Result<image::LayerScan>(Failure(fed.error()));
    image::LayerScanner pieces;
    Result<void> inPieces;
    for (qsizetype at = 0; at < view.size() && inPieces; at += 7)
        inPieces = pieces.feed(view.sliced(at, std::min<qsizetype>(7, view.size() - at)));
    const auto again = inPieces ? pieces.finish() : Result<image::LayerScan>(Failure(inPieces.error()));
    require(bool(scan) == bool(again), "pieces make no difference");
    if (scan) {
        require(scan->files.size() == again->files.size(), "nor for the files");
        for (const image::LayerFile &file : scan->files)
            require(!file.path.startsWith('/') && file.size >= 0, "paths are relative, sizes are sizes");
    }
    const QByteArray text = view.toByteArray();
    [[maybe_unused]] const auto config = image::parseConfig(text);
    [[maybe_unused]] const auto manifest = image::parseManifest(text);
}

} // namespace dosirak::fuzz
