// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace dosirak::debian {

/// One .deb of a local flat repository.
struct RepoEntry {
    std::string fileName;   ///< a safe file name in the repository's folder
    std::string stanza;     ///< its control paragraph or its paragraph of another index; Filename, Size and hashes in it are replaced
    std::int64_t size = -1; ///< bytes
    std::string sha256;     ///< 64 lower-case hex digits
};

/// The text of a Packages file (what dpkg-scanpackages writes): sorted by name, version and architecture, each paragraph with
/// Filename "./…", Size and SHA256 of the entry. Equal entries give equal bytes.
/// Errors: Invalid (an unsafe file name, a paragraph without Package or Version, no size or hash).
[[nodiscard]] Result<QByteArray> packagesText(std::vector<RepoEntry> entries);

/// The Release file of a flat repository that holds just these index files (name, bytes). The date is part of it and has to
/// be given, so that the same lock gives the same bytes.
[[nodiscard]] QByteArray releaseText(const std::vector<std::pair<std::string, QByteArray>> &indexes, const QDateTime &date);

/// Writes Packages and Release into @p folder; apt reads them as `deb [trusted=yes] file:/folder ./`.
/// Nothing of the debs is read. @p date invalid: 1970-01-01, which apt takes. Errors: Invalid, Io, DiskFull.
[[nodiscard]] Result<void> writeRepoIndex(const QString &folder, std::vector<RepoEntry> entries, const QDateTime &date = {});

/// The entries of all .deb files directly in @p folder, by reading and hashing them. Errors: Invalid (a broken .deb), Io,
/// Cancelled. Thread: any but the UI thread.
[[nodiscard]] Result<std::vector<RepoEntry>> scanDebs(const QString &folder, const std::stop_token &stop = {},
                                                      const ProgressSink &progress = {});

} // namespace dosirak::debian
