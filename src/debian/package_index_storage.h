// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "debian/package_index.h"

#include <QFile>

namespace dosirak::debian {

/// The tables of an index while it is built. Not for use outside of this room.
struct PackageTables {
    std::vector<PackageRecord> records;
    std::vector<DependencyAtom> dependencies;
    std::vector<ProvidedName> provides;
    std::vector<std::uint32_t> names;  ///< begin of each name in chars; one more at the end
    std::vector<std::uint32_t> texts;
    std::vector<char> chars;
};

/// What a PackageIndex looks into: either bytes of its own or two mapped files.
struct PackageIndex::Storage {
    QByteArray tables;
    QByteArray text;
    QFile tablesFile;
    QFile textFile;
};

[[nodiscard]] PackageIndex makeIndex(PackageTables tables, const QByteArray &text);

} // namespace dosirak::debian
