// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/inbox.h"
#include "workspace/workspace.h"

namespace dosirak::workspace {

class Services;

/// The vendor inbox: files that no program may download, because a login stands before them. A lock names them; a person
/// brings them; they are looked at, confirmed once, and from then on counted like any other file of the lock.

/// One file that a lock of this working folder needs from a person.
struct InboxFile {
    QString presetName;
    QString id;               ///< relative path below artifacts/<preset-name>/, as TransferRow::id
    QString title;            ///< "TensorRT 8.6.1.6 for CUDA 11.8"
    fetch::VendorExpectation expected;
    bool here = false;        ///< confirmed, and on its place in full length
};

/// By hand and not here first. @p presetName empty: of all presets that are locked; a lock that cannot be read is left
/// out then. Reads names and sizes. Errors: NotFound (the preset, or its lock), Invalid, Io.
[[nodiscard]] Result<QList<InboxFile>> inboxFiles(const Workspace &workspace, const QString &presetName);

struct InboxFinding {
    QString path;                ///< absolute, as it was given
    fetch::InboxVerdict verdict;
    QList<InboxFile> answers;    ///< of an accepted file: every file of the folder's locks that it is
    InboxFile nearest;           ///< of a refused one: what it was taken for; presetName empty: nothing
};

/// Looks at one file; changes nothing. A refusal is a finding and no error. Errors: NotFound, Io, Cancelled, and those of
/// inboxFiles() when a preset was named.   Thread: a worker.
[[nodiscard]] Result<InboxFinding> inboxExamine(const Workspace &workspace, const QString &path, const QString &presetName,
                                                const std::stop_token &stop, const ProgressSink &progress);

struct InboxReceipt {
    QStringList placed;          ///< absolute paths
    QStringList presetNames;     ///< whose locks know the digest now
    bool recorded = false;       ///< the digest was new to a lock
};

/// Takes an accepted file: a copy into the store (reflink where the disk can), a link below artifacts/, its SHA-256 and
/// size into each lock that waits for it. The file itself stays where it is. Ask the user before, when the verdict is
/// `toBeConfirmed`. Errors: Usage (it was refused), Integrity (it changed meanwhile), NotFound, Io, DiskFull, Cancelled.
[[nodiscard]] Result<InboxReceipt> inboxAccept(const Workspace &workspace, const InboxFinding &finding, Services &services,
                                               const std::stop_token &stop, const ProgressSink &progress);

} // namespace dosirak::workspace
