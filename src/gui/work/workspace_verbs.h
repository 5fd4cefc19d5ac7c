// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/verbs.h"
#include "workspace/services.h"

#include <QMutex>

namespace dosirak::gui {

/// The real verbs: those of the workspace, with this user's services.
class WorkspaceVerbs : public Verbs
{
public:
    /// Reads the user's settings. Errors: Invalid, Io.
    [[nodiscard]] static Result<std::shared_ptr<WorkspaceVerbs>> open(const workspace::Workspace &workspace);

    void setWorkspace(const workspace::Workspace &workspace) override;
    [[nodiscard]] const compat::Facts &facts() const override;
    Result<workspace::CheckReport> check(const QString &presetName) override;
    Result<workspace::LockReport> lock(const QString &presetName, const workspace::LockOptions &options, const std::stop_token &stop,
                                       const ProgressSink &progress) override;
    Result<workspace::SyncReport> sync(const QString &presetName, const workspace::SyncOptions &options, const std::stop_token &stop,
                                       const ProgressSink &progress, const workspace::TransferSink &transfers) override;
    Result<workspace::VerifyReport> verify(const QString &presetName, const std::stop_token &stop, const ProgressSink &progress) override;
    Result<workspace::BundleReport> bundle(const QString &presetName, const workspace::BundleOptions &options, const std::stop_token &stop,
                                           const ProgressSink &progress) override;
    Result<workspace::VerifyReport> verifyBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress) override;
    Result<workspace::ImportReport> importBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress) override;
    Result<build::BuildRecord> build(const QString &presetName, const workspace::BuildOptions &options, const std::stop_token &stop,
                                     const ProgressSink &progress, const workspace::BuildSink &events) override;
    Result<workspace::InspectedBuild> inspect(const QString &presetName, const QString &tag, const std::stop_token &stop,
                                              const ProgressSink &progress) override;
    Result<QList<workspace::InboxFile>> inboxFiles(const QString &presetName) override;
    Result<workspace::InboxFinding> inboxExamine(const QString &path, const std::stop_token &stop, const ProgressSink &progress) override;
    Result<workspace::InboxReceipt> inboxAccept(const workspace::InboxFinding &finding, const std::stop_token &stop,
                                                const ProgressSink &progress) override;
    Result<StoreState> store(const std::stop_token &stop) override;
    Result<void> reloadSettings() override;
    Result<build::EngineReport> engines(const std::stop_token &stop) override;
    Result<workspace::PresetStatus> status(const QString &presetName) override;

private:
    WorkspaceVerbs(const workspace::Workspace &workspace, std::shared_ptr<workspace::Services> services)
        : m_workspace(workspace), m_services(std::move(services)), m_facts(m_services->facts()) {}
    [[nodiscard]] workspace::Workspace folder() const;
    [[nodiscard]] std::shared_ptr<workspace::Services> services() const; ///< held by each verb while it runs

    mutable QMutex m_mutex;
    workspace::Workspace m_workspace;
    std::shared_ptr<workspace::Services> m_services;
    const compat::Facts &m_facts; ///< of the start; lives as long as the program
};

} // namespace dosirak::gui
