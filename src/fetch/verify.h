// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <stop_token>

namespace dosirak::fetch {

/// A file as a lock says it is. `path` is relative to the folder that is verified.
struct ExpectedFile {
    QString path;
    qint64 size = -1;  ///< bytes; -1: not known
    QByteArray sha256; ///< 64 hex digits; empty: only the size is looked at
};

struct FileVerdict {
    enum class State { Good, Damaged, Missing, Unreadable };
    QString path;
    State state = State::Good;
    QByteArray sha256; ///< what was found; empty when the size already told
    QString why;       ///< a sentence; empty when good
};

struct VerifyReport {
    QList<FileVerdict> files; ///< in the order they were given
    QStringList extra;        ///< files that are there and were not expected, relative, sorted
    qint64 bytes = 0;         ///< read

    [[nodiscard]] bool isGood() const; ///< all good, nothing extra
};

/// What lies below @p folder and is not named by @p expected (paths relative to it): relative, sorted, hidden files,
/// `.part` files and links included. Links are not followed. Thread: any but the UI thread.
[[nodiscard]] QStringList extraFiles(const QString &folder, const QStringList &expected);

/// Checks every file of @p expected below @p folder on all cores; large files are begun first, each is read once.
/// With @p listExtra what extraFiles() finds is named too.
/// Progress is in bytes.   Errors: Cancelled, Invalid (a path that leaves the folder).   Thread: any but the UI thread.
[[nodiscard]] Result<VerifyReport> verifyFiles(const QString &folder, const QList<ExpectedFile> &expected, bool listExtra,
                                               const std::stop_token &stop = {}, const ProgressSink &progress = {});

} // namespace dosirak::fetch
