// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/session.h"

#include "base/text.h"

#include <QDir>
#include <QPointer>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

struct TransferBatch {
    QList<TransferRow> rows;
    TransferTotals totals;
};

constexpr int refreshDelayMs = 150; // an editor's save is several events

} // namespace

Session::Session(const Workspace &workspace, std::shared_ptr<Verbs> verbs, std::shared_ptr<Dialogs> dialogs, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_verbs(std::move(verbs)), m_dialogs(std::move(dialogs))
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshDelayMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, &Session::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_refreshTimer, qOverload<>(&QTimer::start));
}

const PresetStatus *Session::status(const QString &presetName) const
{
    const auto it = m_status.constFind(presetName);
    return it == m_status.constEnd() ? nullptr : &*it;
}

const CheckReport *Session::report(const QString &presetName) const
{
    const auto it = m_reports.constFind(presetName);
    return it == m_reports.constEnd() ? nullptr : &*it;
}

void Session::setCurrent(const QString &presetName)
{
    if (presetName == m_current)
        return;
    m_current = presetName;
    Q_EMIT currentChanged(presetName);
    if (!presetName.isEmpty()) {
        refreshStatus(presetName);
        check(presetName);
    }
}

void Session::refresh()
{
    const QString folder = m_workspace.presetsFolder();
    if (QDir(folder).exists() && !m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
    m_jobs.start<QStringList>(
        {u"list"_s, {}, {}, true}, this,
        [workspace = m_workspace](const std::stop_token &, const ProgressSink &) -> Result<QStringList> { return workspace.presetNames(); },
        [this](const Result<QStringList> &names) {
            if (!names)
                return fail(names.error());
            const bool changed = m_presetNames != *names;
            m_presetNames = *names;
            if (changed)
                Q_EMIT presetNamesChanged();
            if (const QString wanted = std::exchange(m_wanted, {}); m_presetNames.contains(wanted))
                setCurrent(wanted);
            else if (!m_presetNames.contains(m_current) && (m_held.isEmpty() || m_held != m_current))
                setCurrent(m_presetNames.value(0));
            m_scan.scan(m_workspace, m_presetNames, m_verbs);
            refreshStatuses();
        });
}

void Session::refreshStatuses()
{
    if (isBusy(u"statuses"_s, {}))
        return;
    // One job for all of them: hundreds of presets would be hundreds of jobs.
    auto known = std::make_shared<Mailbox<std::pair<QString, PresetStatus>>>();
    Job *job = m_jobs.start<bool>(
        {u"statuses"_s, {}, {}, true}, this,
        [verbs = m_verbs, names = m_presetNames, known](const std::stop_token &stop, const ProgressSink &) -> Result<bool> {
            for (const QString &name : names) {
                if (stop.stop_requested())
                    return cancelled();
                if (const auto status = verbs->status(name))
                    known->post({name, *status});
            }
            return true;
        },
        [](const Result<bool> &) {});
    job->onTick([this, known] {
        for (const auto &[name, status] : known->take()) {
            m_status.insert(name, status);
            Q_EMIT statusChanged(name);
        }
    });
}

void Session::refreshStatus(const QString &presetName)
{
    if (isBusy(u"status"_s, presetName))
        return;
    m_jobs.start<PresetStatus>(
        {u"status"_s, presetName, {}, true}, this,
        [verbs = m_verbs, presetName](const std::stop_token &, const ProgressSink &) { return verbs->status(presetName); },
        [this, presetName](const Result<PresetStatus> &status) {
            if (!status)
                return; // it is gone, or malformed: its check says so
            m_status.insert(presetName, *status);
            Q_EMIT statusChanged(presetName);
        });
}

void Session::check(const QString &presetName)
{
    if (presetName.isEmpty() || isBusy(u"check"_s, presetName))
        return;
    m_jobs.start<CheckReport>(
        {u"check"_s, presetName, tr("Check %1").arg(presetName), true}, this,
        [verbs = m_verbs, presetName](const std::stop_token &, const ProgressSink &) { return verbs->check(presetName); },
        [this, presetName](const Result<CheckReport> &report) {
            if (report) {
                m_reports.insert(presetName, *report);
            } else {
                // What cannot be read is a finding as well: it stands where findings stand.
                CheckReport broken{presetName, {}, {}, {}};
                broken.findings.append({u"unreadable"_s, compat::Severity::Error, report.error().place.pointer,
                                        report.error().what, report.error().hint, {}, {}});
                m_reports.insert(presetName, broken);
            }
            Q_EMIT checked(presetName);
            refreshStatus(presetName);
        });
}

void Session::lock(const QString &presetName, const LockOptions &options)
{
    if (presetName.isEmpty() || isBusy(u"lock"_s, presetName) || isBusy(u"sync"_s, presetName))
        return;
    m_jobs.start<LockReport>(
        {u"lock"_s, presetName, tr("Lock %1").arg(presetName)}, this,
        [verbs = m_verbs, presetName, options](const std::stop_token &stop, const ProgressSink &sink) {
            return verbs->lock(presetName, options, stop, sink);
        },
        [this, presetName, options](const Result<LockReport> &report) {
            afterVerb(presetName);
            if (!report) {
                if (report.error().code != ErrorCode::Cancelled)
                    m_lockErrors.insert(presetName, report.error());
                Q_EMIT lockFailed(presetName);
                return fail(report.error(), {{tr("Retry"), [this, presetName, options] { lock(presetName, options); }}});
            }
            m_lockErrors.remove(presetName);
            show({Mark::Good, tr("Locked %1: %n files, %2.", nullptr, int(report->lock.artifacts.size()))
                                  .arg(presetName, bytesText(report->lock.totalBytes())),
                  report->changes.isEmpty() ? tr("Nothing changed since the last lock.") : tr("%n changes since the last lock.", nullptr, int(report->changes.size())),
                  {}, {{tr("Sync"), [this, presetName] { sync(presetName); }}}, u"lock"_s + presetName});
            Q_EMIT locked(presetName);
        });
}

void Session::sync(const QString &presetName, SyncOptions options)
{
    if (presetName.isEmpty() || isBusy(u"lock"_s, presetName) || isBusy(u"sync"_s, presetName))
        return;
    auto batches = std::make_shared<Mailbox<TransferBatch>>();
    auto controls = std::make_shared<Mailbox<std::shared_ptr<SyncControl>>>();
    options.onStarted = [controls](std::shared_ptr<SyncControl> control) { controls->post(std::move(control)); };
    Q_EMIT syncStarted(presetName);
    Job *job = m_jobs.start<SyncReport>(
        {u"sync"_s, presetName, tr("Sync %1").arg(presetName)}, this,
        [verbs = m_verbs, presetName, options, batches](const std::stop_token &stop, const ProgressSink &sink) {
            return verbs->sync(presetName, options, stop, sink, [batches](const QList<TransferRow> &rows, const TransferTotals &totals) {
                batches->post({rows, totals});
            });
        },
        [this, presetName](const Result<SyncReport> &report) {
            m_controls.remove(presetName);
            afterVerb(presetName);
            refreshStore();
            if (report)
                m_lockErrors.remove(presetName);
            else if (report.error().code == ErrorCode::Unsolvable || report.error().code == ErrorCode::Findings)
                m_lockErrors.insert(presetName, report.error()); // it had to be locked first
            Q_EMIT synced(presetName);
            if (!report && report.error().code != ErrorCode::Cancelled)
                Q_EMIT notified(tr("%1 is not complete").arg(presetName), report.error().what, false);
            if (!report)
                return fail(report.error(), {{tr("Retry"), [this, presetName] { sync(presetName); }}});
            Q_EMIT notified(tr("%1 is here").arg(presetName), tr("%n files, %1 downloaded.", nullptr, report->files).arg(bytesText(report->bytesDownloaded)), true);
            show({Mark::Good, tr("%1 is here: %n files.", nullptr, report->files).arg(presetName),
                  tr("%1 downloaded in %2; %3 files came from the store, %4 were there already.")
                      .arg(bytesText(report->bytesDownloaded), durationText(report->took))
                      .arg(report->reused).arg(report->alreadyThere),
                  report->movedAside.isEmpty() ? QString() : tr("Moved aside:") + u'\n' + report->movedAside.join(u'\n'),
                  {{tr("Bundle"), [this, presetName] { bundle(presetName); }}}, u"sync"_s + presetName});
        });
    job->onTick([this, presetName, batches, controls] {
        for (const auto &control : controls->take())
            m_controls.insert(presetName, control);
        const QList<TransferBatch> taken = batches->take();
        for (const TransferBatch &batch : taken)
            Q_EMIT transfersChanged(presetName, batch.rows, batch.totals);
    });
}

void Session::verify(const QString &presetName)
{
    if (presetName.isEmpty() || isBusy(u"verify"_s, presetName))
        return;
    m_jobs.start<VerifyReport>(
        {u"verify"_s, presetName, tr("Verify %1").arg(presetName)}, this,
        [verbs = m_verbs, presetName](const std::stop_token &stop, const ProgressSink &sink) { return verbs->verify(presetName, stop, sink); },
        [this, presetName](const Result<VerifyReport> &report) {
            afterVerb(presetName);
            if (!report)
                return fail(report.error(), {{tr("Retry"), [this, presetName] { verify(presetName); }}});
            Q_EMIT verified(presetName, *report);
            if (report->good())
                return show({Mark::Good, tr("%1 is whole: %n files, every byte read.", nullptr, int(report->files.size())).arg(presetName),
                             tr("%1 in %2.").arg(bytesText(report->bytes), durationText(report->took)), {}, {}, u"verify"_s + presetName});
            QStringList bad;
            for (const VerifiedFile &file : report->files) {
                if (file.verdict != VerifiedFile::Verdict::Good)
                    bad.append(file.path + u": "_s + file.message);
            }
            show({Mark::Bad, tr("%1 is not whole: %n files are not as the lock says.", nullptr, int(bad.size())).arg(presetName),
                  tr("A sync brings what is missing or damaged and moves aside what does not belong."), bad.join(u'\n'),
                  {{tr("Sync"), [this, presetName] { sync(presetName); }}}, u"verify"_s + presetName});
        });
}

void Session::bundle(const QString &presetName, const BundleOptions &options)
{
    if (presetName.isEmpty() || isBusy(u"bundle"_s, presetName))
        return;
    m_jobs.start<BundleReport>(
        {u"bundle"_s, presetName, tr("Bundle %1").arg(presetName)}, this,
        [verbs = m_verbs, presetName, options](const std::stop_token &stop, const ProgressSink &sink) {
            return verbs->bundle(presetName, options, stop, sink);
        },
        [this, presetName, options](const Result<BundleReport> &report) {
            afterVerb(presetName);
            Q_EMIT bundlesChanged();
            if (report)
                Q_EMIT notified(tr("Bundled %1").arg(presetName), bytesText(report->bytes), true);
            if (!report)
                return fail(report.error(), {{tr("Retry"), [this, presetName, options] { bundle(presetName, options); }}});
            show({Mark::Good, tr("Bundled %1: %2 in %n parts.", nullptr, int(report->parts.size())).arg(presetName, bytesText(report->bytes)),
                  tr("Compare this on the other side: manifest SHA-256 %1").arg(report->sha256), report->parts.join(u'\n'),
                  {{tr("Show bundles"), [this] { goTo(PageId::Bundles); }}}, u"bundle"_s + presetName});
        });
}

void Session::importBundle(const QString &path)
{
    if (path.isEmpty())
        return;
    m_jobs.start<ImportReport>(
        {u"import"_s, {}, tr("Import %1").arg(path.section(u'/', -1))}, this,
        [verbs = m_verbs, path](const std::stop_token &stop, const ProgressSink &sink) { return verbs->importBundle(path, stop, sink); },
        [this](const Result<ImportReport> &report) {
            if (!report)
                return fail(report.error());
            show({Mark::Good, tr("Imported %1: %n files, %2.", nullptr, report->files).arg(report->presetNames.join(u", "_s), bytesText(report->bytes)),
                  {}, {}, {}, {}});
            refresh();
        });
}

void Session::setPreferredEngine(const QString &id)
{
    if (id == m_engine)
        return;
    m_engine = id;
    Q_EMIT preferredEngineChanged(id);
}

void Session::build(const QString &presetName, const BuildOptions &wanted)
{
    if (presetName.isEmpty() || isBusy(u"build"_s, presetName))
        return;
    BuildOptions options = wanted;
    if (options.engine.isEmpty())
        options.engine = m_engine;
    auto events = std::make_shared<Mailbox<build::BuildEvent>>();
    Q_EMIT buildStarted(presetName);
    Job *job = m_jobs.start<build::BuildRecord>(
        {u"build"_s, presetName, tr("Build %1").arg(presetName)}, this,
        [verbs = m_verbs, presetName, options, events](const std::stop_token &stop, const ProgressSink &sink) {
            return verbs->build(presetName, options, stop, sink, [events](const build::BuildEvent &event) { events->post(event); });
        },
        [this, presetName, options](const Result<build::BuildRecord> &record) {
            afterVerb(presetName);
            Q_EMIT buildEnded(presetName, {record});
            if (record || record.error().code != ErrorCode::Cancelled)
                Q_EMIT notified(record ? tr("Built %1").arg(presetName) : tr("The build of %1 failed").arg(presetName),
                                record ? record->tag : record.error().what, record.has_value());
            if (!record)
                return fail(record.error(), {{tr("Show the log"), [this] { goTo(PageId::Builds); }},
                                             {tr("Retry"), [this, presetName, options] { this->build(presetName, options); }}});
            show({Mark::Good, tr("Built %1: %2 in %3.").arg(record->tag, bytesText(record->imageBytes), durationText(std::chrono::milliseconds(record->tookMs))),
                  record->smoke.message, {}, {}, u"build"_s + presetName});
        });
    job->onTick([this, presetName, events] {
        if (const QList<build::BuildEvent> taken = events->take(); !taken.isEmpty())
            Q_EMIT buildEvents(presetName, taken);
    });
}

void Session::openWorkspace(const Workspace &workspace)
{
    if (m_jobs.visibleCount() > 0)
        return show({Mark::Warning, tr("Work runs in %1.").arg(m_workspace.root()), tr("Wait for it or cancel it, then open another folder."), {}, {}, u"open"_s});
    Q_EMIT workspaceAboutToChange();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_workspace = workspace;
    m_verbs->setWorkspace(workspace);
    m_presetNames.clear();
    m_status.clear();
    m_reports.clear();
    m_lockErrors.clear();
    m_findingsWaiting.clear();
    Q_EMIT presetNamesChanged();
    setCurrent({});
    Q_EMIT workspaceChanged();
    refresh();
}

std::shared_ptr<SyncControl> Session::syncControl(const QString &presetName) const
{
    return m_controls.value(presetName);
}

void Session::fail(const Error &error, const QList<Message::Button> &buttons)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    QList<Message::Button> all = buttons;
    if (error.code == ErrorCode::Findings)
        all = {{tr("Show findings"), [this] { goTo(PageId::Presets); }}};
    else if (error.fix == u"open-settings"_s)
        all.prepend({tr("Open settings"), [this] { goTo(PageId::Settings); }});
    show(messageOf(error, all));
}

void Session::afterVerb(const QString &presetName)
{
    refreshStatus(presetName);
    for (const InboxFinding &finding : std::exchange(m_findingsWaiting, {}))
        take(finding);
}

bool Session::isBusy(const QString &verb, const QString &presetName) const
{
    return m_jobs.find(verb, presetName) != nullptr;
}

} // namespace dosirak::gui
