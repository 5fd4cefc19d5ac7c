// SPDX-License-Identifier: GPL-3.0-or-later
//
// The session's part in the vendor inbox: files behind a login, from the drop to the lock.
#include "gui/work/session.h"

#include "base/text.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

QString digestLine(const InboxFinding &finding)
{
    return u"SHA-256 %1\n%2\n%3"_s.arg(QString::fromLatin1(finding.verdict.sha256), bytesText(finding.verdict.size), finding.path);
}

} // namespace

void Session::examine(const QString &path, std::function<void(const InboxFinding &)> then)
{
    m_jobs.start<InboxFinding>(
        {u"inbox"_s, path, tr("Look at %1").arg(QFileInfo(path).fileName())}, this,
        [verbs = m_verbs, path](const std::stop_token &stop, const ProgressSink &sink) { return verbs->inboxExamine(path, stop, sink); },
        [this, then = std::move(then)](const Result<InboxFinding> &finding) {
            if (!finding)
                return fail(finding.error());
            then(*finding);
        });
}

void Session::takeIntoInbox(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!isBusy(u"inbox"_s, path))
            examine(path, [this](const InboxFinding &finding) {
                if (finding.verdict.accepted)
                    confirmAndTake(finding);
                else
                    showRefusal(finding);
            });
    }
}

void Session::offerToInbox(const QString &path)
{
    if (isBusy(u"inbox"_s, path))
        return;
    examine(path, [this](const InboxFinding &finding) {
        if (!finding.verdict.accepted) {
            if (!finding.nearest.presetName.isEmpty() && QFileInfo(finding.path).lastModified() >= m_started)
                showRefusal(finding);
            return;
        }
        if (std::all_of(finding.answers.begin(), finding.answers.end(), [](const InboxFile &file) { return file.here; }))
            return; // it was taken before
        show({Mark::ByHand, tr("%1 has come: %2").arg(finding.answers.first().title, QFileInfo(finding.path).fileName()),
              finding.verdict.toBeConfirmed ? tr("It is seen for the first time: taking it records its SHA-256 in the lock.") : finding.verdict.sentence,
              digestLine(finding), {{tr("Take it"), [this, finding] { take(finding); }}}, u"inbox"_s + finding.path});
    });
}

void Session::showRefusal(const InboxFinding &finding)
{
    QList<Message::Button> buttons;
    const QUrl page = finding.nearest.expected.page;
    if (page.scheme() == u"https"_s)
        buttons.append({tr("Open the page"), [page] { QDesktopServices::openUrl(page); }});
    show({Mark::Bad, tr("“%1” was not taken. %2").arg(QFileInfo(finding.path).fileName(), finding.verdict.sentence), finding.verdict.hint, finding.path,
          buttons, u"inbox"_s + finding.path});
}

void Session::confirmAndTake(const InboxFinding &finding)
{
    if (!finding.verdict.toBeConfirmed)
        return take(finding);
    const auto answer = m_dialogs->ask(nullptr, {tr("Record this file in the lock?"),
                                                 finding.verdict.sentence + u"\n\n"_s + digestLine(finding) + u"\n\n"_s
                                                     + tr("It is seen for the first time. Compare its SHA-256 with what the vendor's page says; from now on only this file will do."),
                                                 tr("Take it"), {}});
    if (answer == Dialogs::Answer::Yes)
        take(finding);
}

void Session::take(const InboxFinding &finding)
{
    const auto isWritten = [this](const InboxFile &file) { return isBusy(u"sync"_s, file.presetName) || isBusy(u"lock"_s, file.presetName); };
    if (std::any_of(finding.answers.begin(), finding.answers.end(), isWritten)) {
        m_findingsWaiting.append(finding);
        return show({Mark::Waiting, tr("%1 is taken when what runs has ended.").arg(QFileInfo(finding.path).fileName()), {}, {}, {}, u"inbox"_s + finding.path});
    }
    m_jobs.start<InboxReceipt>(
        {u"inbox-take"_s, finding.path, tr("Take %1").arg(QFileInfo(finding.path).fileName())}, this,
        [verbs = m_verbs, finding](const std::stop_token &stop, const ProgressSink &sink) { return verbs->inboxAccept(finding, stop, sink); },
        [this, finding](const Result<InboxReceipt> &receipt) {
            if (!receipt)
                return fail(receipt.error(), {{tr("Retry"), [this, path = finding.path] { takeIntoInbox({path}); }}});
            for (const QString &name : receipt->presetNames) {
                refreshStatus(name);
                Q_EMIT inboxChanged(name);
            }
            refreshStore();
            show({Mark::Good, finding.verdict.sentence,
                  receipt->recorded ? tr("Its SHA-256 is in the lock of %1 now.").arg(receipt->presetNames.join(u", "_s))
                                    : tr("It is in its place for %1.").arg(receipt->presetNames.join(u", "_s)),
                  receipt->placed.join(u'\n'), {}, u"inbox"_s + finding.path});
        });
}

const Error *Session::lockError(const QString &presetName) const
{
    const auto it = m_lockErrors.constFind(presetName);
    return it == m_lockErrors.constEnd() ? nullptr : &*it;
}

void Session::refreshStore()
{
    if (isBusy(u"store"_s, {}))
        return;
    m_jobs.start<StoreState>({u"store"_s, {}, {}, true}, this,
                             [verbs = m_verbs](const std::stop_token &stop, const ProgressSink &) { return verbs->store(stop); },
                             [this](const Result<StoreState> &state) {
                                 if (state) // a store that is not there yet is no news
                                     Q_EMIT storeChanged(*state);
                             });
}

} // namespace dosirak::gui
