// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "compat/facts.h"
#include "gui/work/dialogs.h"
#include "gui/work/job.h"
#include "gui/work/message.h"
#include "gui/work/preset_scan.h"
#include "gui/work/verbs.h"

#include <QFileSystemWatcher>
#include <QHash>

namespace dosirak::gui {

/// What a build came to, as one value that signals can carry.
struct BuildOutcome {
    Result<build::BuildRecord> result;
};

enum class PageId { Presets, Matrix, Downloads, Bundles, Builds, Settings };

/// What all pages share: the workspace, the chosen preset, its findings and stages, the jobs that run. Pages talk to the
/// session and never to each other. Thread: UI; owns no widget.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(const workspace::Workspace &workspace, std::shared_ptr<Verbs> verbs, std::shared_ptr<Dialogs> dialogs,
            QObject *parent = nullptr);

    [[nodiscard]] const workspace::Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] std::shared_ptr<Verbs> verbs() const { return m_verbs; }
    [[nodiscard]] Dialogs &dialogs() const { return *m_dialogs; }
    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] const compat::Facts &facts() const { return m_verbs->facts(); }

    [[nodiscard]] const QStringList &presetNames() const { return m_presetNames; }
    [[nodiscard]] const QString &current() const { return m_current; }
    [[nodiscard]] const workspace::PresetStatus *status(const QString &presetName) const; ///< nullptr: not known yet
    [[nodiscard]] const workspace::CheckReport *report(const QString &presetName) const;  ///< nullptr: not checked yet

    void setCurrent(const QString &presetName);
    void refresh();                                 ///< reads the presets folder again
    void refreshStatus(const QString &presetName);
    void hold(const QString &presetName) { m_held = presetName; } ///< stays chosen although its file is gone; empty: none
    [[nodiscard]] PresetScan &scan() { return m_scan; }

    void check(const QString &presetName);
    void lock(const QString &presetName, const workspace::LockOptions &options = {});
    void sync(const QString &presetName, workspace::SyncOptions options = {});
    void bundle(const QString &presetName, const workspace::BundleOptions &options = {});
    void importBundle(const QString &path);
    void build(const QString &presetName, const workspace::BuildOptions &options = {});
    void openWorkspace(const workspace::Workspace &workspace); ///< another working folder; refused while work runs
    void setWanted(const QString &presetName) { m_wanted = presetName; } ///< chosen when the next refresh finds it
    [[nodiscard]] std::shared_ptr<workspace::SyncControl> syncControl(const QString &presetName) const;

    void show(const Message &message) { Q_EMIT messaged(message); }
    void fail(const Error &error, const QList<Message::Button> &buttons = {}); ///< a cancel is not shown
    void goTo(PageId page) { Q_EMIT pageWanted(page); }

Q_SIGNALS:
    void presetNamesChanged();
    void currentChanged(const QString &presetName);
    void statusChanged(const QString &presetName);
    void checked(const QString &presetName);
    void locked(const QString &presetName);
    void syncStarted(const QString &presetName);
    void transfersChanged(const QString &presetName, const QList<dosirak::workspace::TransferRow> &rows,
                          const dosirak::workspace::TransferTotals &totals);
    void synced(const QString &presetName);
    void bundlesChanged();
    void buildStarted(const QString &presetName);
    void buildEvents(const QString &presetName, const QList<dosirak::build::BuildEvent> &events);
    void buildEnded(const QString &presetName, const dosirak::gui::BuildOutcome &outcome);
    void workspaceAboutToChange(); ///< the old one is still there
    void workspaceChanged();
    /// A JSON patch that the preset page is to apply: to the open preset, or to a new one made from it.
    void valuesWanted(const dosirak::Json &patch, bool fresh);
    void machineChanged(const QString &gpu, const QString &driver);
    void pageWanted(dosirak::gui::PageId page);
    void messaged(const dosirak::gui::Message &message);

private:
    void afterVerb(const QString &presetName);
    void refreshStatuses();
    [[nodiscard]] bool isBusy(const QString &verb, const QString &presetName) const;

    workspace::Workspace m_workspace;
    std::shared_ptr<Verbs> m_verbs;
    std::shared_ptr<Dialogs> m_dialogs;
    JobRunner m_jobs;
    PresetScan m_scan{m_jobs};
    QFileSystemWatcher m_watcher;
    QTimer m_refreshTimer;
    QStringList m_presetNames;
    QString m_current;
    QString m_wanted;
    QString m_held;
    QHash<QString, workspace::PresetStatus> m_status;
    QHash<QString, workspace::CheckReport> m_reports;
    QHash<QString, std::shared_ptr<workspace::SyncControl>> m_controls;
};

} // namespace dosirak::gui
