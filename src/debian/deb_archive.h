// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QString>
#include <QStringList>
#include <stop_token>
#include <string>

namespace dosirak::debian {

/// The control paragraph of a .deb file (deb(5), deb-control(5)): its text, checked to name a package, version and
/// architecture. Reads the archive's first member only, at most 16 MiB of it unpacked.
/// Errors: NotFound, Invalid (no Debian archive, broken, too large), Io.   Thread: any but the UI thread.
[[nodiscard]] Result<std::string> readDebControl(const QString &path);

/// The path below which a .deb carries a repository of its own ("var/nv-tensorrt-local-repo-ubuntu2204-8.6.1-cuda-11.8"), as
/// NVIDIA's local-repo packages do: the folder with a Packages file. Empty: it carries none. Unpacks the file list, so it
/// takes as long as reading the file. Errors: as readDebControl(), DiskFull, Cancelled.
[[nodiscard]] Result<QString> localRepoFolder(const QString &path, const std::stop_token &stop = {});

/// Writes the files of that repository (index, debs, keyring) flat into @p folder, which is made. Names are checked; nothing is
/// written outside. @p maxBytes bounds all of it. Returns the file names, sorted. A source for it is `file:` + folder with
/// suite "./". Errors: Unsupported (it carries no repository), and those above.
[[nodiscard]] Result<QStringList> unpackLocalRepo(const QString &path, const QString &folder, qint64 maxBytes,
                                                  const std::stop_token &stop = {}, const ProgressSink &progress = {});

} // namespace dosirak::debian
