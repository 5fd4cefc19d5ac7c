// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QString>
#include <stop_token>
#include <string>

namespace dosirak::debian {

/// Whether this URI of a source is a .deb file that carries a repository (a vendor's local-repo package).
[[nodiscard]] bool isLocalRepoDeb(const std::string &uri);

/// Unpacks the repository in that .deb below @p cacheFolder, or finds it there from before (by path, size and time of the file),
/// and returns its folder as a file: URI that ends in a slash. What an older file of the same path left there is removed.
/// Errors: NotFound, Invalid, Unsupported (it carries no repository, or there is no cache folder), Io, DiskFull, Cancelled.
/// Thread: any but the UI thread.
[[nodiscard]] Result<std::string> openLocalRepo(const std::string &uri, const QString &cacheFolder, const std::stop_token &stop,
                                                const ProgressSink &progress);

} // namespace dosirak::debian
