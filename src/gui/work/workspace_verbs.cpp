// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/workspace_verbs.h"

namespace dosirak::gui {

Result<std::shared_ptr<WorkspaceVerbs>> WorkspaceVerbs::open(const workspace::Workspace &workspace)
{
    DOSIRAK_TRY(services, workspace::Services::open(workspace));
    return std::shared_ptr<WorkspaceVerbs>(new WorkspaceVerbs(workspace, std::move(services)));
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
    return m_services->facts();
}

Result<workspace::CheckReport> WorkspaceVerbs::check(const QString &presetName)
{
    return workspace::check(folder(), presetName, *m_services);
}

Result<workspace::LockReport> WorkspaceVerbs::lock(const QString &presetName, const workspace::LockOptions &options, const std::stop_token &stop,
                                                   const ProgressSink &progress)
{
    return workspace::lock(folder(), presetName, options, *m_services, stop, progress);
}

Result<workspace::SyncReport> WorkspaceVerbs::sync(const QString &presetName, const workspace::SyncOptions &options, const std::stop_token &stop,
                                                   const ProgressSink &progress, const workspace::TransferSink &transfers)
{
    return workspace::sync(folder(), presetName, options, *m_services, stop, progress, transfers);
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
    return workspace::build(folder(), presetName, options, *m_services, stop, progress, events);
}

Result<build::EngineReport> WorkspaceVerbs::engines(const std::stop_token &stop)
{
    return build::findEngines({}, stop);
}

Result<workspace::PresetStatus> WorkspaceVerbs::status(const QString &presetName)
{
    return workspace::status(folder(), presetName, *m_services);
}

} // namespace dosirak::gui
