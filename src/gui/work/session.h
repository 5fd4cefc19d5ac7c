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
    void verify(const QString &presetName); ///< every byte of artifacts/<preset-name>/
    void bundle(const QString &presetName, const workspace::BundleOptions &options = {});
    void importBundle(const QString &path);
    void build(const QString &presetName, const workspace::BuildOptions &wanted = {}); ///< with the preferred engine, where none is named
    /// Files that the user dropped or picked, to be taken into the inbox: looked at, confirmed in a dialog where their
    /// digest is new, taken. Each gets one sentence.
    void takeIntoInbox(const QStringList &paths);
    /// A file that came into a watched folder: offered when a lock waits for it. A refusal is told only of one that came
    /// while this program ran.
    void offerToInbox(const QString &path);
    void setPreferredEngine(const QString &id);     ///< of build/engine.h; empty: the best that is there
    [[nodiscard]] const QString &preferredEngine() const { return m_engine; }
    void refreshStore();                            ///< what the store holds, for the status line
    void openWorkspace(const workspace::Workspace &workspace); ///< another working folder; refused while work runs
    void setWanted(const QString &presetName) { m_wanted = presetName; } ///< chosen when the next refresh finds it
    /// Why the last try to lock it failed, until it is locked; nullptr: it did not.
    [[nodiscard]] const Error *lockError(const QString &presetName) const;
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
    void lockFailed(const QString &presetName);     ///< see lockError()
    void verified(const QString &presetName, const dosirak::workspace::VerifyReport &report);
    void inboxChanged(const QString &presetName);   ///< a file behind a login has come
    void preferredEngineChanged(const QString &id);
    void storeChanged(const dosirak::gui::StoreState &state);
    void notified(const QString &title, const QString &text, bool good); ///< long work has ended: worth a word of the desktop
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
    void examine(const QString &path, std::function<void(const workspace::InboxFinding &)> then);
    void showRefusal(const workspace::InboxFinding &finding);
    void confirmAndTake(const workspace::InboxFinding &finding);
    void take(const workspace::InboxFinding &finding);
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
    QString m_engine;
    QString m_held;
    QHash<QString, workspace::PresetStatus> m_status;
    QHash<QString, workspace::CheckReport> m_reports;
    QHash<QString, std::shared_ptr<workspace::SyncControl>> m_controls;
    QHash<QString, Error> m_lockErrors;
    QList<workspace::InboxFinding> m_findingsWaiting; ///< for a lock or a sync to end: both write the lock
    QDateTime m_started = QDateTime::currentDateTimeUtc();
};

} // namespace dosirak::gui
