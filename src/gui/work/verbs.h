// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/engine.h"
#include "build/events.h"
#include "build/record.h"
#include "compat/facts.h"
#include "workspace/inbox_verb.h"
#include "workspace/verbs.h"

namespace dosirak::gui {

/// What the shared store of downloads holds.
struct StoreState {
    qint64 bytes = 0;
    qint64 files = 0;
    qint64 budget = 0; ///< bytes; 0: none
    QString folder;
};

/// The verbs as the desktop calls them, on worker threads: the workspace's own, with its services bound. Tests bind other
/// values to see each state of a page. Thread: any, several at once.
class Verbs
{
public:
    virtual ~Verbs() = default;

    /// Another working folder. Called on the UI thread while none of the verbs runs.
    virtual void setWorkspace(const workspace::Workspace &workspace) = 0;

    [[nodiscard]] virtual const compat::Facts &facts() const = 0; ///< lives as long as this

    virtual Result<workspace::CheckReport> check(const QString &presetName) = 0;
    virtual Result<workspace::LockReport> lock(const QString &presetName, const workspace::LockOptions &options,
                                               const std::stop_token &stop, const ProgressSink &progress) = 0;
    virtual Result<workspace::SyncReport> sync(const QString &presetName, const workspace::SyncOptions &options,
                                               const std::stop_token &stop, const ProgressSink &progress,
                                               const workspace::TransferSink &transfers) = 0;
    virtual Result<workspace::VerifyReport> verify(const QString &presetName, const std::stop_token &stop,
                                                   const ProgressSink &progress) = 0;
    virtual Result<workspace::BundleReport> bundle(const QString &presetName, const workspace::BundleOptions &options,
                                                   const std::stop_token &stop, const ProgressSink &progress) = 0;
    virtual Result<workspace::VerifyReport> verifyBundle(const QString &path, const std::stop_token &stop,
                                                         const ProgressSink &progress) = 0;
    virtual Result<workspace::ImportReport> importBundle(const QString &path, const std::stop_token &stop,
                                                         const ProgressSink &progress) = 0;
    virtual Result<build::BuildRecord> build(const QString &presetName, const workspace::BuildOptions &options,
                                             const std::stop_token &stop, const ProgressSink &progress,
                                             const workspace::BuildSink &events) = 0;
    virtual Result<workspace::InspectedBuild> inspect(const QString &presetName, const QString &tag, const std::stop_token &stop,
                                                      const ProgressSink &progress) = 0;
    virtual Result<QList<workspace::InboxFile>> inboxFiles(const QString &presetName) = 0;
    virtual Result<workspace::InboxFinding> inboxExamine(const QString &path, const std::stop_token &stop, const ProgressSink &progress) = 0;
    virtual Result<workspace::InboxReceipt> inboxAccept(const workspace::InboxFinding &finding, const std::stop_token &stop,
                                                        const ProgressSink &progress) = 0;
    virtual Result<StoreState> store(const std::stop_token &stop) = 0;
    /// Reads the user's settings again; verbs that run keep the old ones to their end. Errors: Invalid, Io.
    virtual Result<void> reloadSettings() = 0;
    virtual Result<build::EngineReport> engines(const std::stop_token &stop) = 0;
    virtual Result<workspace::PresetStatus> status(const QString &presetName) = 0;
};

} // namespace dosirak::gui
