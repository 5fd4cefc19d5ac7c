// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/verbs.h"

#include <QSemaphore>
#include <atomic>
#include <functional>

namespace dosirak::gui {

/// Verbs whose answers a test makes. What it does not make is answered by an empty value.
class MadeVerbs : public Verbs
{
public:
    void setWorkspace(const workspace::Workspace &) override {}
    [[nodiscard]] const compat::Facts &facts() const override { return compat::Facts::shipped(); }
    Result<workspace::CheckReport> check(const QString &presetName) override { return workspace::CheckReport{presetName, findings, {}, {}}; }
    Result<workspace::LockReport> lock(const QString &, const workspace::LockOptions &, const std::stop_token &stop, const ProgressSink &progress) override
    {
        return onLock ? onLock(stop, progress) : workspace::LockReport{};
    }
    Result<workspace::SyncReport> sync(const QString &, const workspace::SyncOptions &, const std::stop_token &stop, const ProgressSink &,
                                       const workspace::TransferSink &transfers) override
    {
        return onSync ? onSync(stop, transfers) : workspace::SyncReport{};
    }
    Result<workspace::VerifyReport> verify(const QString &, const std::stop_token &, const ProgressSink &) override { return verified; }
    Result<workspace::BundleReport> bundle(const QString &, const workspace::BundleOptions &, const std::stop_token &, const ProgressSink &) override
    {
        return workspace::BundleReport{};
    }
    Result<workspace::VerifyReport> verifyBundle(const QString &, const std::stop_token &, const ProgressSink &) override { return verified; }
    Result<workspace::ImportReport> importBundle(const QString &, const std::stop_token &, const ProgressSink &) override { return workspace::ImportReport{}; }
    Result<build::BuildRecord> build(const QString &, const workspace::BuildOptions &, const std::stop_token &stop, const ProgressSink &,
                                     const workspace::BuildSink &events) override
    {
        return onBuild ? onBuild(stop, events) : build::BuildRecord{};
    }
    Result<workspace::InspectedBuild> inspect(const QString &, const QString &, const std::stop_token &, const ProgressSink &) override { return inspected; }
    Result<QList<workspace::InboxFile>> inboxFiles(const QString &presetName) override
    {
        QList<workspace::InboxFile> some;
        for (const workspace::InboxFile &file : inbox)
            if (presetName.isEmpty() || file.presetName == presetName)
                some.append(file);
        return some;
    }
    Result<workspace::InboxFinding> inboxExamine(const QString &path, const std::stop_token &, const ProgressSink &) override
    {
        return onExamine ? onExamine(path) : workspace::InboxFinding{path, {}, {}, {}};
    }
    Result<workspace::InboxReceipt> inboxAccept(const workspace::InboxFinding &, const std::stop_token &, const ProgressSink &) override { return workspace::InboxReceipt{}; }
    Result<StoreState> store(const std::stop_token &) override { return storeState; }
    Result<void> reloadSettings() override { ++reloads; return {}; }
    Result<build::EngineReport> engines(const std::stop_token &) override { return build::EngineReport{}; }
    Result<workspace::PresetStatus> status(const QString &) override { return made; }

    QList<compat::Finding> findings;
    workspace::PresetStatus made;
    workspace::VerifyReport verified;
    workspace::InspectedBuild inspected;
    QList<workspace::InboxFile> inbox;
    StoreState storeState;
    std::atomic<int> reloads = 0;
    std::function<Result<workspace::InboxFinding>(const QString &)> onExamine;
    std::function<Result<workspace::LockReport>(const std::stop_token &, const ProgressSink &)> onLock;
    std::function<Result<workspace::SyncReport>(const std::stop_token &, const workspace::TransferSink &)> onSync;
    std::function<Result<build::BuildRecord>(const std::stop_token &, const workspace::BuildSink &)> onBuild;
};

} // namespace dosirak::gui
