// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/status_parts.h"

#include "base/text.h"

#include <QMenu>
#include <QPointer>
#include <QToolButton>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

StatusParts::StatusParts(Session &session, QStatusBar *bar)
    : QObject(bar), m_session(session), m_bar(bar), m_jobs(part(u"statusJobs"_s)), m_speed(part(u"statusSpeed"_s)),
      m_store(part(u"statusStore"_s)), m_engines(part(u"statusEngines"_s))
{
    auto *menu = new QMenu(m_jobs);
    m_jobs->setMenu(menu);
    m_jobs->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, &StatusParts::fillJobsMenu);
    connect(&session.jobs(), &JobRunner::changed, this, &StatusParts::showJobs);
    connect(m_speed, &QToolButton::clicked, this, [this] { m_session.goTo(PageId::Downloads); });
    connect(m_store, &QToolButton::clicked, this, [this] { m_session.goTo(PageId::Settings); });
    connect(m_engines, &QToolButton::clicked, this, [this] { m_session.goTo(PageId::Builds); });
    connect(&session, &Session::transfersChanged, this, [this](const QString &name, const auto &, const workspace::TransferTotals &totals) {
        m_speeds.insert(name, totals.bytesPerSecond);
        showJobs();
    });
    connect(&session, &Session::synced, this, [this](const QString &name) {
        m_speeds.remove(name);
        showJobs();
    });
    connect(&session, &Session::storeChanged, this, [this](const StoreState &state) { setStore(state.bytes, state.budget); });
    m_store->hide();
    m_engines->hide();
    showJobs();
}

QToolButton *StatusParts::part(const QString &name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({14, 14});
    m_bar->addWidget(button);
    return button;
}

void StatusParts::setStore(qint64 bytes, qint64 budget)
{
    m_store->setText(budget > 0 ? tr("Store %1 of %2").arg(bytesText(bytes), bytesText(budget)) : tr("Store %1").arg(bytesText(bytes)));
    const bool over = budget > 0 && bytes > budget;
    m_store->setIcon(over ? icon(Mark::Warning) : QIcon());
    m_store->setToolTip(over ? tr("The shared store of downloads is over its budget; “dosirak store gc” makes room. Click for its settings") : tr("What the shared store of downloads holds; click for its settings"));
    m_store->show();
}

void StatusParts::setEngines(const QString &text, bool usable)
{
    m_engines->setText(text);
    m_engines->setIcon(icon(usable ? Mark::Good : Mark::Warning));
    m_engines->setToolTip(tr("The engines that can build images here; click for the builds"));
    m_engines->show();
}

void StatusParts::showJobs()
{
    const int count = m_session.jobs().visibleCount();
    m_jobs->setText(count == 0 ? tr("Ready") : tr("%n running", nullptr, count));
    m_jobs->setIcon(icon(count == 0 ? Mark::Good : Mark::Running));
    m_jobs->setToolTip(tr("What runs now; click to see or cancel it"));
    qint64 speed = 0;
    for (const qint64 one : std::as_const(m_speeds))
        speed += one;
    m_speed->setVisible(!m_speeds.isEmpty());
    m_speed->setIcon(icon(Shape::Downloads));
    m_speed->setText(tr("%1/s").arg(bytesText(speed)));
    m_speed->setToolTip(tr("How fast files come in; click for the downloads"));
}

void StatusParts::fillJobsMenu()
{
    QMenu *menu = m_jobs->menu();
    menu->clear();
    for (Job *job : m_session.jobs().running()) {
        if (job->info().quiet)
            continue;
        const Progress &progress = job->progress();
        QString text = tr("Cancel: %1").arg(job->info().title);
        if (!progress.stage.isEmpty())
            text += u" – "_s + progress.stage;
        QAction *action = menu->addAction(icon(Shape::Stop), text);
        connect(action, &QAction::triggered, job, &Job::cancel);
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing runs"))->setEnabled(false);
}

} // namespace dosirak::gui
