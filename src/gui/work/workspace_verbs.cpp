// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/workspace_verbs.h"

#include "fetch/store.h"
#include "workspace/settings.h"

namespace dosirak::gui {

Result<std::shared_ptr<WorkspaceVerbs>> WorkspaceVerbs::open(const workspace::Workspace &workspace)
{
    DOSIRAK_TRY(services, workspace::Services::open(workspace));
    return std::shared_ptr<WorkspaceVerbs>(new WorkspaceVerbs(workspace, std::shared_ptr<workspace::Services>(std::move(services))));
}

void WorkspaceVerbs::setWorkspace(const workspace::Workspace &workspace)
{
    const QMutexLocker lock(&m_mutex);
    m_workspace = workspace;
}

workspace::Workspace WorkspaceVerbs::folder() const
{
    const QMutexLocker lock(&m_mutex);
    return m_workspace;
}

const compat::Facts &WorkspaceVerbs::facts() const
{
    return m_facts; // the windows keep it: what is imported meanwhile is used from the next start on
}

Result<workspace::CheckReport> WorkspaceVerbs::check(const QString &presetName)
{
    const auto services = this->services();
    return workspace::check(folder(), presetName, *services);
}

Result<workspace::LockReport> WorkspaceVerbs::lock(const QString &presetName, const workspace::LockOptions &options, const std::stop_token &stop,
                                                   const ProgressSink &progress)
{
    const auto services = this->services();
    return workspace::lock(folder(), presetName, options, *services, stop, progress);
}

Result<workspace::SyncReport> WorkspaceVerbs::sync(const QString &presetName, const workspace::SyncOptions &options, const std::stop_token &stop,
                                                   const ProgressSink &progress, const workspace::TransferSink &transfers)
{
    const auto services = this->services();
    return workspace::sync(folder(), presetName, options, *services, stop, progress, transfers);
}

Result<workspace::VerifyReport> WorkspaceVerbs::verify(const QString &presetName, const std::stop_token &stop, const ProgressSink &progress)
{
    return workspace::verify(folder(), presetName, stop, progress);
}

Result<workspace::BundleReport> WorkspaceVerbs::bundle(const QString &presetName, const workspace::BundleOptions &options,
                                                       const std::stop_token &stop, const ProgressSink &progress)
{
    return workspace::bundle(folder(), presetName, options, stop, progress);
}

Result<workspace::VerifyReport> WorkspaceVerbs::verifyBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    return workspace::verifyBundle(path, stop, progress);
}

Result<workspace::ImportReport> WorkspaceVerbs::importBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    return workspace::importBundle(folder(), path, stop, progress);
}

Result<build::BuildRecord> WorkspaceVerbs::build(const QString &presetName, const workspace::BuildOptions &options, const std::stop_token &stop,
                                                 const ProgressSink &progress, const workspace::BuildSink &events)
{
    const auto services = this->services();
    return workspace::build(folder(), presetName, options, *services, stop, progress, events);
}

std::shared_ptr<workspace::Services> WorkspaceVerbs::services() const
{
    const QMutexLocker lock(&m_mutex);
    return m_services;
}

Result<void> WorkspaceVerbs::reloadSettings()
{
    DOSIRAK_TRY(fresh, workspace::Services::open(folder()));
    std::shared_ptr<workspace::Services> replaced = std::move(fresh);
    const QMutexLocker lock(&m_mutex);
    m_services.swap(replaced);
    return {};
}

Result<workspace::InspectedBuild> WorkspaceVerbs::inspect(const QString &presetName, const QString &tag, const std::stop_token &stop,
                                                          const ProgressSink &progress)
{
    return workspace::inspect(folder(), presetName, tag, stop, progress);
}

Result<QList<workspace::InboxFile>> WorkspaceVerbs::inboxFiles(const QString &presetName)
{
    return workspace::inboxFiles(folder(), presetName);
}

Result<workspace::InboxFinding> WorkspaceVerbs::inboxExamine(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    return workspace::inboxExamine(folder(), path, {}, stop, progress);
}

Result<workspace::InboxReceipt> WorkspaceVerbs::inboxAccept(const workspace::InboxFinding &finding, const std::stop_token &stop,
                                                            const ProgressSink &progress)
{
    const auto services = this->services();
    return workspace::inboxAccept(folder(), finding, *services, stop, progress);
}

Result<StoreState> WorkspaceVerbs::store(const std::stop_token &)
{
    DOSIRAK_TRY(settings, workspace::readSettings(workspace::settingsPath()));
    const auto services = this->services();
    DOSIRAK_TRY(info, services->store().info());
    return StoreState{info.bytes, info.files, settings.storeBudget, services->store().folder()};
}

Result<build::EngineReport> WorkspaceVerbs::engines(const std::stop_token &stop)
{
    return build::findEngines({}, stop);
}

Result<workspace::PresetStatus> WorkspaceVerbs::status(const QString &presetName)
{
    const auto services = this->services();
    return workspace::status(folder(), presetName, *services);
}

} // namespace dosirak::gui
