// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <string>
#include <vector>

namespace dosirak::python {

/// What a source archive says about itself without being built.
struct SdistContents {
    std::string pkgInfo;                     ///< PKG-INFO at the top of the archive
    std::vector<std::string> buildRequires;  ///< pyproject.toml [build-system] requires; without one setuptools and wheel
    std::vector<std::string> fetchesFrom;    ///< not empty: its build runs pip against these indexes
};

/// Reads a .tar.gz or .zip source archive that is held in memory. Nothing is unpacked to disk, nothing is run.
/// PKG-INFO is only right about dependencies when it does not call them dynamic (PEP 643).
/// Errors: Invalid (no such archive, no PKG-INFO, an entry that is too large), Unsupported (another kind of archive).
[[nodiscard]] Result<SdistContents> readSdistArchive(const QByteArray &archive, const std::string &fileName);

/// The `requires` list of the [build-system] table in pyproject.toml text; empty when there is none.
[[nodiscard]] std::vector<std::string> buildRequiresIn(std::string_view pyproject);

/// The indexes that a build script hands to a pip it runs itself: a source archive that has such is no source, but a
/// downloader (NVIDIA's tensorrt uploads on the default index are), and of no use without a network.
[[nodiscard]] std::vector<std::string> indexesFetchedBy(std::string_view script);

} // namespace dosirak::python
