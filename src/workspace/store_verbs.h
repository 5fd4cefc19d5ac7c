// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "fetch/store.h"
#include "workspace/workspace.h"

#include <QStringList>
#include <chrono>
#include <optional>
#include <stop_token>

namespace dosirak::workspace {

class Services;

/// The store that all presets share, as the status line and `dosirak store info` show it.
struct StoreUsage {
    QString folder;
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 unfinishedFiles = 0;    ///< downloads that broke off and are taken up by the next sync
    qint64 unfinishedBytes = 0;
    qint64 freeBytes = 0;          ///< on that disk, for this user; -1: not known
    qint64 budget = 0;             ///< bytes, from the settings; 0: none
    [[nodiscard]] bool isOverBudget() const { return budget > 0 && bytes > budget; }
};
/// Looks at names and sizes and reads no file: some milliseconds for thousands of files. A store that is not there yet is
/// empty. Thread: any but the UI thread. Errors: Io.
[[nodiscard]] Result<StoreUsage> storeUsage(const Services &services);

/// Reads every byte of the store on all cores; damaged files are set aside. Errors: Cancelled, Io.
[[nodiscard]] Result<fetch::StoreCheck> verifyStore(const Services &services, const std::stop_token &stop,
                                                    const ProgressSink &progress);

struct StoreGcOptions {
    std::optional<qint64> budget;  ///< bytes that may stay; empty: the settings' (none there: all may stay)
    std::chrono::seconds youngest{3600}; ///< what was added or used since is left alone
    QStringList forget;            ///< folders of workspaces that are gone for good: what they used may go
    bool dryRun = false;
};
struct StoreGcReport {
    qint64 removedFiles = 0, removedBytes = 0;
    qint64 keptBytes = 0;          ///< what is left, or would be
    qint64 neededFiles = 0, neededBytes = 0; ///< of the store's files, those that a lock uses: they stay in any case
    qint64 budget = -1;            ///< that was applied; -1: none
    QStringList workspaces;        ///< folders whose locks were asked
    QStringList unreachable;       ///< of them, those that are not there now: what they used last was kept
};
/// Brings the store within its budget, the least recently used files first, and never removes what a lock in @p workspace
/// or in any workspace that was synced on this machine uses.
/// Errors: Invalid (a lock that cannot be read: nothing is removed then), Io, Cancelled.
[[nodiscard]] Result<StoreGcReport> collectStore(const Workspace &workspace, const StoreGcOptions &options, Services &services,
                                                 const std::stop_token &stop);

} // namespace dosirak::workspace
